"""DuckDB databases that show the ledger's published tables, in memory or in a file being built."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Literal

import duckdb

from warehouse.folder import layout
from warehouse.ledger.head import Head
from warehouse.ledger.published import files_by_table
from warehouse.records import MARTS, TABLES
from warehouse.views.claims import claims_without_rows, create_claims
from warehouse.views.descriptions import create_descriptions
from warehouse.views.failures import duckdb_failures_explained
from warehouse.views.literals import quoted
from warehouse.views.questions import QUESTIONS
from warehouse.views.rates import register_rates
from warehouse.views.relations import ledger_query, macros, parquet_scan, question_query, stored_query
from warehouse.views.search import INDEX_TABLES, MACROS, index_relation, macro_query

Kind = Literal["TABLE", "VIEW", "KEPT VIEW"]
"""How rows of Parquet files are shown: copied; read where they lie; the same by a view that a database file keeps."""

MEMORY_LIMIT = "1GB"
"""What DuckDB may take for sorting and comparing before it turns to the disk."""


@contextmanager
def workspace(folder: Path, head: Head) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a database in memory with the published tables (`internal.…`) and the ledger's views upon them."""
    with duckdb_failures_explained(folder, folder=folder), duckdb.connect(":memory:") as connection:
        # Sorting more than fits into memory goes to the warehouse's own disk, not to wherever the user stands.
        connection.execute(f"SET temp_directory = {quoted(str(folder / layout.WORK / 'duckdb'))}")
        connection.execute(f"SET memory_limit = '{MEMORY_LIMIT}'")
        connection.execute("SET TimeZone = 'UTC'")
        create_ledger_views(connection, files_by_table(folder, head))
        prepare_for_marts(connection)
        yield connection


@contextmanager
def empty_workspace() -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a database in memory with the ledger's views and the marts, without rows: for their columns and types."""
    with duckdb.connect(":memory:") as connection:
        create_ledger_views(connection, {record.table: () for record in TABLES})
        prepare_for_marts(connection)
        connection.execute("CREATE SCHEMA marts")
        for mart in MARTS:
            connection.execute(f"CREATE VIEW marts.{mart} AS FROM described.{mart}")
        create_questions(connection, are_of_marts=True)
        yield connection


def create_ledger_views(
    connection: duckdb.DuckDBPyConnection,
    files: Mapping[str, Sequence[Path]],
    *,
    lacking: Mapping[str, Collection[str]] = MappingProxyType({}),
    kind: Kind = "VIEW",
) -> None:
    """Create the views of the tables in the connection's current database, given each table's Parquet files.

    `lacking` names the columns that a table's files do not have, `kind` says what the views are made upon.
    """
    create_stored(connection, files, lacking=lacking, schema="internal", kind=kind)
    for record in TABLES:
        connection.execute(f"CREATE VIEW main.{record.table} AS {ledger_query(record.table)}")
    create_questions(connection, are_of_marts=False)


def create_stored(
    connection: duckdb.DuckDBPyConnection,
    files: Mapping[str, Sequence[Path]],
    *,
    lacking: Mapping[str, Collection[str]],
    schema: str,
    kind: Kind = "VIEW",
) -> None:
    """Create a schema with each table as it is stored in files."""
    connection.execute(f"CREATE SCHEMA {schema}")
    for record in TABLES:
        query = stored_query(
            record, files[record.table], lacking=lacking.get(record.table, ()), is_kept=kind == "KEPT VIEW"
        )
        create(connection, f"{schema}.{record.table}", query, kind=kind)


def create(connection: duckdb.DuckDBPyConnection, name: str, query: str, *, kind: Kind) -> None:
    """Create a view with the query, or a table with its rows, in their order."""
    connection.execute(f"CREATE {kind.removeprefix('KEPT ')} {name} AS {query}")


def create_questions(connection: duckdb.DuckDBPyConnection, *, are_of_marts: bool) -> None:
    """Create the views that answer questions: those upon the ledger's tables, or those upon the marts."""
    for name, question in QUESTIONS.items():
        if question.is_of_marts == are_of_marts:
            connection.execute(f"CREATE VIEW main.{name} AS {question_query(name)}")


def prepare_for_marts(connection: duckdb.DuckDBPyConnection) -> None:
    """Create what the marts' queries use beside the ledger's views, for as long as the connection is open.

    Those of claims need `create_claim_views` or `make_claims` besides.
    """
    connection.execute(macros())
    register_rates(connection)
    create_claims(connection)
    with claims_without_rows(connection):
        create_descriptions(connection)


def create_marts(connection: duckdb.DuckDBPyConnection, marts: Path, *, kind: Kind = "VIEW") -> None:
    """Show the files of one state's marts, and create the views that answer questions from them."""
    connection.execute("CREATE SCHEMA marts")
    for mart in MARTS:
        scan = parquet_scan(mart_files(marts, mart), is_kept=kind == "KEPT VIEW")
        create(connection, f"marts.{mart}", f"FROM {scan}", kind=kind)
    create_questions(connection, are_of_marts=True)


def create_search(connection: duckdb.DuckDBPyConnection, marts: Path, *, kind: Kind = "VIEW") -> None:
    """Show the files of the index of one state's marts, and create the macros that ask it."""
    for table in INDEX_TABLES:
        scan = parquet_scan(index_files(marts, table), is_kept=kind == "KEPT VIEW")
        create(connection, index_relation(table), f"FROM {scan}", kind=kind)
    for macro in MACROS:
        connection.execute(f"{macro.statement} {macro_query(macro)}")
        connection.execute(f"COMMENT ON MACRO TABLE {macro.name} IS {quoted(macro.meaning)}")


def index_files(marts: Path, table: str) -> list[Path]:
    """List the Parquet files of a table of the index in a folder of marts."""
    return sorted((marts / layout.INDEX / table).glob("*.parquet"))


def mart_files(marts: Path, mart: str) -> list[Path]:
    """List the Parquet files of a mart in a folder of marts: one of its name, or one a year in a folder of its name."""
    return [whole] if (whole := marts / f"{mart}.parquet").exists() else sorted((marts / mart).glob("*.parquet"))
