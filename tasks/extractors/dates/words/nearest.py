"""Years and weeks left out: which `March 15`, `October` or `Friday` is meant, by tense and distance.

A bare date is the nearest one that the tense allows. Where no verb decides, the past is likelier than the future:
a day to come must be three times nearer than the one gone by.
"""

import re
from collections.abc import Callable
from datetime import date

from tasks.extractors.dates.words.intervals import Interval, add_days, make_date, months, one_day
from tasks.extractors.dates.words.reading import Context
from tasks.extractors.dates.words.tense import AHEAD, direction, parts_sentences

FUTURE_MUST_BE_NEARER = 3
"""Times that a day to come must be nearer than the one gone by where no verb decides."""

FUTURE_DESPITE_PAST = 8
"""The same after a verb of the past, which then is of another clause; and the day gone by must be nearly a year old."""

NEARLY_A_YEAR = 270
FAR_BACK = 45
"""Days after which a future verb is not read as one of a day that has just passed."""

JUST_PAST = 7
"""Days after which what takes effect on a day is not said of one that has passed."""

DAYS_OF_GRACE = 3
"""How far a cited day may lie after the publication: a slip of the pen or a date line, not last year's news."""

LAST_YEAR = 9998

COMPARED = re.compile(
    r"(?:\s+(?:quarter|period))?\s+(?:from|compared\s+with|against|versus|vs\.?)\s+(?:the\s+)?", re.IGNORECASE
)
"""What stands between two months of which the second is the earlier: `in February from January`."""

IN_YEAR = re.compile(r",?\s+(?:in|on)\s+(?:(?:early|late|mid)[\s-])?")
"""What stands between a year and a month or day within it: `last year in `."""

YEAR_COMPARED = re.compile(
    r"\b(?:from|than|over|against|below|above|under|beyond|versus|vs\.?|compared\s+(?:with|to))\s+"
    r"(?:(?:that|those|the\s+\w+)\s+(?:of|in)\s+|(?:in|for)\s+)?(?:the\s+)?$"
)
REACH_OF_COMPARISON = 40
"""Before a year these make it what the month behind it is compared with: `up from |1997 in June`."""

MOST_YEARS = 9
"""Years within which every day of a month comes: from 1896 to 1904 there was no February 29."""


def month_day(context: Context, *, month: int, day: int, span: tuple[int, int]) -> Interval | None:
    """Return the day of that month that is meant; null without a publication day."""
    return nearest(context, span=span, in_year=lambda year: one_day(make_date(year, month, day)))


def whole_month(context: Context, *, month: int, span: tuple[int, int]) -> Interval | None:
    """Return the month that is meant; null without a publication day."""
    return nearest(context, span=span, in_year=lambda year: months(year, month, 1))


def month_to_come(context: Context, *, month: int) -> Interval | None:
    """Return the first month of that name that is not over; null without a publication day."""
    today = context.published_on
    if today is None:
        return None
    of_years = (months(year, month, 1) for year in (today.year, today.year + 1) if year <= LAST_YEAR)
    return next((interval for interval in of_years if interval and interval.end >= today), None)


def whole_months(context: Context, *, month: int, count: int, span: tuple[int, int]) -> Interval | None:
    """Return the quarter, half or season that is meant, by its first month and its length."""
    return nearest(context, span=span, in_year=lambda year: months(year, month, count))


def nearest(context: Context, *, span: tuple[int, int], in_year: Callable[[int], Interval | None]) -> Interval | None:
    """Choose between the last interval that had begun at publication and the first that had not."""
    today = context.published_on
    if today is None:
        return None
    told = of_year_before(context, span=span, in_year=in_year)
    told = told or after_day_to_come(context, today, span=span, in_year=in_year)
    told = told or base_of(context, span=span, in_year=in_year)
    if told is not None:
        return told
    past = first_of(in_year, range(today.year, today.year - MOST_YEARS, -1), starts=lambda start: start <= today)
    future = first_of(in_year, range(today.year, today.year + MOST_YEARS), starts=lambda start: start > today)
    if past is None or future is None:
        return past or future
    if past.end >= today:
        return past
    tense = direction(context, start=span[0], end=span[1])
    return future if is_future(today, past=past, future=future, tense=tense) else past


def of_year_before(
    context: Context, *, span: tuple[int, int], in_year: Callable[[int], Interval | None]
) -> Interval | None:
    """Return the interval within the year that stands right before it: `last year in June`, `in 1996, on 5 June`."""
    before = context.earlier[-1] if context.earlier else None
    held = before.reading.interval if before and before.rule in ("near unit", "year") else None
    if before is None or held is None or before.reading.precision != "year":
        return None
    if YEAR_COMPARED.search(context.text, max(0, before.start - REACH_OF_COMPARISON), before.start):
        return None
    return in_year(held.start.year) if IN_YEAR.fullmatch(context.text, before.end, span[0]) else None


def after_day_to_come(
    context: Context, today: date, *, span: tuple[int, int], in_year: Callable[[int], Interval | None]
) -> Interval | None:
    """Return the interval behind a day of a later year in the same sentence: `from July 27, 2012, and to August 12`."""
    before = context.earlier[-1] if context.earlier else None
    is_day = before is not None and before.reading.anchor == "none" and before.reading.precision in ("day", "range")
    held = before.reading.interval if before and is_day else None
    if before is None or held is None or held.start.year <= today.year or parts_sentences(context, before.end, span[0]):
        return None
    of_years = (in_year(year) for year in (held.start.year, held.start.year + 1) if year <= LAST_YEAR)
    return next((interval for interval in of_years if interval and interval.start > held.end), None)


def base_of(context: Context, *, span: tuple[int, int], in_year: Callable[[int], Interval | None]) -> Interval | None:
    """Return the last interval before the one that it is compared with: `fell in February from January`."""
    before = context.earlier[-1] if context.earlier else None
    held = before.reading.interval if before else None
    if before is None or held is None or before.reading.precision not in ("month", "quarter", "range"):
        return None
    if COMPARED.fullmatch(context.text, before.end, span[0]) is None:
        return None
    return first_of(in_year, range(held.start.year, held.start.year - 2, -1), starts=lambda start: start < held.start)


def first_of(
    in_year: Callable[[int], Interval | None], within: range, *, starts: Callable[[date], bool]
) -> Interval | None:
    """Return the interval of the first year within which it exists and starts on the side asked for."""
    found = (in_year(year) for year in within if 1 <= year <= LAST_YEAR)
    return next((interval for interval in found if interval and starts(interval.start)), None)


def is_future(today: date, *, past: Interval, future: Interval, tense: str | None) -> bool:
    """Decide for what is to come, by tense where there is one and by distance where there is none."""
    since, until = (today - past.end).days, (future.start - today).days
    if tense in ("gone", "coming"):
        return tense == "coming"
    if tense in ("pending", "cited"):
        return since > JUST_PAST or until < since if tense == "pending" else until <= DAYS_OF_GRACE
    if tense == "future":
        return until < FUTURE_MUST_BE_NEARER * since or since > FAR_BACK
    if tense == "past":
        return since > NEARLY_A_YEAR and FUTURE_DESPITE_PAST * until < since
    if tense == "deferred" or (tense == "scheduled" and past.start == past.end):
        return until < since
    return FUTURE_MUST_BE_NEARER * until < since


def weekday(context: Context, today: date, *, number: int, span: tuple[int, int], is_past: bool) -> date | None:
    """Return the day of that name: the last one, publication day included, or the coming one after a future verb."""
    back = (today.weekday() - number) % 7
    if back and not is_past and direction(context, start=span[0], end=span[1]) in AHEAD:
        return add_days(today, 7 - back)
    return add_days(today, -back)
