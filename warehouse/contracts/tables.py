"""The marts as their readers find them: grain, key, links, and each column with its type and meaning."""

import hashlib
from dataclasses import dataclass

import duckdb

from warehouse.records import MARTS
from warehouse.views.relations import mart_query

TITLE = "Newsledger"
NAME = "newsledger"
PURPOSE = (
    "Facts found in news text, each provable from the characters it came from: who, where, when, how much, who said."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a mart: `type` in DuckDB's words, `links_to` the mart whose key it holds."""

    name: str
    type: str
    meaning: str
    is_key: bool
    links_to: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A mart: `kind` is fact, dimension, wide or meta; `meaning` what one of its rows stands for."""

    name: str
    kind: str
    key: str
    meaning: str
    columns: tuple[Column, ...]

    @property
    def links(self) -> dict[str, str]:
        """From columns to the marts whose keys they hold."""
        return {column.name: column.links_to for column in self.columns if column.links_to}


Tables = tuple[Table, ...]


def read_tables(connection: duckdb.DuckDBPyConnection) -> Tables:
    """Read what `meta_tables` and `meta_columns` say, given a connection that their queries can be asked of."""
    columns: dict[str, list[Column]] = {mart: [] for mart in MARTS}
    described = f"FROM ({mart_query('meta_columns')}) SELECT mart, column_name, type, meaning, is_key, links_to"
    for mart, name, kind, meaning, is_key, links_to in connection.execute(f"{described} ORDER BY position").fetchall():
        columns[mart].append(Column(name=name, type=kind, meaning=meaning, is_key=is_key, links_to=links_to))
    tables = {
        name: Table(name=name, kind=kind, key=key, meaning=meaning, columns=tuple(columns[name]))
        for name, kind, key, meaning in connection.execute(mart_query("meta_tables")).fetchall()
    }
    return tuple(tables[mart] for mart in MARTS)


def version_of(tables: Tables) -> str:
    """Return a version that changes with every word and type of the description, after the rules of semver.org."""
    return f"1.0.0+{hashlib.sha256(repr(tables).encode()).hexdigest()[:8]}"


def key_of(tables: Tables, name: str) -> str:
    """Return the key column of a table."""
    (key,) = (table.key for table in tables if table.name == name)
    return key
