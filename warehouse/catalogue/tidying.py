"""Tidies the ledger: small files are merged, and those that neither the ledger nor a reader needs are deleted."""

from collections.abc import Collection
from pathlib import Path

from warehouse.catalogue.reader import pinned_versions
from warehouse.ledger.history import follow_compaction, promised_versions, read_history
from warehouse.ledger.ledger import Doing, Ledger, done_here


def tidy(ledger: Ledger, *, doing: Doing = done_here) -> list[str]:
    """Merge the files of tables that have many small ones, delete what no reader needs; return the tables' names.

    `doing` merges, perhaps in another process.

    Files of the current and of the previous catalogue are spared for as long as those are: a reader that opened one of
    them goes on reading. So are those of the states that the history promises. Older catalogues have a week.
    Raises WarehouseError where the disk or the folder refuses.
    """
    crowded = ledger.compact(doing=doing)
    if crowded:
        follow_compaction(ledger.folder, ledger.head)
        ledger.remove_old_files(spared=spared_versions(ledger.folder))
    return crowded


def spared_versions(folder: Path) -> dict[str, Collection[int]]:
    """Return the versions of each table that a catalogue shows or the history promises."""
    pinned, promised = pinned_versions(folder), promised_versions(read_history(folder))
    return {name: pinned.get(name, set()) | promised.get(name, set()) for name in pinned.keys() | promised.keys()}
