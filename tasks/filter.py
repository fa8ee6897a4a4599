"""The extractors alone, as a filter from JSON lines to JSON lines: no warehouse, no flow."""

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from tasks.extractors import EXTRACTORS, extract
from tasks.formats.article import bare_article
from warehouse.records import Article, Rejection

ARTICLE_COLUMNS = (
    "publication",
    "volume",
    "issue",
    "headline",
    "byline",
    "trailing_headline",
    "published_on",
    "published_on_low",
    "published_on_high",
    "published_on_basis",
)


def filter_lines(*, only: str | None = None) -> None:
    """Answer every JSON line of standard input with one on standard output, in order."""
    names = frozenset(only.split(",")) if only else frozenset(EXTRACTORS)
    for line in answers(sys.stdin, only=names):
        sys.stdout.write(line + "\n")


def answers(lines: Iterable[str], *, only: frozenset[str]) -> Iterator[str]:
    """Yield the answer to each line; one that is no valid input is answered with its error."""
    for line in lines:
        asked = json.loads(line)
        published_on = date.fromisoformat(asked["published_on"]) if asked.get("published_on") else None
        article = bare_article(asked["text"], article_id=asked["id"], published_on=published_on)
        yield json.dumps({"id": asked["id"], **answer(article, only=only)}, default=plain, ensure_ascii=False)


def answer(article: Article, *, only: frozenset[str]) -> dict[str, object]:
    """Extract from one article; rows that an extractor refused are left out."""
    found = extract(article, only=only)
    tables = {
        name: [row.as_row() for row in found.get(name, ()) if not isinstance(row, Rejection)] for name in EXTRACTORS
    }
    return {"article": {name: getattr(article, name) for name in ARTICLE_COLUMNS}, **tables}


def plain(value: object) -> object:
    """Turn what JSON does not know into what it does: dates into ISO text, decimals into numbers."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} of type {type(value).__name__} has no form in JSON")
