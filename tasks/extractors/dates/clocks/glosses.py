"""The same moment by another clock, in parentheses: `at 2 a.m. (2300 GMT) on Tuesday`, there on Monday."""

import dataclasses
import re

from tasks.extractors.dates.clocks.clocks import CLOCK_RULES, NOON
from tasks.extractors.dates.words.intervals import Interval, add_days
from tasks.extractors.dates.words.reading import Context, Found, Reading

OPENED = re.compile(r"\s*[(\[](?:or\s+|about\s+)?")
CLOSED = re.compile(r"(?:\s+in\s+[A-Z]\w+)?[)\]],?\s+(?:on\s+)?")
"""Between a gloss and the day behind it: `) on `, ` in Moscow) `."""


def as_gloss(context: Context, found: Found) -> Found:
    """Return a time in parentheses as the moment of the time before them, or any other expression as it is."""
    before = context.earlier[-1] if context.earlier else None
    if before is None or found.rule not in CLOCK_RULES or not is_gloss(before, found, text=context.text):
        return found
    return dataclasses.replace(found, reading=moment_of(before.reading, found.reading))


def give_day(context: Context, day: Found) -> None:
    """Give the day behind a gloss to the time before it, and to the gloss the day that it is by its own clock."""
    if len(context.earlier) < 2 or day.reading.precision != "day":
        return
    time, gloss = context.earlier[-2:]
    if time.rule not in CLOCK_RULES or gloss.rule not in CLOCK_RULES or not is_gloss(time, gloss, text=context.text):
        return
    if not CLOSED.fullmatch(context.text, gloss.end, day.start):
        return
    dated = with_day_of(time.reading, day.reading, interval=day.reading.interval)
    context.earlier[-2] = dataclasses.replace(time, reading=dated)
    context.earlier[-1] = dataclasses.replace(gloss, reading=moment_of(dated, gloss.reading))


def is_gloss(time: Found, gloss: Found, *, text: str) -> bool:
    """Tell whether one time stands in parentheses right behind another, both of them points."""
    clocks = (time.reading.clock, gloss.reading.clock)
    are_points = all(clock and clock.is_certain and clock.first == clock.last for clock in clocks)
    return are_points and bool(OPENED.fullmatch(text, time.end, gloss.start))


def moment_of(time: Reading, gloss: Reading) -> Reading:
    """Return a gloss on the day of its time, or on the one beside: no two zones' clocks are half a day apart."""
    if time.clock is None or gloss.clock is None:
        return gloss
    ahead = gloss.clock.first - time.clock.first
    days = -1 if ahead > NOON else 1 if ahead < -NOON else 0
    day = add_days(time.interval.start, days) if time.interval else None
    return with_day_of(gloss, time, interval=Interval(day, day) if day else None)


def with_day_of(reading: Reading, day: Reading, *, interval: Interval | None) -> Reading:
    """Return a reading on another day, counted from where that day is."""
    return dataclasses.replace(reading, interval=interval, anchor=day.anchor, anchor_on=day.anchor_on)
