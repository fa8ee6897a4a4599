"""Stretches of time that the words beside a date make of it: `the three months to December`, `since 1997`."""

import calendar
import functools
import re
from collections.abc import Iterator
from datetime import date, timedelta

from warehouse.records import DateExpression

Ends = tuple[date | None, date | None]
"""First and last day; None where it is open."""

COUNTS = {
    word: count
    for count, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=1
    )
}
MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "year": 12}
DAYS_OF = {"day": 1, "week": 7}
LED_BY_SPAN = re.compile(
    rf"(?:\b(?:(?P<count>\d+|{'|'.join(COUNTS)})[ -]?)?"
    r"(?:(?:first|second|third|fourth|1st|2nd|3rd|4th)[ -](?:fiscal )?)?"
    r"(?:fiscal |financial |trading )?(?P<unit>day|week|month|quarter|half|year|period|season)(?:[- ]year)?s?,?\s+"
    r"(?:period\s+)?(?:which\s+|that\s+)?(?:(?:up\s+)?to|ended|(?P<ending>ending|ends)|through)\s+(?:the\s+)?(?:on\s+|in\s+)?"
    r"(?P<end>end[- ](?:of\s+)?|mid[- ]|late\s+|early\s+)?)$",
    re.IGNORECASE,
)
"""`in the three months ended |December 31`, `the half-year to end-|June`."""
LONGEST_SPAN = 70
LED_BY_END = re.compile(
    r"\b(?:(?:end|close)[- ](?:of[- ])?(?:the )?|(?:year[- ]?)?end[- ]?|as (?:of|at) (?:end[- ])?)$", re.IGNORECASE
)
"""`at the end of |1986`, `as of |June`, `at year-end |1986`."""
LONGEST_END = 14
LED_BY_START = re.compile(
    rf"\b(?:(?P<count>\d+|{'|'.join(COUNTS)})[ -])?(?P<unit>month|quarter|half|year)s?,?\s(?:period\s)?"
    r"(?:which\s|that\s)?(?:start(?:ing|s)|begin(?:ning|s)|(?P<from>from))\s(?:on\s|in\s|from\s)?$",
    re.IGNORECASE,
)
"""`the year starting |April 1`, `over 25 years from |2009`; without a number `from` says nothing of a length."""
LED_BY_UNTIL = re.compile(
    r"\b(?:up to|until|till|before|through|by|prior to|as of|dated|to)\s(?:the\s|mid[- ]?)?$", re.IGNORECASE
)
LED_BY_FROM = re.compile(r"\b(?:from|starting|beginning|effective|after)\s(?:on\s|in\s)?$", re.IGNORECASE)
SINCE = ("since ", "Since ")
MIDDLE, MIDDLE_OF_MONTH = 7, 14
"""The month that begins the middle of a year, and the days of a month before its own middle."""
LIMITS = frozenset({"by", "until", "before"})
MONTH_NAMES = {number: calendar.month_name[number].lower() for number in range(1, 13)}
MONTH_NAMED = rf"(?:{'|'.join(calendar.month_name[1:])})"
DAY_BEHIND = re.compile(
    rf"\s?(?:to|through|until|-|–)\s?(?:(?P<named>{MONTH_NAMED})\s)?(?P<day>\d{{1,2}})\b(?:\s(?P<month>{MONTH_NAMED})\b)?"
    r"(?!\s?(?:pct|percent|%|mln|million|billion|dlrs|[,.]\d))"
)
"""`March 11| to 20`, `March 11| to April 2`, `11 March| to 2 April`."""
MONTH_BEHIND = re.compile(rf"\s?(?:/|-|–|and|or|to|through)\s?(?P<month>{MONTH_NAMED})\b")
"""`for April|/May shipment`."""
MONTH_BEFORE = re.compile(rf"\b(?P<month>{MONTH_NAMED})(?:/|-|–|\sto\s|\sthrough\s)$")
"""`January/|November 1986`."""
LONGEST_MONTH = 18
MONTHS_OPENING = re.compile(rf"['’]s first (?P<count>{'|'.join(list(COUNTS)[1:])}) months\b")
"""`1987|'s first eight months`."""
FISCAL = re.compile(r"\b(?:fiscal|financial year)\b", re.IGNORECASE)
"""Where an article says so anywhere, any of its years may be fiscal."""
QUARTER_BEHIND = re.compile(r"\s(?:quarter|three months)")
HALF_BEHIND = re.compile(r"\shalf")
FISCAL_YEARS = {"April": 4, "July": 7, "October": 10}
"""Months in which the fiscal years of Japan and Britain, of Australia, and of the United States begin."""
WITHOUT_YEAR = frozenset({"month", "day", "quarter", "range"})
"""Times that are often told without their year: `for |April-June delivery` may be of the next one."""
PLACEABLE = frozenset({"year", "month", "day", "quarter"})


def spans_of(text: str, row: DateExpression, *, published_on: date | None) -> Iterator[tuple[str, Ends]]:
    """Yield the stretches that a time expression may stand for besides its own days, each with its kind's name."""
    if row.end_on:
        yield from spans_to(text, row, row.end_on)
        yield from ends_of(text, row, row.end_on)
        if row.precision in PLACEABLE and is_limit(text, row):
            yield "up to it", (None, row.end_on)
    if row.start_on and row.end_on:
        yield from fiscal_years(text, row.start_on, row.end_on)
        yield from spans_from(text, row, row.start_on)
        yield from ranges_from(text, row, row.start_on)
        yield from ranges_to(text, row, row.start_on, row.end_on)
        if row.anchor == "publication" and row.precision in WITHOUT_YEAR:
            yield "a year after it", shifted_year((row.start_on, row.end_on), 1)
    opening = row.start_on and middle_of(row, row.start_on)
    if opening and published_on and opening < published_on:
        yield "from it to publication", (opening, published_on)
        yield "since it", (opening, None)
    elif opening and text.endswith(SINCE, 0, row.start_char):
        yield "since it", (opening, None)
    if opening and LED_BY_FROM.search(text, max(0, row.start_char - LONGEST_END), row.start_char):
        yield "from it on", (opening, None)


def middle_of(row: DateExpression, first: date) -> date:
    """Return the day on which what lasts since a time began: `since mid-1997` since July, else since its first day."""
    if row.modifier == "mid" and row.precision == "year":
        return first.replace(month=MIDDLE)
    return first + timedelta(days=MIDDLE_OF_MONTH) if row.modifier == "mid" and row.precision == "month" else first


def spans_to(text: str, row: DateExpression, last: date) -> Iterator[tuple[str, Ends]]:
    """Yield the stretches whose length is told before a date: `the nine months to |September`."""
    led = LED_BY_SPAN.search(text, max(0, row.start_char - LONGEST_SPAN), row.start_char)
    if led is None:
        return
    count, unit = count_of(led["count"]), led["unit"].lower()
    end = month_end(last) if row.precision == "month" or led["end"] else last
    if unit in DAYS_OF:
        yield "stretch to it", (end - timedelta(days=DAYS_OF[unit] * count - 1), end)
    elif unit in MONTHS_OF and 0 < count * MONTHS_OF[unit] < last.year:
        months = count * MONTHS_OF[unit]
        if end != month_end(end):
            yield "stretch to the day", (shifted_months(end, -months) + timedelta(days=1), end)
        yield "stretch to it", (first_of_months(end, months), end)
        if led["ending"] and row.anchor == "publication" and row.precision in WITHOUT_YEAR:
            yield "stretch to it a year after", shifted_year((first_of_months(end, months), end), 1)
    else:
        yield "until it", (None, end)


def spans_from(text: str, row: DateExpression, first: date) -> Iterator[tuple[str, Ends]]:
    """Yield the stretch whose length is told before the date that it begins with: `25 years from |2009`."""
    led = LED_BY_START.search(text, max(0, row.start_char - LONGEST_SPAN), row.start_char)
    if led is None or (led["from"] and not led["count"]):
        return
    months = count_of(led["count"]) * MONTHS_OF[led["unit"].lower()]
    if months <= 12 * (date.max.year - first.year - 1):
        yield "stretch from it", (first, shifted_months(first, months) - timedelta(days=1))


def ranges_from(text: str, row: DateExpression, first: date) -> Iterator[tuple[str, Ends]]:
    """Yield the stretch from a day or month to the one named behind it, and what is open from one to come on."""
    day = DAY_BEHIND.match(text, row.end_char) if row.precision == "day" else None
    last = last_day_of(first, day) if day else None
    if last:
        yield "range from it", (first, last)
    month = MONTH_BEHIND.match(text, row.end_char) if row.precision == "month" else None
    if month:
        ends = first, month_end(first_of_month_named(first, month["month"].lower()))
        yield "range from it", ends
        if row.anchor == "publication":
            yield "range from it a year after", shifted_year(ends, 1)
    if row.anchor == "publication" and LED_BY_FROM.search(text, max(0, row.start_char - LONGEST_END), row.start_char):
        yield "from it a year after", (shifted_months(first, 12), None)


def last_day_of(first: date, day: re.Match[str]) -> date | None:
    """Return the last day of a range by what stands behind its first; None where no such day is later."""
    named = day["named"] or day["month"]
    month = first_of_month_named(first, named.lower()) if named and named != month_named(first) else first
    is_one = first.day < int(day["day"]) if month is first else True
    return month.replace(day=int(day["day"])) if is_one and 0 < int(day["day"]) <= month_end(month).day else None


def ranges_to(text: str, row: DateExpression, first: date, last: date) -> Iterator[tuple[str, Ends]]:
    """Yield the stretch of months that one ends, and the first months of a year: `January/|November 1986`."""
    month = MONTH_BEFORE.search(text, max(0, row.start_char - LONGEST_MONTH), row.start_char)
    if month and row.precision == "month" and first.year > date.min.year + 1:
        opens = first_of_month_named(shifted_months(first, -12), month["month"].lower())
        if opens < first:
            yield "range to it", (opens, last)
    opening = MONTHS_OPENING.match(text, row.end_char) if row.precision == "year" else None
    if opening:
        yield "stretch of it", (first, month_end(shifted_months(first, COUNTS[opening["count"]] - 1)))


def first_of_month_named(first: date, name: str) -> date:
    """Return the first day of the next month of a name, behind a day of one."""
    opens = first.replace(day=1)
    return next(day for day in (shifted_months(opens, step) for step in range(1, 13)) if MONTH_NAMES[day.month] == name)


def month_named(day: date) -> str:
    """Return the name of a day's month."""
    return calendar.month_name[day.month]


def is_limit(text: str, row: DateExpression) -> bool:
    """Tell whether a time is one up to which something holds: `until |1999`, `by |May`."""
    is_led = LED_BY_UNTIL.search(text, max(0, row.start_char - LONGEST_END), row.start_char)
    return bool(is_led) or row.modifier in LIMITS


def count_of(written: str | None) -> int:
    """Return the number that is written before a unit of time, 1 where there is none."""
    return int(written) if written and written.isdigit() else COUNTS.get((written or "one").lower(), 1)


def ends_of(text: str, row: DateExpression, last: date) -> Iterator[tuple[str, Ends]]:
    """Yield the quarter or half that a month ends, and the last day of a stretch."""
    if row.precision == "month":
        if QUARTER_BEHIND.match(text, row.end_char):
            yield "quarter to it", (first_of_months(last, MONTHS_OF["quarter"]), last)
        if HALF_BEHIND.match(text, row.end_char):
            yield "half to it", (first_of_months(last, MONTHS_OF["half"]), last)
    is_led = LED_BY_END.search(text, max(0, row.start_char - LONGEST_END), row.start_char)
    if is_led or row.text.lower().startswith("end") or row.modifier == "late":
        yield "end of it", (month_end(last), month_end(last))
        if row.anchor == "publication" and row.precision == "month":
            yield "end of it a year after", (month_end(shifted_last(last, 12)),) * 2


def fiscal_years(text: str, first: date, last: date) -> Iterator[tuple[str, Ends]]:
    """Yield the fiscal years that two calendar years, or one where the article speaks of any, may stand for."""
    if (first.month, first.day, last.month, last.day) != (1, 1, 12, 31):
        return
    if first.year + 1 == last.year:
        for name, month in FISCAL_YEARS.items():
            yield f"fiscal years from {name}", year_from(date(first.year, month, 1))
    elif first.year == last.year and speaks_of_fiscal_years(text):
        for name, month in FISCAL_YEARS.items():
            year = first.year if name == "April" else first.year - 1
            if year >= date.min.year:
                yield f"fiscal year from {name}", year_from(date(year, month, 1))


@functools.lru_cache(maxsize=1)
def speaks_of_fiscal_years(text: str) -> bool:
    """Tell whether an article speaks of fiscal years anywhere, which is asked of every year."""
    return bool(FISCAL.search(text))


def year_from(first: date) -> Ends:
    """Return the twelve months that begin with a day that is the first of its month."""
    return first, shifted_months(first, 12) - timedelta(days=1)


def shifted_year(ends: Ends, years: int) -> Ends:
    """Return a stretch some years later; the end of February stays one."""
    first, last = ends
    return first and shifted_months(first, 12 * years), last and shifted_last(last, 12 * years)


def shifted_back(ends: Ends) -> Ends | None:
    """Return the stretch of the same length right before one of whole months or a week; None for others."""
    first, last = ends
    if first is None or last is None:
        return None
    if first.day == 1 and last == month_end(last):
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        return shifted_months(first, -months), shifted_last(last, -months)
    week = timedelta(days=7)
    return (first - week, last - week) if last - first == week - timedelta(days=1) else None


def shifted_months(day: date, months: int) -> date:
    """Return the same day some months later, or the last of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def shifted_last(day: date, months: int) -> date:
    """Return the same day some months later; the last of a month stays the last."""
    shifted = shifted_months(day, months)
    return month_end(shifted) if day == month_end(day) else shifted


def first_of_months(last: date, months: int) -> date:
    """Return the first day of the `months` calendar months that end with the one of `last`."""
    return shifted_months(last.replace(day=1), 1 - months)


def month_end(day: date) -> date:
    """Return the last day of a month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
