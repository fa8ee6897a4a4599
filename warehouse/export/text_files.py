"""CSV and JSON lines, a file a table, written by DuckDB itself: quick, and in bounded memory."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb

from warehouse.export.selection import Selection
from warehouse.folder.files import sync
from warehouse.views.literals import quoted

PLAIN_DECIMAL = "rtrim(rtrim(CAST({0} AS VARCHAR), '0'), '.')"
"""A decimal's digits without those that fill its scale: `10.5` for `10.500000000`."""

ISO_TIME = "strftime({0}, '%Y-%m-%dT%H:%M:%S.%fZ')"
"""A moment in ISO 8601; the connection's time zone is UTC."""

FINITE = "CASE WHEN {0} IS NULL OR isfinite({0}) THEN {0} ELSE error('{0} holds ' || {0} || ', no number') END"
"""A binary float that is a number: neither JSON nor SQLite has a form for others."""

CSV_FORMS = {"DECIMAL": PLAIN_DECIMAL, "TIMESTAMP WITH TIME ZONE": ISO_TIME}

# DuckDB writes a decimal into JSON as a number from its digits; as text, or through the type JSON, it would not be one.
JSON_FORMS = {"TIMESTAMP WITH TIME ZONE": ISO_TIME, "DOUBLE": FINITE}

Written = Iterator[tuple[Selection, str, int]]
"""What was written, table by table: the selection, the name of its file, and its rows."""


def write_csv(connection: duckdb.DuckDBPyConnection, selections: Sequence[Selection], folder: Path) -> Written:
    """Write CSV in UTF-8 with a line of names; null is an empty field, an empty text is `""`."""
    for selection in selections:
        name = f"{selection.relation.label}.csv"
        yield selection, name, copy(connection, selection.query(CSV_FORMS), folder / name, "FORMAT csv, HEADER true")


def write_json_lines(connection: duckdb.DuckDBPyConnection, selections: Sequence[Selection], folder: Path) -> Written:
    """Write one JSON object a line, decimals as numbers of the same digits."""
    for selection in selections:
        name = f"{selection.relation.label}.jsonl"
        yield selection, name, copy(connection, selection.query(JSON_FORMS), folder / name, "FORMAT json")


def copy(connection: duckdb.DuckDBPyConnection, query: str, path: Path, options: str) -> int:
    """Write the rows of a query to a file, durably; return how many there are."""
    ((row_count,),) = connection.execute(f"COPY ({query}) TO {quoted(str(path))} ({options})").fetchall()
    sync(path)
    return int(row_count)
