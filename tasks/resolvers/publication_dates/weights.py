"""How well each day of a volume's year fits what an issue's articles say, as logarithms of likelihoods.

The likelihoods are rounded from what is known of the Monitor's issues (a brief is mostly out on the weekday after the
latest day it cites) and hold for any day: one clue, however odd, never rules a day out, since dates have typing errors.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from math import log

from tasks.extractors.dates.calendar.cited_days import latest_date
from tasks.extractors.dates.words.nearest import DAYS_OF_GRACE
from tasks.resolvers.publication_dates.clues import Clue

LAGS = {
    "wire": (0.03, 0.55, 0.18, 0.09, 0.05, 0.03),
    "paper": (0.08, 0.50, 0.18, 0.09, 0.05, 0.03),
    "text": (0.03, 0.35, 0.16, 0.10, 0.07, 0.05),
}
"""Likelihood that a day cited or named lies 0, 1, 2 … weekdays before the issue."""

OLDER = 0.03
"""Likelihood of any one weekday farther back, before it fades by `FADING` a weekday."""

FADING = 0.95
LEAST = 0.0005
"""Likelihood of a day that makes no sense: cited before it came, or long gone."""

NEAR_DAY = {"yesterday": 1, "today": 0}
NEAR_DAY_FITS, NEAR_DAY_MISSES = 0.8, 0.04


def day_weights(clues: Iterable[Clue], *, days: tuple[date, ...]) -> list[float]:
    """Return for each day the logarithm of the likelihood of all the clues, taken as independent.

    They are added in a fixed order, so that rounding is the same on every run.
    """
    weights = [0.0] * len(days)
    for clue in sorted(clues, key=repr):
        weights = [weight + more for weight, more in zip(weights, clue_weights(clue, days), strict=True)]
    return weights


@lru_cache(maxsize=20_000)
def clue_weights(clue: Clue, days: tuple[date, ...]) -> Sequence[float]:
    """Return for each day the logarithm of the likelihood of one clue."""
    return tuple(log(likelihood(clue, day)) for day in days)


def likelihood(clue: Clue, day: date) -> float:
    """Return how likely an issue of a day is to carry a clue."""
    cited = latest_date(clue.day, not_after=day + timedelta(days=DAYS_OF_GRACE))
    if cited is None:
        return LEAST
    if clue.kind in NEAR_DAY:
        return NEAR_DAY_FITS if (day - cited).days == NEAR_DAY[clue.kind] else NEAR_DAY_MISSES
    lag = weekdays_between(cited, day)
    if lag < 0:
        return LEAST
    lags = LAGS[clue.kind]
    return lags[lag] if lag < len(lags) else max(LEAST, OLDER * FADING ** (lag - len(lags)))


def weekdays_between(earlier: date, later: date) -> int:
    """Count the weekdays after one day up to another: from Friday, Saturday or Sunday to Monday is one."""
    return weekday_count(later) - weekday_count(earlier)


def weekday_count(day: date) -> int:
    """Count the weekdays from the beginning of the calendar to a day."""
    weeks, weekday = divmod(day.toordinal() - 1, 7)  # day 1 of the calendar was a Monday
    return weeks * 5 + min(weekday + 1, 5)


def is_usable(clue: Clue, *, days: tuple[date, ...]) -> bool:
    """Tell whether a clue can speak of a year at all: a day of an earlier year, `May 26, 1980`, cannot."""
    return clue.day.year is None or days[0] - timedelta(days=31) <= date(clue.day.year, 12, 31) <= days[-1]
