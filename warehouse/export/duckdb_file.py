"""One DuckDB database with real tables, described by comments, that older clients open too."""

from collections.abc import Sequence
from pathlib import Path

import duckdb

from warehouse.catalogue.reader import STORAGE_VERSION
from warehouse.export.relations import Relation
from warehouse.export.selection import Selection
from warehouse.export.text_files import Written
from warehouse.folder.files import sync
from warehouse.views.literals import quoted

DATABASE = "export.duckdb"


def write_duckdb(connection: duckdb.DuckDBPyConnection, selections: Sequence[Selection], folder: Path) -> Written:
    """Write tables of the same schemas and names as in the warehouse, so that queries for one run on the other."""
    path = folder / DATABASE
    connection.execute(f"ATTACH {quoted(str(path))} AS exported (STORAGE_VERSION {quoted(STORAGE_VERSION)})")
    for schema in sorted({selection.relation.schema for selection in selections}):
        connection.execute(f"CREATE SCHEMA IF NOT EXISTS exported.{schema}")
    for selection in selections:
        table = f"exported.{selection.relation.sql}"
        ((row_count,),) = connection.execute(f"CREATE TABLE {table} AS {selection.query({})}").fetchall()
        comment(connection, table, selection.relation)
        yield selection, DATABASE, int(row_count)
    connection.execute("DETACH exported")  # which writes what is still in its log into the file
    sync(path)


def comment(connection: duckdb.DuckDBPyConnection, table: str, relation: Relation) -> None:
    """Say in the database what a table and each of its columns mean."""
    connection.execute("BEGIN")  # once to the disk, not once a comment
    connection.execute(f"COMMENT ON TABLE {table} IS {quoted(relation.meaning)}")
    for column in relation.columns:
        connection.execute(f"COMMENT ON COLUMN {table}.{column.name} IS {quoted(column.meaning)}")
    connection.execute("COMMIT")
