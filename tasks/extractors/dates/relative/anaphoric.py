"""Expressions that hang on one before them: `one year earlier`, `the following day`, `that month`."""

import re

from tasks.extractors.dates.relative.ended import RULE, beside_stretch, whole_of
from tasks.extractors.dates.words.intervals import Interval, containing, make_date, months, one_day, shifted, unit_at
from tasks.extractors.dates.words.lexicon import CARDINAL, DAY, MONTH, STEPS, cardinal, day_number, month_number
from tasks.extractors.dates.words.reading import Context, Found, Reading, from_publication
from tasks.extractors.dates.words.tense import AHEAD, direction

REACH = 400
"""Characters between an expression and the one it hangs on."""

MOST_BETWEEN = 6
"""Expressions that are looked at for one to hang on."""

NO_ANCHORS = frozenset({"stretch", "in units", "midnight"})
"""Rules of expressions that nothing hangs on: they only say how far from the publication something is, or no day."""

STEPS_BACK = frozenset({"next unit", "counted", "year earlier"})
"""Rules of what may be but the time that another is compared with: `the previous week`, `a year earlier`."""

UNIT = r"(?:day|week|weekend|month|quarter|year|decade|night|morning|afternoon|evening)"
SAME_UNIT = re.compile(
    rf"\b(?:[Tt]hat\s+same|[Tt]hat|[Tt]he\s+(?:very\s+)?same)\s+(?P<unit>{UNIT})\b(?!['’]s\b|-|\s+ago\b)"
)
NEXT_UNIT = re.compile(
    rf"\b[Tt]he\s+(?:(?P<which>{'|'.join(STEPS)})\s+(?P<unit>{UNIT})\b(?!-)"
    r"|(?P<unit_before>day|week|month|quarter|year)\s+before(?=\s*[,.;)]))"
)
"""`the next day`, `128 the year before.`; not `the year before the war`."""

STRETCH_BEFORE = re.compile(r"\b(?:[Oo]ver|[Ww]ithin|[Ii]n|[Dd]uring|[Ff]or|[Tt]hroughout)\s$")

IN_THE_UNIT = re.compile(
    r"\b(?:[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate)\s+in\s+(?P<span>the\s+(?P<unit>week|month|year))\b(?!['’-]|\s+(?:\d|of\b))"
)
"""`later in the year`: in that of the expression before it, or in this one."""

WITHIN = {
    "week": ("day",),
    "month": ("day", "weekend", "week"),
    "year": ("day", "weekend", "week", "month", "quarter", "season", "half"),
}
"""Precisions that lie within a unit, and so tell which one is meant."""

MONTH_BESIDE = re.compile(
    rf"\b(?:(?P<day_first>{DAY})\s+(?:of\s+)?)?(?P<month>{MONTH})(?:\s+(?P<day>{DAY}))?"
    rf",?\s+(?:of\s+)?(?:that(?:\s+same)?|the\s+(?:same|(?P<which>{'|'.join(STEPS)})))\s+year\b"
)
"""`March of the same year`, `October 3 the following year`, `5 June of that year`."""

NO_COARSER = {
    "day": ("day",),
    "week": ("day", "weekend", "week"),
    "month": ("day", "weekend", "week", "month"),
}
"""Precisions from which a unit can be counted: what comes `two days later` than a year is no certain day."""

COUNTED = re.compile(
    rf"\b(?:(?P<count>{CARDINAL})\s+(?P<unit>day|week|month|year|decade)s?\s+(?P<side>earlier|later|previously"
    r"|afterwards?|before(?=\s*[,.;)])|(?:before|after)\s+that(?=\s*[,.;)]|\s+(?:he|she|it|they|the|a|an)\b))"
    r"|the\s+(?P<single>day|week|month|year)\s+(?P<single_side>(?:before|after)\s+that))\b(?!\s+than\b)",
    re.IGNORECASE,
)
"""`two days later`, `the day after that`; not `two days before the vote`, which hangs on what is no date."""

THE_DAY = re.compile(
    r"\b(?:end(?:ed|ing)?|clos(?:e|ed|ing)|finish(?:ed|ing)?|[Ff]or|(?:[Ll]ate|[Ll]ater|[Ee]arly|[Ee]arlier)\s+in)\s+"
    r"(?P<span>the\s+day)\b(?!\s+(?:when|that|of|after|before)\b|-)"
)
"""`ended the day down 31 points`, `later in the day`."""


def anchor_of(
    context: Context,
    *,
    at: int,
    precisions: tuple[str, ...] | None = None,
    reach: int = REACH,
    besides: frozenset[str] = NO_ANCHORS,
) -> Found | None:
    """Return the last expression before this one, near enough, of a precision asked for and of no rule left out."""
    for found in reversed(context.earlier[-MOST_BETWEEN:]):
        if at - found.end > reach:
            return None
        if found.rule in besides:
            continue
        if precisions is None or found.reading.unit in precisions:
            return found
    return None


def hanging(anchor: Found, *, interval: Interval | None, precision: str) -> Reading:
    """Build the reading of an expression that hangs on another."""
    held = anchor.reading.interval
    return Reading(interval=interval, precision=precision, anchor="expression", anchor_on=held.start if held else None)


def unit_of(word: str) -> str:
    """Return the unit of a word; mornings and nights are days."""
    return "day" if word in ("night", "morning", "afternoon", "evening") else word


def read_same_unit(match: re.Match[str], context: Context) -> Reading | None:
    """Read `that year` as the year of the expression before it."""
    unit = unit_of(match["unit"])
    told = anchor_of(context, at=match.start(), besides=NO_ANCHORS | STEPS_BACK)
    stretch = whole_of(context, told) if told else None
    if stretch and beside_stretch(stretch, unit=unit, count=0):
        return hanging(stretch, interval=stretch.reading.interval, precision=stretch.reading.precision)
    anchor = anchor_of(context, at=match.start(), precisions=NO_COARSER.get(unit))
    if anchor is None:
        return None
    held = anchor.reading.interval
    return hanging(anchor, interval=containing(held.start, unit) if held else None, precision=unit)


def read_in_the_unit(match: re.Match[str], context: Context) -> Reading:
    """Read `later in the year` as the year of the expression before it, or without one as that of the publication."""
    unit, today = match["unit"], context.published_on
    anchor = anchor_of(context, at=match.start(), precisions=WITHIN[unit])
    if anchor:
        held = anchor.reading.interval
        return hanging(anchor, interval=containing(held.start, unit) if held else None, precision=unit)
    return from_publication(containing(today, unit) if today else None, context=context, precision=unit)


def read_next_unit(match: re.Match[str], context: Context) -> Reading | None:
    """Read `the following day`, `the previous year`, `the year before`."""
    unit = unit_of(match["unit"] or match["unit_before"])
    precisions = ("day",) if unit == "day" else None
    anchor = anchor_of(context, at=match.start(), precisions=precisions, besides=NO_ANCHORS | {"year earlier"})
    if anchor is None or is_from_now(match, context):
        return None
    step = STEPS[match["which"].lower()] if match["which"] else -1
    if step < 0 and is_step_back(context, anchor, unit=unit):
        return anchor.reading
    stretch = whole_of(context, anchor)
    there = beside_stretch(stretch, unit=unit, count=step)
    if there or is_of_unknown_days(stretch, unit=unit):
        return hanging(stretch, interval=there, precision=stretch.reading.precision)
    held = anchor.reading.interval
    if unit == "year" and held and held.start.year < held.end.year and anchor.reading.precision in ("quarter", "half"):
        return hanging(anchor, interval=None, precision=unit)
    day = held and (held.start if step < 0 else held.end)
    return hanging(anchor, interval=unit_at(day, unit, step) if day else None, precision=unit)


def is_of_unknown_days(stretch: Found, *, unit: str) -> bool:
    """Tell whether a stretch called a unit has no certain days, and so none beside it has."""
    return stretch.rule == RULE and stretch.reading.interval is None and stretch.reading.precision == unit


def is_step_back(context: Context, found: Found, *, unit: str) -> bool:
    """Tell whether an expression was the unit before another: named again, `the previous week` is the same one."""
    held, told_on = found.reading.interval, found.reading.anchor_on
    words = context.text[found.start : found.end].lower().split()
    is_one = unit in words and (found.rule == "next unit" or words[0] in ("a", "one"))
    is_back = held is not None and told_on is not None and held.start < told_on
    return unit != "day" and found.rule in STEPS_BACK and is_one and is_back


def is_from_now(match: re.Match[str], context: Context) -> bool:
    """Tell whether a stretch begins with the publication, not with a time told of: `may do so over the next year`."""
    is_next = (match["which"] or "").lower() == "next"
    return (
        is_next
        and STRETCH_BEFORE.search(context.text, max(0, match.start() - 12), match.start()) is not None
        and (direction(context, start=match.start(), end=match.end()) in AHEAD)
    )


def read_month_beside(match: re.Match[str], context: Context) -> Reading | None:
    """Read `March the same year`, `October 3 the following year`."""
    anchor = anchor_of(context, at=match.start())
    if anchor is None:
        return None
    held, step = anchor.reading.interval, STEPS.get(match["which"] or "", 0)
    year, month = held.start.year + step if held else None, month_number(match["month"])
    day = match["day"] or match["day_first"]
    if day:
        interval = one_day(make_date(year, month, day_number(day))) if year else None
        return hanging(anchor, interval=interval, precision="day") if interval or not year else None
    return hanging(anchor, interval=months(year, month, 1) if year else None, precision="month")


def read_counted(match: re.Match[str], context: Context) -> Reading | None:
    """Read `two days later`, `one year earlier`."""
    unit, side = (match["unit"] or match["single"]).lower(), (match["side"] or match["single_side"]).lower()
    anchor = anchor_of(context, at=match.start(), precisions=NO_COARSER.get(unit))
    if anchor is None:
        return None
    count = cardinal(match["count"]) if match["count"] else 1
    count = count if side == "later" or side.startswith("after") else -count
    stretch = whole_of(context, anchor)
    if there := beside_stretch(stretch, unit=unit, count=count):
        return hanging(stretch, interval=there, precision=stretch.reading.precision)
    precision, held = "year" if unit == "decade" else unit, anchor.reading.interval
    day = shifted(held.start, unit, count) if held else None
    return hanging(anchor, interval=containing(day, precision) if day else None, precision=precision)


def read_the_day(match: re.Match[str], context: Context) -> Reading | None:
    """Read `the day` as the day spoken of before it."""
    anchor = anchor_of(context, at=match.start(), precisions=("day",))
    return hanging(anchor, interval=anchor.reading.interval, precision="day") if anchor else None
