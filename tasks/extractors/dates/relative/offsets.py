"""So long before or after another expression: `two days after March 5`, `the day before last Tuesday`."""

import dataclasses
import re

from tasks.extractors.dates.words.intervals import Interval, containing, one_day, shifted, weekday_from
from tasks.extractors.dates.words.lexicon import CARDINAL, WEEKDAY, cardinal, is_end_of_number, weekday_number
from tasks.extractors.dates.words.reading import Reading

REACH = 50
"""Characters before an expression that are searched; the longest is `seventeen decades prior to the`."""

OFFSET_BEFORE = re.compile(
    rf"(?<![\w-])(?:(?P<count>{CARDINAL})\s+(?P<unit>day|week|month|year|decade)s?"
    rf"|the\s+(?P<single>day|night|evening|morning|week|weekend|month|quarter|year|decade|(?P<eve>eve)|(?P<weekday>{WEEKDAY})))\s+"
    r"(?P<side>before|after|following|from|prior\s+to|of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""`two days after `, `a week before the ` (December 12 vote), `the day before `, `the eve of `, `the Monday after `."""

LAST_WORD = re.compile(r"(?:before|after|following|from|to|eve\s+of)\s+(?:the\s+)?$", re.IGNORECASE)

FROM_WHAT = re.compile(rf"{WEEKDAY}|[Tt]omorrow|[Yy]esterday|(?:[Nn]ext|[Ll]ast|[Tt]his)\b")
"""What `a week from` leads to; `two days from March 5` says how long something took."""

VAGUE = re.compile(
    r"\b(?:than|nearly|almost|over|under|least|most|to|within|for|some|about|around|roughly|every|first|last|the|or)\s+$",
    re.IGNORECASE,
)
"""What stands before a count that names no day: `more than two days`, `for two days`, `the two days`."""

BEFORE = frozenset({"before", "prior to", "of"})
DAYS = frozenset({"day", "night", "evening", "morning", "eve"})

FINENESS = ("day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century")
"""Precisions from the finest to the coarsest."""


def offset_before(text: str, start: int, *, end: int, reading: Reading) -> tuple[int, Reading] | None:
    """Return what the words before an expression make of it, and where they begin; None without such words."""
    from_char = max(0, start - REACH)
    if not LAST_WORD.search(text, max(from_char, start - 16), start):
        return None
    match = OFFSET_BEFORE.search(text, from_char, start)
    if not match or not is_offset(match, text[start:end]):
        return None
    if match["count"] and is_no_distance(text, match.start()):
        return None
    unit = unit_of(match)
    precision = resulting_precision(unit, held=reading.precision, is_single=bool(match["single"]))
    if precision is None:
        return None
    held = reading.interval
    interval = moved(held, match, unit=unit, precision=precision) if held else None
    if held and interval is None:
        return None
    is_day = unit == "week" and interval and interval.start == interval.end
    return match.start(), dataclasses.replace(reading, interval=interval, precision="day" if is_day else precision)


def is_no_distance(text: str, start: int) -> bool:
    """Tell whether a count at an offset names no certain distance: `more than |two days`, `two or |three days`."""
    return is_end_of_number(text, start) or VAGUE.search(text, max(0, start - 12), start) is not None


def is_offset(match: re.Match[str], inner: str) -> bool:
    """Tell `the eve of March 5` and `a week from Monday` from `the week of March 5` and `two days from March 5`."""
    side = match["side"].lower()
    if side == "of" or match["eve"]:
        return side == "of" and bool(match["eve"])
    if match["weekday"]:
        return side in ("before", "after", "following")
    return side != "from" or bool(FROM_WHAT.match(inner))


def unit_of(match: re.Match[str]) -> str:
    """Return the unit that is counted; nights and eves are days."""
    unit = (match["unit"] or match["single"]).lower()
    return "day" if unit in DAYS or match["weekday"] else unit


def resulting_precision(unit: str, *, held: str, is_single: bool) -> str | None:
    """Return how precise the result is; None where so small a unit cannot be counted from so long a time.

    `The week before` needs a week after it, `the day before` and `the Monday before` a day or days.
    """
    held = "day" if held == "range" else held
    if is_single:
        return unit if held == unit or (unit == "day" and held == "weekend") else None
    if held in ("day", "weekend"):
        return "year" if unit == "decade" else unit
    is_coarser = FINENESS.index(held) > FINENESS.index(unit)
    return None if is_coarser or held == "week" else held


def moved(held: Interval, match: re.Match[str], *, unit: str, precision: str) -> Interval | None:
    """Return the unit so far before the first day of an interval, or after its last; of one week, the day itself."""
    count = cardinal(match["count"]) if match["count"] else 1
    is_before = " ".join(match["side"].lower().split()) in BEFORE
    first = held.start if is_before or precision not in ("day", "week") else held.end
    if match["weekday"]:
        return one_day(weekday_from(first, number=weekday_number(match["weekday"]), step=-1 if is_before else 1))
    day = shifted(first, unit, -count if is_before else count)
    if day is None:
        return None
    return containing(day, "day" if unit == "week" and count == 1 and match["count"] else precision)
