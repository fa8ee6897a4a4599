"""The day that a line states: alone, `January 18, 2006 12:00 AM`, or in its dateline, `OSH, May 3, 1999 -`."""

import re
from datetime import date

from tasks.sources.refusal import Refusal

MONTH_NUMBERS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
MONTH = rf"(?P<month>{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})\.?"

MAXIMUM_DATE_LENGTH = 80
DATE_LABEL = r"(?:(?:date|published|posted)(?:\s+on)?\s*:\s*)?"
WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
CLOCK = r"(?:,?\s+(?:at\s+)?\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?)?(?:\s+age:\s*\d+\s*\w+)?"
DATE_SHAPES = tuple(
    re.compile(rf"{DATE_LABEL}{WEEKDAY}{shape}{CLOCK}\.?", re.IGNORECASE)
    for shape in (
        rf"{MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",  # January 18, 2006 12:00 AM
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{MONTH},?\s+(?P<year>\d{{4}})",  # Wednesday, 18 January 2006
        r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})",  # Date: 2006-01-18
        r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})",  # 1/18/2006
    )
)
NAME_OF_MONTH = rf"(?i:{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})\.?"
DATELINE = re.compile(
    r"[A-Z][A-Z'’./ -]{2,40}(?:, [A-Z][A-Za-z. ]{1,30}?)?,? "
    rf"(?P<day>{NAME_OF_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} {NAME_OF_MONTH},? \d{{4}})"
    r" ?(?:\([A-Za-z/ -]{2,30}\))? ?(?:--|[-–—]) "
)
"""A city in capitals, a day with its year, perhaps an agency, and a dash."""


def dateline_day(line: str) -> date | None:
    """Return the day of the dateline that a line begins with; None where it states no day with its year.

    Raises Refusal for a day that does not exist.
    """
    match = DATELINE.match(line)
    return date_of(match["day"]) if match else None


def date_of(line: str) -> date | None:
    """Return the day that a line states and nothing else; None where it is no date.

    A day that does not exist, and one such as 3/4/1999 that has two readings, is refused.
    """
    if len(line) > MAXIMUM_DATE_LENGTH:
        return None
    match = next(filter(None, (shape.fullmatch(line) for shape in DATE_SHAPES)), None)
    if not match:
        return None
    month = MONTH_NUMBERS.get(match["month"].lower()) or int(match["month"])
    day = int(match["day"])
    if "/" in line and month != day:
        month, day = american_order(month, day, line)
    try:
        return date(int(match["year"]), month, day)
    except ValueError as error:
        raise Refusal(
            "impossible_date",
            f"The header's date {line!r} does not exist ({error})",
            repair="Correct the date in the file.",
            excerpt=line,
        ) from error


def american_order(first: int, second: int, line: str) -> tuple[int, int]:
    """Return month and day of a date in numbers, where only one order is possible."""
    if first <= 12 and second <= 12:
        raise Refusal(
            "ambiguous_date",
            f"The header's date {line!r} can be read with the day or the month first",
            repair="Write the month by its name, or the date as YYYY-MM-DD.",
            excerpt=line,
        )
    return (first, second) if first <= 12 else (second, first)
