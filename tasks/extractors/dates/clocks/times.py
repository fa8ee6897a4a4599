"""Reads times of day: `10:30 a.m.`, `between 2 and 4 p.m.`, `7 o'clock`, `noon`, `1730 GMT`, `14.00 hours`."""

import re

from tasks.extractors.dates.clocks.clocks import (
    LEAD_REACH,
    LED,
    MIDNIGHT,
    MINUTE,
    NO_NUMBER_BEFORE,
    NOON,
    UNTIL,
    is_habit,
    of_part,
    on_day_spoken_of,
    precision_of,
)
from tasks.extractors.dates.clocks.time_zones import ZONE, ZONE_NAME, zone_of
from tasks.extractors.dates.words.lexicon import MONTH, ONES, TEENS, WEEKDAY
from tasks.extractors.dates.words.reading import Clock, Context, Reading

DIAL_HOUR = r"(?:1[0-2]|0?[1-9]|00?(?=:))"
HOUR_WORDS = {**ONES, **{word: number for word, number in TEENS.items() if number <= 12}}
MERIDIEM = r"(?:[ap]\.\s?m\.|[AP]\.\s?M\.|[ap]\.m(?![\w.])|(?:[ap]m|[AP]M)(?!\w))"
IN_PART = r"\s+(?:in\s+the\s+(?:morning|afternoon|evening)|at\s+night)\b"
SHOW = r"\s+(?:news|newscasts?|bulletins?|broadcasts?|shows?|program(?:me)?s?|shadow|positions?|tea|mass|prayers?)\b"

DIAL = re.compile(
    rf"(?P<between>\b[Bb]etween\s+)?(?P<span>{NO_NUMBER_BEFORE}"
    rf"(?:(?P<first_hour>{DIAL_HOUR})(?:[:.](?P<first_minute>{MINUTE}))?(?(between)\s+and\s+|{UNTIL}))?"
    rf"(?P<hour>{DIAL_HOUR}|{'|'.join(HOUR_WORDS)})(?:[:.](?P<minute>{MINUTE})(?::[0-5]\d)?)?"
    rf"(?:[\s-]*(?P<meridiem>{MERIDIEM})|(?P<of_clock>\s+o['’]clock)\b|(?={IN_PART}))(?P<part>{IN_PART})?{ZONE}?)(?!{SHOW}|-[a-z])"
)
"""`3 p.m. Moscow time`, `9-10 p.m.`, `between 2 and 4 p.m.`, `seven o'clock`, `at 8 in the evening`."""

FROM_HOUR = re.compile(
    r"\b(?:half|quarter|minutes?|five|ten|twenty|twenty-five)\s+(?:past|to|after|before|till)\s+$", re.IGNORECASE
)

DAY_AHEAD = rf"\s+(?:on\s+)?(?:(?:last|next|this)\s+)?(?:{WEEKDAY}|{MONTH}\s+\d|today|tonight|yesterday|tomorrow)\b"


def twelve(name: str) -> re.Pattern[str]:
    """Build the pattern of `noon` or `midnight`: `12 noon`, `midnight Friday`, but not `a midnight deadline`."""
    return re.compile(
        rf"\b(?P<twelve>(?:12(?::00)?|twelve)\s+)?(?:{name})\b(?!-|{SHOW}|\s+(?:oil|sun|deadline|raids?)\b)"
        rf"{ZONE}?(?P<ahead>(?={DAY_AHEAD}))?"
    )


NOON_NAMED, MIDNIGHT_NAMED = twelve("noon|midday"), twelve("midnight")
AFTER_MIDNIGHT = re.compile(r"\b(?:after|past|since)\s+$", re.IGNORECASE)
FROM_MIDNIGHT = re.compile(r"\b(?:from|starting|beginning)\s+(?:at\s+)?$", re.IGNORECASE)
TO_ANOTHER = re.compile(r"\s+(?:to|until|till|and)\s+\w")
JUST_BEFORE = 3
"""Characters between a day and a time that follows it at once: `Tuesday, noon`."""

HOUR = r"(?:[01]\d|2[0-4]|\d)"
FIGURES = re.compile(
    rf"(?P<between>\b[Bb]etween\s+)?(?P<span>{NO_NUMBER_BEFORE}"
    rf"(?:(?P<first_hour>{HOUR})[:.]?(?P<first_minute>{MINUTE})(?(between)\s+and\s+|{UNTIL}))?"
    rf"(?P<hour>{HOUR})(?P<mark>[:.]?)(?P<minute>{MINUTE})"
    rf"(?:(?=(?:hrs|hours|GMT|UTC)\b)|(?![\w%]|[:.,/-]\d|\s*[ap]\.?m\b))"
    rf"(?:(?<=:\d\d)|(?=[\s,(]{{0,4}}(?:hours|hrs|{ZONE_NAME})))(?P<hours>\s*(?:hours|hrs)\b(?!\s+(?:of|per)\b))?{ZONE}?)"
)
"""`1730 GMT`, `14.00 hours`, `at 18:45`, `between 0900 and 1100 GMT`; not `1500 hours of work`."""
LED_TO_FIGURES = re.compile(r"\b(?:at|around|about|from|until|till|since|between)\s+$", re.IGNORECASE)


def read_dial(match: re.Match[str], context: Context) -> Reading | None:
    """Read a time of the twelve hours; without morning or evening it is one that is not certain."""
    is_bare = not match["meridiem"] and not match["of_clock"]
    if (is_bare or match["of_clock"]) and not is_led(match, context) and not match["between"]:
        return None
    if (match["minute"] and match["of_clock"]) or is_counted_from(match, context):
        return None
    clock = dial_clock(match)
    if is_bare and not clock.is_certain:
        return None
    precision = precision_of(match["minute"], match["first_minute"])
    return on_day_spoken_of(context, match, clock=clock, precision=precision)


def is_counted_from(match: re.Match[str], context: Context) -> bool:
    """Tell `half past |three in the afternoon`, `ten to |seven`, which are other times than the hour they name."""
    start = match.start("span")
    return bool(FROM_HOUR.search(context.text, max(0, start - LEAD_REACH), start))


def dial_clock(match: re.Match[str]) -> Clock:
    """Return the time of a match, by `a.m.` and `p.m.` or by the part of the day behind it."""
    dial, zone = on_dial(match["hour"], match["minute"]), zone_of(match)
    first_dial = on_dial(match["first_hour"], match["first_minute"]) if match["first_hour"] else dial
    if match["meridiem"]:
        last = dial + (NOON if match["meridiem"][0] in "pP" else 0)
        first = half_of(first_dial, before=last)
        return Clock(first=first, last=last, zone=zone, is_certain=first <= last)
    first_told, last_told = of_part(first_dial, match["part"] or ""), of_part(dial, match["part"] or "")
    if first_told is None or last_told is None:
        return Clock(first=first_dial, last=dial, zone=zone, is_certain=False)
    return Clock(first=first_told, last=last_told, zone=zone, is_certain=first_told <= last_told)


def on_dial(hour: str, minute: str | None) -> int:
    """Return the minutes since the dial's twelve."""
    number = HOUR_WORDS.get(hour) or int(hour)
    return number % 12 * 60 + int(minute or 0)


def half_of(dial: int, *, before: int) -> int:
    """Return a time in the later half of the day in which it is not after another: 11 a.m. for `11 to 1 p.m.`."""
    return dial + NOON if dial + NOON <= before else dial


def is_led(match: re.Match[str], context: Context) -> bool:
    """Tell whether a word that leads to times stands before a match."""
    start = match.start("span") if "span" in match.re.groupindex else match.start()
    return bool(LED.search(context.text, max(0, start - LEAD_REACH), start))


def read_noon(match: re.Match[str], context: Context) -> Reading | None:
    """Read `noon` where it is a time and no adjective."""
    if not is_told(match, context):
        return None
    return on_day_spoken_of(context, match, clock=Clock(first=NOON, last=NOON, zone=zone_of(match)), precision="hour")


def read_midnight(match: re.Match[str], context: Context) -> Reading | None:
    """Read `midnight` as the one that ends the day beside it, as the Associated Press Stylebook has it.

    What happens after midnight on a day happens after the one that begins it. Without a day beside it is not certain
    which day is meant, and `from midnight Friday` may mean both.
    """
    text, start = context.text, match.start()
    if not is_told(match, context) or is_habit(context, start=start, end=match.end()):
        return None
    before = max(0, start - LEAD_REACH)
    if FROM_MIDNIGHT.search(text, before, start) and not TO_ANOTHER.match(text, match.end()):
        return None
    minutes = 0 if AFTER_MIDNIGHT.search(text, before, start) else MIDNIGHT
    clock = Clock(first=minutes, last=minutes, zone=zone_of(match))
    return Reading(interval=None, precision="hour", clock=clock)


def is_told(match: re.Match[str], context: Context) -> bool:
    """Tell whether `noon` or `midnight` is a time: after a word such as `at`, beside a day, or with a zone."""
    is_beside_day = match["ahead"] is not None or follows_day(match, context)
    return bool(match["twelve"] or match["zone"] or is_beside_day or is_led(match, context))


def follows_day(match: re.Match[str], context: Context) -> bool:
    """Tell whether a match stands right behind the expression before it: `Tuesday noon`."""
    before = context.earlier[-1] if context.earlier else None
    return before is not None and before.reading.unit == "day" and match.start() - before.end < JUST_BEFORE


def read_figures(match: re.Match[str], context: Context) -> Reading | None:
    """Read a time of the twenty-four hours; a price, a score or a year has neither a zone nor `hours` behind it.

    `9:30` is one of the morning where a zone is named, or where it is written `09:30`.
    """
    start, zone = match.start("span"), match["zone"] or match["zone_within"]
    hour, minute = int(match["hour"]), int(match["minute"])
    led = match["between"] or LED_TO_FIGURES.search(context.text, max(0, start - LEAD_REACH), start)
    is_clear = hour > 12 or match["hour"][0] == "0"
    is_marked = zone or (match["hours"] and led) or (match["mark"] == ":" and led and is_clear)
    last = hour * 60 + minute
    first = int(match["first_hour"]) * 60 + int(match["first_minute"]) if match["first_hour"] else last
    if not is_marked or max(first, last) > MIDNIGHT or (not match["mark"] and len(match["hour"]) == 1):
        return None
    is_certain = is_clear or bool(zone_of(match) or match["hours"] or not match["mark"])
    clock = Clock(first=first, last=last, zone=zone_of(match), is_certain=is_certain)
    return on_day_spoken_of(context, match, clock=clock, precision="minute")
