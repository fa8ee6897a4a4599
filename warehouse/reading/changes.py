"""What changed between two states, row by row, and why: by the article's text, its date, or the version that read it.

Rows are told apart by their keys. A row that was only written again, by another run or version, has not changed.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import duckdb

from warehouse.catalogue.reader import check_presence
from warehouse.ledger.schemas import column_types
from warehouse.ledger.states import TableFiles, files_of, state_as_of
from warehouse.reading.query import QueryResult, fetched
from warehouse.reading.run_history import unshared
from warehouse.records import (
    ARTICLE_TABLES,
    CORPUS_TABLES,
    AppliedCorrection,
    Article,
    CorrectedValue,
    Record,
    key_column,
)
from warehouse.views.failures import damage_explained
from warehouse.views.relations import VIEWS
from warehouse.views.workspace import create_stored

SQL = VIEWS / "changes"
"""Queries that say why: of articles, of versions, of rows."""

UNCOMPARED = frozenset({"extractor_version", "run_id"})
"""Columns that say who wrote a row, not what it states."""

CORRECTION_TABLES = (AppliedCorrection, CorrectedValue)
"""Tables of what the user's corrections say."""

SUMMARY = """
    FROM changes SELECT table_name, change, reason, count(*) AS row_count
    GROUP BY ALL ORDER BY first(place), table_name, change, row_count DESC, reason
"""

ROWS = """
    FROM changes SELECT table_name, change, reason, key, source, text, differs
    ORDER BY place, source, change, key
"""


def changes(folder: Path, before: str, after: str, *, is_by_row: bool) -> QueryResult:
    """Compare the states that two runs or days name: counts by table, change and reason, or every row.

    Raise `QueryError` where a state is not kept, `WarehouseError` where its files are not.
    """
    check_presence(folder)
    earlier, later = (files_of(folder, state_as_of(folder, wanted)) for wanted in (before, after))
    connection = duckdb.connect(":memory:")
    with damage_explained(folder):
        connection.execute("SET TimeZone = 'UTC'")
        show_states(connection, earlier, later)
        for name in ("articles", "versions"):
            connection.execute(query(name).replace("{VERSIONS}", versions_query()))
        tables = (*ARTICLE_TABLES, *CORPUS_TABLES)
        queries = (changes_query(record, place) for place, record in enumerate(tables))
        connection.execute(f"CREATE TEMP VIEW changes AS {' UNION ALL '.join(queries)}")
        connection.execute(ROWS if is_by_row else SUMMARY)
    columns = tuple(column[0] for column in connection.description or ())
    return QueryResult(columns=columns, rows=fetched(folder, connection))


def show_states(
    connection: duckdb.DuckDBPyConnection, earlier: Mapping[str, TableFiles], later: Mapping[str, TableFiles]
) -> None:
    """Create a schema for each state, and one for what it does not share with the other."""
    only_earlier, only_later = unshared(earlier, later)
    schemas = {"before": earlier, "after": later, "only_before": only_earlier, "only_after": only_later}
    for schema, listed in schemas.items():
        files = {table: each.files for table, each in listed.items()}
        lacking = {table: each.lacking for table, each in listed.items()}
        create_stored(connection, files, lacking=lacking, schema=schema)


@cache
def query(name: str) -> str:
    """Read a query of `changes/`."""
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")


def versions_query() -> str:
    """Write the query of the versions that read each article, table by table, where rows were written again."""
    return " UNION ALL ".join(query("versions_of_table").replace("{TABLE}", record.table) for record in ARTICLE_TABLES)


def changes_query(record: type[Record], place: int) -> str:
    """Write the query of the rows of a table that are added, gone or changed, each with its reason."""
    compared = [name for name in column_types(record) if name not in UNCOMPARED]
    is_of_article = record in ARTICLE_TABLES
    replaced = {
        "{TABLE}": record.table,
        "{PLACE}": str(place),
        "{KEY}": key_column(record),
        "{DIFFERS}": ", ".join(difference(name) for name in compared),
        "{TEXT}": shown_column(record, compared),
        "{MENTION}": "mention_id" if "mention_id" in compared else "NULL",
        "{IS_CORRECTION}": str(record in CORRECTION_TABLES).lower(),
    }
    text = query("rows_of_articles" if is_of_article else "rows_of_corpus")
    for name, value in replaced.items():
        text = text.replace(name, value)
    return text


def difference(name: str) -> str:
    """Write the expression that says how a column differs, or null: `value: 5 → 6`."""
    old, new = (f"coalesce(left(CAST({side}.{name} AS VARCHAR), 80), 'null')" for side in ("b", "a"))
    return f"CASE WHEN b.{name} IS DISTINCT FROM a.{name} THEN '{name}: ' || {old} || ' → ' || {new} END"


def shown_column(record: type[Record], names: list[str]) -> str:
    """Return the column by which people know a row."""
    if record is Article:
        return "headline"
    return next(name for name in ("text", "name", "formula", "role", "entity_id", "column_name") if name in names)
