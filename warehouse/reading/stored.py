"""What the ledger holds, for whoever goes through all of it: articles with their rows, and the corpus' tables.

Read from the ledger's own files: the catalogue may hold copies of them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import duckdb

from warehouse.catalogue.reader import check_presence
from warehouse.ledger.head import published_head
from warehouse.ledger.mentions import MENTION_COLUMNS, LandedMention, mention_of
from warehouse.ledger.published import files_by_table
from warehouse.ledger.schemas import column_types
from warehouse.reading.ranges import ROWS_AT_ONCE, Row, rows_between
from warehouse.records import ARTICLE_TABLES, Article, Fact, File, Record, Rejection
from warehouse.views.failures import damage_explained
from warehouse.views.literals import quoted
from warehouse.views.row_checksums import row_checksums
from warehouse.views.workspace import create_stored

NEXT = "\t"
"""Appended to a key, makes one that sorts after it and before all others: keys are hexadecimal."""

STORED = {record.table: f"internal.{record.table}" for record in ARTICLE_TABLES}
"""The relations of the tables whose rows belong to articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredArticle:
    """An article, by table the rows that belong to it, and by stage the offsets at which facts of it were refused.

    `checksum` is that of its rows as they are stored; `landed` gives, by the checksum of its rows as they landed, the
    version of the pipeline by which they did; an article may come of several files.
    """

    article: Article
    rows: dict[str, list[Row]]
    refused: dict[str, set[int | None]] = field(default_factory=dict)
    checksum: str = ""
    landed: dict[str, str] = field(default_factory=dict)

    @property
    def refused_starts(self) -> set[int | None]:
        """Return where facts were refused, by whatever stage."""
        return set().union(*self.refused.values())

    @property
    def has_changed(self) -> bool:
        """Tell whether its rows are none of those that have landed; not where no checksum was kept."""
        return bool(self.landed) and self.checksum not in self.landed

    def has_landed_by(self, version: str) -> bool:
        """Tell whether its rows are known to be those that landed by a version of the pipeline."""
        return self.landed.get(self.checksum) == version


def stored_keys(folder: Path) -> list[str]:
    """Return the keys of all articles of a warehouse, in order."""
    return [key for (key,) in stored_values(folder, "FROM internal.articles SELECT article_id ORDER BY article_id")]


def stored_articles(folder: Path, *, first: str, last: str) -> list[StoredArticle]:
    """Return the articles of a warehouse between two keys, both included, with their rows, in the order of the keys."""
    tables = [record.table for record in ARTICLE_TABLES if record is not Article]
    between = (first, last + NEXT)
    with ledger_shown(folder) as connection:
        checksums = row_checksums(
            connection, STORED, condition=f"article_id >= {quoted(between[0])} AND article_id < {quoted(between[1])}"
        )
        articles = [
            StoredArticle(
                article=Article.from_row(row),
                rows={table: [] for table in tables},
                checksum=checksums[row["article_id"]],
            )
            for row in rows_between(connection, Article.table, between)
        ]
        by_key = {stored.article.article_id: stored for stored in articles}
        for table in tables:
            for row in rows_between(connection, table, between):
                if row["article_id"] in by_key:
                    by_key[row["article_id"]].rows[table].append(row)
        for row in rows_between(connection, Rejection.table, between):
            if row["article_id"] in by_key:
                by_key[row["article_id"]].refused.setdefault(row["stage"], set()).add(row["start_char"])
        for row in rows_between(connection, File.table, between):
            if row["article_id"] in by_key and row["rows_checksum"]:
                by_key[row["article_id"]].landed[row["rows_checksum"]] = row["pipeline_version"]
    return sorted(articles, key=lambda stored: stored.article.article_id)


@dataclass(frozen=True, slots=True)
class StoredMentions:
    """Every mention that a warehouse shows, in no certain order, to be gone through again."""

    folder: Path

    def __iter__(self) -> Iterator[LandedMention]:
        """Yield the mentions, some at a time in memory."""
        columns = ", ".join(["mention_id", "published_on", *(f"mentions.{name}" for name in MENTION_COLUMNS)])
        query = f"FROM internal.mentions JOIN internal.articles USING (article_id) SELECT {columns}"
        for mention_id, published_on, *values in stored_values(self.folder, query):
            mention = mention_of(dict(zip(MENTION_COLUMNS, values, strict=True)))
            yield LandedMention(mention_id, mention, published_on)


def stored_rows(folder: Path, record: type[Record]) -> Iterator[dict[str, Any]]:
    """Yield the rows of one of the corpus' tables as a warehouse shows them."""
    names = list(column_types(record))
    for values in stored_values(folder, f"FROM internal.{record.table} SELECT {', '.join(names)}"):
        yield dict(zip(names, values, strict=True))


def stored_rows_of(
    folder: Path, record: type[Fact] | type[Article], article_ids: frozenset[str]
) -> Iterator[Fact | Article]:
    """Yield the rows of a table that belong to some articles, as records."""
    names = [each.name for each in fields(record)]
    for key in sorted(article_ids):
        query = f"FROM internal.{record.table} SELECT {', '.join(names)} WHERE article_id = {quoted(key)}"
        for values in stored_values(folder, query):
            yield record.from_row(dict(zip(names, values, strict=True)))


def stored_values(folder: Path, query: str) -> Iterator[tuple[Any, ...]]:
    """Yield the rows that a query finds in a warehouse, some at a time in memory."""
    with ledger_shown(folder) as connection:
        connection.execute(query)
        while rows := connection.fetchmany(ROWS_AT_ONCE):
            yield from rows


@contextmanager
def ledger_shown(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a database in memory that shows the published tables; raise `WarehouseError` where a file is damaged."""
    check_presence(folder)
    with damage_explained(folder), duckdb.connect(":memory:") as connection:
        connection.execute("SET TimeZone = 'UTC'")
        create_stored(connection, files_by_table(folder, published_head(folder)), lacking={}, schema="internal")
        yield connection
