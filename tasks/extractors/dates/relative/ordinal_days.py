"""Days by their number alone: `on the 15th`, `Tuesday the 11th`, in the month that is meant."""

import re
from datetime import date

from tasks.extractors.dates.relative.anaphoric import anchor_of, hanging
from tasks.extractors.dates.words.intervals import Interval, add_months, containing, make_date, one_day
from tasks.extractors.dates.words.lexicon import DAY, DAY_PART, MONTH, WEEKDAY, day_number, weekday_number
from tasks.extractors.dates.words.nearest import is_future
from tasks.extractors.dates.words.reading import Context, Reading, from_publication
from tasks.extractors.dates.words.tense import AHEAD, direction

NUMBER = r"(?:(?:[12]?\d|3[01])(?:st|nd|rd|th))\b"

WEEKDAY_NUMBER = re.compile(rf"\b(?P<weekday>{WEEKDAY}),?\s+(?:{DAY_PART}\s+)?the\s+(?P<day>{NUMBER})(?!\s+of\b|-)")
"""`Tuesday the 11th`, which tells the month too."""

NO_DAY = (
    rf"(?:(?:,\s*(?:the\s+)?{NUMBER}){{0,6}},?\s+(?:and|or)\s+(?:the\s+)?{NUMBER}\s+(?:[a-z]+\s+)?"
    r"(?!(?:as|has|his|is|its|this|was)\b)[a-z]+s\b|\s+and\s+(?:final|last)\b)"
)
"""What stands behind the first of things in a row: ` and 3rd floors`, `, 2nd and 3rd acts`, ` and final time`."""

BARE_NUMBER = re.compile(
    rf"\b(?:[Oo]n|[Ff]or|[Bb]y|[Uu]ntil|[Ss]ince|[Ff]rom|to|(?:morning|evening|night|eve)\s+of)\s+(?P<span>the\s+(?P<day>{NUMBER}))(?!{NO_DAY})"
    rf"(?!(?:\s*,\s*(?:the\s+)?{NUMBER}){{0,6}},?\s+(?:to|and|or|through|until|till)\s+(?:the\s+)?{DAY}\s+(?:of\s+)?{MONTH})"
    r"(?=\s*[,.;:)](?!\d)|\s+(?:and|but|when|while|after|before|as|by|to|until|till|the|a|he|she|it|they|his|her|its|their)\b)"
)
"""`on the 15th`; not `on the 15th floor`."""

MONTHS_AWAY = 14
"""Months on either side of the publication in which a weekday with a number is looked for: it comes at least once."""

PRECISIONS = ("day", "month", "range")


def read_weekday_number(match: re.Match[str], context: Context) -> Reading | None:
    """Read `Tuesday the 11th` as the day that has both, by tense and distance."""
    return of_months(match, context, weekday=weekday_number(match["weekday"]))


def of_months(match: re.Match[str], context: Context, *, weekday: int | None) -> Reading | None:
    """Read a day of a number as that of the month before or after that is meant, which a weekday may tell."""
    today = context.published_on
    if today is None:
        return from_publication(None, context=context, precision="day")
    number = day_number(match["day"])
    months = (in_month(today, months=away, number=number) for away in range(-MONTHS_AWAY, MONTHS_AWAY + 1))
    days = [day for day in months if day and weekday in (None, day.weekday())]
    past = max((day for day in days if day <= today), default=None)
    future = min((day for day in days if day > today), default=None)
    if past and future:
        start = match.start("span") if "span" in match.re.groupindex else match.start()
        tense = direction(context, start=start, end=match.end())
        tense = "future" if tense in AHEAD else tense
        is_ahead = is_future(today, past=Interval(past, past), future=Interval(future, future), tense=tense)
        past = future if is_ahead else past
    day = past or future
    return from_publication(one_day(day), context=context, precision="day") if day else None


def in_month(today: date, *, months: int, number: int) -> date | None:
    """Return the day of a number in the month so many away; None where it has none."""
    other = add_months(today.replace(day=1), months)
    return make_date(other.year, other.month, number) if other else None


def read_bare_number(match: re.Match[str], context: Context) -> Reading | None:
    """Read `on the 15th` as a day of the month spoken of before it, or where none was, of the nearest."""
    anchor = anchor_of(context, at=match.start(), precisions=PRECISIONS)
    if anchor is None:
        return of_months(match, context, weekday=None)
    held = anchor.reading.interval
    if held is None:
        return hanging(anchor, interval=None, precision="day")
    month, number = month_of(held), day_number(match["day"])
    day = month and make_date(month.year, month.month, number)
    if day and may_be_next_month(context, held, number=number):
        return hanging(anchor, interval=None, precision="day")
    return hanging(anchor, interval=one_day(day), precision="day") if day else None


def may_be_next_month(context: Context, held: Interval, *, number: int) -> bool:
    """Tell whether a number below that of the day spoken of may be of the month after it: `on 27 May … on the 3rd`."""
    today = context.published_on
    if today is None or held.start != held.end or number >= held.start.day:
        return False
    later = in_month(held.start, months=1, number=number)
    return later is not None and later <= today


def month_of(held: Interval) -> date | None:
    """Return the first day of the month that an interval lies in; None where it lies in several."""
    month = containing(held.start, "month")
    return month.start if month and held.end <= month.end else None
