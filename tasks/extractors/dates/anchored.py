"""Expressions that hang on the one before them: `one year earlier`, `the following day`, `that month`."""

import re

from tasks.extractors.dates.intervals import Interval, add_days, containing, one_day, shifted, unit_at
from tasks.extractors.dates.lexicon import CARDINAL, WEEKDAY, cardinal, weekday_number
from tasks.extractors.dates.reading import Context, Found, Reading

REACH = 400
"""Characters between an expression and the one it hangs on."""

COMPARISON_REACH = 800
"""The same for comparisons with the year before, which run through a whole report of results."""

UNIT = r"(?:day|week|weekend|month|quarter|year|decade|night|morning|afternoon|evening)"
SAME_UNIT = re.compile(
    rf"\b(?:(?P<later>[Ll]ater|[Ee]arlier)\s+)?(?P<which>[Tt]hat\s+same|[Tt]hat|[Tt]he\s+same|[Tt]he\s+very\s+same)\s+"
    rf"(?P<unit>{UNIT})\b(?!['’]s\b|-)"
)
NEXT_UNIT = re.compile(
    rf"\b(?P<which>[Tt]he\s+(?:following|next|previous|preceding|prior)|[Oo]n\s+the\s+eve)\s+(?P<unit>{UNIT})\b"
    r"(?!\s+(?:few|several|\d)|-)"
)
STEPS = {"following": 1, "next": 1, "previous": -1, "preceding": -1, "prior": -1}

COUNTED = re.compile(
    rf"\b(?P<count>{CARDINAL})\s+(?P<unit>day|week|month|year|decade)s?\s+(?P<side>earlier|later|before|previously|afterwards?)\b"
    r"(?!\s+(?:than|the|a|an|he|she|they|it|his|her|their|its|this|that|we|I|by|being|\w+ing)\b)",
    re.IGNORECASE,
)
YEAR_EARLIER = re.compile(
    r"\b(?:(?:[Tt]he\s+)?(?:comparable\s+|corresponding\s+|same\s+)?(?:year-earlier|year-ago)\s+(?:period|quarter|half|months?|(?:first|second|third|fourth)\s+quarter)"
    r"|(?:[Tt]he\s+)?(?:same|corresponding|comparable|equivalent)\s+(?:period|quarter|half|months?)\s+(?:of\s+)?(?:last\s+year|the\s+(?:previous|preceding)\s+year|(?:a|one|the)\s+year\s+(?:earlier|ago|before))"
    r"|[Ll]ast\s+year['’]s\s+(?:period|quarter)|(?:[Aa]|[Oo]ne)\s+year\s+(?:ago|earlier|before)(?=\s*[,.;)]|\s+(?:when|to|for|from|and|because|on|of)\b)"
    r"|year-(?:earlier|ago)\b)"
)
"""`a year ago` after a quarter, `the year-earlier period`, `the same period last year`."""

THE_PERIOD = re.compile(
    r"\b(?:[Tt]he\s+(?:latest\s+)?(?P<unit>quarter|half)|[Tt]he\s+latest\s+period|[Tt]he\s+(?P<year>(?:19|20)\d\d)\s+(?:period|quarter))\b"
    r"(?!\s+(?:of|to|million|century)\b|-)"
)
"""`the quarter`, `the latest period`, `the 1988 period`: the one that the report is about, or that of another year."""

THE_DAY = re.compile(
    r"\b(?:end(?:ed|ing)?|clos(?:e|ed|ing)|finish(?:ed|ing)?|[Ff]or|(?:[Ll]ate|[Ll]ater|[Ee]arly|[Ee]arlier)\s+in)\s+(?P<span>the\s+day)\b"
    r"(?!\s+(?:when|that|of|after|before)\b|-)"
)
"""`ended the day down 31 points`, `later in the day`."""

NAMED_WEEKDAY = re.compile(rf"\b[Tt]he\s+(?P<which>following|next|previous|preceding|prior)\s+(?P<weekday>{WEEKDAY})\b")

COMPARED = ("quarter", "half", "month", "range")
"""Precisions of a period that a year before is again a period of that kind."""


def anchor_of(context: Context, *, at: int, precisions: tuple[str, ...] | None = None) -> Found | None:
    """Return the last expression read before this one, near enough and of one of the precisions asked for."""
    for found in reversed(context.earlier[-6:]):
        if at - found.end > (REACH if precisions != COMPARED else COMPARISON_REACH):
            return None
        if precisions is None or found.reading.precision in precisions:
            return found
    return None


def hanging(anchor: Found | None, *, interval: Interval | None, precision: str) -> Reading:
    """Build the reading of an expression that hangs on another."""
    held = anchor.reading.interval if anchor else None
    return Reading(
        interval=interval if held else None,
        precision=precision,
        anchor="expression",
        anchor_on=held.start if held else None,
    )


def unit_of(word: str) -> str:
    """Return the unit of a word; mornings and nights are days."""
    return "day" if word in ("night", "morning", "afternoon", "evening") else word


def read_same_unit(match: re.Match[str], context: Context) -> Reading | None:
    """Read `that year` as the year of the expression before it; None without one."""
    unit = unit_of(match["unit"])
    anchor = anchor_of(context, at=match.start())
    if anchor is None or (unit == "day" and anchor.reading.precision != "day"):
        return None
    held = anchor.reading.interval
    return hanging(anchor, interval=containing(held.start, unit) if held else None, precision=unit)


def read_next_unit(match: re.Match[str], context: Context) -> Reading | None:
    """Read `the following day`, `the previous year`."""
    unit = unit_of(match["unit"])
    anchor = anchor_of(context, at=match.start(), precisions=("day",) if unit == "day" else None)
    if anchor is None:
        return None
    held, step = anchor.reading.interval, STEPS[match["which"].lower().split()[-1]]
    day = held and (held.start if step < 0 else held.end)
    return hanging(anchor, interval=unit_at(day, unit, step) if day else None, precision=unit)


def read_counted(match: re.Match[str], context: Context) -> Reading | None:
    """Read `two days later`, `one year earlier`."""
    anchor = anchor_of(context, at=match.start())
    if anchor is None:
        return None
    unit = match["unit"].lower()
    count = cardinal(match["count"]) * (1 if match["side"].lower() in ("later", "afterward", "afterwards") else -1)
    precision = "year" if unit == "decade" else unit
    held = anchor.reading.interval
    day = shifted(held.start, unit, count) if held else None
    return hanging(anchor, interval=containing(day, precision) if day else None, precision=precision)


def read_year_earlier(match: re.Match[str], context: Context) -> Reading | None:
    """Read a comparison with the year before: the same quarter, half, month or months, one year earlier."""
    anchor = anchor_of(context, at=match.start(), precisions=COMPARED)
    if anchor is None:
        return None
    held = anchor.reading.interval
    start = shifted(held.start, "year", -1) if held else None
    end = shifted(held.end, "year", -1) if held else None
    return hanging(anchor, interval=Interval(start, end) if start and end else None, precision=anchor.reading.precision)


def read_the_period(match: re.Match[str], context: Context) -> Reading | None:
    """Read `the quarter` as the one spoken of, and `the 1988 period` as the same one of that year."""
    anchor = anchor_of(context, at=match.start(), precisions=COMPARED)
    if anchor is None or anchor.reading.precision == "month":
        return None
    held = anchor.reading.interval
    back = int(match["year"]) - held.start.year if match["year"] and held else 0
    start = shifted(held.start, "year", back) if held else None
    end = shifted(held.end, "year", back) if held else None
    return hanging(anchor, interval=Interval(start, end) if start and end else None, precision=anchor.reading.precision)


def read_the_day(match: re.Match[str], context: Context) -> Reading | None:
    """Read `the day` as the day spoken of before it."""
    anchor = anchor_of(context, at=match.start(), precisions=("day",))
    return hanging(anchor, interval=anchor.reading.interval, precision="day") if anchor else None


def read_named_weekday(match: re.Match[str], context: Context) -> Reading | None:
    """Read `the previous Friday`, `the following Monday`, counted from the day spoken of before it."""
    anchor = anchor_of(context, at=match.start(), precisions=("day",))
    if anchor is None:
        return None
    held, number = anchor.reading.interval, weekday_number(match["weekday"])
    day = None
    if held and STEPS[match["which"].lower()] > 0:
        day = add_days(held.start, (number - held.start.weekday() - 1) % 7 + 1)
    elif held:
        day = add_days(held.start, -((held.start.weekday() - number - 1) % 7 + 1))
    return hanging(anchor, interval=one_day(day), precision="day")
