"""A card: all that is said of one thing, as its row and the rows of each part."""

from collections.abc import Mapping
from dataclasses import dataclass

import duckdb

from warehouse.reading.query import dictionaries

Row = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What is shown of one thing: its row, and the rows of each part by its title."""

    row: Row
    parts: dict[str, list[Row]]


def parts_of(
    connection: duckdb.DuckDBPyConnection, queries: Mapping[str, str], parameters: Mapping[str, object]
) -> dict[str, list[Row]]:
    """Ask for the parts of a card: one query a title, each with those of the parameters that it names."""
    return {
        title: dictionaries(connection, query, {name: each for name, each in parameters.items() if f"${name}" in query})
        for title, query in queries.items()
    }
