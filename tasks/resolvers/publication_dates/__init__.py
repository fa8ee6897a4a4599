"""Dates articles that do not say when they were published: by what they cite, alone or together with their volume.

A date that is given, in the header or by the user, is never changed. Without a clue there is no date, only the year of
the volume as an interval.
"""

from collections import defaultdict
from collections.abc import Iterable

from tasks.resolvers.publication_dates.issues import Issue, date_issues, issue_of, without_inferred
from tasks.resolvers.publication_dates.publications import volume_days
from warehouse.records import Article

__all__ = ["VERSION", "date_article", "date_volume"]

VERSION = "1"


def date_article(article: Article) -> Article:
    """Return the article with its day of publication, or the interval it lies in, where its volume is known."""
    if article.published_on is not None:
        return article
    volume = volume_days(article.publication, article.volume)
    if volume is None:
        return article
    return date_issues([issue_of([article], volume=volume)], volume=volume)[0]


def date_volume(articles: Iterable[Article]) -> dict[str, Article]:
    """Return the articles of one publication and volume by id, each dated with the help of all the others.

    Articles of one issue share their day; those without an issue's number are dated alone. A day that was inferred
    before, as its basis tells, is inferred again.
    """
    numbered: dict[int, list[Article]] = defaultdict(list)
    dated: dict[str, Article] = {}
    for article in map(without_inferred, articles):
        if article.issue is None or volume_days(article.publication, article.volume) is None:
            dated[article.article_id] = date_article(article)
        else:
            numbered[article.issue].append(article)
    dated |= {article.article_id: article for article in date_numbered(numbered)}
    return dated


def date_numbered(numbered: dict[int, list[Article]]) -> list[Article]:
    """Return the articles of a volume's numbered issues, dated."""
    first = next((articles[0] for articles in numbered.values()), None)
    volume = volume_days(first.publication, first.volume) if first else None
    if volume is None:
        return []
    issues: list[Issue] = [issue_of(articles, volume=volume) for _, articles in sorted(numbered.items())]
    return date_issues(issues, volume=volume)
