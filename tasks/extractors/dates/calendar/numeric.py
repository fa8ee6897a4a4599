"""Days and months in figures: `1998-10-23`, `23.10.1998`, `10/23/98`, `23-Oct-98`, `10/1998`."""

import re
from datetime import date

from tasks.extractors.dates.words.intervals import make_date, months, one_day, years
from tasks.extractors.dates.words.lexicon import LONG_MONTH, MONTHS, month_number
from tasks.extractors.dates.words.reading import Context, Reading

NAMES = "|".join(f"{name.title()}|{name.upper()}" for name in MONTHS)
ROMAN_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")

NUMERIC = re.compile(
    r"(?<![\w/.-])(?:(?P<year>(?:1[5-9]|20)\d\d)(?P<mark>[-/.])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)"
    r"|(?P<one>\d\d?)/(?P<two>\d\d?)/(?P<slashed_year>(?:1[5-9]|20)\d\d|\d\d)"
    r"|(?P<dotted_day>\d\d?)\.(?P<dotted_month>\d\d?)\.(?P<dotted_year>(?:19|20)\d\d|\d\d)"
    rf"|(?P<named_day>\d\d?)(?P<joint>[-/ ]|(?=\w{{3}}(?:19|20)\d\d))(?P<name>{NAMES})(?P=joint)"
    r"(?P<named_year>(?:19|20)\d\d|(?<! )\d\d|\d\d(?=\s*(?:[),.;\]]|$|\n)))"
    rf"|(?P<first_year>(?:1[5-9]|20)\d\d)(?P<seam>[-/ ])(?P<name_within>{NAMES}|{LONG_MONTH})(?P=seam)"
    r"(?P<last_day>\d\d?)"
    rf"|(?P<roman_day>\d\d?)(?P<roman_mark>\. ?|-)(?P<roman>{'|'.join(ROMAN_MONTHS)})(?P=roman_mark)"
    r"(?P<roman_year>(?:19|20)\d\d|[4-9]\d))"
    r"(?![\w/-]|\.\d)"
)
"""`2008-03-01`, `7/8/2007`, `23.10.1998`, `23/Oct/1998`, `23OCT1998`, `1998-Oct-23`, `1998 October 23`,
`23.X.1998`; not the `5 May 12` of `on 5 May 12 men`."""

NUMERIC_MONTH = re.compile(
    rf"(?<![\w/.,-])(?:(?P<name>{NAMES})[-–](?:(?P<full>(?:19|20)\d\d)|['’]?(?P<short>[4-9]\d))"
    r"|(?P<month>0[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d))"
    r"(?![\w/%-]|[.,]\d)"
)
"""`Oct-98`, `10/1998`. `Oct-14` may be a day: two digits are a year from 40 on. `2001-05` are years, not a month."""

NEAR = 400
"""Days around the publication within which one of two readings of a day lies and the other does not."""

MOST_KNOWN = 20
"""Expressions before a day in slashes that may tell which of its two readings is meant."""

BEFORE_DAY = re.compile(
    r"(?:\b(?:[Oo]n|[Ss]ince|[Ff]rom|[Uu]ntil|[Tt]ill?|[Bb]efore|[Dd]ated|[Ss]igned|[Ii]ssued|[Bb]orn"
    r"|(?:decree|order|resolution|letter|law|contract|agreement|act|protocol)(?:\s(?:No\.?\s)?[\w/-]{1,8})?\sof)\s+|\d\.\d\d?\.\d\d\s+to\s+)$"
)
"""What stands before a day between dots with a year of two digits: `on `, `from 2.3.98 to `."""
VERSIONED = re.compile(
    r"\b(?:versions?|releases?|kernels?|software|firmware|builds?|patch(?:es)?|updates?|upgrades?|sections?|clauses?|articles?"
    r"|paragraphs?|chapters?|Linux|Windows|Android|Python)\b",
    re.IGNORECASE,
)
"""What has points in its numbers too: `a kernel from 2.6.10`."""
LONGEST_BEFORE = 60
MOST_YEARS_BACK, MOST_YEARS_AHEAD = 60, 5

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
    if match["name"]:
        return as_day(named_day(match, context))
    if len(match["dotted_year"] or "") == len("97") and not is_day_before_year(match, context):
        return None
    return as_day(certain_day(match))


def is_day_before_year(match: re.Match[str], context: Context) -> bool:
    """Tell whether numbers between dots, the last of two digits, are a day rather than a version: `on 23.5.97`."""
    today, year = context.published_on, full_year(match["dotted_year"])
    is_near = today is None or -MOST_YEARS_BACK <= year - today.year <= MOST_YEARS_AHEAD
    before = context.text[max(0, match.start() - LONGEST_BEFORE) : match.start()]
    return is_near and BEFORE_DAY.search(before) is not None and VERSIONED.search(before) is None


def named_day(match: re.Match[str], context: Context) -> date | None:
    """Read `23-Oct-98`, the day first, but `19-Nov-12` as one of 2019 where only that lies near the publication."""
    month, today = month_number(match["name"]), context.published_on
    if match["joint"] == " " and today and full_year(match["named_year"]) > today.year + MOST_YEARS_AHEAD:
        return None  # of 5 May 12, three
    day_first = make_date(full_year(match["named_year"]), month, int(match["named_day"]))
    year_first = make_date(full_year(match["named_day"]), month, int(match["named_year"]))
    if today and year_first and len(match["named_day"]) == len(match["named_year"]) == 2:
        near = [day for day in (day_first, year_first) if day and abs((day - today).days) <= NEAR]
        return near[0] if len(near) == 1 else day_first
    return day_first


def certain_day(match: re.Match[str]) -> date | None:
    """Return a day whose parts cannot be confused: its year is first, or dots part them."""
    if match["dotted_day"]:
        day, month = int(match["dotted_day"]), int(match["dotted_month"])
        day, month = (month, day) if month > 12 else (day, month)
        return make_date(full_year(match["dotted_year"]), month, day)
    if match["name_within"]:
        return make_date(int(match["first_year"]), month_number(match["name_within"]), int(match["last_day"]))
    if match["roman"]:
        return make_date(
            full_year(match["roman_year"]), ROMAN_MONTHS.index(match["roman"]) + 1, int(match["roman_day"])
        )
    return make_date(int(match["year"]), int(match["month"]), int(match["day"]))


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
