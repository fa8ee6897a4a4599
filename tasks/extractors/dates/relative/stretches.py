"""Stretches that begin or end on the day of publication: `the past two months`, `in two weeks`."""

import re
from datetime import date

from tasks.extractors.dates.relative.anaphoric import anchor_of, hanging
from tasks.extractors.dates.relative.deictic import counted
from tasks.extractors.dates.relative.ended import whole_of
from tasks.extractors.dates.words.intervals import Interval, add_days, shifted, unit_at
from tasks.extractors.dates.words.lexicon import CARDINAL, MONTH, STEPS, YEAR, cardinal
from tasks.extractors.dates.words.reading import Context, Reading, from_publication
from tasks.extractors.dates.words.tense import AHEAD, REACH, direction

UNIT = r"(?P<unit>day|week|fortnight|month|quarter|year|decade)"
COUNT = rf"(?P<count>{CARDINAL}|(?:a\s+)?couple\s+of)"

STRETCH = re.compile(
    r"\b(?:(?:[Tt]he|[Tt]his|[Tt]hese)\s+|(?<=\bin\s)|(?<=\bfor\s)|(?<=\bover\s)|(?<=\bduring\s))"
    rf"(?:(?P<side>past|last|next|coming|upcoming|{'|'.join(STEPS)})\s+{COUNT}\s+{UNIT}s?"
    r"|(?P<one_side>past|last|(?:next|coming)(?=\s+\w+\s+or\s+two\b))"
    r"\s+(?P<one>day|week|fortnight|month|year|decade)\b(?!\s+(?:he|she|they|we|I|it|that|when)\b))\b"
    rf"(?P<or_two>\s+or\s+(?:two|so))?"
    rf"(?!-|['’]s\b|\s+(?:(?:of|in)\s+(?:the|a|his|her|its|their|my|our|this|last|next|{MONTH}|{YEAR})|before|after)\b)"
)
"""`the past two months`, `the last week`, `the next year or two`.

None are `the last two days of March` and `will last two days`.
"""

IN_UNITS = re.compile(
    rf"\b(?P<how>[Ii]n|[Ww]ithin)\s+(?:(?:about|some|roughly|just|only|another)\s+)?{COUNT}\s+{UNIT}s?"
    r"(?P<time>['’]s?\s+time)?\b(?!['’-]|\s+(?:of|after|before|from|or|and|to|at)\b)"
)
"""`in two weeks`, `within three months`, `in two days' time`."""

NTH_TIME = re.compile(
    r"\b(?:time|times|once|twice|visit|meeting|high|low|highest|lowest|best|worst|most|least|such|rise|fall|second|third"
    r"|only|largest|biggest|lowest|level|peak)\s+$"
)
"""What stands before how long it took: `for the third time in two weeks`."""


INTENT = re.compile(
    r"\b(?:(?:would|could|should)(?:n['’]t)?|will|won['’]t|may|might|must|can|wants?|wanted|plan\w*|expect\w*|intend\w*|hope\w*|aim\w*|to)\b"
)
"""Words before a stretch that look ahead, whatever its verb: `said it would invest over the next two years`."""


ELSEWHERE = re.compile(r"[.!?]\s+[A-Z“\"]|[“”\"]|''")
"""What parts a stretch from an expression that it could hang on: another sentence, or somebody's words."""


def in_days(unit: str, count: int) -> tuple[str, int]:
    """Return a unit that the calendar's arithmetic knows, and how many of it: a fortnight is two weeks."""
    return ("week", 2 * count) if unit == "fortnight" else (unit, count)


def read_stretch(match: re.Match[str], context: Context) -> Reading | None:
    """Read `the past two months` up to the publication, `the next two` from it, `the previous two` before another."""
    side = match["side"] or match["one_side"]
    least = cardinal(match["count"]) if match["count"] else 1
    unit, count = in_days(match["unit"] or match["one"], least + (match["or_two"] or "").endswith("two"))
    if side in STEPS and (side != "next" or is_told(match, context)):
        anchor = anchor_of(context, at=match.start())
        anchor = whole_of(context, anchor) if anchor else None
        held = anchor.reading.interval if anchor else None
        if anchor is None or held is None or ELSEWHERE.search(context.text, anchor.end, match.start()):
            return None
        return hanging(anchor, interval=beside(held, unit=unit, count=STEPS[side] * count), precision="range")
    today = context.published_on
    is_past = side in ("past", "last")
    interval = side_of(today, unit=unit, count=-count if is_past else count) if today else None
    return from_publication(interval, context=context, precision="range")


def is_told(match: re.Match[str], context: Context) -> bool:
    """Tell `over the next two years prices fell`, in a story, from what is planned or feared for the years to come."""
    if INTENT.search(context.text, max(0, match.start() - REACH), match.start()):
        return False
    return direction(context, start=match.start(), end=match.end()) == "past"


def beside(held: Interval, *, unit: str, count: int) -> Interval | None:
    """Return the so many units that end on the day before an interval, or begin on the day after it."""
    if count < 0:
        start, end = shifted(held.start, unit, count), add_days(held.start, -1)
    else:
        start = add_days(held.end, 1)
        after = shifted(start, unit, count) if start else None
        end = add_days(after, -1) if after else None
    return Interval(start, end) if start and end else None


def side_of(day: date, *, unit: str, count: int) -> Interval | None:
    """Return the days from one so many units before a day to it, or from it to one after; of quarters whole ones."""
    if unit == "quarter":
        first, last = unit_at(day, unit, min(count, 1)), unit_at(day, unit, max(count, -1))
        return Interval(first.start, last.end) if first and last else None
    other = shifted(day, unit, count)
    if other is None:
        return None
    return Interval(other, day) if count < 0 else Interval(day, other)


def read_in_units(match: re.Match[str], context: Context) -> Reading | None:
    """Read `in two weeks` as the week to come, `within two weeks` as the days till then, where the verb looks ahead."""
    if not match["time"] and not is_ahead(match, context):
        return None
    unit, count = in_days(match["unit"], cardinal(match["count"]))
    today = context.published_on
    if match["how"].lower() == "within":
        interval = side_of(today, unit=unit, count=count) if today else None
        return from_publication(interval, context=context, precision="range")
    return counted(context, unit=unit, count=count)


def is_ahead(match: re.Match[str], context: Context) -> bool:
    """Tell what will be in two weeks from what took, takes or will take two weeks."""
    if NTH_TIME.search(context.text, max(0, match.start() - 12), match.start()):
        return False
    if match["count"].lower() in ("a", "an"):  # `twenty pins in a day`
        return False
    return direction(context, start=match.start(), end=match.end()) in AHEAD
