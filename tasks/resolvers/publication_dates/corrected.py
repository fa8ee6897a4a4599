"""Days of publication that the user corrects: they are given, and help to date the rest of the volume."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from tasks.formats import FORMATS
from warehouse.records import Article

CORRECTION = "correction"
"""Basis of a day that the user has set."""


def with_corrected_day(articles: Iterable[Article], corrected: Mapping[str, date]) -> Iterator[Article]:
    """Yield articles with the days that the user has set, and those whose correction is gone as their file says."""
    for article in articles:
        day = corrected.get(article.article_id)
        if day is not None:
            yield dated(article, day, basis=CORRECTION)
        elif article.published_on_basis == CORRECTION:
            given = article.stated_on or day_in_header(article)
            yield dated(article, given, basis="header" if given else None)
        else:
            yield article


def day_in_header(article: Article) -> date | None:
    """Return the day that the header in an article's text gives: of rows that landed before `stated_on` was kept."""
    entry = FORMATS.get(article.format)
    return entry.parse(article.text).published_on if entry else None


def dated(article: Article, day: date | None, *, basis: str | None) -> Article:
    """Return an article of a certain day, or of none."""
    return replace(article, published_on=day, published_on_low=day, published_on_high=day, published_on_basis=basis)
