"""Articles with their rows as they are stored, a range of articles at a time, for whoever goes through all of them."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from warehouse.catalogue.reader import reading
from warehouse.proofs.texts import Row, key_ranges, rows_between
from warehouse.records.facts import ARTICLE_TABLES, Article, Rejection


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredArticle:
    """An article, by table the rows that belong to it, and the offsets at which facts of it were refused."""

    article: Article
    rows: dict[str, list[Row]]
    refused_starts: set[int | None]


def stored_articles(folder: Path) -> Iterator[StoredArticle]:
    """Yield every article of a warehouse with its rows, in the order of the keys, in bounded memory."""
    names = [field.name for field in fields(Article)]
    tables = [record.table for record in ARTICLE_TABLES if record is not Article]
    with reading(folder) as connection:
        for key_range in list(key_ranges(connection)):
            articles = [
                StoredArticle(
                    article=Article(**{name: row[name] for name in names}),
                    rows={table: [] for table in tables},
                    refused_starts=set(),
                )
                for row in rows_between(connection, Article.table, key_range)
            ]
            by_key = {stored.article.article_id: stored for stored in articles}
            for table in tables:
                for row in rows_between(connection, table, key_range):
                    if row["article_id"] in by_key:
                        by_key[row["article_id"]].rows[table].append(row)
            for row in rows_between(connection, Rejection.table, key_range):
                if row["article_id"] in by_key:
                    by_key[row["article_id"]].refused_starts.add(row["start_char"])
            yield from articles
