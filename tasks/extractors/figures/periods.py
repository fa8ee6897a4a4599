"""Finds the stretches of time named in a text and decides which of them a figure holds for."""

import calendar
import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta

from tasks.extractors.figures.number_words import ONES, ORDINALS

MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
MONTH = "|".join(MONTHS)
YEAR = r"(?:1[5-9]|20)[0-9]{2}"
NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|[2-9]|1[01])"


def of_year(part: str) -> str:
    """Return a pattern of `of 1998` or `of last year` with groups named after the part of the year before it."""
    return rf"(?:of|in)\s(?:(?P<{part}_year>{YEAR})|(?P<{part}_word>this|last|next)\syear)"


PERIOD = re.compile(
    rf"\b(?:[Ii]n\s|for\s|during\s|over\s)?(?:the\s)?first\s(?P<months>{NUMBER})\smonths\s{of_year('months')}"
    rf"|\b(?:[Ii]n\s|for\s)?the\s(?P<quarter>first|second|third|fourth)\squarter(?:\s{of_year('quarter')})?"
    rf"|\b(?:[Ii]n\s|for\s)?the\s(?P<half>first|second)\shalf\s{of_year('half')}"
    rf"|\b(?:[Ii]n\s|by\s|since\s|until\s|for\s)?(?:(?:early|mid|late)[\s-])?(?P<month>{MONTH})(?:\s(?P<day>[0-3]?[0-9]))?,?\s(?P<month_year>{YEAR})\b"
    rf"|\b(?:[Ii]n|[Ss]ince|[Bb]y|[Dd]uring)\s(?:(?:early|mid|late)[\s-])?(?P<bare_month>{MONTH})\b(?!\s[0-9])"
    rf"|\b(?:[Ii]n|[Bb]y|[Ff]or|[Dd]uring|[Ss]ince|until|through|of|from)\s(?:the\s(?:whole\s)?year\s|all\sof\s|calendar\s|fiscal\s(?:year\s)?)?"
    rf"(?:(?:early|mid|late)[\s-])?(?P<year>{YEAR})\b(?![,.]?[0-9])"
    r"|\b(?:(?:early|mid|late)\s)?(?P<relative>last|this|next)\s(?P<relative_unit>year|month|week)\b"
    r"|\b[Bb]y\sthe\send\sof\s(?:the\syear|this\syear)\b"
    r"|\b(?P<named_day>yesterday|today|tomorrow)\b"
    rf"|(?<=,\s)(?P<listed_year>{YEAR})\b(?=[,.;])"
)
"""`in 1997`, `by the year 2000`, `the first nine months of 1998`, `in March 1997`, `late last month`, `yesterday`."""


ASIDE = re.compile(r",\s\w+(?:ed|ing|en|which|built|made|sold)\s(?:\w+\s){0,3}$")
"""A participle after a comma, up to the period: `, signed `."""
DAY_STEPS = {"yesterday": -1, "today": 0, "tomorrow": 1}
YEAR_STEPS = {"last": -1, "this": 0, "next": 1}
ADJACENT = 3
"""Characters between a figure and a day said right after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of time named in a text: where, and its first and last day where they are known.

    A named day (`yesterday`) says when something was done or said, and a period inside commas (`, signed in 1996,`)
    belongs to the aside: neither is taken for a figure at a distance.
    """

    start_char: int
    end_char: int
    start_on: date | None
    end_on: date | None
    is_day: bool = False
    is_aside: bool = False


def periods_in(text: str, start: int, end: int, *, published_on: date | None) -> list[Period]:
    """Return the stretches of time named between two offsets, in order; relative ones need the day of publication."""
    return [period_of_match(match, published_on) for match in PERIOD.finditer(text, start, end)]


def period_of_match(match: re.Match[str], published_on: date | None) -> Period:
    """Return the period of a match, without days where they hang on an unknown day of publication."""
    first, last = days_of(match, published_on) or (None, None)
    return Period(
        start_char=match.start(),
        end_char=match.end(),
        start_on=first,
        end_on=last,
        is_day=bool(match["named_day"]),
        is_aside=match.string[match.end() : match.end() + 1] == ","
        and bool(ASIDE.search(match.string, max(match.start() - 40, 0), match.start())),
    )


def days_of(match: re.Match[str], published_on: date | None) -> tuple[date, date] | None:
    """Return the first and last day of a match, or None where they are not known."""
    found = match.groupdict()
    if found["months"] or found["quarter"] or found["half"]:
        return days_of_part(found, published_on)
    if found["month"]:
        return month_or_day(int(found["month_year"]), MONTHS[found["month"]], found["day"])
    if written := found["year"] or found["listed_year"]:
        return months_between(int(written), 1, 12)
    return days_from_publication(found, published_on) if published_on else None


def days_of_part(found: dict[str, str | None], published_on: date | None) -> tuple[date, date] | None:
    """Return the days of the first months, a quarter or a half of a year; of a quarter only where its year is named."""
    if months := found["months"]:
        year = year_of(found["months_year"], found["months_word"], published_on)
        return months_between(year, 1, int(ONES.get(months) or months))
    if quarter := found["quarter"]:
        if not (found["quarter_year"] or found["quarter_word"]):
            return None
        number = int(ORDINALS[quarter])
        year = year_of(found["quarter_year"], found["quarter_word"], published_on)
        return months_between(year, 3 * number - 2, 3 * number)
    first = 1 if found["half"] == "first" else 7
    return months_between(year_of(found["half_year"], found["half_word"], published_on), first, first + 5)


def days_from_publication(found: dict[str, str | None], published_on: date) -> tuple[date, date] | None:
    """Return the days of what is counted from the day of publication: `yesterday`, `in March`, `last year`."""
    if month := found["bare_month"]:
        return latest_month(MONTHS[month], published_on)
    if day := found["named_day"]:
        return (published_on + timedelta(days=DAY_STEPS[day]),) * 2
    relative, unit = found["relative"], found["relative_unit"]
    return (
        relative_days(relative, unit, published_on) if relative and unit else months_between(published_on.year, 1, 12)
    )


def year_of(written: str | None, word: str | None, published_on: date | None) -> int | None:
    """Return a year as written, or the one that `this`, `last` or `next` means; without either, this."""
    if written:
        return int(written)
    step = YEAR_STEPS[word or "this"]
    return published_on.year + step if published_on else None


def months_between(year: int | None, first: int, last: int) -> tuple[date, date] | None:
    """Return the first day of one month and the last day of another of a year."""
    if year is None or not 1 <= first <= last <= 12:
        return None
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def month_or_day(year: int, month: int, day: str | None) -> tuple[date, date] | None:
    """Return a month's first and last day, or one day of it twice; None for a day that the month does not have."""
    if day is None:
        return months_between(year, month, month)
    if not 1 <= int(day) <= calendar.monthrange(year, month)[1]:
        return None
    return (date(year, month, int(day)),) * 2


def latest_month(month: int, published_on: date) -> tuple[date, date] | None:
    """Return the latest month of a name that has begun by the day of publication."""
    year = published_on.year if month <= published_on.month else published_on.year - 1
    return months_between(year, month, month)


def relative_days(word: str, unit: str, published_on: date) -> tuple[date, date] | None:
    """Return the days of `last year`, `this month`, `next week` as seen from the day of publication."""
    step = YEAR_STEPS[word]
    if unit == "year":
        return months_between(published_on.year + step, 1, 12)
    if unit == "month":
        months = published_on.year * 12 + published_on.month - 1 + step
        return months_between(months // 12, months % 12 + 1, months % 12 + 1)
    monday = published_on - timedelta(days=published_on.weekday()) + timedelta(weeks=step)
    return monday, monday + timedelta(days=6)


def nearest_period(periods: list[Period], start: int, end: int, *, low: int, high: int) -> Period | None:
    """Return the period that a figure between two offsets holds for.

    `low` and `high` bound the sentence, or the neighbouring figures in it: the first period after the figure and
    before the next figure wins, then the last one before it in the sentence.
    """
    index = bisect_left(periods, end, key=lambda period: period.start_char)
    while index < len(periods) and periods[index].is_day and periods[index].start_char > end + ADJACENT:
        index += 1
    if index < len(periods) and periods[index].end_char <= high:
        return periods[index]
    while index > 0 and periods[index - 1].start_char >= start:
        index -= 1
    while index > 0 and (periods[index - 1].is_day or periods[index - 1].is_aside):
        index -= 1
    if index > 0 and periods[index - 1].start_char >= low:
        return periods[index - 1]
    return None
