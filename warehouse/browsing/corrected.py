"""Articles and facts as the next run will show them: the catalogue's rows, with the corrections of this moment.

The catalogue has been published with the corrections of its day. What has been added or taken away since stands in a
temporary table under the views' own queries, so that a page shows at once what publishing would; and as these run upon
the rows of one article, they take as long in a large archive as in a small one.
"""

import dataclasses
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from pathlib import Path

import duckdb

from warehouse.catalogue.reader import reading
from warehouse.reading.card import Row
from warehouse.reading.query import ArticleRows, dictionaries, find_article, rows_of_article
from warehouse.records import ARTICLE_TABLES, Article, CorrectedValue, Fact
from warehouse.views.relations import ledger_query

Rows = Callable[[type[Fact] | type[Article], Collection[str]], Iterable[Fact | Article]]
"""Finds the stored rows of a table that belong to some articles."""

Correcting = Callable[[Collection[str], Rows], Iterable[CorrectedValue]]
"""Says which values of some articles' rows are replaced."""

OF_ONE_ARTICLE = tuple(record.table for record in ARTICLE_TABLES if record is not Article)
LINKS = """
CREATE TEMP TABLE stored_mention_entities AS
FROM marts.fct_mentions SELECT mention_id, entity_id WHERE article_id IN $article_ids AND entity_id <> 'unknown'
"""
STORED = re.compile(rf"\binternal\.({'|'.join((*OF_ONE_ARTICLE, 'mention_entities', 'corrected_values'))})\b")


def article_now(folder: Path, wanted: str, correcting: Correcting) -> ArticleRows:
    """Return an article and its facts with the corrections of now; raise `QueryError` for none or several."""
    with reading(folder) as connection:
        article_id = find_article(connection, wanted)
        values = correcting([article_id], partial(stored_rows, connection))
        show_some(connection, [article_id], list(values))
        return rows_of_article(connection, article_id)


def stored_rows(
    connection: duckdb.DuckDBPyConnection, record: type[Fact] | type[Article], article_ids: Collection[str]
) -> Iterable[Fact | Article]:
    """Return the rows of a table that belong to some articles, as they were found."""
    names = ", ".join(field.name for field in dataclasses.fields(record))
    query = f"FROM internal.{record.table} SELECT {names} WHERE article_id IN $article_ids"
    found = dictionaries(connection, query, {"article_ids": sorted(article_ids)})
    return [record.from_row(row) for row in found]


def show_some(
    connection: duckdb.DuckDBPyConnection, article_ids: Sequence[str], values: Collection[CorrectedValue]
) -> None:
    """Let the tables of facts show those of some articles, with these corrected values and not those published."""
    for table in OF_ONE_ARTICLE:
        connection.execute(
            f"CREATE TEMP TABLE stored_{table} AS FROM internal.{table} WHERE article_id IN $article_ids",
            {"article_ids": article_ids},
        )
    connection.execute(LINKS, {"article_ids": article_ids})
    connection.execute("CREATE TEMP TABLE stored_corrected_values AS FROM internal.corrected_values WHERE false")
    if values:
        rows = [list(value.as_row().values()) for value in values]
        connection.executemany("INSERT INTO stored_corrected_values VALUES (?, ?, ?, ?, ?, ?)", rows)
    for table in OF_ONE_ARTICLE:
        query = STORED.sub(r"temp.stored_\1 AS \1", ledger_query(table))
        connection.execute(f"CREATE TEMP VIEW {table} AS {query}")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class FactCard:
    """A fact as it was found: its table, its row, its article's row, what stands around it, and the claim it makes."""

    record: type[Fact]
    row: Row
    article: Row
    before: str
    after: str
    claim_id: str | None


AROUND = 400
"""Characters of the text that are shown on either side of a fact."""

ARTICLE = """
FROM internal.articles
SELECT article_id, headline, source, publication, published_on,
    substring(text, greatest(1, $start - $around + 1), least($start, $around)) AS before,
    substring(text, $last + 1, $around) AS after
WHERE article_id = $article_id
"""
"""The article of a fact, and the text before and behind it."""


def fact_card(folder: Path, record: type[Fact], key: str) -> FactCard | None:
    """Return a fact by its key, as it was found; None where there is none of that key."""
    with reading(folder) as connection:
        found = dictionaries(connection, f"FROM internal.{record.table} WHERE {record.key_name} = ?", [key])
        if not found:
            return None
        (row,) = found
        place = {"start": row["start_char"], "last": row["end_char"], "around": AROUND}
        (article,) = dictionaries(connection, ARTICLE, {"article_id": row["article_id"], **place})
        claims = connection.execute("FROM marts.fct_claim_figures SELECT claim_id WHERE figure_id = ?", [key])
        claim = claims.fetchone()
    before, after = str(article.pop("before")), str(article.pop("after"))
    return FactCard(
        record=record,
        row=row,
        article=article,
        before=before.rpartition("\n\n")[2],
        after=after.partition("\n\n")[0],
        claim_id=claim[0] if claim else None,
    )
