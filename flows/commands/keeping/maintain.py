"""`newsledger maintain`: merge, expire, clear away, and say how much was freed."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from flows.terminal import explained
from warehouse.catalogue.maintenance import Step, maintain, planned
from warehouse.catalogue.reader import check_presence
from warehouse.folder import layout, lock
from warehouse.ledger.head import published_head
from warehouse.ledger.ledger import open_ledger


def run_maintain(*, warehouse: Path, retention_hours: int, is_dry_run: bool) -> int:
    """Maintain a warehouse, or only say what would be done; return the exit code."""
    work = plan if is_dry_run else perform
    return explained(lambda: tell(work(warehouse, retention_hours=retention_hours), is_dry_run=is_dry_run))


def plan(warehouse: Path, *, retention_hours: int) -> list[Step]:
    """Look at what would be done, while nobody writes."""
    check_presence(warehouse)
    folder = warehouse.resolve()
    with lock.held(folder / layout.LEDGER_LOCK):
        return planned(folder, published_head(folder), retention_hours=retention_hours)


def perform(warehouse: Path, *, retention_hours: int) -> list[Step]:
    """Do it."""
    from tasks.settings.configuration import read_configuration

    check_presence(warehouse)
    max_bytes = read_configuration(warehouse).catalogue.max_bytes
    with open_ledger(warehouse) as ledger:
        return maintain(ledger, retention_hours=retention_hours, max_bytes=max_bytes)


def tell(steps: Sequence[Step], *, is_dry_run: bool) -> None:
    """Print what was done, or would be."""
    console = Console(highlight=False, markup=False, soft_wrap=True)
    for line in in_words(steps, is_dry_run=is_dry_run):
        console.print(line)


def in_words(steps: Sequence[Step], *, is_dry_run: bool = False) -> list[str]:
    """Return a line for each step that had something to do, and one of the bytes in all."""
    lines = [
        f"{step.count:,} {step.what}" + (f": {step.byte_count:,} bytes" if step.byte_count else "")
        for step in steps
        if step.count
    ]
    total = sum(step.byte_count for step in steps)
    return [*lines, f"{total:,} bytes {'would be' if is_dry_run else 'were'} freed."]
