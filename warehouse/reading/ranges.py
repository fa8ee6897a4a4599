"""Stored rows a range of articles at a time, so that a whole warehouse is gone through in bounded memory."""

from collections.abc import Iterator
from typing import Any

import duckdb

ARTICLES_AT_ONCE = 2000
"""Articles whose texts are in memory together."""

ROWS_AT_ONCE = 2000
"""Rows fetched from DuckDB at a time."""

LAST_KEY = "\U0010ffff"
"""Sorts after every key."""

Row = dict[str, Any]


def key_ranges(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, str]]:
    """Yield ranges of articles' keys that together cover any text, from a key to before the next range's."""
    bounds: list[str] = []
    connection.execute("FROM internal.articles SELECT article_id ORDER BY article_id")
    while keys := connection.fetchmany(ARTICLES_AT_ONCE):
        bounds.append(keys[-1][0])
    yield from zip(["", *bounds], [*bounds, LAST_KEY], strict=True)


def rows_between(
    connection: duckdb.DuckDBPyConnection, table: str, key_range: tuple[str, str], *, columns: str = "*"
) -> Iterator[Row]:
    """Yield some columns, or all, of a stored table's rows whose article's key lies in the range."""
    connection.execute(f"FROM internal.{table} SELECT {columns} WHERE article_id >= ? AND article_id < ?", key_range)
    names = [column[0] for column in connection.description or ()]
    while rows := connection.fetchmany(ROWS_AT_ONCE):
        yield from (dict(zip(names, row, strict=True)) for row in rows)
