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

Readings = dict[int, list[tuple[str, DateExpression]]]
"""By the first offset of a time, what it means if the article is of the last year that it names, or of the next."""


def readings_undated(article: Article, dates: Sequence[DateExpression]) -> Readings:
    """Return what times without days may mean; nothing where the day of publication is known or no year is named."""
    year = None if article.published_on else last_year(dates)
    if year is None:
        return {}
    unplaced = {row.start_char for row in dates if row.start_on is None and row.end_on is None}
    found: Readings = {}
    for name, guess in (("of the last year", year), ("of the year after", year + 1)):
        for row in find(replace(article, published_on=date(guess, *MIDDLE))):
            if row.start_char in unplaced and row.start_on and is_placed(row):
                found.setdefault(row.start_char, []).append((name, row))
    return found


def last_year(dates: Sequence[DateExpression]) -> int | None:
    """Return the last year that an article names as no aim; None where it names none."""
    years = [row.start_on.year for row in dates if row.start_on and row.anchor == "none" and row.modifier not in AHEAD]
    return max((year for year in years if year < date.max.year), default=None)


def is_placed(row: DateExpression) -> bool:
    """Tell whether a time needs no more than the year."""
    return row.precision in PLACED or (row.precision == "day" and bool(MONTH_NAMED.search(row.text)))
