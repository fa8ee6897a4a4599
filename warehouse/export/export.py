"""An export as a whole: which tables, which rows of each, in which form, and the folder that shows them at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.catalogue.reader import connect
from warehouse.export.condition import read_condition
from warehouse.export.duckdb_file import write_duckdb
from warehouse.export.failures import export_failures_explained
from warehouse.export.manifest import ExportedTable, Manifest
from warehouse.export.parquet_files import write_parquet_files
from warehouse.export.relations import DEFAULT_TABLES, find_relations
from warehouse.export.selection import Selection, select
from warehouse.export.sqlite_file import write_sqlite
from warehouse.export.target import aside, check_target, show
from warehouse.export.text_files import Written, write_csv, write_json_lines
from warehouse.export.workbook import write_workbook
from warehouse.views.literals import quoted

MEMORY_LIMIT = "1GB"
"""What DuckDB may take for sorting and joining before it turns to the disk."""

Writer = Callable[[duckdb.DuckDBPyConnection, Sequence[Selection], Path], Written]

WRITERS: dict[str, Writer] = {
    "parquet": write_parquet_files,
    "csv": write_csv,
    "jsonl": write_json_lines,
    "sqlite": write_sqlite,
    "duckdb": write_duckdb,
    "xlsx": write_workbook,
}
"""How an export is written, by the name of the format."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be exported: tables by name, the marts where none is named; the SQL condition on their rows."""

    format: str
    condition: str | None = None
    tables: tuple[str, ...] = ()
    is_overwriting: bool = False


def export(warehouse: Path, target: Path, order: Order) -> Manifest:
    """Write the rows asked for into a folder; return what it holds then.

    Either the whole export is there afterwards or all is as it was. Rows are those of one state of the warehouse,
    whatever is published meanwhile.
    Raises QueryError for a condition or a table that cannot be exported, WarehouseError where a folder refuses.
    """
    target = target.resolve()
    with connect(warehouse) as connection, export_failures_explained(target, warehouse=warehouse):
        check_target(target, warehouse=warehouse, is_overwriting=order.is_overwriting)
        selections = selected(connection, order)
        with aside(target) as folder:
            connection.execute(f"SET temp_directory = {quoted(str(folder / 'duckdb'))}")
            connection.execute(f"SET memory_limit = '{MEMORY_LIMIT}'")
            written = list(WRITERS[order.format](connection, selections, folder))
            manifest = manifest_of(connection, order, written)
            show(target, manifest)
    return manifest


def selected(connection: duckdb.DuckDBPyConnection, order: Order) -> list[Selection]:
    """Find the tables asked for and decide which of their rows are exported."""
    relations = find_relations(connection, order.tables or DEFAULT_TABLES)
    condition = None if order.condition is None else read_condition(connection, order.condition)
    return select(connection, relations, condition)


def manifest_of(
    connection: duckdb.DuckDBPyConnection, order: Order, written: Sequence[tuple[Selection, str, int]]
) -> Manifest:
    """Say what was written, and of which state of the warehouse."""
    ((sequence, fingerprint),) = connection.execute("SELECT sequence, fingerprint FROM internal.state").fetchall()
    tables = tuple(
        ExportedTable(
            table=selection.relation.sql,
            name=selection.relation.label,
            file=file,
            rows=selection.rows,
            row_count=row_count,
        )
        for selection, file, row_count in written
    )
    return Manifest(
        format=order.format, condition=order.condition, sequence=sequence, fingerprint=fingerprint, tables=tables
    )
