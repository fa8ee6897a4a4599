"""On which day of a year a feast falls: fixed, a certain weekday of a month, counted from Easter, or by the moon."""

import csv
import re
from datetime import date
from functools import cache
from pathlib import Path

from tasks.extractors.dates.calendar.parts import one_of, units_in
from tasks.extractors.dates.words.intervals import add_days, make_date, months
from tasks.extractors.dates.words.lexicon import ORDINALS

FIXED = re.compile(r"(?P<month>\d+)-(?P<day>\d+)")
NTH_WEEKDAY = re.compile(r"(?P<which>first|second|third|fourth|last) (?P<weekday>\w+) of (?P<month>\d+)")
FROM_EASTER = re.compile(r"(?P<orthodox>orthodox )?easter (?P<days>-?\d+)")
LUNAR_NEW_YEAR = "lunar new year"


def feast_in(year: int, rule: str) -> date | None:
    """Return the day of a year that a rule of `holidays.csv` gives: `5-9`, `fourth Thursday of 11`, `easter -2`."""
    if rule == LUNAR_NEW_YEAR:
        return lunar_new_years().get(year)
    if fixed := FIXED.fullmatch(rule):
        return make_date(year, int(fixed["month"]), int(fixed["day"]))
    if nth := NTH_WEEKDAY.fullmatch(rule):
        return nth_weekday(year, nth)
    counted = FROM_EASTER.fullmatch(rule)
    if counted is None:
        raise ValueError(f"holidays.csv: no such rule as {rule!r}")
    sunday = orthodox_easter(year) if counted["orthodox"] else easter(year)
    return sunday and add_days(sunday, int(counted["days"]))


def nth_weekday(year: int, rule: re.Match[str]) -> date | None:
    """Return the day of `fourth Thursday of 11` in a year."""
    month = months(year, int(rule["month"]), 1)
    weekdays = list(units_in(month, rule["weekday"])) if month else []
    found = one_of(weekdays, number=ORDINALS.get(rule["which"]))
    return found.start if found else None


def easter(year: int) -> date | None:
    """Return Easter Sunday of the Western churches (J. Meeus, Astronomical Algorithms, 2nd edition, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return make_date(year, month, day + 1)


def orthodox_easter(year: int) -> date | None:
    """Return Easter Sunday of the Orthodox churches, in the Gregorian calendar (Meeus, the same chapter)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    julian = make_date(year, month, day + 1)
    return julian and add_days(julian, year // 100 - year // 400 - 2)


@cache
def lunar_new_years() -> dict[int, date]:
    """Read the first days of the Chinese year, as in the Hong Kong Observatory's calendar conversion tables."""
    with Path(__file__).with_name("lunar_new_years.csv").open(encoding="utf-8", newline="") as rows:
        days = [date.fromisoformat(row["new_year_on"]) for row in csv.DictReader(rows)]
    return {day.year: day for day in days}
