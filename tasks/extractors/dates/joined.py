"""Two days or months that `to` joins: the second cannot come before the first, `from 1 January to 31 December`."""

import dataclasses
import re
from datetime import date

from tasks.extractors.dates.comparisons import a_year_apart
from tasks.extractors.dates.intervals import Interval
from tasks.extractors.dates.reading import Context, Found

JOINT = re.compile(r"\s*,?\s*(?:to|through|thru|until|till)\s+(?:the\s+)?")

NAMED = frozenset({"month and day", "day and month", "month"})
"""Rules of expressions whose year is told by tense and distance, each for itself."""


def in_order(context: Context, found: Found) -> Found:
    """Return a second of two joined expressions, in the year after where that puts them in order.

    Where the first had better be a year earlier, it is replaced: of both ways, the one nearer to the publication.
    """
    before, today = context.earlier[-1] if context.earlier else None, context.published_on
    if before is None or today is None or not is_joined(before, found, text=context.text):
        return found
    first, last = before.reading.interval, found.reading.interval
    if first is None or last is None or first.start <= last.start:
        return found
    earlier, later = a_year_apart(first, years=-1), a_year_apart(last, years=1)
    if earlier is None or later is None or earlier.start > last.start:
        return found
    if distance(today, earlier.start, last.end) <= distance(today, first.start, later.end):
        context.earlier[-1] = with_interval(before, earlier)
        return found
    return with_interval(found, later)


def is_joined(before: Found, found: Found, *, text: str) -> bool:
    """Tell whether two expressions of the same kind, of no stated year, are joined by a word such as `to`."""
    kinds = {before.rule, found.rule}
    is_guessed = before.reading.anchor == found.reading.anchor == "publication"
    is_alike = before.reading.precision == found.reading.precision
    return kinds <= NAMED and is_guessed and is_alike and bool(JOINT.fullmatch(text, before.end, found.start))


def with_interval(found: Found, interval: Interval) -> Found:
    """Return the expression with another interval."""
    return dataclasses.replace(found, reading=dataclasses.replace(found.reading, interval=interval))


def distance(today: date, first: date, last: date) -> int:
    """Return how many days lie between a day and a stretch; none where it lies within."""
    return max((first - today).days, (today - last).days, 0)
