"""Which rows of each table are exported: those that the condition leaves, and the dimensions' rows that they lead to.

A dimension beside which facts are exported is not filtered itself: it keeps the rows that the exported facts lead to
and its row for what is not known, so that inner joins of what is exported lose nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import duckdb

from warehouse.export.condition import Condition, has_columns
from warehouse.export.failures import first_line
from warehouse.export.refusals import no_table_to_filter
from warehouse.export.relations import Relation
from warehouse.folder.errors import QueryError
from warehouse.records import MARTS, STAR, TABLES, UNKNOWN, key_column


class Rows(StrEnum):
    """Which of a table's rows are exported."""

    ALL = "all"
    FILTERED = "filtered"
    LED_TO = "led to"


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """A relation, which of its rows are exported, the query of these in no certain order, and their order."""

    relation: Relation
    rows: Rows
    sql: str
    order: str

    def query(self, forms: Mapping[str, str]) -> str:
        """Return the query of the rows in their order.

        Columns are given another form by their type, its digits left out: `{"DECIMAL": "CAST({} AS VARCHAR)"}`.
        """
        columns = (
            f"{forms.get(column.kind.partition('(')[0], '{}').format(column.name)} AS {column.name}"
            for column in self.relation.columns
        )
        return f"FROM ({self.sql}) SELECT {', '.join(columns)} ORDER BY {self.order}"


def select(
    connection: duckdb.DuckDBPyConnection, relations: Sequence[Relation], condition: Condition | None
) -> list[Selection]:
    """Decide which rows of each relation are exported; raise `QueryError` where the condition does not fit a table.

    Without a condition all rows of all relations are.
    """
    if condition is None:
        return [selection(relation, Rows.ALL, f"FROM {relation.sql}") for relation in relations]
    led_to = dimensions_led_to(relations)
    made: dict[str, Selection] = {}
    for relation in sorted(relations, key=lambda relation: rank(relation, led_to)):
        if relation.sql in led_to:
            made[relation.sql] = selection(relation, Rows.LED_TO, led_to_query(relation, list(made.values())))
        elif has_columns(connection, relation, condition):
            made[relation.sql] = selection(relation, Rows.FILTERED, filtered_query(connection, relation, condition))
        else:
            made[relation.sql] = selection(relation, Rows.ALL, f"FROM {relation.sql}")
    if all(selected.rows is not Rows.FILTERED for selected in made.values()):
        raise no_table_to_filter(connection, relations, condition, led_to=led_to)
    return [made[relation.sql] for relation in relations]


def selection(relation: Relation, rows: Rows, sql: str) -> Selection:
    """Build the selection of a relation's rows."""
    return Selection(relation=relation, rows=rows, sql=sql, order=order_of(relation))


def rank(relation: Relation, led_to: frozenset[str]) -> int:
    """Put relations after those that lead to them: facts, then `dim_article`, then the dimensions that it leads to."""
    return 0 if relation.sql not in led_to else 1 if links_of(relation) else 2


def links_of(relation: Relation) -> Mapping[str, str]:
    """Return the mart that each of a mart's key columns leads to."""
    if relation.schema != "marts" or relation.name not in STAR:
        return {}
    return {**STAR[relation.name].links, **STAR[relation.name].open_links}


def dimensions_led_to(relations: Sequence[Relation]) -> frozenset[str]:
    """Return the dimensions that other exported tables lead to."""
    return frozenset(f"marts.{dimension}" for relation in relations for dimension in links_of(relation).values())


def led_to_query(dimension: Relation, leading: Sequence[Selection]) -> str:
    """Write the query of a dimension's rows that the selected rows lead to, with that for what is not known."""
    key = STAR[dimension.name].key
    keys = " UNION ALL ".join(
        f"(FROM ({selected.sql}) SELECT {column})"
        for selected in leading
        for column, target in links_of(selected.relation).items()
        if target == dimension.name
    )
    unknown = "-1" if dimension.name == "dim_date" else f"'{UNKNOWN}'"
    return f"FROM {dimension.sql} WHERE {key} IN ({keys}) OR {key} = {unknown}"


def filtered_query(connection: duckdb.DuckDBPyConnection, relation: Relation, condition: Condition) -> str:
    """Write the query of a relation's rows that fulfil the condition; raise `QueryError` where it does not fit them."""
    asked = f"DESCRIBE FROM {relation.sql} SELECT {condition.sql} WHERE {condition.sql}"
    try:
        ((_, kind, *_),) = connection.execute(asked).fetchall()
    except duckdb.Error as error:
        raise misfit(relation, condition, first_line(error)) from error
    if kind != "BOOLEAN":  # which DuckDB would turn into true or false, or would fail to on the first row
        raise misfit(relation, condition, f"It gives {kind}, not true or false.")
    return f"FROM {relation.sql} WHERE {condition.sql}"


def misfit(relation: Relation, condition: Condition, reason: str) -> QueryError:
    """Build the error for a condition that cannot be asked of a relation although this has its columns."""
    return QueryError(
        f"--where {condition.text!r} does not fit {relation.sql}: {reason} "
        "Change it, or name other tables with --table."
    )


def order_of(relation: Relation) -> str:
    """Return the columns by which a relation's rows are put in order, so that the same state gives the same files."""
    keys = {record.table: key_column(record) for record in TABLES}
    if relation.schema == "marts":
        mart = MARTS[relation.name]
        return ", ".join(dict.fromkeys([*mart.order, mart.key]))
    return keys.get(relation.name, "ALL")
