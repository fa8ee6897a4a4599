"""`newsledger export`: rows of the marts, or of any table, as files for other tools."""

from pathlib import Path

from rich.console import Console

from flows.terminal import explained, folding_table, wide_console
from warehouse.export.export import Order, export
from warehouse.export.manifest import Manifest
from warehouse.export.selection import Rows

APPLIED = {Rows.FILTERED: "applied", Rows.LED_TO: "rows led to", Rows.ALL: "not applied: all rows"}
"""What became of the condition in a table."""

EXPLAINED = {
    Rows.LED_TO: "Rows led to are those of a dimension that exported rows lead to, and the Unknown row.",
    Rows.ALL: "A table that lacks a column of the condition is exported whole; --table leaves it out.",
}


def run_export(target: Path, *, warehouse: Path, order: Order) -> int:
    """Export into a folder and say what it holds then; return the exit code."""
    return explained(lambda: tell(export(warehouse, target, order), target=target, console=wide_console()))


def tell(manifest: Manifest, *, target: Path, console: Console) -> None:
    """Print the tables with their rows and, where there is a condition, to which of them it was applied."""
    row_count = sum(table.row_count for table in manifest.tables)
    console.print(
        f"{row_count:,} rows of {len(manifest.tables)} tables, as publication {manifest.sequence} shows them, "
        f"are in {target} ({manifest.format}).",
        highlight=False,
        markup=False,
        soft_wrap=True,
    )
    listed = folding_table("table", "rows", *(["condition"] if manifest.condition else []))
    for table in manifest.tables:
        applied = [APPLIED[Rows(table.rows)]] if manifest.condition else []
        listed.add_row(table.table, f"{table.row_count:,}", *applied)
    console.print(listed)
    for rows, words in EXPLAINED.items():
        if manifest.condition and any(table.rows == rows for table in manifest.tables):
            console.print(words, highlight=False, soft_wrap=True)
