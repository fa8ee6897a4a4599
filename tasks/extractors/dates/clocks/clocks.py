"""Times of day: how they are written, whether one is meant at all, and which day a time without one is on."""

import re

from tasks.extractors.dates.relative.anaphoric import MOST_BETWEEN, NO_ANCHORS, REACH, hanging
from tasks.extractors.dates.words.intervals import Interval, add_days, one_day
from tasks.extractors.dates.words.reading import Clock, Context, Found, Reading, from_publication
from tasks.extractors.dates.words.tense import CITATION

NOON, MIDNIGHT = 12 * 60, 24 * 60
"""Minutes from the midnight that begins a day."""

CLOCK_RULES = frozenset({"clock", "clock of 24 hours", "hour of part", "noon", "midnight"})
"""Rules of times of day that no day is written beside."""

MINUTE = r"[0-5]\d"
NO_NUMBER_BEFORE = r"(?:(?<![\w.,:/$€£#+–—-])|(?<=m\.[-–—])|(?<=[ap]m[-–—]))"
"""No price, code or range of years runs up to the hour: only a time of day, as in `3 p.m.-5 p.m.`, does."""
UNTIL = r"(?:\s*[-–—]\s*|\s+(?:to|until|till)\s+)"
"""What joins the two ends of `9-10 p.m.`, `2 to 4 p.m.`."""

LED = re.compile(
    r"\b(?:at|by|until|till|before|after|past|around|about|from|since|between|to|toward|towards|approximately|exactly"
    r"|nearly|almost|precisely)\s+$",
    re.IGNORECASE,
)
"""What leads to a time of day: `at `, `shortly before `."""
LEAD_REACH = 16

WEEKDAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days"
HABIT = re.compile(
    r"\b(?:(?:every|each)\s+(?:other\s+)?(?:day|night|morning|afternoon|evening|week|weekday|weekend|month|[A-Z]\w+day)"
    rf"|nightly|weekdays|weekends|{WEEKDAYS}(?!\s+(?:ago|from|hence|away)\b)|usually|normally|typically|regularly|curfew|open\s+from|opening\s+hours)\b"
    r"|\bdaily\s+(?:at|from|between)\b|\bdaily(?=\s*[.,;)])",
    re.IGNORECASE,
)
"""What makes a time of day one of many: `every day at 9 a.m.`, `a curfew from 10 p.m.`."""

ASIDE = frozenset({"since", "before", "after", "until", "by"})
"""Modifiers of a day that the story does not take place on: `since October 3`."""
CITATION_REACH = 100

HABIT_BEFORE, HABIT_AFTER = 60, 24
"""Characters around a time that are searched for such words."""
SENTENCE_START = re.compile(r"[.!?][\"”]?\s+(?=[A-Z“\"])|\n\s*\n")

DAY_PART = re.compile(r"\b(?P<part>morning|afternoon|evening|night|tonight)\b", re.IGNORECASE)
HOURS_OF_PART = {
    "morning": range(1, 12),
    "afternoon": (12, *range(1, 8)),
    "evening": range(4, 12),
    "night": range(6, 12),
    "tonight": range(6, 12),
}
"""Hours of the dial that a part of the day has once; `2 at night` is one of the day after, and left."""


def written(clock: Clock) -> tuple[str | None, str | None]:
    """Return the first and last time as `HH:MM`; none where it is not certain which half of the day is meant."""
    if not clock.is_certain:
        return None, None
    return as_text(clock.first), as_text(clock.last)


def as_text(minutes: int) -> str:
    """Write minutes from midnight as `HH:MM`."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def of_part(dial: int, words: str) -> int | None:
    """Return a time of the dial as one of the part of the day that words beside it name; None where they tell none."""
    part = DAY_PART.search(words)
    if part is None:
        return None
    word = part["part"].lower()
    if (dial // 60 or 12) not in HOURS_OF_PART[word]:
        return None
    return dial if word == "morning" else dial + NOON


def precision_of(*minutes: str | None) -> str:
    """Return how precise a time is by whether its minutes are written."""
    return "minute" if any(minutes) else "hour"


def on_day_spoken_of(context: Context, match: re.Match[str], *, clock: Clock, precision: str) -> Reading | None:
    """Read a time without a day as one of the day spoken of before it, or without any of the day of publication.

    What happens every day is on none.
    """
    if is_habit(context, start=match.start(), end=match.end()):
        return None
    anchor = day_spoken_of(context, at=match.start())
    if anchor:
        held = anchor.reading.interval
        reading = hanging(anchor, interval=held, precision=precision)
    else:
        reading = from_publication(one_day(context.published_on), context=context, precision=precision)
    return with_time(reading, clock=clock, precision=precision)


def day_spoken_of(context: Context, *, at: int) -> Found | None:
    """Return the last day read before a time; not one that a source is cited for, nor one before or after the story."""
    for found in reversed(context.earlier[-MOST_BETWEEN:]):
        if at - found.end > REACH:
            return None
        is_aside = found.reading.modifier in ASIDE and not found.reading.clock
        is_cited = CITATION.search(context.text, max(0, found.start - CITATION_REACH), found.start)
        if found.reading.unit == "day" and found.rule not in NO_ANCHORS and not is_aside and not is_cited:
            return found
    return None


def is_habit(context: Context, *, start: int, end: int) -> bool:
    """Tell whether a time of day is one of many, by the words of its sentence before it and those right behind."""
    before = context.text[max(0, start - HABIT_BEFORE) : start]
    sentence = SENTENCE_START.split(before)[-1]
    return bool(HABIT.search(sentence + context.text[start : end + HABIT_AFTER]))


def with_time(day: Reading, *, clock: Clock, precision: str, modifier: str | None = None) -> Reading:
    """Return the reading of a time on a day; one that ends before it begins ends on the next day."""
    interval = day.interval
    if interval and clock.is_certain and clock.last < clock.first:
        end = add_days(interval.end, 1)
        interval = Interval(interval.start, end) if end else None
    return Reading(
        interval=interval,
        precision=precision,
        modifier=modifier or day.modifier,
        anchor=day.anchor,
        anchor_on=day.anchor_on,
        clock=clock,
    )
