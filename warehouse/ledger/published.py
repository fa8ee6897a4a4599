"""The tables as they are published: each at the version that `HEAD.json` names, whatever a crash left beyond it."""

from dataclasses import replace
from pathlib import Path

from deltalake import DeltaTable

from warehouse.folder import layout
from warehouse.folder.errors import WarehouseError
from warehouse.folder.files import failures_explained
from warehouse.ledger import delta
from warehouse.ledger.head import Head, TableState, write_head
from warehouse.ledger.schemas import arrow_schema
from warehouse.ledger.upgrade import same_columns
from warehouse.records import TABLES, Record


def table_path(folder: Path, table: str) -> Path:
    """Return the folder of a Delta table."""
    return folder / layout.TABLES / table


def files_by_table(folder: Path, head: Head) -> dict[str, list[Path]]:
    """List the Parquet files of each table's published version."""
    files = {}
    for record in TABLES:
        path = table_path(folder, record.table)
        table = open_at(path, head.tables[record.table].version) if record.table in head.tables else None
        if table is None or not same_columns(delta.stored_schema(table), arrow_schema(record)):
            raise WarehouseError(
                f"{path} is of an earlier version of Newsledger. Any `newsledger ingest` brings it up to date."
            )
        files[record.table] = delta.data_files(path, table)
    return files


def open_at(path: Path, version: int) -> DeltaTable:
    """Open a table at a published version; raise `WarehouseError` where it has none such."""
    if not delta.exists(path):
        raise damaged(path, version)
    table = delta.open_table(path)
    if table.version() < version:
        raise damaged(path, version)
    return table if table.version() == version else delta.open_table(path, version=version)


def damaged(path: Path, version: int) -> WarehouseError:
    """Build the error for a table that is not what `HEAD.json` says."""
    return WarehouseError(
        f"{path}: version {version}, which {layout.HEAD} names, is not there. "
        f"Run `newsledger repair --warehouse {path.parent.parent}`, which makes the table again."
    )


def with_every_table(folder: Path, head: Head | None) -> Head:
    """Return the head with every table of the records in it; a table that is not there yet is made, without rows."""
    known = head or Head(sequence=0, tables={})
    states = dict(known.tables)
    for record in TABLES:
        if record.table not in states:
            table = new_table(table_path(folder, record.table), record)
            states[record.table] = TableState(version=table.version(), changed_in=known.sequence)
    complete = replace(known, tables=states)
    if complete != head:
        write_head(folder, complete)
    return complete


def new_table(path: Path, record: type[Record]) -> DeltaTable:
    """Make a table, or open the one left by a crash before it was published; raise where that one has rows."""
    with failures_explained(path):
        is_there = path.exists() and delta.exists(path)
    if not is_there:
        return delta.create_table(path, record)
    table = delta.open_table(path)
    if delta.data_files(path, table):
        raise WarehouseError(
            f"{path} has rows, but {layout.HEAD}, which says what of them is published, is missing or does not name "
            f"the table. Run `newsledger repair --warehouse {path.parent.parent}`, which finds out."
        )
    return table


def open_published(folder: Path, head: Head) -> dict[str, DeltaTable]:
    """Open every table for writing; what was committed beyond its published version is taken back first."""
    tables = {}
    for record in TABLES:
        path = table_path(folder, record.table)
        published = open_at(path, head.tables[record.table].version)
        latest = delta.open_table(path)
        if delta.data_files(path, latest) != delta.data_files(path, published):
            delta.restore(path, latest, version=published.version())
        tables[record.table] = latest
    return tables
