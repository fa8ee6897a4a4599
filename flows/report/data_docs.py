"""Great Expectations' own pages: the suites, and how the ledger's tables do on them now; their styles are fetched."""

from pathlib import Path

from expectations.data_docs import build_data_docs
from warehouse.reading.frames import table_frames

MOST_ROWS = 50_000
"""Rows of a table that are looked at: the pages are for reading, the ledger was checked when it landed."""


def write_data_docs(warehouse: Path, folder: Path) -> Path:
    """Write the pages below a folder; return the one to open.

    Raises WarehouseError where there is no warehouse, or it is damaged.
    """
    return build_data_docs(table_frames(warehouse, most_rows=MOST_ROWS), folder)
