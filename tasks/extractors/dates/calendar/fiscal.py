"""Quarters of fiscal years, whose days are known where the article tells when one of them, or the year, ends.

`The second fiscal quarter` of a firm whose year begins in October is January to March, of another firm it is not.
"""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from tasks.extractors.dates.words.intervals import Interval, add_months, months
from tasks.extractors.dates.words.lexicon import (
    DAY,
    MONTH,
    ONES,
    ORDINAL,
    ORDINALS,
    WHICH,
    YEAR,
    day_number,
    month_number,
)
from tasks.extractors.dates.words.nearest import whole_month
from tasks.extractors.dates.words.reading import Context

ENDED = re.compile(
    rf",?\s+(?:(?:which\s+|that\s+)?end(?:s|ed|ing)|to\s+end|to(?=\s+{MONTH}\s+\d))\s+(?:on\s+|in\s+)?"
    rf"(?:(?P<day_first>{DAY})\s+)?(?P<month>{MONTH})(?:\s+(?P<day>{DAY}|{'|'.join(ONES)}))?(?:,?\s+(?P<year>{YEAR}))?"
)
"""` ended January 31` behind a quarter: it is one of a fiscal year, whatever its number."""
FIRST_DAYS = 7
MONTHS_IN_QUARTER = 3

BOOKS = r"(?:fiscal|financial|business)"
QUARTER_TOLD = re.compile(
    rf"\b(?P<ordinal>{ORDINAL}|final)[\s-]+(?:fiscal[\s-]+)?(?:quarter|qtr)(?:\s+(?:of\s+)?(?:fiscal\s+)?{YEAR})?(?:\s+and\s+(?:first\s+)?\w+\s+months)?{ENDED.pattern}",
    re.IGNORECASE,
)
YEAR_TOLD = re.compile(
    rf"\b{BOOKS}(?:\s+{YEAR})?(?:\s+year)?(?:\s+{YEAR})?(?:,?\s+(?:which\s+|that\s+)?"
    rf"(?:end(?:s|ed|ing)?|(?P<begins>beg[aiu]n(?:s|ning)?|start(?:s|ed|ing)?))|\s+to|\s+through)\s+(?:on\s+|in\s+)?"
    rf"(?:the\s+end\s+of\s+)?(?:(?P<day_first>{DAY})\s+(?:of\s+)?)?(?P<month>{MONTH})(?:\s+(?P<day>{DAY}))?(?!\w)",
    re.IGNORECASE,
)
"""`its fiscal year ends in June`, `the financial year which began on 1 April`."""

WITHIN = re.compile(rf"\b{BOOKS}\b", re.IGNORECASE)
BEFORE = re.compile(rf"\b(?:{BOOKS}(?:[\s-]+year)?(?:['’]s)?|FY\s?\d\d(?:\d\d)?(?:['’]s)?)[\s-]+$", re.IGNORECASE)
BEHIND = re.compile(
    rf"(?:,?\s+(?:of|in|for)\s+(?:(?:its|the|our|their|this|that|last|next|a)\s+)?(?:(?:current|new|present|coming|next|last|past)\s+)?"
    rf"(?:{YEAR}\s+)?|\s+){BOOKS}\b|\s+(?:of\s+)?FY\s?['’]?\d\d",
    re.IGNORECASE,
)
"""What makes a quarter one of a fiscal year: `fiscal |second quarter`, `second quarter| of its fiscal year`."""
LONGEST_BEFORE = 24

FIRST_NAMED_BY_END = 7
"""From July on a year is called by the year that it ends in; one from February to June may be by either."""
NEW_YEAR_DAYS = 75
"""Days of a fiscal year in which `last year` may still be the one before the last, whose results are told."""


OTHER_YEAR = re.compile(r"\b(?:next|last|past|new|coming|following|previous)\b|\d", re.IGNORECASE)


class Books(NamedTuple):
    """A fiscal year as an article tells it: its first month, and the first day of one where that is known."""

    opens: int
    opened_on: date | None
    quarters: frozenset[int]


CALENDAR = Books(opens=1, opened_on=None, quarters=frozenset())
UNKNOWN = Books(opens=0, opened_on=None, quarters=frozenset())
"""Those of the calendar, and those of a fiscal year of which nothing is told."""


def books_meant(match: re.Match[str], context: Context, *, number: int, length: int) -> Books | None:
    """Return the fiscal year that a quarter, or half, is of: the article's, if it is called one or told with its end.

    None where it is one of the calendar.
    """
    books, span = books_of(context.text, context.published_on), match.span()
    if is_fiscal(context.text, *span):
        return UNKNOWN if books is None or is_of_other_year(context.text, match.end()) else books
    return books if books and length == MONTHS_IN_QUARTER and number in books.quarters else None


def of_books(
    books: Books, match: re.Match[str], context: Context, *, year: str | None, number: int, length: int
) -> Interval | None:
    """Return the months of a quarter of a fiscal year, by its number or seen from the one that is told of."""
    if not books.opens:
        return None
    first_month = first_month_of(books, number=number, length=length)
    if year:
        return months_of_year(books, year=int(year), first_month=first_month, length=length)
    which = match["which"] or match["which_before"]
    step = WHICH[which.lower()] if which else 0
    return months_beside(books, step=step, today=context.published_on, first_month=first_month, length=length)


def is_fiscal(text: str, start: int, end: int) -> bool:
    """Tell whether a quarter at some offsets is called one of a fiscal year."""
    return (
        WITHIN.search(text, start, end) is not None
        or BEFORE.search(text, max(0, start - LONGEST_BEFORE), start) is not None
        or BEHIND.match(text, end) is not None
    )


def is_of_other_year(text: str, end: int) -> bool:
    """Tell whether words behind a quarter name a fiscal year that may be another than the one told of."""
    behind = BEHIND.match(text, end)
    return behind is not None and OTHER_YEAR.search(behind[0]) is not None


def months_to(ended: re.Match[str], context: Context, *, length: int, which: str | None) -> Interval | None:
    """Return the months of a fiscal quarter or half that ends on a day: `the first quarter ended January 31`.

    On one of the first days of a month it ended with the month before.
    """
    month = month_number(ended["month"])
    year = ended["year"]
    if which and context.published_on and not year:
        year = context.published_on.year + WHICH[which.lower()]
    last = months(int(year), month, 1) if year else whole_month(context, month=month, span=ended.span("month"))
    if last is None:
        return None
    first = add_months(last.start, 1 - length - ends_before(ended))
    return months(first.year, first.month, length) if first else None


def months_ended(
    match: re.Match[str], ended: re.Match[str], context: Context, *, number: int, length: int
) -> Interval | None:
    """Return the months of a quarter or half that ends on a day, or of one of a year that does."""
    if not (match["the_year"] or match[0].lower().endswith(" fiscal year")):
        which = match["which"] or match["which_before"]
        return months_to(ended, context, length=length, which=which)
    year = months_to(ended, context, length=12, which=None)
    first = year and add_months(year.start, length * (number - 1))
    return months(first.year, first.month, length) if first else None


def ends_before(ended: re.Match[str]) -> bool:
    """Tell whether a day is one of the first of a month, on which what began with a month does not end."""
    day = ended["day"] or ended["day_first"]
    return day is not None and day_number(day) <= FIRST_DAYS


@lru_cache(maxsize=1)
def books_of(text: str, published_on: date | None) -> Books | None:
    """Return the fiscal year that an article tells of; None where it tells of none, or of several."""
    context = Context(text=text, published_on=published_on)
    opens: set[int] = set()
    opened: list[date] = []
    quarters = set()
    for told in QUARTER_TOLD.finditer(text):
        number = ORDINALS.get(told["ordinal"].lower(), 4)
        last = month_number(told["month"]) - ends_before(told)
        opens.add((last - 3 * number) % 12 + 1)
        held = months_to(told, context, length=3, which=None)
        first = held and add_months(held.start, -3 * (number - 1))
        opened += [first] if first else []
        quarters.add(number)
    for told in YEAR_TOLD.finditer(text):
        month = month_number(told["month"])
        is_first = told["begins"] is not None
        opens.add(month if is_first else (month - ends_before(told)) % 12 + 1)
    if len(opens) != 1:
        return None
    return Books(opens=opens.pop(), opened_on=max(opened, default=None), quarters=frozenset(quarters))


def first_month_of(books: Books, *, number: int, length: int) -> int:
    """Return the month in which a quarter, or a half, of the books begins."""
    return (books.opens - 1 + length * (number - 1)) % 12 + 1


def months_of_year(books: Books, *, year: int, first_month: int, length: int) -> Interval | None:
    """Return the months of a quarter of a fiscal year called by a number; None where it may be of either of two."""
    if 1 < books.opens < FIRST_NAMED_BY_END:
        return None
    return months(year - (1 < books.opens <= first_month), first_month, length)


def fiscal_months(books: Books, *, year: int, first_month: int, length: int) -> Interval | None:
    """Return so many months of a fiscal year called by a number, the first of them counted from where it begins."""
    month = (books.opens + first_month - 2) % 12 + 1
    return months_of_year(books, year=year, first_month=month, length=length)


def months_beside(books: Books, *, step: int, today: date | None, first_month: int, length: int) -> Interval | None:
    """Return the months of a quarter of last, this or next year, seen from the one that results are told of."""
    opened = books.opened_on or (today and opened_before(books, today))
    if opened is None:
        return None
    return months(opened.year + step + (first_month < books.opens), first_month, length)


def opened_before(books: Books, today: date) -> date | None:
    """Return the first day of the fiscal year that a day is in; None where that has hardly begun."""
    opened = date(today.year - (today.month < books.opens), books.opens, 1) if today.year > 1 else None
    return opened if opened and (today - opened).days > NEW_YEAR_DAYS else None
