"""An index of articles of our own making, without a warehouse around it."""

import hashlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import duckdb

from tests.support.ledger_rows import filled, table_of
from warehouse.folder import layout
from warehouse.records import Article, ArticleStory, CorrectedValue, content_key
from warehouse.search.index import refresh_index
from warehouse.views.relations import ledger_query
from warehouse.views.workspace import create_search


def article_of(body: str, *, headline: str = "", name: str = "") -> Article:
    """Make an article with this body, below a headline and a header; its key is hashed from its name or its body."""
    head = f"{headline}\n\nPublication: Monitor Volume: 5 Issue: 1\n\n" if headline else ""
    return filled(
        Article,
        article_id=content_key(name or body),
        text_sha256=hashlib.sha256(f"{head}{body}".encode()).hexdigest(),
        headline=headline or None,
        published_on=date(1999, 3, 3),
        body_start_char=len(head),
        body_end_char=len(head) + len(body),
        text=f"{head}{body}\n",
    )


def ledger_of(articles: Sequence[Article]) -> duckdb.DuckDBPyConnection:
    """Open a database in memory with the ledger's views of articles."""
    connection = duckdb.connect(":memory:")
    connection.execute("CREATE SCHEMA internal")
    for record, rows in ((Article, list(articles)), (ArticleStory, []), (CorrectedValue, [])):
        connection.register("rows", table_of(record, rows))
        connection.execute(f"CREATE TABLE internal.{record.table} AS FROM rows")
    connection.execute(f"CREATE VIEW articles AS {ledger_query('articles')}")
    return connection


def index(articles: Sequence[Article], state: Path, *, previous: Path | None = None) -> list[str]:
    """Write the index of the articles below a folder, taking over what it can; return the files written anew."""
    with ledger_of(articles) as connection:
        before = (previous or state / "none") / layout.INDEX
        return refresh_index(connection, state / layout.INDEX, previous=before)


def searchable(articles: Sequence[Article], state: Path) -> duckdb.DuckDBPyConnection:
    """Open a database in memory that shows the index below a folder, and its articles."""
    connection = ledger_of(articles)
    create_search(connection, state)
    return connection
