"""One SQLite database. SQLite has no exact decimals: they are text of the same digits, never rounded to a float."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import duckdb

from warehouse.export.relations import Relation
from warehouse.export.selection import Selection
from warehouse.export.text_files import FINITE, ISO_TIME, PLAIN_DECIMAL, Written
from warehouse.folder.files import sync

DATABASE = "export.sqlite"

ROWS_AT_ONCE = 2000
"""Rows in memory together."""

TYPES = {"BIGINT": "INTEGER", "INTEGER": "INTEGER", "BOOLEAN": "INTEGER", "DOUBLE": "REAL"}
"""SQLite's type for each of DuckDB's that is not kept as text."""

FORMS = {
    "DECIMAL": PLAIN_DECIMAL,
    "DOUBLE": FINITE,
    "DATE": "CAST({0} AS VARCHAR)",
    "TIMESTAMP WITH TIME ZONE": ISO_TIME,
}


def write_sqlite(connection: duckdb.DuckDBPyConnection, selections: Sequence[Selection], folder: Path) -> Written:
    """Write a table each: whole numbers and truth values as INTEGER, floats as REAL, all else as TEXT."""
    path = folder / DATABASE
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        # The file is thrown away where something fails, so that it needs no journal while it is written.
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        for selection in selections:
            yield selection, DATABASE, fill(database, selection, connection)
    sync(path)


def fill(database: sqlite3.Connection, selection: Selection, connection: duckdb.DuckDBPyConnection) -> int:
    """Create a table with the rows of a selection; return how many there are."""
    relation = selection.relation
    insert = f'INSERT INTO "{relation.label}" VALUES ({", ".join("?" * len(relation.columns))})'  # noqa: S608 (our names)
    row_count = 0
    database.execute(definition(relation))
    database.execute("BEGIN")
    connection.execute(selection.query(FORMS))
    while rows := connection.fetchmany(ROWS_AT_ONCE):
        database.executemany(insert, rows)
        row_count += len(rows)
    database.execute("COMMIT")
    return row_count


def definition(relation: Relation) -> str:
    """Write the statement that creates a table; its comments, which SQLite keeps, say what table and columns mean."""
    last = len(relation.columns) - 1
    columns = (
        f'    "{column.name}" {TYPES.get(column.kind, "TEXT")}{"," if place < last else ""} {remark(column.meaning)}'
        for place, column in enumerate(relation.columns)
    )
    return "\n".join([f'CREATE TABLE "{relation.label}" ( {remark(relation.meaning)}', *columns, ")"])


def remark(meaning: str) -> str:
    """Write a meaning as a comment to the line's end."""
    return f"-- {' '.join(meaning.split())}"
