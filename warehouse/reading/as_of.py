"""A warehouse as a run left it: a database in memory, with every view upon exactly the files of that state."""

from pathlib import Path

import duckdb

from warehouse.catalogue.reader import check_presence
from warehouse.ledger.states import files_of, state_as_of
from warehouse.records import MARTS
from warehouse.views.claims import create_claim_views
from warehouse.views.failures import damage_explained
from warehouse.views.literals import quoted
from warehouse.views.relations import mart_query
from warehouse.views.search import MACROS
from warehouse.views.workspace import create_ledger_views, create_questions, prepare_for_marts

NO_INDEX = (
    "The index of words is that of today: search without --as-of. For a word in the texts of an earlier state ask "
    "FROM articles WHERE regexp_matches(body, 'word', 'i')."
)


def connect_as_of(folder: Path, as_of: str) -> duckdb.DuckDBPyConnection:
    """Open the state that is meant by a run's key or its start, a day, or a time; views stand as in the catalogue.

    Its marts are computed when they are asked for: their files are those of today. Raise `WarehouseError` where there
    is no warehouse, `QueryError` where no such state is kept.
    """
    check_presence(folder)
    files = files_of(folder, state_as_of(folder, as_of))
    connection = duckdb.connect(":memory:")
    with damage_explained(folder):
        connection.execute("SET TimeZone = 'UTC'")
        create_ledger_views(
            connection,
            {table: listed.files for table, listed in files.items()},
            lacking={table: listed.lacking for table, listed in files.items()},
        )
        prepare_for_marts(connection)
        create_claim_views(connection)
        create_computed_marts(connection)
        create_questions(connection, are_of_marts=True)
        refuse_searches(connection)
    return connection


def refuse_searches(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the macros that search, with their columns, to say that the index of words is that of today."""
    for macro in MACROS:
        if macro.columns:
            nulls = ", ".join(f"CAST(NULL AS {kind}) AS {name}" for name, kind in macro.columns.items())
            connection.execute(f"{macro.statement} SELECT {nulls} WHERE error({quoted(NO_INDEX)}) IS NULL")


def create_computed_marts(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the marts as views upon the ledger's views.

    The names in a view's query are looked up in the view's own schema first, where `marts.articles` would find itself:
    so the queries stand in another one, under names that nothing else has.
    """
    connection.execute("CREATE SCHEMA marts")
    connection.execute("CREATE SCHEMA computed")
    for mart in MARTS:
        connection.execute(f"CREATE VIEW computed.mart_{mart} AS {mart_query(mart)}")
        connection.execute(f"CREATE VIEW marts.{mart} AS FROM computed.mart_{mart}")
