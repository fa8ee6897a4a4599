"""Arithmetic on the calendar: the stretches of days that a day, week, month, quarter, season or year spans."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS_OF = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
"""Length of a unit in months, where it is a whole number of them."""

DAYS_OF = {"day": 1, "weekend": 7, "week": 7}
"""Length of a unit in days; weekends come every seven."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of days, both ends within it."""

    start: date
    end: date


def make_date(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def one_day(day: date | None) -> Interval | None:
    """Return the interval of a single day."""
    return Interval(day, day) if day else None


def months(year: int, first_month: int, count: int) -> Interval | None:
    """Return the interval of `count` whole months from a month on, which may run into the years after."""
    last_year, last_month = divmod(year * 12 + first_month + count - 2, 12)
    if year < 1 or last_year > 9999:
        return None
    last_day = monthrange(last_year, last_month + 1)[1]
    return Interval(date(year, first_month, 1), date(last_year, last_month + 1, last_day))


def years(first: int, count: int) -> Interval | None:
    """Return the interval of whole years."""
    return months(first, 1, 12 * count)


def containing(day: date, unit: str) -> Interval | None:
    """Return the unit that a day lies in; for `weekend`, the one at the end of the day's week."""
    if unit == "day":
        return Interval(day, day)
    if unit in DAYS_OF:
        return week_part(day, first_weekday=5 if unit == "weekend" else 0)
    if unit == "season":
        started = add_months(day.replace(day=1), -(day.month % 3))
        return months(started.year, started.month, 3) if started else None
    length = MONTHS_OF[unit]
    if length <= 12:
        return months(day.year, (day.month - 1) // length * length + 1, length)
    if unit == "century":  # the 20th century began in 1901
        return years((day.year - 1) // 100 * 100 + 1, 100)
    return years(day.year // 10 * 10, 10)


def week_part(day: date, *, first_weekday: int) -> Interval | None:
    """Return the days from a weekday to the Sunday of the day's week (weeks begin on Monday, ISO 8601)."""
    monday = add_days(day, -day.weekday())
    if monday is None:
        return None
    start, end = add_days(monday, first_weekday), add_days(monday, 6)
    return Interval(start, end) if start and end else None


def shifted(day: date, unit: str, count: int) -> date | None:
    """Return the day that lies a number of units later, or earlier; None beyond the calendar."""
    if unit in DAYS_OF:
        return add_days(day, DAYS_OF[unit] * count)
    return add_months(day, MONTHS_OF[unit] * count)


def add_days(day: date, count: int) -> date | None:
    """Return the day so many days later; None beyond the calendar."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def add_months(day: date, count: int) -> date | None:
    """Return the same day of a month so many months later, or that month's last day; None beyond the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def unit_at(day: date, unit: str, count: int) -> Interval | None:
    """Return the unit that lies `count` units after the one a day is in: -1 is `last month`, 1 `next month`."""
    other = shifted(day, unit, count)
    return containing(other, unit) if other else None


def weekday_from(day: date, *, number: int, step: int) -> date | None:
    """Return the first day of a weekday's number after a day (step 1), or the last before it (step -1)."""
    if step > 0:
        return add_days(day, (number - day.weekday() - 1) % 7 + 1)
    return add_days(day, -((day.weekday() - number - 1) % 7 + 1))
