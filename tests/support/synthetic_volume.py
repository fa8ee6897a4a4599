"""Makes a volume of a daily brief whose days of publication are known, for tests and benchmarks.

Issues come out on weekdays, except on holidays and in a break of two weeks in August. Articles cite wires and papers
of the days before, some say `yesterday`, some name no date at all, and some dates are mistyped.
"""

import dataclasses
import random
from collections.abc import Iterator
from datetime import date, timedelta

from tasks.formats.article import bare_article
from warehouse.records import Article

WIRES = ("Itar-Tass", "Interfax", "Xinhua", "AP", "Basapress", "RIA")
PAPERS = ("Segodnya", "Nezavisimaya gazeta", "Izvestia")
HOLIDAYS = ((1, 1), (1, 2), (1, 19), (2, 16), (5, 25), (7, 3), (9, 7), (10, 12), (11, 11), (11, 26), (11, 27), (12, 25))
LAGS = {0: 4, 1: 46, 2: 22, 3: 10, 4: 6, 5: 4, 8: 4, 12: 2, 20: 2}
"""Weekdays between a cited day and the issue, with their weights."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """How much of what a volume holds: articles without a date, mistyped citations, relative words."""

    undated: float = 0.08
    mistyped: float = 0.01
    relative: float = 0.4


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SyntheticVolume:
    """The articles of a volume and the day on which each was published."""

    articles: tuple[Article, ...]
    published_on: dict[str, date]


def make_volume(*, year: int, issue_count: int, seed: int, shares: Shares | None = None) -> SyntheticVolume:
    """Make a volume of the Monitor; the same seed makes the same volume."""
    chance = random.Random(seed)
    articles, truth = [], {}
    for issue, day in enumerate(issue_days(year, chance), 1):
        if issue > issue_count:
            break
        for number in range(chance.randint(3, 8)):
            article = make_article(f"{issue}-{number}", day, chance=chance, shares=shares or Shares())
            articles.append(dataclasses.replace(article, publication="Monitor", volume=year - 1994, issue=issue))
            truth[article.article_id] = day
    return SyntheticVolume(articles=tuple(articles), published_on=truth)


def issue_days(year: int, chance: random.Random) -> Iterator[date]:
    """Yield the weekdays of a year on which an issue comes out."""
    break_from = date(year, 8, chance.randint(8, 16))
    for count in range(366):
        day = date(year, 1, 1) + timedelta(days=count)
        is_break = break_from <= day < break_from + timedelta(days=14)
        if day.year == year and day.weekday() < 5 and (day.month, day.day) not in HOLIDAYS and not is_break:
            yield day


def make_article(article_id: str, day: date, *, chance: random.Random, shares: Shares) -> Article:
    """Make an article published on a day, of one to three paragraphs that each end with a source."""
    if chance.random() < shares.undated:
        return bare_article("The two sides met again, but nothing came of their talks.", article_id=article_id)
    paragraphs = [paragraph(day, chance=chance, shares=shares) for _ in range(chance.randint(1, 3))]
    return bare_article("\n\n".join(paragraphs), article_id=article_id)


def paragraph(day: date, *, chance: random.Random, shares: Shares) -> str:
    """Write a sentence and its source; `yesterday` only where that is what it cites."""
    lag = chance.choices(list(LAGS), weights=list(LAGS.values()))[0]
    outlet = chance.choice(PAPERS if lag == 0 else (*WIRES, *PAPERS))
    cited = weekdays_before(day, lag)
    if lag == 1 and day.weekday() == 0 and chance.random() < 0.5:
        cited = day - timedelta(days=chance.choice((1, 2)))
    said_yesterday = day - cited == timedelta(days=1) and chance.random() < shares.relative
    if chance.random() < shares.mistyped:
        cited = mistyped(cited, chance)
    when = " yesterday" if said_yesterday else ""
    return f"The committee's chairman said{when} that talks would go on ({outlet}, {cited:%B} {cited.day})."


def weekdays_before(day: date, count: int) -> date:
    """Return the day so many weekdays before another."""
    while count:
        day -= timedelta(days=1)
        count -= day.weekday() < 5
    return day


def mistyped(day: date, chance: random.Random) -> date:
    """Return another day: one of another month, or one whose number has a digit wrong."""
    if chance.random() < 0.5:
        return day.replace(day=min(day.day, 28), month=day.month % 12 + 1)
    return day.replace(day=chance.choice([number for number in range(1, 29) if number != day.day]))


def one_in(articles: tuple[Article, ...], count: int, *, seed: int) -> tuple[Article, ...]:
    """Return a random share of the articles, in their order."""
    chance = random.Random(seed)
    return tuple(article for article in articles if chance.random() * count < 1)
