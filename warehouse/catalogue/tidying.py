"""Tidies the ledger: small files are merged, and those that neither the ledger nor a reader needs are deleted."""

from warehouse.catalogue.reader import pinned_versions
from warehouse.ledger.ledger import Ledger


def tidy(ledger: Ledger) -> list[str]:
    """Merge the files of tables that have many small ones, delete what no reader needs; return the tables' names.

    Files of the current and of the previous catalogue are spared for as long as those are: a reader that opened one of
    them goes on reading. Older catalogues have a week.
    Raises WarehouseError where the disk or the folder refuses.
    """
    crowded = ledger.compact()
    if crowded:
        ledger.remove_old_files(spared=pinned_versions(ledger.folder))
    return crowded
