"""The days that a source names: `October 22`, `May 19 and 20`, `October 3-5`, `December 30, 1998-January 4, 1999`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tasks.extractors.dates.words.intervals import make_date
from tasks.extractors.dates.words.lexicon import DAY, MONTH, YEAR, day_number, month_number
from tasks.extractors.dates.words.nearest import DAYS_OF_GRACE, MOST_YEARS

JOINT = r"(?<!\s)\s*(?:,\s*and\b|,|and\b|&|/|or\b|to\b|through\b|[-–—]{1,2})\s*"

BEFORE_END = r"(?=\s*(?:[,;.)\]/–—-]|&|(?:and|or|to|through)\b|$))"
"""What may follow a bare day: not the noun of `May 19 and 20 soldiers`, nor the `p.m.` of `October 22, 5 p.m.`."""

ELEMENT = re.compile(
    rf"(?P<joint>{JOINT})?"
    rf"(?:(?P<month>{MONTH})\s*(?P<day>{DAY})|(?P<day_first>{DAY})\s+(?P<month_last>{MONTH})"
    rf"|(?P<leading_day>{DAY})(?=(?:{JOINT}{DAY}){{1,4}}\s+(?P<month_after>{MONTH}))|(?P<bare_day>{DAY}){BEFORE_END})"
    rf"(?:,?\s*(?P<year>{YEAR}))?"
)
"""One day with what joins it to the day before it: `October 22`, ` and 20`, `-5`, `, January 4, 1999`, `4 May`.

A day before the one that names the month is one too: `4` of `4-6 May`.
"""

MONTH_NAME = re.compile(MONTH)
"""What no list of days is without; most texts asked, the names in parentheses, have none."""

MOST_MONTHS = 2
"""Months that a range of cited days may reach over."""

SHORTEST_MONTH = 28

RANGE_JOINT = re.compile(r"to|through|[-–—]")


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthDay:
    """A day as written, its year where one is given."""

    month: int
    day: int
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedDays:
    """A day cited, or the first and last of a range, and where it is written."""

    first: MonthDay
    last: MonthDay
    start: int
    end: int


def find_days(text: str) -> Iterator[list[CitedDays]]:
    """Yield each list of days in the text, joined by commas, `and` or dashes: `May 19 and 20` is one list of two."""
    run: list[CitedDays] = []
    for match in ELEMENT.finditer(text) if MONTH_NAME.search(text) else ():
        is_joined = bool(run) and match["joint"] is not None and match.start() == run[-1].end
        if not is_joined:
            if run:
                yield with_years(run)
            run = []
        read = read_element(match, before=run[-1] if run else None)
        if read is None:
            continue
        if is_joined and RANGE_JOINT.search(match["joint"]) and run[-1].first == run[-1].last:
            run[-1] = CitedDays(first=run[-1].first, last=read.last, start=run[-1].start, end=read.end)
        else:
            run.append(read)
    if run:
        yield with_years(run)


def read_element(match: re.Match[str], *, before: CitedDays | None) -> CitedDays | None:
    """Read one day; a bare number takes the month of the day before it and is nothing without one."""
    month_text = match["month"] or match["month_last"] or match["month_after"]
    if month_text is None and before is None:
        return None
    month = month_number(month_text) if month_text else before.last.month if before else 0
    day_text = match["day"] or match["day_first"] or match["leading_day"] or match["bare_day"]
    year = int(match["year"]) if match["year"] else None
    day = MonthDay(month=month, day=day_number(day_text), year=year)
    start = match.end("joint") if match["joint"] is not None else match.start()
    return CitedDays(first=day, last=day, start=start, end=match.end())


def with_years(run: list[CitedDays]) -> list[CitedDays]:
    """Give days without a year the one that is written after them: `January 3 and 4, 1999`."""
    year: int | None = None
    dated = []
    for days in reversed(run):
        last = in_year(days.last, year)
        first = in_year(days.first, earlier_year(days.first, last))
        year = earlier_year(first, first)
        dated.append(CitedDays(first=first, last=last, start=days.start, end=days.end))
    return dated[::-1]


def in_year(day: MonthDay, year: int | None) -> MonthDay:
    """Return the day with a year, unless it has one."""
    return day if day.year or not year else MonthDay(month=day.month, day=day.day, year=year)


def earlier_year(day: MonthDay, later: MonthDay) -> int | None:
    """Return the year of `day` if it lies within the twelve months before `later`."""
    if later.year is None:
        return None
    return later.year if (day.month, day.day) <= (later.month, later.day) else later.year - 1


def is_lifetime(days: CitedDays) -> bool:
    """Tell a life or a term of office, `8 February 1700 – 17 March 1782`, from days of news."""
    years = days.last.year - days.first.year if days.first.year and days.last.year else 0
    months = 12 * years + days.last.month - days.first.month
    return (months if years else months % 12) > MOST_MONTHS


def is_month(days: CitedDays) -> bool:
    """Tell a whole month, of which a monthly is cited, from days; it says little of the day of publication."""
    return days.first.month == days.last.month and days.first.day == 1 and days.last.day >= SHORTEST_MONTH


def resolve(days: CitedDays, *, published_on: date | None) -> tuple[date | None, date | None]:
    """Turn days as written into dates: the latest that do not lie after the publication; null without a year."""
    last = latest_date(days.last, not_after=published_on and published_on + timedelta(days=DAYS_OF_GRACE))
    if days.first == days.last:
        return last, last
    first = latest_date(days.first, not_after=last)
    return (first, last) if first and last else (None, None)


def latest_date(day: MonthDay, *, not_after: date | None) -> date | None:
    """Return the latest date of that month and day that is not after a given one; null for `February 30`."""
    if day.year:
        return make_date(day.year, day.month, day.day)
    if not_after is None:
        return None
    candidates = (make_date(not_after.year - back, day.month, day.day) for back in range(MOST_YEARS))
    return next((found for found in candidates if found and found <= not_after), None)
