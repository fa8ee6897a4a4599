"""Days and months by name and number: `May 26, 1980`, `October 3-5`, `7/8/07`, `June 1998`, `in October`."""

import dataclasses
import re

from tasks.extractors.dates.intervals import Interval, containing, make_date, months, one_day
from tasks.extractors.dates.lexicon import (
    DAY,
    LONG_MONTH,
    MONTH,
    SHORT_WEEKDAY,
    WEEKDAY,
    YEAR,
    day_number,
    month_number,
)
from tasks.extractors.dates.nearest import month_day, whole_month
from tasks.extractors.dates.reading import Context, Reading, from_publication

DASH = r"\s*[-–—]{1,2}\s*"
YEAR_AFTER = rf"(?:,?\s+(?:of\s+)?(?P<year>{YEAR})|,?\s+(?:of\s+)?(?P<which>this|last|next)\s+year\b)"
LEADING_WEEKDAY = rf"(?:(?:{WEEKDAY}|{SHORT_WEEKDAY})(?:,\s+|[^\S\n]+)(?:the\s+)?)?"
WHICH = {"last": -1, "this": 0, "next": 1}

MONTH_DAY = re.compile(
    rf"\b{LEADING_WEEKDAY}(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>{DAY})"
    rf"(?:{DASH}(?:(?P<last_month>{MONTH})\s+)?(?P<last_day>{DAY}))?{YEAR_AFTER}?"
)
DAY_MONTH = re.compile(
    rf"\b{LEADING_WEEKDAY}(?P<day>{DAY})(?:{DASH}(?P<last_day>{DAY}))?\s+(?:of\s+)?(?P<month>{MONTH})(?P<last_month>)"
    rf"{YEAR_AFTER}?"
)
FURTHER_DAY = re.compile(
    rf"(?:\s+(?:and|or|to|through|&)\s+|,\s+(?:and\s+)?(?=\d+\s*[,;)]|\d+\s+and\s+\d))(?P<span>{DAY})"
    rf"(?!\s*[-–—]?[\w$€£])(?:,?\s+(?P<year>{YEAR}))?"
)
"""` and 20` of `May 19 and 20`; it counts only where it follows a day read before it."""

NUMERIC = re.compile(
    r"(?<![\w/.-])(?:(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
    r"|(?P<us_month>\d\d?)/(?P<us_day>\d\d?)/(?P<us_year>\d{4}|\d\d))(?![\w/-])"
)
"""`2008-03-01`, `7/8/2007`, `7/8/07` (month first, as American papers write it)."""

WEEK_OF = re.compile(
    rf"\b(?:[Tt]he\s+)?week\s+(?:of|beginning|starting)\s+(?P<month>{MONTH})\s+(?P<day>{DAY})(?P<last_day>)(?P<last_month>){YEAR_AFTER}?"
)
MONTH_YEAR = re.compile(rf"\b(?P<month>{MONTH}){YEAR_AFTER}")
MONTH_ONLY = re.compile(rf"\b(?P<month>(?:{LONG_MONTH}(?![\w-]))|{MONTH}(?<=\.)(?!\w))(?!\s+\d)")
"""An abbreviation needs its period here: `Jan Novak` is no January."""


def read_day(match: re.Match[str], context: Context) -> Reading | None:
    """Read a day, or a range of days that share a month or a year."""
    month, day, span = month_number(match["month"]), day_number(match["day"]), match.span()
    year = stated_year(match, context)
    if match["which"] and year is None:
        return Reading(interval=None, precision="day", anchor="publication")
    last = last_day(match, year=year)
    first = dated(context, month=month, day=day, year=year, span=span)
    if first is None and context.published_on:
        return None
    interval = first and (through(first, last) if last else first)
    precision = "range" if last else "day"
    if match["year"]:
        return Reading(interval=interval, precision=precision)
    return from_publication(interval, context=context, precision=precision)


def read_week_of(match: re.Match[str], context: Context) -> Reading | None:
    """Read `the week of March 6` as the week that the day lies in."""
    day = read_day(match, context)
    if day is None or day.interval is None:
        return day
    return dataclasses.replace(day, interval=containing(day.interval.start, "week"), precision="week")


def stated_year(match: re.Match[str], context: Context) -> int | None:
    """Return the year written beside a month: `1998`, or `last year` where the publication's day is known."""
    if match["year"]:
        return int(match["year"])
    if match["which"] and context.published_on:
        return context.published_on.year + WHICH[match["which"]]
    return None


def dated(context: Context, *, month: int, day: int, year: int | None, span: tuple[int, int]) -> Interval | None:
    """Return the day in the year stated, or in the year that is meant."""
    if year:
        return one_day(make_date(year, month, day))
    return month_day(context, month=month, day=day, span=span)


def last_day(match: re.Match[str], *, year: int | None) -> tuple[int, int] | None:
    """Return month and day of a range's end, where the match holds one."""
    if not match["last_day"]:
        return None
    month = month_number(match["last_month"] or match["month"])
    return month, day_number(match["last_day"])


def through(first: Interval, last: tuple[int, int]) -> Interval | None:
    """Extend a first day to the first day of that name after it; None where the calendar has none."""
    for year in (first.start.year, first.start.year + 1):
        end = make_date(year, *last)
        if end and end >= first.start:
            return Interval(first.start, end)
    return None


def read_further_day(match: re.Match[str], context: Context) -> Reading | None:
    """Read a bare number as a day of the month named just before it."""
    before = context.earlier[-1] if context.earlier else None
    if before is None or before.end != match.start() or before.reading.precision not in ("day", "range"):
        return None
    if before.rule not in ("month and day", "further day"):
        return None
    if before.reading.interval is None:
        return Reading(interval=None, precision="day", anchor=before.reading.anchor)
    first = before.reading.interval.end
    day = make_date(int(match["year"] or first.year), first.month, day_number(match["span"]))
    if day is None:
        return None
    anchor, anchor_on = before.reading.anchor, before.reading.anchor_on
    return Reading(interval=one_day(day), precision="day", anchor=anchor, anchor_on=anchor_on)


def read_numeric(match: re.Match[str], _context: Context) -> Reading | None:
    """Read a day in figures."""
    if match["year"]:
        day = make_date(int(match["year"]), int(match["month"]), int(match["day"]))
    else:
        year = int(match["us_year"])
        year += 0 if year > 99 else 1900 if year > 40 else 2000
        day = make_date(year, int(match["us_month"]), int(match["us_day"]))
    return Reading(interval=one_day(day), precision="day") if day else None


def read_month_year(match: re.Match[str], context: Context) -> Reading | None:
    """Read a month of a stated year."""
    year = stated_year(match, context)
    interval = months(year, month_number(match["month"]), 1) if year else None
    if match["year"]:
        return Reading(interval=interval, precision="month")
    return from_publication(interval, context=context, precision="month")


NOT_A_MONTH = re.compile(r"\b(?:[Mm]s|[Mm]iss|[Mm]rs|[Mm]r|[Ee]lizabeth|[Tt]heresa)\.?\s+$")
MODAL_AFTER = re.compile(r"\s+(?:be|have|not|also|well|or may)\b|\s+(?:[Tt]he|I|we|you|he|she|they|it)\b")


def read_month(match: re.Match[str], context: Context) -> Reading | None:
    """Read a month alone as the one that is meant; `May` and `March` that are other words are none."""
    word = match["month"]
    if word in ("May", "March", "MAY", "MARCH", "August", "April", "June") and is_other_word(match, context.text):
        return None
    interval = whole_month(context, month=month_number(word), span=match.span())
    return from_publication(interval, context=context, precision="month")


def is_other_word(match: re.Match[str], text: str) -> bool:
    """Tell `May I`, `Theresa May` and `the March on Rome` from months."""
    before, after = text[max(0, match.start() - 20) : match.start()], text[match.end() : match.end() + 12]
    if NOT_A_MONTH.search(before) or (match["month"] == "May" and MODAL_AFTER.match(after)):
        return True
    if match["month"] == "March" and re.match(r"\s+(?:on|of|for)\s+(?:the\s+)?[A-Z]", after):
        return True
    return match["month"] in ("April", "June", "August") and bool(
        re.match(r"\s+(?:said|told|[A-Z][a-z]+\s+(?:said|told))\b", after)
    )
