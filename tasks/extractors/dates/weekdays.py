"""Weekdays and weekends: `Friday`, `last Friday`, `Monday next week`, `over the weekend`, `the previous Friday`."""

import re
from datetime import date

from tasks.extractors.dates.anchored import anchor_of, hanging
from tasks.extractors.dates.intervals import add_days, one_day
from tasks.extractors.dates.lexicon import DAY_PART, NTH, OF_LONGER, STEPS, WEEKDAY, WHICH, weekday_number
from tasks.extractors.dates.nearest import weekday
from tasks.extractors.dates.reading import Context, Reading, from_publication
from tasks.extractors.dates.relative import unit_from_today

PAPER = r"(?:Times|Telegraph|Mirror|Express|Mail|Herald|Post|Night\s+Live)"
"""What makes a weekday part of a title: `Sunday Times`."""

WEEKDAY_NAMED = re.compile(
    rf"\b(?:(?P<other>[Ee]very|[Ee]ach|Black|Bloody|Easter|Good|Palm|Holy|Ash|{NTH})\s+|"
    r"(?:[Tt]his\s+)?(?P<which>[Tt]his|[Ll]ast|[Nn]ext|[Cc]oming|(?<=[Tt]his\s)past)\s+)?"
    rf"(?P<weekday>{WEEKDAY})\b(?P<possessive>['’]s\b)?(?!\s+{PAPER}\b|{OF_LONGER})"
    rf"(?:\s+(?:of\s+|in\s+)?(?P<when>last|next|this)\s+week\b)?(?:\s+{DAY_PART}\b)?"
)
"""`last Friday`, `Wednesday's`, `Monday next week`, `Friday night`; `other` marks what is no certain day.

`The last Friday in October` is no last Friday: what follows it is read first.
"""

BUT_ONE = re.compile(
    rf"\b[Tt]he\s+(?P<weekday>{WEEKDAY})\s+(?P<side>before\s+last|after\s+next)\b(?!\s+(?:week|month|year)\b)"
)
"""`the Friday before last`."""

WEEKDAY_BESIDE = re.compile(rf"\b[Tt]he\s+(?P<which>{'|'.join(STEPS)})\s+(?P<weekday>{WEEKDAY})\b")
"""`the previous Friday`."""

THE_WEEKEND = re.compile(r"\b(?:[Tt]he|[Oo]ver|[Aa]t)\s+(?P<span>weekend)\b(?!\s+(?:of|edition|home|getaway)\b|-)")


def read_weekday(match: re.Match[str], context: Context) -> Reading | None:
    """Read `Friday`, `last Friday`, `Monday next week`; `every Friday` and `Black Monday` are no day of this week."""
    if match["other"]:
        return None
    today = context.published_on
    day = named_day(match, context, today=today) if today else None
    return from_publication(one_day(day), context=context, precision="day")


def named_day(match: re.Match[str], context: Context, *, today: date) -> date | None:
    """Return the day of a weekday's name, seen from the publication."""
    number = weekday_number(match["weekday"])
    if match["when"]:
        return add_days(today, 7 * WHICH[match["when"]] + number - today.weekday())
    which = WHICH[(match["which"] or "this").lower()]
    if which:
        return beside(today, number=number, step=which)
    is_past = bool(match["possessive"])
    return weekday(context, today, number=number, span=match.span(), is_past=is_past)


def beside(day: date, *, number: int, step: int) -> date | None:
    """Return the first day of a weekday's number after a day (step 1), or the last before it (step -1)."""
    if step > 0:
        return add_days(day, (number - day.weekday() - 1) % 7 + 1)
    return add_days(day, -((day.weekday() - number - 1) % 7 + 1))


def read_but_one(match: re.Match[str], context: Context) -> Reading:
    """Read `the Friday before last` as the last but one."""
    today, number = context.published_on, weekday_number(match["weekday"])
    step = -1 if match["side"].startswith("before") else 1
    near = beside(today, number=number, step=step) if today else None
    return from_publication(one_day(near and add_days(near, 7 * step)), context=context, precision="day")


def read_weekday_beside(match: re.Match[str], context: Context) -> Reading | None:
    """Read `the previous Friday`, `the following Monday`, counted from the day spoken of before it."""
    anchor = anchor_of(context, at=match.start(), precisions=("day",))
    if anchor is None:
        return None
    held = anchor.reading.interval
    number, step = weekday_number(match["weekday"]), STEPS[match["which"].lower()]
    day = beside(held.start, number=number, step=step) if held else None
    return hanging(anchor, interval=one_day(day), precision="day")


def read_weekend(_match: re.Match[str], context: Context) -> Reading | None:
    """Read `the weekend` as the last one, or the one that the publication falls in."""
    today = context.published_on
    return unit_from_today(context, unit="weekend", count=-1 if today and today.weekday() < 5 else 0)
