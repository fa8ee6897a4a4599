"""The marts' descriptions within a database: what the queries of `meta_tables` and `meta_columns` are made from."""

from collections.abc import Iterator, Sequence

import duckdb

from warehouse.records import MARTS, mart_kind
from warehouse.views.literals import quoted
from warehouse.views.relations import mart_meanings, mart_query


def create_descriptions(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the schema `described`, given a connection with the ledger's views and the macros.

    Its tables `marts` and `meanings` say what the records say; an empty table of each mart has the columns of the
    mart's query, so that DuckDB tells their order and types.
    """
    connection.execute("CREATE SCHEMA described")
    connection.execute(table("described.marts", ("mart", "kind", "key_column", "meaning"), marts()))
    connection.execute(table("described.meanings", ("mart", "column_name", "links_to", "meaning"), meanings()))
    for mart in MARTS:
        connection.execute(f"CREATE TABLE described.{mart} AS ({mart_query(mart)}) WITH NO DATA")


def marts() -> Iterator[tuple[str | None, ...]]:
    """Yield name, kind, key and grain of each mart."""
    for name, mart in MARTS.items():
        yield name, mart_kind(name), mart.key, mart.grain


def meanings() -> Iterator[tuple[str | None, ...]]:
    """Yield mart, name, mart linked to, and meaning of each column that a mart can have."""
    for name, mart in MARTS.items():
        for column, meaning in mart_meanings(name).items():
            yield name, column, mart.links.get(column), meaning


def table(name: str, columns: Sequence[str], rows: Iterator[tuple[str | None, ...]]) -> str:
    """Write the statement that makes a table of texts: one statement, since DuckDB takes single rows slowly."""
    values = ", ".join(f"({', '.join('NULL' if value is None else quoted(value) for value in row)})" for row in rows)
    return f"CREATE TABLE {name} AS FROM (VALUES {values}) AS row({', '.join(columns)})"
