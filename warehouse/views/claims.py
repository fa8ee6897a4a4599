"""What the claims' queries are made from: how a figure is read as an interval, and which words and units are the same.

The views of `claims/` are built on each other, in the order of `VIEWS`; `warehouse/marts/claims.py` compares again only
what has changed.
`words.csv` says which words of a measure are left out, which are one, which tell but a change, a revision or
the sum of a year so far, and which name no party;
`units.csv` how much of its base unit a unit is. Each row has its source.
"""

from functools import cache
from pathlib import Path

import duckdb

from warehouse.views.literals import quoted

ROOM = Path(__file__).with_name("claims")
TABLES = {"claim_words": ROOM / "words.csv", "claim_units": ROOM / "units.csv"}
VIEWS = (
    *("claim_measures", "claim_parties", "claim_statements", "claim_contexts", "claim_figures"),
    *("claim_subjects", "claim_wider", "compared_statements", "compared_pairs"),
)
"""Each after those that it is built on."""


@cache
def claims_source() -> str:
    """Return all that decides what claims are, for the fingerprint of the marts."""
    files = [ROOM / "macros.sql", *TABLES.values()]
    return "\n".join([*(file.read_text(encoding="utf-8") for file in files), *map(claim_query, VIEWS)])


def create_claims(connection: duckdb.DuckDBPyConnection) -> None:
    """Create macros, tables and views of claims upon the ledger's views, for as long as the connection is open."""
    connection.execute((ROOM / "macros.sql").read_text(encoding="utf-8"))
    for name, path in TABLES.items():
        connection.execute(f"CREATE TEMP TABLE {name} AS FROM read_csv({quoted(str(path))}, header = true)")
    create_claim_views(connection)


def create_claim_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the views of claims, where their macros and tables are: again, where they were let go of."""
    for view in VIEWS:
        connection.execute(f"CREATE OR REPLACE TEMP VIEW {view} AS {claim_query(view)}")


def claim_query(view: str) -> str:
    """Return the query of a view of claims."""
    return (ROOM / f"{view}.sql").read_text(encoding="utf-8")
