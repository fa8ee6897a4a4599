"""Days and months in figures: `1998-10-23`, `23.10.1998`, `10/23/98`, `23-Oct-98`, `10/1998`."""

import re
from datetime import date

from tasks.extractors.dates.words.intervals import make_date, months, one_day, years
from tasks.extractors.dates.words.lexicon import MONTHS, month_number
from tasks.extractors.dates.words.reading import Context, Reading

NAMES = "|".join(name.title() for name in MONTHS)

NUMERIC = re.compile(
    r"(?<![\w/.-])(?:(?P<year>(?:1[5-9]|20)\d\d)(?P<mark>[-/.])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)"
    r"|(?P<one>\d\d?)/(?P<two>\d\d?)/(?P<slashed_year>(?:1[5-9]|20)\d\d|\d\d)"
    r"|(?P<dotted_day>\d\d?)\.(?P<dotted_month>\d\d?)\.(?P<dotted_year>(?:19|20)\d\d)"
    rf"|(?P<named_day>\d\d?)(?P<joint>[-/ ])(?P<name>{NAMES})(?P=joint)(?P<named_year>(?:19|20)\d\d|\d\d))"
    r"(?![\w/-]|\.\d)"
)
"""`2008-03-01`, `7/8/2007`, `23.10.1998`, `23/Oct/1998`."""

NUMERIC_MONTH = re.compile(
    rf"(?<![\w/.,-])(?:(?P<name>{NAMES})[-–](?:(?P<full>(?:19|20)\d\d)|['’]?(?P<short>[4-9]\d))"
    r"|(?P<month>0[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d))"
    r"(?![\w/%-]|[.,]\d)"
)
"""`Oct-98`, `10/1998`. `Oct-14` may be a day: two digits are a year from 40 on. `2001-05` are years, not a month."""

MOST_KNOWN = 20
"""Expressions before a day in slashes that may tell which of its two readings is meant."""

CENTURY_TURNS_AT = 40
"""Years of two digits up to this are of the century of 2000."""


def read_numeric(match: re.Match[str], context: Context) -> Reading | None:
    """Read a day in figures.

    Between slashes Americans write the month first and others the day, so that of `7/8/98` the year alone is certain.
    Between dots the day is first (DIN 1355, GOST R 6.30), unless no month has its number.
    """
    if match["one"]:
        year, one, two = full_year(match["slashed_year"]), int(match["one"]), int(match["two"])
        return read_slashed(make_date(year, one, two), make_date(year, two, one), context=context)
    if match["dotted_day"]:
        day, month = int(match["dotted_day"]), int(match["dotted_month"])
        day, month = (month, day) if month > 12 else (day, month)
        found = make_date(int(match["dotted_year"]), month, day)
    elif match["name"]:
        found = make_date(full_year(match["named_year"]), month_number(match["name"]), int(match["named_day"]))
    else:
        found = make_date(int(match["year"]), int(match["month"]), int(match["day"]))
    return as_day(found)


def read_slashed(month_first: date | None, day_first: date | None, *, context: Context) -> Reading | None:
    """Read `10/23/98` and `23/10/98`; of `10/11/98` the year, unless one of both days is spoken of anyway."""
    if month_first is None or day_first is None or month_first == day_first:
        return as_day(month_first or day_first)
    known = {context.published_on}
    known.update(found.reading.interval.start for found in context.earlier[-MOST_KNOWN:] if found.reading.interval)
    spoken_of = known & {month_first, day_first}
    if len(spoken_of) == 1:
        return as_day(spoken_of.pop())
    return Reading(interval=years(month_first.year, 1), precision="year")


def as_day(day: date | None) -> Reading | None:
    """Return the reading of a day that exists."""
    return Reading(interval=one_day(day), precision="day") if day else None


def full_year(written: str) -> int:
    """Return the year of four digits for one of two."""
    year = int(written)
    if year > 99:
        return year
    return year + (1900 if year > CENTURY_TURNS_AT else 2000)


def read_numeric_month(match: re.Match[str], _context: Context) -> Reading | None:
    """Read a month and year in figures."""
    if match["name"]:
        month, year = month_number(match["name"]), full_year(match["full"] or match["short"])
    else:
        month, year = int(match["month"]), int(match["year"])
    return Reading(interval=months(year, month, 1), precision="month")
