"""The fiscal year of whom an article is about, where it says when one of its quarters, or the year, ends."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from tasks.extractors.figures.ranking.spans import Ends, shifted_months, year_from
from warehouse.records import DateExpression

MONTHS = {
    month: number
    for number, month in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}
ORDER = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4}
ENDS = r",?\s(?:which\s|that\s)?end(?:s|ed|ing)\s(?:on\s|in\s|around\s)?(?P<month>[A-Z][a-z]{2})[a-z]*"
QUARTER_ENDS = re.compile(rf"\b(?P<order>{'|'.join(ORDER)})[- ](?:fiscal[- ])?quarter{ENDS}")
YEAR_ENDS = re.compile(rf"\b(?:fiscal|financial)(?:\s\d{{4}})?(?:\syear)?{ENDS}")
NAMED = re.compile("|".join(ORDER))
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
EARLIEST = date.min.year + 1
MONTHS_IN_QUARTER = 3
AHEAD = timedelta(days=45)
"""A quarter that ends no later than this behind the day of publication may already be told of."""


def fiscal_spans(text: str, row: DateExpression, *, published_on: date | None) -> Iterator[tuple[str, Ends]]:
    """Yield the fiscal quarter or year of the article that a time expression may stand for, each with its kind's name.

    A fiscal year has the number of the calendar year that it ends in; a quarter without a year is the last one.
    """
    opens = first_month(text)
    if opens in (None, 1) or row.start_on is None or row.start_on.year <= EARLIEST:
        return
    if row.precision == "year":
        yield "fiscal year of the article", year_from(date(row.start_on.year - 1, opens, 1))
    order = NAMED.search(row.text.lower())
    if row.precision == "quarter" and order:
        year = year_of(row, opens, ORDER[order[0]], published_on=published_on)
        yield "fiscal quarter of the article", quarter_of(year, opens, ORDER[order[0]])


def year_of(row: DateExpression, opens: int, order: int, *, published_on: date | None) -> int:
    """Return the fiscal year of a quarter: the one that is named, or that of the last such quarter."""
    named = YEAR.search(row.text)
    year = int(named[0]) if named else row.start_on.year if row.start_on else date.max.year
    if named is None and row.anchor == "publication" and published_on:
        year = published_on.year + 1
        while year > date.min.year + 1 and quarter_of(year, opens, order)[1] > published_on + AHEAD:
            year -= 1
    return year


def quarter_of(year: int, opens: int, order: int) -> tuple[date, date]:
    """Return a quarter of the fiscal year that ends in a calendar year and begins in a month."""
    first = shifted_months(date(year - 1, opens, 1), MONTHS_IN_QUARTER * (order - 1))
    return first, shifted_months(first, MONTHS_IN_QUARTER) - timedelta(days=1)


@lru_cache(maxsize=1)
def first_month(text: str) -> int | None:
    """Return the month in which the fiscal year of an article begins; None where it does not say so."""
    for pattern in (QUARTER_ENDS, YEAR_ENDS):
        for match in pattern.finditer(text):
            month = MONTHS.get(match["month"].lower())
            if month:
                quarters = ORDER[match["order"]] if pattern is QUARTER_ENDS else 4
                return (month - MONTHS_IN_QUARTER * quarters) % 12 + 1
    return None
