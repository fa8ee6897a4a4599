"""The year written beside a day or month: `May 26, 1980`, `October of last year`, `March to August 1996`."""

import re

from tasks.extractors.dates.words.lexicon import DAY, MONTH, WHICH, YEAR, month_number
from tasks.extractors.dates.words.reading import Context

OF_YEAR = rf"(?:(?:,\s*|\s+)(?:(?:of|in)\s+)?(?P<year>{YEAR})|,?\s+(?:of\s+)?(?P<which>this|last|next)\s+year\b)"
JOINED_BY = r"\s*(?:to|and|through|thru|until|till|or|[-–—/])\s*"
SHARED = rf"(?:(?P<shared_year>{YEAR}(?!/\d))|(?:of\s+)?(?P<shared_which>this|last|next)\s+year\b)"
OF_EVENT = rf"\s+[a-z]{{3,15}}\s+of\s+(?={YEAR}(?!\s+(?!(?:as|was|is|has|its|his)\b)[a-z]+(?:s|men|ren|people)\b))"
"""` coup of ` between `the August 19` and `1991`."""
OTHER_MONTH = rf"(?P<other_month>{MONTH})(?:\s+{DAY})?"


def beside(*, between: str, last: str) -> str:
    """Build a pattern of the year beside, or of the one that stands after the last of up to six things listed."""
    listed = rf"(?:\s*,\s*{between}){{0,4}},?{JOINED_BY}{last}(?:,\s*|\s+(?:(?:in|of)\s+)?)"
    return rf"(?:{OF_YEAR}|(?=(?:{listed}|{OF_EVENT}){SHARED}))"


YEAR_BESIDE = beside(between=rf"{MONTH}(?:\s+{DAY})?", last=OTHER_MONTH)
"""Of a month: `March to August 1996`, `January, February and March of last year`."""

OTHER_DAY = rf"(?:{DAY}\s+(?:of\s+)?)?{OTHER_MONTH}"
DAYS_YEAR_BESIDE = beside(
    between=rf"(?:{DAY}\s+(?:of\s+)?{MONTH}|(?:{MONTH}\s+)?{DAY})", last=rf"(?:{OTHER_DAY}|{DAY})"
)
"""Of a day: `from May 3 to June 4, 1998`, `3 May to 4 June 1998`, `July 13 to 15, 1998`, `the June 4 raid of 1998`."""


def is_absolute(match: re.Match[str]) -> bool:
    """Tell whether a match of `YEAR_BESIDE` holds a year in figures."""
    return bool(match["year"] or match["shared_year"])


def stated_year(match: re.Match[str], context: Context) -> int | None:
    """Return the year that is written; `last year` only where the publication's day is known."""
    groups = match.groupdict()
    written, which = groups["year"] or groups["shared_year"], groups["which"] or groups["shared_which"]
    if written:
        year = int(written)
    elif which and context.published_on:
        year = context.published_on.year + WHICH[which]
    else:
        return None
    other = groups["other_month"]
    is_before = bool(other) and month_number(groups["month"]) > month_number(other)
    return year - is_before  # `December to March 1997` begins in 1996
