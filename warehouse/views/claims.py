"""What the claims' queries are made from: how a figure is read as an interval, and which words and units are the same.

The views of `claims/` are built on each other, in the order of `VIEWS`; `warehouse/marts/claims.py` compares again only
what has changed.
`words.csv` says which words of a measure are left out, which are one, which tell but a change, a revision or
the sum of a year so far, and which name no party;
`units.csv` how much of its base unit a unit is. Each row has its source.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import duckdb

from warehouse.views.literals import quoted

ROOM = Path(__file__).with_name("claims")
TABLES = {"claim_words": ROOM / "words.csv", "claim_units": ROOM / "units.csv"}
READ = (
    *("claim_measures", "claim_parties", "claim_statements", "claim_contexts"),
    *("claim_figures", "claim_subjects", "claim_wider"),
)
"""The views that read statements, each after those that it is built on."""
VIEWS = (*READ, "compared_statements", "compared_pairs")
"""These, and then those that compare what was read."""

MADE = frozenset({"claim_contexts", "claim_figures", "claim_subjects", "claim_wider", "compared_pairs"})
"""Views that are asked more than once: to plan and run all that is below them takes a second each time."""

PATTERNS = {"revisions": "revision", "running_sums": "running sum"}
"""Variables with the words of a use as a pattern: DuckDB compiles one anew for each row that a query works out."""


@cache
def claims_source() -> str:
    """Return all that decides what claims are, for the fingerprint of the marts."""
    files = [ROOM / "macros.sql", *TABLES.values()]
    return "\n".join([*(file.read_text(encoding="utf-8") for file in files), *map(claim_query, VIEWS)])


def create_claims(connection: duckdb.DuckDBPyConnection) -> None:
    """Create what the views of claims use beside the ledger's views, for as long as the connection is open."""
    connection.execute((ROOM / "macros.sql").read_text(encoding="utf-8"))
    for name, path in TABLES.items():
        connection.execute(f"CREATE TEMP TABLE {name} AS FROM read_csv({quoted(str(path))}, header = true)")
    for variable, use in PATTERNS.items():
        words = f"FROM claim_words SELECT string_agg(word, '|' ORDER BY word) WHERE use = {quoted(use)}"
        connection.execute(f"SET VARIABLE {variable} = '\\b(?:' || ({words}) || ')\\b'")


def create_claim_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the views of claims, for whoever may not ask them at all."""
    for view in VIEWS:
        connection.execute(f"CREATE TEMP VIEW {view} AS {claim_query(view)}")


def make_claims(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the views of claims, those that are asked more than once as tables of their rows."""
    for view in VIEWS:
        make(connection, view, claim_query(view))


def make(connection: duckdb.DuckDBPyConnection, view: str, query: str) -> None:
    """Create a view of claims with this query, or a table where it is asked more than once."""
    connection.execute(f"CREATE TEMP {kind_of(view)} {view} AS {query}")


def forget(connection: duckdb.DuckDBPyConnection) -> None:
    """Let go of the views of claims and of their rows."""
    for view in reversed(VIEWS):
        connection.execute(f"DROP {kind_of(view)} temp.{view}")


def kind_of(view: str) -> str:
    """Say what a view of claims is made as."""
    return "TABLE" if view in MADE else "VIEW"


@contextmanager
def claims_without_rows(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Have an empty table in place of each view of claims within the block.

    To plan a query on the views takes up to a second, as each is planned wherever it is named; columns and types are
    those of the tables.
    """
    for view in VIEWS:
        connection.execute(f"CREATE TEMP TABLE {view} AS ({claim_query(view)}) WITH NO DATA")
    yield
    for view in VIEWS:
        connection.execute(f"DROP TABLE temp.{view}")


def claim_query(view: str) -> str:
    """Return the query of a view of claims."""
    return (ROOM / f"{view}.sql").read_text(encoding="utf-8")
