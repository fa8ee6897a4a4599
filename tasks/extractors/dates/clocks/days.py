"""A time of day and the day beside it are one expression: `10 p.m. Wednesday`, `Tuesday at noon`."""

import dataclasses
import re

from tasks.extractors.dates.clocks.clocks import CLOCK_RULES, MIDNIGHT, NOON, of_part, with_time
from tasks.extractors.dates.words.intervals import Interval
from tasks.extractors.dates.words.lexicon import MONTH, WEEKDAY
from tasks.extractors.dates.words.reading import Clock, Context, Found

BETWEEN = 60
"""Most characters between a day and a time of it."""

TO_CLOCK = re.compile(
    r"\s*[,–-]?\s*(?:(?:at|about|around|approximately|roughly|exactly|precisely|shortly|just|some\s?time|by|before|after"
    r"|until|till|past|from|since|between|starting|beginning)\s+){0,4}"
)
"""Between a day and its time: `, at about `, ` shortly before `."""

TO_DAY = re.compile(
    r"(?:,\s+|\s+)(?:on\s+|of\s+)?(?:the\s+)?(?:(?:morning|afternoon|evening|night)\s+of\s+)?(?:the\s+)?"
)
"""Between a time and its day: ` on `, `, `, ` on the night of `."""

NIGHT_OF = re.compile(r"\bnight\s+(?:of|from)\s+(?:the\s+)?$")

NO_DAY_OF = re.compile(r"(?:That|This|The|Last|Next|Yesterday|Today|Tomorrow|Earlier|Later)\b")
"""What begins another sentence behind `at 11 p.m.`."""

THROUGH = re.compile(r"\s*[-–—]\s*|\s+(?:to|until|till|through)\s+(?:about\s+|around\s+)?")
LISTED = re.compile(r"\s*,?\s*(?:and|or|to|until|till)\s+(?:at\s+)?")
AND = re.compile(r"\s+and\s+")
BETWEEN_WORD = re.compile(r"\b[Bb]etween\s+$")
BETWEEN_REACH = 12

DAY_AHEAD = re.compile(
    rf"(?:,\s+|\s+)(?:on\s+)?(?:(?:last|next|this|the)\s+)*(?:{WEEKDAY}|{MONTH}\s|\d|today|tomorrow|yesterday|following)"
)
"""What shows that the second of two times has a day of its own: `from 9 a.m. Tuesday to 5 p.m. |Wednesday`."""


def with_clock(context: Context, found: Found) -> Found | None:
    """Return an expression together with the one before it, where one is a time and the other its day or other end."""
    before = context.earlier[-1] if context.earlier else None
    if before is None or found.start - before.end > BETWEEN:
        return None
    between = context.text[before.end : found.start]
    if found.rule in CLOCK_RULES:
        if before.reading.clock:
            return through(before, found, context=context)
        is_beside = before.reading.precision == "day" and TO_CLOCK.fullmatch(between)
        return united(day=before, time=found, text=context.text) if is_beside else None
    return of_day_behind(before, found, context=context) if before.rule in CLOCK_RULES else None


def of_day_behind(time: Found, found: Found, *, context: Context) -> Found | None:
    """Return a time together with the day behind it; one on a day that may be either of two is left without any."""
    if not TO_DAY.fullmatch(context.text, time.end, found.start):
        return None
    if is_night(time, found, context=context):
        found = night_day(time, found)
    elif found.reading.precision != "day":
        context.earlier[-1] = without_day(time) if found.rule == "numeric day" else time
        return None
    if NO_DAY_OF.match(context.text, found.start):
        return None
    share_day(context, found)
    return united(day=found, time=time, text=context.text)


def is_night(time: Found, found: Found, *, context: Context) -> bool:
    """Tell whether a time is one of the night between the two days behind it: `at 2135 on the night of 3-4 March`."""
    held = found.reading.interval
    are_two = held is not None and (held.end - held.start).days == 1 and found.reading.precision == "range"
    return are_two and NIGHT_OF.search(context.text, time.end, found.start) is not None


def night_day(time: Found, found: Found) -> Found:
    """Return the night's two days as the one on which a time of it is: the first before midnight, the second after."""
    held, clock = found.reading.interval, time.reading.clock
    if held is None or clock is None or not clock.is_certain:
        return found
    day = held.start if clock.first >= NOON else held.end
    reading = dataclasses.replace(found.reading, interval=Interval(day, day), precision="day")
    return dataclasses.replace(found, reading=reading)


def of_open_day(context: Context, found: Found) -> Found:
    """Return a time right behind a day that may be either of two as one on no day: `02/08/1999 at 4:49 p.m.`."""
    before = context.earlier[-1] if context.earlier else None
    if before is None or found.rule not in CLOCK_RULES or found.start - before.end > BETWEEN:
        return found
    is_open = before.rule == "numeric day" and before.reading.precision != "day"
    return without_day(found) if is_open and TO_CLOCK.fullmatch(context.text, before.end, found.start) else found


def without_day(time: Found) -> Found:
    """Return a time on no day: the one behind it, `on 02/08/1999`, may be either of two."""
    reading = dataclasses.replace(time.reading, interval=None, anchor="none", anchor_on=None)
    return dataclasses.replace(time, reading=reading)


def united(*, day: Found, time: Found, text: str) -> Found:
    """Return a day and its time as one expression, under the rule that read the day."""
    start, end = min(day.start, time.start), max(day.end, time.end)
    clock = time.reading.clock and told(time.reading.clock, text[start:end])
    if clock is None:
        return day
    reading = with_time(day.reading, clock=clock, precision=time.reading.precision, modifier=time.reading.modifier)
    return Found(start=start, end=end, rule=day.rule, reading=reading)


def told(clock: Clock, words: str) -> Clock:
    """Return a time whose half of the day the words beside it tell: `7 o'clock on Tuesday evening`."""
    if clock.is_certain:
        return clock
    first, last = of_part(clock.first, words), of_part(clock.last, words)
    if first is None or last is None or last < first:
        return clock
    return dataclasses.replace(clock, first=first, last=last, is_certain=True)


def share_day(context: Context, day: Found) -> None:
    """Give the day of the second of two times to the first as well: `at 10 a.m. and 3 p.m. on Tuesday`."""
    if len(context.earlier) < 2:
        return
    first, second = context.earlier[-2:]
    clock = first.reading.clock
    if first.rule in CLOCK_RULES and clock and LISTED.fullmatch(context.text, first.end, second.start):
        reading = with_time(
            day.reading, clock=clock, precision=first.reading.precision, modifier=first.reading.modifier
        )
        context.earlier[-2] = dataclasses.replace(first, reading=reading)


def through(before: Found, found: Found, *, context: Context) -> Found | None:
    """Return two times as the ends of one stretch, `9 a.m. to 5 p.m.`, unless the second has a day of its own."""
    first, last, text = before.reading.clock, found.reading.clock, context.text
    if first is None or last is None or first.first != first.last or last.first != last.last:
        return None
    if before.rule not in CLOCK_RULES and DAY_AHEAD.match(text, found.end):
        return None
    is_between = AND.fullmatch(text, before.end, found.start) and BETWEEN_WORD.search(
        text, max(0, before.start - BETWEEN_REACH), before.start
    )
    if not is_between and not THROUGH.fullmatch(text, before.end, found.start):
        return None
    if first.zone and last.zone and first.zone != last.zone:
        return None
    clock = Clock(
        first=first.first % MIDNIGHT,
        last=last.last,
        zone=first.zone or last.zone,
        is_certain=first.is_certain and last.is_certain,
    )
    precision = min(before.reading.precision, found.reading.precision, key=("minute", "hour").index)
    reading = with_time(before.reading, clock=clock, precision=precision)
    return Found(start=before.start, end=found.end, rule=before.rule, reading=reading)
