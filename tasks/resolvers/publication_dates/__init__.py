"""Dates articles that do not say when they were published: by what they cite, alone or together with their volume.

A date that is given, in the header or by the user, is never changed. Without a clue there is no date, only the year of
the volume as an interval.

- `publications`: which year a volume is, and how often issues come.
- `clues`: what an article says of its day.
- `weights`: how well each day of the year fits the clues.
- `path`: the most probable days of all issues together.
- `issues`: the issues of a volume, and the day that follows for each.
- `corrected`: days that the user has set.
"""

from collections import defaultdict
from collections.abc import Iterable

from tasks.resolvers.publication_dates.issues import date_issues, issue_number, issue_of, without_inferred
from tasks.resolvers.publication_dates.publications import Publication, volume_days
from warehouse.records import Article

__all__ = ["VERSION", "date_article", "date_volume"]

VERSION = "1"


def date_article(article: Article, *, also: tuple[Publication, ...] = ()) -> Article:
    """Return the article with its day of publication, or the interval it lies in, where its volume is known.

    One that has been dated before, with the help of its volume perhaps, is left alone, be it by an interval only.
    `also` holds publications known beside those of the table.
    """
    if article.published_on is not None or article.published_on_basis is not None:
        return article
    volume = volume_days(article.publication, article.volume, also=also)
    if volume is None:
        return article
    return date_issues([issue_of([article], volume=volume)], volume=volume)[0]


def date_volume(articles: Iterable[Article], *, also: tuple[Publication, ...] = ()) -> dict[str, Article]:
    """Return the articles of one publication and volume by id, each dated with the help of all the others.

    Articles of one issue share their day; those without an issue's number that a year can hold are dated alone. A day
    that was inferred before, as its basis tells, is inferred again.
    """
    numbered: dict[int, list[Article]] = defaultdict(list)
    dated: dict[str, Article] = {}
    for article in map(without_inferred, articles):
        volume = volume_days(article.publication, article.volume, also=also)
        number = issue_number(article, volume=volume) if volume else None
        if number is None:
            dated[article.article_id] = date_article(article, also=also)
        else:
            numbered[number].append(article)
    return dated | {article.article_id: article for article in date_numbered(numbered, also=also)}


def date_numbered(numbered: dict[int, list[Article]], *, also: tuple[Publication, ...]) -> list[Article]:
    """Return the articles of a volume's numbered issues, dated."""
    first = next((articles[0] for articles in numbered.values()), None)
    volume = volume_days(first.publication, first.volume, also=also) if first else None
    if volume is None:
        return []
    return date_issues([issue_of(articles, volume=volume) for _, articles in sorted(numbered.items())], volume=volume)
