"""DuckDB databases that show the ledger's published tables, in memory or in a file being built."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb

from warehouse.folder import layout
from warehouse.folder.files import failure, failures_explained
from warehouse.ledger.head import Head
from warehouse.ledger.published import files_by_table
from warehouse.records import MARTS, TABLES
from warehouse.views.questions import QUESTIONS
from warehouse.views.relations import ledger_query, macros, parquet_scan, question_query, quoted, stored_query
from warehouse.views.search import INDEX_TABLES, MACROS, SCHEMA, macro_query

MEMORY_LIMIT = "1GB"
"""What DuckDB may take for sorting and comparing before it turns to the disk."""


@contextmanager
def workspace(folder: Path, head: Head) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a database in memory with the published tables (`stored.…`) and the ledger's views upon them."""
    with duckdb_failures_explained(folder), duckdb.connect(":memory:") as connection:
        # Sorting more than fits into memory goes to the warehouse's own disk, not to wherever the user stands.
        connection.execute(f"SET temp_directory = {quoted(str(folder / layout.WORK / 'duckdb'))}")
        connection.execute(f"SET memory_limit = '{MEMORY_LIMIT}'")
        connection.execute("SET TimeZone = 'UTC'")
        create_ledger_views(connection, files_by_table(folder, head))
        create_macros(connection)
        yield connection


def create_ledger_views(connection: duckdb.DuckDBPyConnection, files: Mapping[str, Sequence[Path]]) -> None:
    """Create the views of the tables in the connection's current database, given each table's Parquet files."""
    connection.execute("CREATE SCHEMA stored")
    for record in TABLES:
        connection.execute(f"CREATE VIEW stored.{record.table} AS {stored_query(record, files[record.table])}")
    for record in TABLES:
        connection.execute(f"CREATE VIEW main.{record.table} AS {ledger_query(record.table)}")
    for question in QUESTIONS:
        connection.execute(f"CREATE VIEW main.{question} AS {question_query(question)}")


def create_macros(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the macros that the marts' queries use, for as long as the connection is open."""
    connection.execute(macros())


def create_mart_views(connection: duckdb.DuckDBPyConnection, marts: Path) -> None:
    """Create the views on the files of one state's marts."""
    connection.execute("CREATE SCHEMA marts")
    for mart in MARTS:
        connection.execute(f"CREATE VIEW marts.{mart} AS FROM {parquet_scan(mart_files(marts, mart))}")


def create_search(connection: duckdb.DuckDBPyConnection, marts: Path) -> None:
    """Create the views on the index of one state's marts, and the macros that ask it."""
    connection.execute(f"CREATE SCHEMA {SCHEMA}")
    for table in INDEX_TABLES:
        connection.execute(f"CREATE VIEW {SCHEMA}.{table} AS FROM {parquet_scan(index_files(marts, table))}")
    for macro in MACROS:
        connection.execute(f"CREATE MACRO {macro.name}({macro.parameters}) AS TABLE {macro_query(macro)}")
        connection.execute(f"COMMENT ON MACRO TABLE {macro.name} IS {quoted(macro.meaning)}")


def index_files(marts: Path, table: str) -> list[Path]:
    """List the Parquet files of a table of the index in a folder of marts."""
    return sorted((marts / layout.INDEX / table).glob("*.parquet"))


def mart_files(marts: Path, mart: str) -> list[Path]:
    """List the Parquet files of a mart in a folder of marts: one of its name, or one a year in a folder of its name."""
    return [whole] if (whole := marts / f"{mart}.parquet").exists() else sorted((marts / mart).glob("*.parquet"))


@contextmanager
def duckdb_failures_explained(path: Path) -> Iterator[None]:
    """Turn a failure of DuckDB to read or write files within the block into a `WarehouseError`."""
    try:
        with failures_explained(path):
            yield
    except duckdb.Error as error:  # The statements are our own: what fails is a file or the memory.
        raise failure(path, reason=str(error)) from error
