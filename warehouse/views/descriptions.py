"""The marts' descriptions within a database: what the queries of `meta_tables` and `meta_columns` are made from."""

from collections.abc import Iterable, Iterator, Sequence

import duckdb

from warehouse.records import MARTS, mart_kind
from warehouse.views.relations import mart_meanings, mart_query


def create_descriptions(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the schema `described`, given a connection with the ledger's views and the macros.

    Its tables `marts` and `meanings` say what the records say; an empty table of each mart has the columns of the
    mart's query, so that DuckDB tells their order and types.
    """
    connection.execute("CREATE SCHEMA described")
    make_table(connection, "described.marts", ("mart", "kind", "key_column", "meaning"), marts())
    make_table(connection, "described.meanings", ("mart", "column_name", "links_to", "meaning"), meanings())
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


def make_table(
    connection: duckdb.DuckDBPyConnection, name: str, columns: Sequence[str], rows: Iterable[tuple[str | None, ...]]
) -> None:
    """Make a table of texts, from one list a column: DuckDB is slow to parse a statement that spells out rows."""
    lists = ", ".join(f"unnest(?::VARCHAR[]) AS {column}" for column in columns)
    connection.execute(f"CREATE TABLE {name} AS SELECT {lists}", [list(values) for values in zip(*rows, strict=True)])
