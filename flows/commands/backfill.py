"""`newsledger backfill`: bring stored articles to today's versions, or say what that would be."""

import atexit
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rich.console import Console

from flows.leaving import close_standard_error
from flows.prefect_api.settings import prepare
from flows.terminal import DONE, FAILED, complain
from tasks.engines import choice as engines
from tasks.engines.choice import EngineChoice
from tasks.extractors.model import reading_with
from tasks.freshness.backlog import Choice, Waiting, backlog
from tasks.settings.configuration import read_configuration
from warehouse.folder import layout
from warehouse.folder.errors import ConfigurationError, WarehouseError
from warehouse.folder.preparation import no_warehouse
from warehouse.ledger.ledger import open_ledger


def run_backfill(
    chosen_by: Mapping[str, Any], *, warehouse: Path, engine: EngineChoice, is_dry_run: bool, is_verbose: bool
) -> int:
    """Say what is waiting, do it unless it is only asked for, and say so; return the exit code."""
    console = Console(soft_wrap=True, highlight=False, markup=False)
    try:
        choice = Choice(**chosen_by)
        waiting = list_waiting(choice, warehouse=warehouse)
        for line in in_words(waiting):
            console.print(line)
        stale_count = sum(each.tables is not None for each in waiting)
        if is_dry_run or not stale_count:
            return DONE
        engines.require_sense(read_configuration(warehouse).engine.overridden(engine))
        return run_flow(choice, warehouse, engine=engine, is_verbose=is_verbose)
    except (WarehouseError, ConfigurationError) as error:
        complain(str(error))
        return FAILED


def list_waiting(choice: Choice, *, warehouse: Path) -> list[Waiting]:
    """Return the articles chosen that are not of today's versions."""
    if not (warehouse / layout.HEAD).exists():
        raise no_warehouse(warehouse)
    configuration = read_configuration(warehouse)
    with open_ledger(warehouse) as ledger, reading_with(configuration.model):
        return list(backlog(ledger, choice))


def in_words(waiting: list[Waiting]) -> list[str]:
    """Say how many articles wait, for what and why, the commonest first."""
    counts = Counter((each.tables, each.why) for each in waiting)
    lines = []
    for (tables, why), count in sorted(counts.items(), key=lambda item: (-item[1], item[0][1])):
        found = f"find {', '.join(sorted(tables))} again" if tables else "their files must be ingested again"
        lines.append(f"{count:,} articles: {found} ({why})")
    return lines or ["Nothing to do: all articles chosen are of today's versions."]


def run_flow(choice: Choice, warehouse: Path, *, engine: EngineChoice, is_verbose: bool) -> int:
    """Run the flow and say what it did; return the exit code."""
    prepare(warehouse, is_verbose=is_verbose)
    atexit.register(close_standard_error)
    from flows.prefect_api.api import ApiError, api_failures_explained, api_starting

    with api_starting():
        from flows.backfill import backfill
    try:
        with api_failures_explained():
            count = backfill(str(warehouse), choice=choice, engine=engine)
    except ApiError as error:
        complain(str(error))
        return FAILED
    Console(soft_wrap=True).print(f"{count:,} articles are of today's versions now.", highlight=False)
    return DONE
