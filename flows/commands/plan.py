"""`newsledger ingest --plan`: what would be done and why, by count; nothing is done."""

from collections.abc import Iterator
from pathlib import Path

from flows.commands.ingest import Order, require_sense
from flows.terminal import DONE, FAILED, complain, folding_table, wide_console
from tasks.extractors.model import reading_with
from tasks.freshness.entities import Waiting, are_entities_current, waiting_corrections
from tasks.freshness.files import Held, Inventory, changes, gone, held_by
from tasks.freshness.volumes import corrected_alone, unsettled_volumes
from tasks.settings.configuration import Configuration, read_configuration
from tasks.settings.corrections import user_corrections
from tasks.sources import NothingFound
from warehouse.folder import layout
from warehouse.folder.errors import ConfigurationError, WarehouseError
from warehouse.ledger.history import was_cut_off
from warehouse.ledger.ledger import open_ledger


def run_plan(order: Order, *, warehouse: Path) -> int:
    """Print the plan of an ingest; return the exit code."""
    try:
        require_sense(order)
        configuration = read_configuration(warehouse)
        with reading_with(configuration.model):
            lines = planned(order, warehouse=warehouse, configuration=configuration)
    except (WarehouseError, ConfigurationError, NothingFound) as error:
        complain(str(error))
        return FAILED
    table = folding_table("count", "what", "why", box=None)
    for count, what, why in lines:
        table.add_row(f"{count:,}", what, why)
    wide_console(soft_wrap=True).print(table if lines else "Nothing to do.", highlight=False)
    return DONE


def planned(order: Order, *, warehouse: Path, configuration: Configuration) -> list[tuple[int, str, str]]:
    """Return what would be done: how many files, volumes or tables, what with them, and why."""
    inventory = Inventory()
    if not (warehouse / layout.HEAD).exists():
        look_at(order, held=Held(files={}, known_versions={}), configuration=configuration, inventory=inventory)
        return files_of(inventory)
    with open_ledger(warehouse) as ledger:
        held = held_by(ledger, wish=order.wish, configuration=configuration)
        look_at(order, held=held, configuration=configuration, inventory=inventory)
        removed = gone(order.paths, known=ledger.known_files(), inventory=inventory) if order.prune_missing else ()
        volumes = unsettled_volumes(ledger, configuration=configuration)
        corrections = user_corrections(warehouse)
        waiting = waiting_corrections(ledger, corrections=corrections)
        alone = corrected_alone(ledger, configuration=configuration)
        is_current = are_entities_current(ledger, corrections=corrections)
        is_cut_off = was_cut_off(ledger.head)
    lines = files_of(inventory)
    if removed:
        lines.append((len(removed), "files removed, with their articles", "they are not there any more"))
    lines += corrections_in_words(waiting)
    if alone:
        lines.append((len(alone), "articles dated again", f"{layout.CORRECTIONS} sets another day, or sets it no more"))
    if volumes:
        lines.append((len(volumes), "volumes dated again", "articles, versions or `publications` have changed"))
    if not is_current or lines:
        why = "follows from the above" if lines else "mentions, corrections or the resolver have changed"
        lines.append((1, "corpus of entities resolved again", why))
    if is_cut_off:
        lines.append((1, "run finished", "the last one was cut off before it was checked as a whole and entered"))
    return lines


def corrections_in_words(waiting: Waiting) -> Iterator[tuple[int, str, str]]:
    """Yield a line for corrections that are to be applied, and one for those that are to be undone."""
    if waiting.added:
        yield len(waiting.added), "corrections applied", f"they are new in {layout.CORRECTIONS}"
    if waiting.gone:
        yield len(waiting.gone), "corrections undone", f"they are in {layout.CORRECTIONS} no more"


def look_at(order: Order, *, held: Held, configuration: Configuration, inventory: Inventory) -> None:
    """Go through all files, so that the inventory knows them."""
    limits, cutter = configuration.limits, order.wish.cutter
    for _ in changes(order.paths, limits=limits, held=held, inventory=inventory, cutter=cutter):
        pass


def files_of(inventory: Inventory) -> list[tuple[int, str, str]]:
    """Return a line for each cause for which files are done, the commonest first."""
    ordered = sorted(inventory.causes.items(), key=lambda item: (-item[1], item[0]))
    return [(count, f"files: {cause.work}", cause.why) for cause, count in ordered]
