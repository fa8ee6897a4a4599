"""Keys, columns and references of every table of the ledger and of every mart."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import duckdb

from warehouse.ledger.schemas import column_types
from warehouse.records import (
    ARTICLE_TABLES,
    LINKS,
    MARTS,
    STAR,
    TABLES,
    Anaphor,
    Article,
    ArticleStory,
    CorrectedValue,
    DerivedFigure,
    Entity,
    EntityName,
    EntityRole,
    Figure,
    File,
    Mention,
    MentionEntity,
    key_column,
)
from warehouse.surveys.corpus import Row, all_rows
from warehouse.views.relations import DUCKDB_TYPES

MISSING = "missing"
"""Type of a column that is not there."""


Columns = Mapping[tuple[str, str], str]
"""Types by table and column."""


class Reference(NamedTuple):
    """A column of a relation whose values are keys of another."""

    relation: str
    column: str
    other: str
    other_key: str


def survey_keys(connection: duckdb.DuckDBPyConnection) -> list[Row]:
    """Count, of every table and mart, rows without a key and rows that share one; the connection shows the marts."""
    keyed = [(f"internal.{record.table}", key_column(record)) for record in TABLES]
    keyed += [(f"marts.{name}", mart.key) for name, mart in MARTS.items()]
    return [one_row(connection, keys_query(relation, key)) for relation, key in keyed]


def keys_query(relation: str, key: str) -> str:
    """Write the query that counts rows, those without a key, and those whose key another has too."""
    counts = f"count(*) - count({key}) AS null_count, count({key}) - count(DISTINCT {key}) AS repeated_count"
    return f"FROM {relation} SELECT '{shown(relation)}' AS table_name, count(*) AS row_count, {counts}"


def survey_columns(connection: duckdb.DuckDBPyConnection) -> list[Row]:
    """Compare the columns of every table of the ledger, as they are read, with those of its record, and of marts.

    Those of a mart are the columns of its query; the connection shows both the mart and what its query gives.
    """
    found = {schema: column_types_in(connection, schema) for schema in ("internal", "marts", "described")}
    expected = {
        (record.table, name): DUCKDB_TYPES[kind]
        for record in TABLES
        for name, (kind, _) in column_types(record).items()
    }
    of_marts = {(mart, name): kind for (mart, name), kind in found["described"].items() if mart in MARTS}
    return [
        *column_rows(found["internal"], expected, prefix=""),
        *column_rows(found["marts"], of_marts, prefix="marts."),
    ]


def column_types_in(connection: duckdb.DuckDBPyConnection, schema: str) -> Columns:
    """Return the types of all columns of a schema."""
    query = "FROM duckdb_columns() SELECT table_name, column_name, data_type WHERE schema_name = ?"
    return {(table, name): kind for table, name, kind in connection.execute(query, [schema]).fetchall()}


def column_rows(found: Columns, expected: Columns, *, prefix: str) -> Iterator[Row]:
    """Set the type that each column has beside the one that is expected."""
    for (table, name), kind in expected.items():
        yield {
            "column_id": f"{prefix}{table}.{name}",
            "type": found.get((table, name), MISSING),
            "expected_type": kind,
        }


def survey_references(connection: duckdb.DuckDBPyConnection) -> list[Row]:
    """Count the values of each reference that are keys of nothing, and name one."""
    return [one_row(connection, reference_query(each)) for each in references()]


def references() -> Iterator[Reference]:
    """Yield every column that names rows of another table: in the ledger, and from the facts of the marts."""
    for record in ARTICLE_TABLES[1:]:
        yield in_ledger(record.table, "article_id", Article.table, "article_id")
    for table, links in LINKS.items():
        for column, other in links.items():
            yield in_ledger(table, column, other.table, str(other.key_name))
    for column in ("level_figure_id", "change_figure_id"):
        yield in_ledger(DerivedFigure.table, column, Figure.table, "figure_id")
    for table in (Anaphor.table, MentionEntity.table, EntityRole.table):
        yield in_ledger(table, "mention_id", Mention.table, "mention_id")
    for table in (EntityName.table, EntityRole.table, MentionEntity.table):
        yield in_ledger(table, "entity_id", Entity.table, "entity_id")
    for column in ("article_id", "story_id", "counted_as", "copy_of", "revises"):
        yield in_ledger(ArticleStory.table, column, Article.table, "article_id")
    yield in_ledger(File.table, "article_id", Article.table, "article_id")
    yield in_ledger(CorrectedValue.table, "correction_id", "corrections", "correction_id")
    for name, mart in STAR.items():
        for column, dimension in mart.links.items():
            yield Reference(f"marts.{name}", column, f"marts.{dimension}", STAR[dimension].key)


def in_ledger(table: str, column: str, other: str, other_key: str) -> Reference:
    """Name a reference between tables of the ledger."""
    return Reference(f"internal.{table}", column, f"internal.{other}", other_key)


def reference_query(reference: Reference) -> str:
    """Write the query that counts what a column names that is not there."""
    relation, column, other, other_key = reference
    named = f"(FROM {relation} SELECT DISTINCT {column} AS named WHERE {column} IS NOT NULL)"
    return (
        f"FROM {named} ANTI JOIN {other} AS other ON other.{other_key} = named "
        f"SELECT '{shown(relation)}.{column} → {shown(other)}' AS reference, "
        "count(*) AS dangling_count, min(CAST(named AS VARCHAR)) AS example"
    )


def shown(relation: str) -> str:
    """Name a relation as readers know it."""
    return relation.removeprefix("internal.")


def one_row(connection: duckdb.DuckDBPyConnection, query: str) -> Row:
    """Run a query of one row, and return it by column name."""
    (row,) = all_rows(connection, query)
    return row
