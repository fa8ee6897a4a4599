"""Holidays by name, those that fall on one day wherever they are kept: `New Year's Eve`, `by Christmas`."""

import re
from datetime import date

from tasks.extractors.dates.intervals import Interval, add_days, one_day
from tasks.extractors.dates.nearest import month_day, nearest
from tasks.extractors.dates.reading import Context, Reading, from_publication

HOLIDAY = re.compile(
    r"\b(?:(?P<eve_of>New\s+Year|Christmas)(?:['’]s)?\s+(?P<part>Eve|Day)\b"
    r"|(?P<thanksgiving>Thanksgiving)\b(?:\s+Day\b)?"
    r"|(?:[Bb]y|[Bb]efore|[Aa]t|[Ss]ince|[Uu]ntil|[Aa]fter)\s+(?P<span>Christmas)\b(?!\s+[A-Z]))"
)
"""Christmas is December 25: where it is kept on January 7, news in English say `Orthodox Christmas`."""

ORTHODOX = re.compile(r"\b(?:Orthodox|Russian|Serbian|Coptic)\s+$")


def read_holiday(match: re.Match[str], context: Context) -> Reading | None:
    """Read a holiday as the one that is meant."""
    if ORTHODOX.search(context.text[max(0, match.start() - 20) : match.start()]):
        return None
    return from_publication(holiday(match, context), context=context, precision="day")


def holiday(match: re.Match[str], context: Context) -> Interval | None:
    """Return the day of the holiday that is nearest, or the coming one after a future verb."""
    span = match.span()
    if match["thanksgiving"]:
        return nearest(context, span=span, in_year=lambda year: one_day(thanksgiving(year)))
    if match["eve_of"] and match["eve_of"].startswith("New"):
        month, day = (12, 31) if match["part"] == "Eve" else (1, 1)
    else:
        month, day = 12, 24 if match["part"] == "Eve" else 25
    return month_day(context, month=month, day=day, span=span)


def thanksgiving(year: int) -> date | None:
    """Return the fourth Thursday of November, as the United States keep it (5 U.S.C. 6103)."""
    first = date(year, 11, 1)
    return add_days(first, (3 - first.weekday()) % 7 + 21)
