"""`newsledger ingest`: look first whether there is anything to do, then run the flow and tell what it did."""

import atexit
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from flows.leaving import close_standard_error
from flows.prefect_api.settings import prepare
from flows.terminal import DONE, FAILED, NO_FILES, SOME_REJECTED, UNSOUND, complain, rejected_command, say, wide_console
from tasks.engines import choice as engines
from tasks.engines.choice import EngineChoice
from tasks.extractors.model import reading_with
from tasks.formats import AS_SHOWN, Wish
from tasks.freshness.entities import are_entities_current
from tasks.freshness.files import Inventory, changes, held_by
from tasks.freshness.volumes import corrected_alone, unsettled_volumes
from tasks.settings.configuration import read_configuration, require_format
from tasks.settings.corrections import user_corrections
from tasks.sources import NothingFound, find, read_sources
from tasks.work.preloading import load_ahead
from warehouse.catalogue.catalogue import publish
from warehouse.folder import layout
from warehouse.folder.errors import ConfigurationError, WarehouseError
from warehouse.ledger.history import was_cut_off
from warehouse.ledger.ledger import open_ledger
from warehouse.reading.query import status


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be ingested, and how."""

    paths: list[str]
    format_name: str | None = None
    is_forced: bool = False
    prune_missing: bool = False
    engine: EngineChoice | None = None

    @property
    def wish(self) -> Wish:
        """How its files are to be read."""
        return Wish(format_name=self.format_name, is_forced=self.is_forced)


def run_ingest(order: Order, *, warehouse: Path, is_verbose: bool = False) -> int:
    """Ingest and print what happened; return the exit code: 0 all landed, 3 some rejected, 4 unsound, 1 failed."""
    try:
        require_sense(order)
        require_found(order.paths, warehouse=warehouse)
        held = None if order.prune_missing else count_if_unchanged(order.paths, warehouse=warehouse, wish=order.wish)
        if held is not None:
            say(nothing_to_do(held))
            if refused_count := status(warehouse).file_counts.get("rejected", 0):
                say(f"Refused, of all that it holds: {refused_count:,}. Why: {rejected_command(warehouse)}")
            return DONE
        engines.require_sense(read_configuration(warehouse).engine.overridden(order.engine))
        require_free(warehouse)
        prepare(warehouse, is_verbose=is_verbose)
        return run_flow(order, warehouse)
    except (WarehouseError, ConfigurationError, NothingFound) as error:
        complain(str(error))
        return FAILED


def require_sense(order: Order) -> None:
    """Raise ConfigurationError where the format named is none, or none is named that could be forced."""
    if order.format_name:
        require_format(order.format_name, where="--format")
    elif order.is_forced:
        raise ConfigurationError("--force goes with --format: name the format that the files are read in.")


def require_found(paths: list[str], *, warehouse: Path) -> None:
    """Raise NothingFound where a path leads to nothing and there is no warehouse yet: none is made for nothing."""
    for path in paths if not (warehouse / layout.HEAD).exists() else ():
        find(path, on_skip=Inventory().note_skipped)


def require_free(warehouse: Path) -> None:
    """Raise WarehouseError where another run writes the warehouse: it takes Prefect seconds to start for nothing."""
    with open_ledger(warehouse):
        pass


def nothing_to_do(file_count: int) -> str:
    """Say that the ledger holds these files, or what to do where there are none."""
    if not file_count:
        return NO_FILES
    if file_count == 1:
        return "Nothing to do: the ledger holds the file as it is."
    return f"Nothing to do: the ledger holds all {file_count:,} files as they are."


def run_flow(order: Order, warehouse: Path) -> int:
    """Run the flow and print its summary; return the exit code."""
    atexit.register(close_standard_error)
    console = wide_console(soft_wrap=True)
    from flows.prefect_api.api import ApiError, api_failures_explained, api_starting

    with console.status("starting"), api_starting():  # the status is drawn on a terminal only
        from flows.gauges import write_metrics
        from flows.ingest import ingest
        from flows.lineage.events import lineage_of
        from flows.summary import print_summary

        load_model_ahead(order, warehouse)
    try:
        with lineage_of(order.paths, warehouse=warehouse) as lineage, api_failures_explained():
            summary = ingest(
                order.paths,
                str(warehouse),
                format_name=order.format_name,
                is_forced=order.is_forced,
                prune_missing=order.prune_missing,
                engine=order.engine,
            )
            lineage.run_id, lineage.row_counts = summary.run.run_id, summary.row_counts
    except ApiError as error:
        complain(str(error))
        return FAILED
    write_metrics(warehouse)
    print_summary(summary, warehouse=warehouse, console=console)
    if not summary.is_sound:
        return UNSOUND
    return SOME_REJECTED if summary.refused_files else DONE


def load_model_ahead(order: Order, warehouse: Path) -> None:
    """Load the model where the articles will be read, while the API starts: each takes seconds of another core.

    How much waits is looked at in a new warehouse alone, where all of it does; another's next run is seldom large.
    """
    from tasks.stages.read import FILES_IN_A_SHARD

    configuration = read_configuration(warehouse)
    with open_ledger(warehouse) as ledger:
        is_new = not ledger.known_files()
    unsaid = Inventory().note_skipped
    found = read_sources(order.paths, limits=configuration.limits, on_skip=unsaid, cutter=order.wish.cutter)
    is_much = is_new and sum(1 for _ in islice(found, FILES_IN_A_SHARD + 1)) > FILES_IN_A_SHARD
    choice = configuration.engine.overridden(order.engine)
    load_ahead(configuration.model, choice=choice, is_much=is_much)


def count_if_unchanged(paths: list[str], *, warehouse: Path, wish: Wish = AS_SHOWN) -> int | None:
    """Return the number of files at `paths` if the ledger holds all as they are; None at the first that it does not.

    None also where a run was cut off before it was checked as a whole and entered, and where the user corrects days or
    entities otherwise. A run that was cut off after that is finished on the way: marts and catalogue are brought up.
    """
    configuration = read_configuration(warehouse)
    corrections = user_corrections(warehouse)
    with open_ledger(warehouse) as ledger, reading_with(configuration.model):
        if was_cut_off(ledger.head):
            return None
        inventory = Inventory()
        held = held_by(ledger, wish=wish, configuration=configuration)
        changed = changes(paths, limits=configuration.limits, held=held, inventory=inventory, cutter=wish.cutter)
        if next(changed, None) is not None or unsettled_volumes(ledger, configuration=configuration):
            return None
        if inventory.stale_articles or corrected_alone(ledger, configuration=configuration):
            return None
        if not are_entities_current(ledger, corrections=corrections):
            return None
        publish(ledger.folder, max_bytes=configuration.catalogue.max_bytes)
    return inventory.unchanged_count
