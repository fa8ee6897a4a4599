"""The tables and views that can be exported: all that `newsledger sql` shows, as the catalogue describes them."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

import duckdb

from warehouse.folder.errors import QueryError
from warehouse.records import MARTS, STAR, WIDE

DEFAULT_TABLES = tuple(f"marts.{name}" for name in (*STAR, *WIDE))
"""What is exported where the user names nothing: the star, and the wide tables."""

SCHEMAS = ("marts", "main", "internal")
"""Where a name without a schema is looked for, first to last."""

DESCRIBED = """
WITH relations AS (
    SELECT schema_name, view_name AS name, comment FROM duckdb_views() WHERE database_name = current_database()
    UNION ALL
    SELECT schema_name, table_name, comment FROM duckdb_tables() WHERE database_name = current_database()
)
SELECT schema_name, name, relations.comment, column_name, data_type, columns.comment
FROM relations
JOIN duckdb_columns() AS columns USING (schema_name)
WHERE columns.database_name = current_database() AND table_name = name AND list_contains($schemas, schema_name)
ORDER BY schema_name, name, column_index
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its name, its DuckDB type (`DECIMAL(38,9)`), and its meaning, empty where none is written down."""

    name: str
    kind: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A table or view of the warehouse, its grain as `meaning`."""

    schema: str
    name: str
    meaning: str
    columns: tuple[Column, ...]

    @property
    def sql(self) -> str:
        """The name by which it is asked for in SQL: `marts.figures`."""
        return f"{self.schema}.{self.name}"

    @property
    def label(self) -> str:
        """The name of its file, sheet or table in an export; marts go without their schema."""
        is_plain = self.schema == "marts" or (self.schema == "main" and self.name not in MARTS)
        return self.name if is_plain else f"{self.schema}_{self.name}"


def find_relations(connection: duckdb.DuckDBPyConnection, names: Sequence[str]) -> list[Relation]:
    """Return the relations of these names, each once, in this order; raise `QueryError` for a name there is not.

    A name without its schema is that of a mart, else of a table or view of `main`.
    """
    known = all_relations(connection)
    return list({relation.sql: relation for relation in (find(known, name) for name in names)}.values())


def all_relations(connection: duckdb.DuckDBPyConnection) -> dict[str, Relation]:
    """Return every table and view of the catalogue by its name with its schema."""
    meanings: dict[tuple[str, str], str] = {}
    columns: dict[tuple[str, str], list[Column]] = {}
    for schema, name, meaning, column, kind, column_meaning in connection.execute(
        DESCRIBED, {"schemas": list(SCHEMAS)}
    ).fetchall():
        meanings[schema, name] = meaning or ""
        columns.setdefault((schema, name), []).append(Column(name=column, kind=kind, meaning=column_meaning or ""))
    relations = (
        Relation(schema=schema, name=name, meaning=meaning, columns=tuple(columns[schema, name]))
        for (schema, name), meaning in meanings.items()
    )
    return {relation.sql: relation for relation in relations}


def find(known: dict[str, Relation], wanted: str) -> Relation:
    """Return the one relation meant by a name, with or without its schema, in any case."""
    name = wanted.strip().lower()
    candidates = [name, *(f"{schema}.{name}" for schema in SCHEMAS)]
    found = [known[candidate] for candidate in candidates if candidate in known]
    if found:
        return found[0]
    written = {form: relation.sql for relation in known.values() for form in (relation.name, relation.sql)}
    close = list(dict.fromkeys(written[form] for form in get_close_matches(name, written, n=5)))
    hint = (
        f"Close names are {', '.join(close)}." if close else "`newsledger sql 'SHOW ALL TABLES'` lists what there is."
    )
    raise QueryError(f"The warehouse has no table or view {wanted!r}. {hint}")
