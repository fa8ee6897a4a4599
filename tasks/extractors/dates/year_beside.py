"""The year written beside a day or month: `May 26, 1980`, `October of last year`, `March to August 1996`."""

import re

from tasks.extractors.dates.lexicon import DAY, MONTH, WHICH, YEAR, month_number
from tasks.extractors.dates.reading import Context

OF_YEAR = rf"(?:,?\s+(?:of\s+)?(?P<year>{YEAR})|,?\s+(?:of\s+)?(?P<which>this|last|next)\s+year\b)"
JOINED_BY = r"\s*(?:to|and|through|until|till|or|[-–—])\s*"
SHARED_YEAR = (
    rf"(?=(?:{JOINED_BY})(?P<other_month>{MONTH})(?:\s+{DAY})?(?:,?\s+|\s+(?:in|of)\s+)(?P<shared_year>{YEAR}))"
)
"""A year that stands only after the second of two: `March to August 1996`, `from May 3 to June 4, 1998`."""

YEAR_BESIDE = rf"(?:{OF_YEAR}|{SHARED_YEAR})"


def is_absolute(match: re.Match[str]) -> bool:
    """Tell whether a match of `YEAR_BESIDE` holds a year in figures."""
    return bool(match["year"] or match["shared_year"])


def stated_year(match: re.Match[str], context: Context) -> int | None:
    """Return the year that is written; `last year` only where the publication's day is known."""
    if match["year"]:
        return int(match["year"])
    if match["shared_year"]:  # `December to March 1997` begins in 1996
        is_before = month_number(match["month"]) > month_number(match["other_month"])
        return int(match["shared_year"]) - is_before
    if match["which"] and context.published_on:
        return context.published_on.year + WHICH[match["which"]]
    return None
