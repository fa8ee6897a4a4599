"""Two days or months that `to` joins: the second cannot come before the first, `1 January to 31 December`.

So it is with the `and` of `between 5 June and 10 August`.
"""

import dataclasses
import re
from datetime import date

from tasks.extractors.dates.relative.comparisons import a_year_apart
from tasks.extractors.dates.words.intervals import Interval, add_days
from tasks.extractors.dates.words.reading import Context, Found
from tasks.extractors.dates.words.tense import DEFERRED

JOINT = re.compile(r"\s*,?\s*(?:to|through|thru|until|till)\s+(?:the\s+)?|/")

LISTED = re.compile(r"\s*(?:/|,?\s+(?:and|or)\s)\s*")
BASE = re.compile(r"\b(?:against|from|than|versus|vs\.?|with)\s+$")
BETWEEN = re.compile(r"\b[Bb]etween\s+(?:the\s+)?$")
AND = re.compile(r"\s+and\s+(?:the\s+)?")
LONGEST_BETWEEN = 16

WEEK_BEFORE = re.compile(r"\bweek,?\s+on\s+$")
"""`next week on ` Tuesday: the week places the first day alone."""
PLACED = re.compile(r"(?:last|next|this|coming|past)\b", re.IGNORECASE)

PUT_OFF = re.compile(rf"[^.;]{{0,60}}\b{DEFERRED}\s+$")
NAMED = frozenset({"month and day", "day and month", "month", "weekday"})
"""Rules of expressions whose year or week is told by tense and distance, each for itself."""


def in_order(context: Context, found: Found) -> Found:
    """Return a second of two joined expressions as one that comes after the first."""
    before, today = context.earlier[-1] if context.earlier else None, context.published_on
    if before and is_listed_month(before, found, text=context.text):
        return beside_month(context, before, found)
    text = context.text
    if before and (are_weekdays_apart(before, found, text=text) or is_put_off(before, found, text=text)):
        return next_weekday(before.reading.interval, found, text=context.text)
    if before is None or today is None or not is_joined(before, found, text=context.text):
        return found
    first, last = before.reading.interval, found.reading.interval
    if first is None or last is None:
        return found
    if found.rule == "weekday":
        return next_weekday(first, found, text=context.text)
    return found if first.start <= last.start else a_year_later(context, before, found, today=today)


def is_put_off(before: Found, found: Found, *, text: str) -> bool:
    """Tell whether what was due on a weekday comes on another one after it: `set for Monday was put off to Friday`."""
    first, last = before.reading.interval, found.reading.interval
    is_later = first is not None and last is not None and last.start < first.start
    are_weekdays = before.rule == found.rule == "weekday"
    return is_later and are_weekdays and PUT_OFF.fullmatch(text, before.end, found.start) is not None


def is_listed_month(before: Found, found: Found, *, text: str) -> bool:
    """Tell whether two months of no stated year are named together: `May and June`, `May/June`."""
    are_months = before.rule == found.rule == "month" and before.reading.anchor == found.reading.anchor == "publication"
    is_listed = are_months and LISTED.fullmatch(text, before.end, found.start) is not None
    return is_listed and BETWEEN.search(text, max(0, before.start - LONGEST_BETWEEN), before.start) is None


def beside_month(context: Context, before: Found, found: Found) -> Found:
    """Return a month named together with the one before, both within a year: that of the second, or of a base.

    `May and June` are of the year that the second is of, the base of `against November/December` of that of the first.
    """
    first, last = before.reading.interval, found.reading.interval
    later = a_year_apart(first, years=1) if first else None
    earlier = a_year_apart(last, years=-1) if last else None
    if later is None or last is None or earlier is None or later.start > last.start:
        return found
    if BASE.search(context.text, max(0, before.start - LONGEST_BETWEEN), before.start):
        return with_interval(found, earlier)
    context.earlier[-1] = with_interval(before, later)
    return found


def a_year_later(context: Context, before: Found, found: Found, *, today: date) -> Found:
    """Return the second of two in the wrong order a year later, or put the first a year earlier, if that is nearer."""
    first, last = before.reading.interval, found.reading.interval
    earlier = a_year_apart(first, years=-1) if first else None
    later = a_year_apart(last, years=1) if last else None
    if first is None or last is None or earlier is None or later is None or earlier.start > last.start:
        return found
    if distance(today, earlier.start, last.end) <= distance(today, first.start, later.end):
        context.earlier[-1] = with_interval(before, earlier)
        return found
    return with_interval(found, later)


def are_weekdays_apart(before: Found, found: Found, *, text: str) -> bool:
    """Tell whether of two weekdays named together the second came out before the first: `Wednesday and Thursday`."""
    first, last = before.reading.interval, found.reading.interval
    are_weekdays = (
        before.rule == found.rule == "weekday" and LISTED.fullmatch(text, before.end, found.start) is not None
    )
    is_placed = WEEK_BEFORE.search(text, max(0, before.start - LONGEST_BETWEEN), before.start) is not None
    return are_weekdays and not is_placed and first is not None and last is not None and last.start < first.start


def next_weekday(first: Interval | None, found: Found, *, text: str) -> Found:
    """Return a weekday as the next one after another, unless words such as `next` place it: `Saturday to Monday`."""
    last = found.reading.interval
    if first is None or last is None or PLACED.search(text, found.start, found.end):
        return found
    day = add_days(first.start, (last.start - first.start).days % 7 or 7)
    return with_interval(found, Interval(day, day)) if day else found


def is_joined(before: Found, found: Found, *, text: str) -> bool:
    """Tell whether two expressions of the same kind, of no stated year, are joined by a word such as `to`."""
    kinds = {before.rule, found.rule}
    is_guessed = before.reading.anchor == found.reading.anchor == "publication"
    is_alike = before.reading.unit == found.reading.unit and (len(kinds) == 1 or "weekday" not in kinds)
    return kinds <= NAMED and is_guessed and is_alike and is_followed(before, found, text=text)


def is_followed(before: Found, found: Found, *, text: str) -> bool:
    """Tell whether the words around two expressions say that the time runs from the one to the other."""
    if BETWEEN.search(text, max(0, before.start - LONGEST_BETWEEN), before.start):
        return AND.fullmatch(text, before.end, found.start) is not None
    return JOINT.fullmatch(text, before.end, found.start) is not None


def with_interval(found: Found, interval: Interval) -> Found:
    """Return the expression with another interval."""
    return dataclasses.replace(found, reading=dataclasses.replace(found.reading, interval=interval))


def distance(today: date, first: date, last: date) -> int:
    """Return how many days lie between a day and a stretch; none where it lies within."""
    return max((first - today).days, (today - last).days, 0)
