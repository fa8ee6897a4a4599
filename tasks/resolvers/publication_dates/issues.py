"""The issues of a volume and their articles: what is known of each, and the day that follows from it."""

import dataclasses
from collections.abc import Sequence
from datetime import date
from math import exp

from tasks.resolvers.publication_dates.clues import Clue, find_clues
from tasks.resolvers.publication_dates.path import Odds, Step, best_path, issue_odds, step_over
from tasks.resolvers.publication_dates.publications import Volume
from tasks.resolvers.publication_dates.weights import day_weights, is_usable
from warehouse.records import Article

COVERED = 0.92
"""Odds that the true day lies in the interval stated."""

LEAST_ODDS = 0.25
"""Odds below which a day is a guess: the article keeps its interval and gets no date."""


BASES = {
    "citations": frozenset({"wire", "paper"}),
    "relative words": frozenset({"yesterday", "today"}),
    "dates in the text": frozenset({"text"}),
}
"""What a date can rest on within an article, and the kinds of clues that stand for it."""

NEIGHBOURS = "neighbouring issues"
VOLUME = "volume"
INFERRED = frozenset({*BASES, NEIGHBOURS, VOLUME})


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """An issue: its articles, their clues, the day it was given, and the odds that its clues alone give each state."""

    number: int | None
    articles: tuple[Article, ...]
    clues: frozenset[Clue]
    given_on: date | None
    emission: tuple[float, ...]

    @property
    def is_telling(self) -> bool:
        """True where it says anything of its own day, and so of its neighbours'."""
        return bool(self.clues or self.given_on)


def without_inferred(article: Article) -> Article:
    """Return the article as it came, without a date that was inferred before; a given one stays."""
    if article.published_on_basis is None or not INFERRED.issuperset(article.published_on_basis.split(", ")):
        return article
    return dataclasses.replace(
        article, published_on=None, published_on_low=None, published_on_high=None, published_on_basis=None
    )


def issue_number(article: Article, *, volume: Volume) -> int | None:
    """Return the number of an article's issue, unless no year can hold so many: that is a misprint."""
    return article.issue if article.issue and 1 <= article.issue <= len(volume.days) else None


def issue_of(articles: Sequence[Article], *, volume: Volume) -> Issue:
    """Gather what the articles of one issue say of their day."""
    found = frozenset(clue for article in articles for clue in find_clues(article) if is_usable(clue, days=volume.days))
    given = next((article.published_on for article in articles if article.published_on), None)
    given_on = given if given in volume.days else None
    return Issue(
        number=issue_number(articles[0], volume=volume),
        articles=tuple(articles),
        clues=found,
        given_on=given_on,
        emission=emission(found, given_on=given_on, days=volume.days),
    )


def emission(clues: frozenset[Clue], *, given_on: date | None, days: tuple[date, ...]) -> tuple[float, ...]:
    """Return the odds that an issue's own clues give each state; a given day leaves no doubt."""
    if given_on:
        return (0.0, *(float(day == given_on) for day in days))
    weights = day_weights(clues, days=days)
    top = max(weights)
    return (0.0, *(exp(weight - top) for weight in weights))


def date_issues(issues: Sequence[Issue], *, volume: Volume) -> list[Article]:
    """Date the articles of the issues, given in the order of their numbers, by the best path through the volume."""
    emissions = [issue.emission for issue in issues]
    steps = steps_between([issue.number for issue in issues], volume=volume)
    path = best_path(emissions, steps)
    if path is None:  # issues given days against the order of their numbers: each stands for itself
        return [article for issue in issues for article in date_issues([issue], volume=volume)]
    telling = sum(issue.is_telling for issue in issues)
    dated = []
    for issue, state, odds in zip(issues, path, issue_odds(emissions, steps), strict=True):
        basis = basis_of(issue, state=state, has_neighbours=telling > issue.is_telling)
        dated += [with_date(article, volume, state=state, odds=odds, basis=basis) for article in issue.articles]
    return dated


def steps_between(numbers: Sequence[int | None], *, volume: Volume) -> list[Step]:
    """Return the steps from the year's start to the first issue and from each issue to the next."""
    steps, before = [], 0
    for number in numbers:
        gap = max(1, (number or 1) - before)
        rhythm = volume.rhythm if number else None
        steps.append(step_over(gap, rhythm=rhythm, size=len(volume.days)))
        before = number or before
    return steps


def basis_of(issue: Issue, *, state: int, has_neighbours: bool) -> str | None:
    """Say what a day rests on: what the issue says itself, or its neighbours where they decided; None on nothing."""
    kinds = {clue.kind for clue in issue.clues}
    own = ", ".join(name for name, wanted in BASES.items() if kinds & wanted)
    if has_neighbours and (not own or issue.emission[state] < max(issue.emission)):
        return NEIGHBOURS
    return own or None


def with_date(article: Article, volume: Volume, *, state: int, odds: Odds, basis: str | None) -> Article:
    """Return the article with its day and interval; with the year's interval alone where nothing tells more."""
    if article.published_on is not None:
        return article
    if basis is None:
        return dataclasses.replace(
            article, published_on_low=volume.first_on, published_on_high=volume.last_on, published_on_basis=VOLUME
        )
    low, high = interval(odds, state=state)
    return dataclasses.replace(
        article,
        published_on=volume.days[state - 1] if odds[state] >= LEAST_ODDS else None,
        published_on_low=volume.days[low - 1],
        published_on_high=volume.days[high - 1],
        published_on_basis=basis,
    )


def interval(odds: Odds, *, state: int) -> tuple[int, int]:
    """Return the first and last state of a stretch around one that holds `COVERED` of the odds, grown greedily."""
    low, high, held = state, state, odds[state]
    while held < COVERED and (low > 1 or high < len(odds) - 1):
        below = odds[low - 1] if low > 1 else -1.0
        above = odds[high + 1] if high < len(odds) - 1 else -1.0
        low, high = (low - 1, high) if below > above else (low, high + 1)
        held += max(below, above)
    return low, high
