"""A part of a longer time, named before it: `the first week of October`, `the last Friday of next month`."""

import dataclasses
import re
from collections.abc import Iterator

from tasks.extractors.dates.words.intervals import (
    MONTHS_OF,
    Interval,
    add_days,
    add_months,
    containing,
    one_day,
    shifted,
)
from tasks.extractors.dates.words.lexicon import CARDINAL, NTH, WEEKDAY, cardinal, ordinal, weekday_number
from tasks.extractors.dates.words.reading import Reading

REACH = 60
"""Characters before an expression that are searched; the longest is `the twenty-first weekend of`."""

PART_BEFORE = re.compile(
    rf"(?<![\w-])(?:the\s+)?(?P<which>{NTH}|last|final|(?<=\bon\s)(?:[12]?\d|3[01])(?=\s+of\s))"
    rf"(?:\s+(?:(?P<count>{CARDINAL})\s+(?P<counted>day|week|month|year)s"
    rf"|(?P<part>day|weekend|week|month|quarter|half|year|decade|{WEEKDAY})))?\s+(?P<joint>of|in)\s+$",
    re.IGNORECASE,
)
"""`the second of ` (March), `the last Friday in ` (October), `the first three weeks of ` (1998).

`The third day of the March talks` is no March 3: nothing may stand between `of` and the longer time.
"""

LONGER = frozenset({"month", "quarter", "half", "season", "year", "decade", "century", "range"})
"""Precisions that have parts; those of a week are named otherwise (`Monday last week`)."""

FISCAL = re.compile(r"\b(?:fiscal|financial)\s+year\b", re.IGNORECASE)
"""What has no quarters on days that are certain: `the second half of |the current fiscal year`."""

THURSDAY, SATURDAY = 3, 5


def part_before(text: str, start: int, *, end: int, reading: Reading) -> tuple[int, Reading] | None:
    """Return the reading of the part that the words before an expression name, and its start; None without one."""
    if reading.precision not in LONGER or text[start - 3 : start - 1].lower() not in ("of", "in"):
        return None
    from_char = max(0, start - REACH)
    match = PART_BEFORE.search(text, from_char, start)
    if not match or text[end : end + 2] in ("'s", "’s"):
        return None
    unit = part_of_match(match)
    if unit is None:
        return None
    is_open = unit in ("half", "quarter") and reading.precision == "year" and FISCAL.search(text, start, end)
    whole = None if is_open else reading.interval
    interval = whole and named_part(whole, match, unit=unit)
    if whole and interval is None:
        return None
    return match.start(), dataclasses.replace(reading, interval=interval, precision=precision_of(unit))


def part_of_match(match: re.Match[str]) -> str | None:
    """Return what is counted or named; a bare ordinal is a day: `the second of March`, but not `a third of March`."""
    if match["count"]:
        return "stretch"
    if match["part"]:
        return match["part"].lower()
    which = match["which"].lower()
    if match["joint"].lower() != "of" or which in ("last", "final"):
        return None
    is_share = not which[0].isdigit() and which not in ("first", "second")
    return None if is_share and not match[0].lower().startswith("the") else "bare day"


def precision_of(unit: str) -> str:
    """Return the precision of a part; halves and quarters of what is no year are ranges."""
    if unit in ("stretch", "half", "quarter"):
        return "range"
    return unit if unit in ("week", "weekend", "month", "year", "decade") else "day"


def named_part(whole: Interval, match: re.Match[str], *, unit: str) -> Interval | None:
    """Return the part of an interval that is meant; None where it has no such part."""
    which = match["which"].lower()
    number = None if which in ("last", "final") else ordinal(which)
    if unit == "stretch":
        return stretch(whole, unit=match["counted"].lower(), count=cardinal(match["count"]), number=number)
    if unit in ("half", "quarter"):
        return fraction(whole, number=number, parts=2 if unit == "half" else 4)
    if unit == "bare day":
        return nth_day(whole, number=number) if (whole.end - whole.start).days < 31 else None
    if unit == "day":
        return nth_day(whole, number=number)
    return one_of(list(units_in(whole, unit)), number=number)


def one_of(found: list[Interval], *, number: int | None) -> Interval | None:
    """Return the interval of a number, counted from one, or the last one."""
    if number is None:
        return found[-1] if found else None
    return found[number - 1] if 0 < number <= len(found) else None


def nth_day(whole: Interval, *, number: int | None) -> Interval | None:
    """Return a day by its number within an interval, or its last."""
    day = whole.end if number is None else add_days(whole.start, number - 1)
    return one_day(day) if day and day <= whole.end else None


def units_in(whole: Interval, unit: str) -> Iterator[Interval]:
    """Yield the weeks, weekends, weekdays, months, years or decades that an interval holds.

    A week belongs to the month and year of its Thursday (ISO 8601), a weekend to those of its Saturday.
    """
    weekday = {"week": THURSDAY, "weekend": SATURDAY}.get(unit)
    if unit in ("month", "year", "decade"):
        yield from starting_within(whole, months_apart=MONTHS_OF[unit])
        return
    number = weekday_number(unit) if weekday is None else weekday
    day = add_days(whole.start, (number - whole.start.weekday()) % 7)
    while day and day <= whole.end:
        found = containing(day, unit if weekday is not None else "day")
        if found:
            yield found
        day = add_days(day, 7)


def starting_within(whole: Interval, *, months_apart: int) -> Iterator[Interval]:
    """Yield the stretches of so many months that an interval is made of, from its first day on."""
    start = whole.start
    while after := add_months(start, months_apart):
        end = add_days(after, -1)
        if end is None or end > whole.end:
            return
        yield Interval(start, end)
        start = after


def fraction(whole: Interval, *, number: int | None, parts: int) -> Interval | None:
    """Return a half or quarter: of a month its days to the 15th and from the 16th, of longer times whole months."""
    number = number or parts
    months_long = (whole.end.year - whole.start.year) * 12 + whole.end.month - whole.start.month + 1
    if number > parts:
        return None
    if months_long == 1:
        return half_month(whole, number=number) if parts == 2 else None
    if months_long % parts:
        return None
    return one_of(list(starting_within(whole, months_apart=months_long // parts)), number=number)


def half_month(whole: Interval, *, number: int) -> Interval:
    """Return the first fifteen days of a month, or the others."""
    middle = whole.start.replace(day=15)
    return Interval(whole.start, middle) if number == 1 else Interval(middle.replace(day=16), whole.end)


def stretch(whole: Interval, *, unit: str, count: int, number: int | None) -> Interval | None:
    """Return the first or last so many days, weeks, months or years of an interval."""
    if number not in (1, None) or count < 2:
        return None
    if number == 1:
        after = shifted(whole.start, unit, count)
        end = after and add_days(after, -1)
        return Interval(whole.start, end) if end and end < whole.end else None
    after = add_days(whole.end, 1)
    start = after and shifted(after, unit, -count)
    return Interval(start, whole.end) if start and start > whole.start else None
