"""Stretches of which the last day is told: `the week ended February 24`, `the 12 months to 30 September`.

The stretch is an expression of its own before the one that ends it, as is a quarter before `ended January 31`.
"""

import dataclasses
import re
from datetime import date

from tasks.extractors.dates.calendar.parts import part_before
from tasks.extractors.dates.words.intervals import Interval, add_days, add_months
from tasks.extractors.dates.words.lexicon import CARDINAL, cardinal, is_end_of_number
from tasks.extractors.dates.words.reading import Context, Found

RULE = "stretch to"

WHICH = (
    r"(?:(?:first|latest|last|past|full|previous|preceding|prior|current|corresponding|comparable|same|fiscal|financial"
    r"|business|trading|marketing|calendar|crop|tax|whole|entire|reporting|statistical)\s+){0,3}"
)
STRETCH = re.compile(
    rf"(?<![\w-])(?P<span>(?:(?P<article>the|a|an|its|their|our|his)\s+)?(?P<which>{WHICH})(?:(?P<count>{CARDINAL})[\s-]+)?"
    r"(?:(?P<part>first|second|last)\s+)?(?P<unit>day|week|month|quarter|half|year)(?P<plural>s)?(?:[\s-]years?)?(?:\s+period)?)"
    r",?\s+(?:which\s+|that\s+)?(?:(?P<ended>end(?:ed|ing|s))|(?:up\s+)?to|(?P<through>through))\s+(?:on\s+|in\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
"""`the four weeks ended |March 13`, `the half-year to |June`."""
REACH = 110
"""Characters before an expression that are searched."""

NO_STRETCH = re.compile(
    r"\b(?:this|that|these|those|each|every|any|per|next|last|coming|an?|another|further|extra|additional|first|second"
    r"|third|fourth|final|half|by|from|day|week|month|quarter|year)[\s-]+$",
    re.IGNORECASE,
)
"""What stands before a unit that is none of a known length, or none to a day: `last |year to`."""
TIME_BEFORE = re.compile(r"(?:\b(?:in|for|over|during|of|and)\s+|['’]s\s+|^\s*|\n\s*|[.:;(]\s*)$", re.IGNORECASE)
"""What stands before a count or unit without an article: `in |12 months to May`; not `extended |12 months to May`."""
LED_BY = 12

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
DAYS = {"day": 1, "week": 7}
FIRST_DAYS, LAST_DAYS = 7, 24
"""Between these a day ends months that begin on the day after the same one; else whole weeks may be meant."""
END_OF = re.compile(r"(?:the\s+)?end\b", re.IGNORECASE)
REPLACED = frozenset({"first months", "stretch", "near unit", "next unit", "the period", "the year", "same unit"})
"""Rules of expressions that say less of a stretch than the day that ends it: `the past year |ended March 31`."""


def stretch_before(context: Context, found: Found, *, free_from: int) -> Found | None:
    """Return the stretch that an expression ends, where the words before it name one."""
    if found.reading.unit not in ("day", "month") or found.reading.clock or is_part(found, context.text):
        return None
    match = STRETCH.search(context.text, max(0, found.start - REACH), found.start)
    if match is None or not is_stretch(match, context.text):
        return None
    before = context.earlier[-1] if context.earlier else None
    is_replaced = before is not None and before.rule in REPLACED and before.end <= match.end("span")
    if match.start() < free_from and not is_replaced:
        return None
    end = match.end("plural") if match["plural"] else match.end("unit")
    reading = dataclasses.replace(
        found.reading,
        interval=None if is_over(found, match, context) else stretch_to(found, match, context.text),
        precision="quarter" if is_quarter(match) else "range",
        modifier=None,
    )
    start, end = match.start(), max(end, match.end("span"))
    wider = part_before(context.text, start, end=end, reading=reading)
    start, reading = wider if wider and (is_replaced or wider[0] >= free_from) else (start, reading)
    return Found(start=start, end=end, rule=RULE, reading=reading)


def is_part(found: Found, text: str) -> bool:
    """Tell whether it is not known on which day of a month something ends: `to mid-|June`, `to late June`."""
    is_end = END_OF.match(text, found.start) is not None
    return found.reading.modifier in ("early", "mid") or (found.reading.modifier == "late" and not is_end)


def is_stretch(match: re.Match[str], text: str) -> bool:
    """Tell whether a unit, or so many, end on a day: not `last year to May`, `delayed by two months to May`."""
    count, unit = match["count"], match["unit"].lower()
    if count and is_end_of_number(text, match.start("count")):
        return False
    before = max(0, match.start() - LED_BY)
    which = (match["which"] or "").lower().split()
    is_bare = not match["article"] and not which
    if (is_bare and NO_STRETCH.search(text, before, match.start())) or (match["part"] and unit != "half"):
        return False
    if bool(match["plural"]) and not count:
        return False
    if not count and (
        unit == "day"
        or (match["through"] and unit in ("week", "year"))
        or (which and which[-1] in ("last", "past", "first"))
    ):
        return False
    if match["ended"]:
        return True
    is_one = (match["article"] or "").lower() in ("a", "an")
    return not is_one and (bool(match["article"]) or TIME_BEFORE.search(text, before, match.start()) is not None)


def is_over(found: Found, match: re.Match[str], context: Context) -> bool:
    """Tell whether the current year would have ended before the publication: its last day is of another one then."""
    held, today = found.reading.interval, context.published_on
    return "current" in (match["which"] or "").lower() and held is not None and today is not None and held.end < today


def is_quarter(match: re.Match[str]) -> bool:
    """Tell whether three months are called a quarter."""
    return match["unit"].lower() == "quarter" and not match["count"]


def stretch_to(found: Found, match: re.Match[str], text: str) -> Interval | None:
    """Return the days of a stretch; none where it is not certain on which it began."""
    held = found.reading.interval
    if held is None:
        return None
    count, unit = cardinal(match["count"]) if match["count"] else 1, match["unit"].lower()
    if unit in DAYS:
        is_day = found.reading.precision == "day" or END_OF.match(text, found.start) is not None
        first = add_days(held.end, 1 - DAYS[unit] * count) if is_day else None
        return Interval(first, held.end) if first else None
    return months_to(held.end, count=count * MONTHS[unit], is_whole=unit in ("quarter", "half"))


def months_to(last: date, *, count: int, is_whole: bool) -> Interval | None:
    """Return so many months to a day: whole ones to the last of a month, else from the day after the same one."""
    after = add_days(last, 1)
    if after is None or (after.day != 1 and (is_whole or not FIRST_DAYS < last.day < LAST_DAYS)):
        return None
    first = add_months(after, -count)
    return Interval(first, last) if first else None


def whole_of(context: Context, found: Found) -> Found:
    """Return the stretch that an expression ends, or the expression itself where it ends none."""
    place = context.earlier.index(found)
    before = context.earlier[place - 1] if place else None
    return before if before and before.rule == RULE and found.start - before.end <= REACH and place else found


def beside_stretch(stretch: Found, *, unit: str, count: int) -> Interval | None:
    """Return the stretch as long as another so many units away, where it is one and lasts one: `the previous week`."""
    held = stretch.reading.interval
    if held is None or stretch.rule not in (RULE, "same unit") or not lasts(held, unit=unit):
        return None
    if unit in DAYS:
        first, last = add_days(held.start, count * DAYS[unit]), add_days(held.end, count * DAYS[unit])
    else:
        first, after = add_months(held.start, count * MONTHS[unit]), add_days(held.end, 1)
        after = after and add_months(after, count * MONTHS[unit])
        last = after and add_days(after, -1)
    return Interval(first, last) if first and last else None


def lasts(held: Interval, *, unit: str) -> bool:
    """Tell whether an interval is as long as a unit."""
    if unit in DAYS:
        return (held.end - held.start).days + 1 == DAYS[unit]
    after = add_days(held.end, 1)
    return unit in MONTHS and after is not None and add_months(held.start, MONTHS[unit]) == after
