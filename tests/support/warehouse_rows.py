"""What a warehouse holds, for tests to compare."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from warehouse.catalogue.reader import connect
from warehouse.reading.query import run_query
from warehouse.records import TABLES, Check, Measurement, Run

Row = dict[str, Any]

OF_THE_RUN = {"run_id", "started_at", "finished_at", "try_count"}


def rows(warehouse: Path, sql: str) -> list[tuple[object, ...]]:
    """Answer a query with values as DuckDB gives them."""
    with connect(warehouse) as connection:
        return connection.execute(sql).fetchall()


def tables(warehouse: Path, *, without: frozenset[str] = frozenset()) -> dict[str, list[tuple[object, ...]]]:
    """Return every table's rows, sorted, without what differs from run to run and the columns named."""
    return {
        record.table: sorted(without_run(warehouse, record.table, without=without), key=repr)
        for record in TABLES
        if record not in (Run, Check, Measurement)
    }


def without_run(warehouse: Path, table: str, *, without: frozenset[str] = frozenset()) -> list[tuple[object, ...]]:
    """Return a table's rows without the columns that name the run, and others named."""
    result = run_query(warehouse, f"FROM {table}")
    kept = [position for position, name in enumerate(result.columns) if name not in OF_THE_RUN | without]
    return [tuple(row[position] for position in kept) for row in result.rows]


def tamper(path: Path, change: Callable[[list[Row]], object]) -> None:
    """Change the rows of a Parquet file behind the ledger's back."""
    table = pq.read_table(path)
    rows = table.to_pylist()
    change(rows)
    pq.write_table(pa.Table.from_pylist(rows, schema=table.schema), path)
