"""`newsledger repair`: mend what can be mended at once, fill tables that lack rows, and name what is lost."""

import atexit
from pathlib import Path

from rich.console import Console

from flows.leaving import close_standard_error
from flows.prefect_api.settings import prepare
from flows.terminal import FAILED, as_named, complain
from warehouse.catalogue.catalogue import publish
from warehouse.folder import layout
from warehouse.folder.errors import ConfigurationError, WarehouseError
from warehouse.folder.preparation import check_path, no_warehouse
from warehouse.ledger.head import read_head
from warehouse.ledger.ledger import open_ledger
from warehouse.recovery.mend import mend

ALL_WELL, SOME_LOST = 0, 3
"""Exit codes, beside that of a repair that failed."""


def run_repair(*, warehouse: Path, is_verbose: bool) -> int:
    """Repair a warehouse and say what was wrong, and what is lost; return the exit code."""
    console = Console(soft_wrap=True, highlight=False, markup=False)
    try:
        found = mend_folder(warehouse)
        for line in found:
            console.print(as_named(line))
        head = read_head(warehouse)
        lost = fill(warehouse, is_verbose=is_verbose) if head and head.incomplete else []
    except (WarehouseError, ConfigurationError) as error:
        complain(str(error))
        return FAILED
    if lost is None:
        return FAILED
    for line in lost:
        complain(line)
    console.print(verdict(found, lost))
    return SOME_LOST if lost else ALL_WELL


def mend_folder(warehouse: Path) -> list[str]:
    """Mend head, history, tables, marts and catalogue as far as they alone allow; say what was wrong."""
    check_path(warehouse)
    if not warehouse.is_dir() or not any(entry.name in layout.PARTS for entry in warehouse.iterdir()):
        raise no_warehouse(warehouse)
    from tasks.settings.configuration import read_configuration

    found: list[str] = []
    max_bytes = read_configuration(warehouse).catalogue.max_bytes
    with open_ledger(warehouse, mending=lambda folder: found.extend(mend(folder))) as ledger:
        if not ledger.head.incomplete:
            publish(ledger.folder, max_bytes=max_bytes)
    return found


def fill(warehouse: Path, *, is_verbose: bool) -> list[str] | None:
    """Run the flow that fills the tables again; return what is lost, or None where Prefect's API failed."""
    prepare(warehouse, is_verbose=is_verbose)
    atexit.register(close_standard_error)
    from flows.prefect_api.api import ApiError, api_failures_explained, api_starting

    with api_starting():
        from flows.repair import repair
    try:
        with api_failures_explained():
            return repair(str(warehouse))
    except ApiError as error:
        complain(str(error))
        return None


def verdict(found: list[str], lost: list[str]) -> str:
    """Say how it ended."""
    if lost:
        return (
            f"Repaired, but {len(lost):,} things are lost; they are named above. `newsledger verify` proves the rest."
        )
    return "Repaired; nothing is lost. `newsledger verify` proves it." if found else "Nothing is damaged."
