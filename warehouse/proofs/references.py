"""Proof of keys and references: articles of accepted files, parents of derived figures, bytes as they were kept."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import duckdb

from warehouse.folder import layout
from warehouse.folder.files import failures_explained
from warehouse.proofs.fault import Fault
from warehouse.reading.ranges import ROWS_AT_ONCE
from warehouse.records import (
    ARTICLE_TABLES,
    STORY_TABLES,
    TABLES,
    Article,
    DerivedFigure,
    Fact,
    File,
    Record,
    content_key,
    key_column,
)

ACCEPTED_WITHOUT_ARTICLE = """
FROM internal.files ANTI JOIN internal.articles USING (article_id)
SELECT source_path WHERE outcome = 'accepted'
"""

ARTICLE_WITHOUT_FILE = """
FROM internal.articles ANTI JOIN (FROM internal.files WHERE outcome = 'accepted') USING (article_id)
SELECT article_id
"""

OTHER_CONTENT = """
FROM internal.files JOIN internal.articles USING (article_id)
SELECT files.source_path WHERE files.content_sha256 IS DISTINCT FROM articles.content_sha256
"""

WITHOUT_PARENT = """
FROM internal.derived_figures
ANTI JOIN internal.figures ON figures.figure_id = {parent} AND figures.article_id = derived_figures.article_id
SELECT derived_figure_id
"""


def prove_references(connection: duckdb.DuckDBPyConnection, folder: Path) -> Iterator[Fault]:
    """Yield the faults of keys, references and kept bytes."""
    for record in TABLES:
        yield from repeated_keys(connection, record)
        if record.key_name and not issubclass(record, Fact):  # those of facts are proved with their texts
            yield from wrong_keys(connection, record)
        if record in (*ARTICLE_TABLES, *STORY_TABLES) and not issubclass(record, Fact | Article):
            yield from without_article(connection, record)
    for parent in ("level_figure_id", "change_figure_id"):
        for (key,) in connection.execute(WITHOUT_PARENT.format(parent=parent)).fetchall():
            yield Fault(table=DerivedFigure.table, key=key, column=parent, reason="its article has no such figure")
    for (path,) in connection.execute(ACCEPTED_WITHOUT_ARTICLE).fetchall():
        yield Fault(table=File.table, key=path, column="article_id", reason="accepted, but its article is not there")
    for (article_id,) in connection.execute(ARTICLE_WITHOUT_FILE).fetchall():
        reason = "no accepted file became this article"
        yield Fault(table=Article.table, key=article_id, column="source_path", reason=reason)
    for (path,) in connection.execute(OTHER_CONTENT).fetchall():
        yield Fault(table=File.table, key=path, column="content_sha256", reason="not that of its article")
    yield from changed_bytes(folder / layout.REJECTED)


def repeated_keys(connection: duckdb.DuckDBPyConnection, record: type[Record]) -> Iterator[Fault]:
    """Yield the keys that more than one row of a table has."""
    name = key_column(record)
    query = f"FROM internal.{record.table} SELECT {name}, count(*) GROUP BY {name} HAVING count(*) > 1"
    for key, count in connection.execute(query).fetchall():
        yield Fault(table=record.table, key=key, column=name, reason=f"{count} rows have this key")


def wrong_keys(connection: duckdb.DuckDBPyConnection, record: type[Record]) -> Iterator[Fault]:
    """Yield the rows whose key is not the hash of its parts."""
    parts = ", ".join(record.key_parts)
    connection.execute(f"FROM internal.{record.table} SELECT {record.key_name}, {parts}")
    while rows := connection.fetchmany(ROWS_AT_ONCE):
        for key, *values in rows:
            if content_key(record.table, *values) != key:
                reason = f"it is not the hash of {parts}"
                yield Fault(table=record.table, key=key, column=str(record.key_name), reason=reason)


def without_article(connection: duckdb.DuckDBPyConnection, record: type[Record]) -> Iterator[Fault]:
    """Yield the rows of an article that is not there."""
    query = f"FROM internal.{record.table} ANTI JOIN internal.articles USING (article_id) SELECT {key_column(record)}"
    for (key,) in connection.execute(query).fetchall():
        yield Fault(table=record.table, key=key, column="article_id", reason="there is no such article")


def changed_bytes(rejected: Path) -> Iterator[Fault]:
    """Yield the kept files that do not have the hash they are named by."""
    with failures_explained(rejected):
        for path in sorted(rejected.iterdir()) if rejected.exists() else ():
            with path.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
            if digest != path.name:
                yield Fault(table=layout.REJECTED, key=path.name, column="", reason="its bytes have another SHA-256")
