"""What the times of an article without a day of publication mean, by the years that it names.

`in November` of an article that speaks of 2004 is of that year or of the one before; which one is left to the choice.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tasks.extractors.dates import find
from warehouse.records import Article, DateExpression

PLACED = frozenset({"year", "half", "quarter", "month", "season", "range"})
"""Precisions of times that need no more than the year to be placed; of days those that name their month."""
MONTH_NAMED = re.compile(r"[A-Z][a-z]{2,}\.? \d|\d(?:st|nd|rd|th)? [A-Z][a-z]{2}")
MIDDLE = (6, 30)
"""Read from the middle of a year, months up to June are its own and later ones of the year before."""
AHEAD = frozenset({"by", "until"})
"""Before a year these say nothing of when an article was written: `by 2010`."""

LOOKING_AHEAD = re.compile(
    r"\b(?:will|would|could|may|should|likely|outlook|prospects?|set to|to (?:grow|rise|fall|reach|slow|be)"
    r"|(?:expect|forecast|predict|plan|project|estimat|target|aim|hop|warn|budget)\w*)\b",
    re.IGNORECASE,
)
"""Words beside the last year of an article that say that it is not over: `in 2005, output will grow`."""
BESIDE = (120, 80)
"""Characters before and behind a year in which they stand."""

Readings = dict[int, list[tuple[str, DateExpression]]]
"""By the first offset of a time, what it means if the article is of the last year that it names, or of the next.

Of the two the one is named `as told` that the words beside that year speak for.
"""


def readings_undated(article: Article, dates: Sequence[DateExpression]) -> Readings:
    """Return what times without days may mean; nothing where the day of publication is known or no year is named."""
    year = None if article.published_on else last_year(dates)
    if year is None:
        return {}
    unplaced = {row.start_char for row in dates if row.start_on is None and row.end_on is None}
    found: Readings = {}
    is_ahead = is_looked_ahead_to(article.text, dates, year)
    names = ("as told", "as not told") if is_ahead else ("as not told", "as told")
    for name, guess in zip(names, (year, year + 1), strict=True):
        for row in find(replace(article, published_on=date(guess, *MIDDLE))):
            if row.start_char in unplaced and row.start_on and is_placed(row):
                found.setdefault(row.start_char, []).append((name, row))
    return found


def is_looked_ahead_to(text: str, dates: Sequence[DateExpression], year: int) -> bool:
    """Tell whether words beside any mention of a year say that it is not over."""
    before, behind = BESIDE
    named = (row for row in dates if row.start_on and row.start_on.year == year and row.anchor == "none")
    return any(LOOKING_AHEAD.search(text, max(0, row.start_char - before), row.end_char + behind) for row in named)


def last_year(dates: Sequence[DateExpression]) -> int | None:
    """Return the last year that an article names as no aim; None where it names none."""
    years = [row.start_on.year for row in dates if row.start_on and row.anchor == "none" and row.modifier not in AHEAD]
    return max((year for year in years if year < date.max.year), default=None)


def is_placed(row: DateExpression) -> bool:
    """Tell whether a time needs no more than the year."""
    return row.precision in PLACED or (row.precision == "day" and bool(MONTH_NAMED.search(row.text)))
