"""A condition that no exported table can be filtered by: why, and which columns may have been meant."""

from collections.abc import Sequence
from difflib import get_close_matches

import duckdb

from warehouse.export.condition import Condition, has_column, has_columns
from warehouse.export.relations import Relation
from warehouse.folder.errors import QueryError
from warehouse.records import STAR

THROUGH_A_SUBQUERY = (
    "What another table says of the articles is asked by: article_id IN (SELECT article_id FROM … WHERE …)."
)


def no_table_to_filter(
    connection: duckdb.DuckDBPyConnection,
    relations: Sequence[Relation],
    condition: Condition,
    *,
    led_to: frozenset[str],
) -> QueryError:
    """Build the error for a condition whose columns no table has that it could filter."""
    holders = {
        ".".join(column): [relation.sql for relation in relations if has_column(connection, relation, column)]
        for column in condition.columns
    }
    unknown = [name for name, having in holders.items() if not having]
    if unknown:
        return QueryError("No exported table has " + "; ".join(with_close_names(name, relations) for name in unknown))
    for relation in relations:
        if relation.sql in led_to and has_columns(connection, relation, condition):
            return QueryError(asked_through(relation, condition))
    spread = "; ".join(f"{name} is in {', '.join(having)}" for name, having in holders.items())
    return QueryError(
        f"No exported table that a condition filters has all of {', '.join(holders)}: {spread}. {THROUGH_A_SUBQUERY}"
    )


def with_close_names(name: str, relations: Sequence[Relation]) -> str:
    """Say that there is no column of this name, and which are written much like it."""
    columns = sorted({column.name for relation in relations for column in relation.columns})
    close = get_close_matches(name.rpartition(".")[2].lower(), columns, n=5)
    tables = ", ".join(f"`newsledger sql 'DESCRIBE {relation.sql}'`" for relation in relations[:1])
    hint = f"close names are {', '.join(close)}." if close else f"{tables} lists the columns of one."
    return f"a column {name!r}: {hint}"


def asked_through(dimension: Relation, condition: Condition) -> str:
    """Say how facts are filtered by what stands in a dimension."""
    key = STAR[dimension.name].key
    through = f"{key} IN (SELECT {key} FROM {dimension.sql} WHERE {condition.text})"  # noqa: S608 (shown to the user)
    return (
        f"Only {dimension.sql} has the columns of {condition.text!r}, and a dimension keeps the rows that facts lead "
        f'to. Filter the facts: --where "{through}".'
    )
