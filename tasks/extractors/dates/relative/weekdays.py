"""Weekdays and weekends: `Friday`, `last Friday`, `Monday next week`, `over the weekend`, `the previous Friday`."""

import dataclasses
import re
from datetime import date

from tasks.extractors.dates.relative.anaphoric import anchor_of, hanging
from tasks.extractors.dates.relative.deictic import unit_from_today
from tasks.extractors.dates.words.intervals import add_days, one_day, weekday_from
from tasks.extractors.dates.words.lexicon import DAY_PART, NTH, OF_LONGER, STEPS, WEEKDAY, WHICH, weekday_number
from tasks.extractors.dates.words.nearest import weekday
from tasks.extractors.dates.words.reading import Context, Reading, from_publication
from tasks.extractors.dates.words.tense import AHEAD, direction, parts_sentences

PAPER = r"(?:Times|Telegraph|Mirror|Express|Mail|Herald|(?:Evening\s+)?Post|Night\s+Live|(?<=unday\s)[Ss]chools?)"
"""What makes a weekday part of a title: `Sunday Times`."""

PAPER_BEFORE = re.compile(r"\b[Tt]he\s+(?:Independent|Mail|Sun)\s+on\s+$")
"""`the Independent on ` Sunday: a title, and no day that something was on."""

LONGEST_TITLE = 24

WEEKDAY_NAMED = re.compile(
    rf"\b(?:(?P<other>(?:[Ee]very|[Ee]ach)(?:\s+(?:other|second|third))?|Black|Bloody|Easter|Good|Palm|Holy|Ash|{NTH})\s+|"
    r"(?:[Tt]his\s+)?(?P<which>[Tt]his|[Ll]ast|[Nn]ext|[Cc]oming|(?:(?<=[Tt]his\s)|(?<=[Tt]he\s))past)\s+)?"
    rf"(?P<weekday>{WEEKDAY})\b(?P<possessive>['’]s\b)?(?!\s+{PAPER}\b|{OF_LONGER})"
    rf"(?:\s+(?:of\s+|in\s+)?(?P<when>last|next|this)\s+week\b)?(?:\s+{DAY_PART}\b)?"
    rf"(?=(?:(?:,\s+{WEEKDAY})*,?\s+(?:and|or|to|through)\s+{WEEKDAY}\s+(?:of\s+|in\s+)?(?P<shared_when>last|next)\s+week\b)?)"
)
"""`last Friday`, `Wednesday's`, `Monday next week`, `Monday and Friday of next week`, `Friday night`; `other` marks
what is no certain day.

`The last Friday in October` is no last Friday: what follows it is read first.
"""

WEEKDAY_BESIDE = re.compile(
    rf"\b[Tt]he\s+(?:(?P<which>{'|'.join(STEPS)})\s+(?P<weekday>{WEEKDAY})\b"
    rf"|(?P<weekday_first>{WEEKDAY})\s+(?P<side>before|after)(?:\s+that)?(?=\s*[,.;)]))"
)
"""`the previous Friday`, `the Saturday before.`"""

WEEKDAY_OF_WEEK = re.compile(
    rf"\b(?:[Tt]he\s+)?(?P<weekday>{WEEKDAY})\s+(?:of\s+)?"
    rf"(?:that(?:\s+same)?|the\s+(?:same|(?P<which>{'|'.join(STEPS)})))\s+week\b"
)
"""`Tuesday of that week`, `Monday of the following week`."""

ANY_DAY = re.compile(r"(?:\b[Oo]n|,)\s+a\s+$")
NOUN_BEHIND = re.compile(
    r"\s+(?!(?:and|or|to|in|at|but|when|with|from|for|by|as|after|before|of|on|because|he|she|it|they|we|that|which"
    r"|\w+ing)\b)[a-z]"
)
"""`on a Tuesday` says nothing of which; `on a Tuesday flight` does."""
HANGING = re.compile(rf"\b[Tt]he\s+(?:same|{'|'.join(STEPS)})\s+$")
"""`the following Monday` with no day before it that it could hang on."""
THE_DAY = re.compile(r"\b[Tt]he\s+$")
HANGS = re.compile(r"\s+(?:before|after|following|preceding|when|that|which)\s+\w")
"""`the Monday |after Easter`: what that hangs on tells which."""

ON_DAY = re.compile(r",?\s+on\s+")
OPENED = re.compile(r"\s+[(\[]|,\s+")

SEQUEL = re.compile(r"\b(?:be followed|follow|will follow)\s+(?:by\s+(?:[\w$]+\s+){1,4})?on\s+$")
BACKWARDS = re.compile(r"\b(?:after|following|since|last|earlier|previous|before|ago)\b", re.IGNORECASE)
"""Between a day and what is `Monday's` these lead to another one: `on Monday. Last week, Monday's storm`."""
REACH_OF_SEQUEL = 150
"""Characters between a day to come and the weekday of what follows then."""

SATURDAY = 5
THE_WEEKEND = re.compile(r"\b(?:[Tt]he|[Oo]ver|[Aa]t)\s+(?P<span>weekend)\b(?!\s+(?:of|edition|home|getaway)\b|-)")


def is_in_title(match: re.Match[str], context: Context) -> bool:
    """Tell whether Sunday is a part of a paper's title: `the Mail on Sunday`."""
    before = context.text[max(0, match.start() - LONGEST_TITLE) : match.start()]
    return match["weekday"] == "Sunday" and PAPER_BEFORE.search(before) is not None


def read_weekday(match: re.Match[str], context: Context) -> Reading | None:
    """Read `Friday`, `last Friday`, `Monday next week`; `every Friday` and `Black Monday` are no day of this week."""
    if match["other"] or is_any_day(match, context) or is_in_title(match, context):
        return None
    today = context.published_on
    if is_gloss_of_day(match, context):
        return dataclasses.replace(context.earlier[-1].reading, clock=None)
    day = of_week_before(match, context) or (named_day(match, context, today=today) if today else None)
    return from_publication(one_day(day), context=context, precision="day")


def is_gloss_of_day(match: re.Match[str], context: Context) -> bool:
    """Tell whether a weekday names the day before it: `tomorrow (Tuesday)`, `May 11 (Tuesday)`, `May 11, Tuesday`."""
    before = context.earlier[-1] if context.earlier else None
    day = before.reading.interval if before and before.reading.precision == "day" else None
    if before is None or day is None or match["which"] or match["when"]:
        return False
    is_beside = OPENED.fullmatch(context.text, before.end, match.start()) is not None
    return is_beside and day.start.weekday() == weekday_number(match["weekday"])


def of_week_before(match: re.Match[str], context: Context) -> date | None:
    """Return the day of a weekday within the week that stands right before it: `last week, on Thursday`."""
    before = context.earlier[-1] if context.earlier else None
    week = before.reading.interval if before and before.reading.precision == "week" else None
    if before is None or week is None or match["which"] or match["when"]:
        return None
    if not ON_DAY.fullmatch(context.text, before.end, match.start()):
        return None
    return add_days(week.start, weekday_number(match["weekday"]))


def named_day(match: re.Match[str], context: Context, *, today: date) -> date | None:
    """Return the day of a weekday's name, seen from the publication."""
    number = weekday_number(match["weekday"])
    if when := match["when"] or match["shared_when"]:
        return add_days(today, 7 * WHICH[when] + number - today.weekday())
    which = WHICH[(match["which"] or "this").lower()]
    if which:
        return weekday_from(today, number=number, step=which)
    is_past = bool(match["possessive"]) and not match[0].lower().startswith("this ")
    if is_past and (told := day_told(match, context)):
        return told
    if after := day_followed(match, context, today=today):
        return weekday_from(after, number=number, step=1)
    return weekday(context, today, number=number, span=match.span(), is_past=is_past)


def day_told(match: re.Match[str], context: Context) -> date | None:
    """Return the day of the same name that the sentences before what is `Monday's` tell of: `on Monday. Monday's`."""
    for one in reversed(context.earlier):
        if match.start() - one.end > REACH_OF_SEQUEL:
            return None
        is_same = one.rule == "weekday" and context.text.startswith(match["weekday"], one.start)
        if is_same and one.reading.interval and not one.reading.clock:
            goes_on = parts_sentences(context, one.end, match.start())
            is_other = BACKWARDS.search(context.text, one.end, match.start()) is not None
            return one.reading.interval.start if goes_on and not is_other else None
    return None


def day_followed(match: re.Match[str], context: Context, *, today: date) -> date | None:
    """Return the day to come that something follows: `on Tuesday, March 24. It will be followed on Wednesday`."""
    before = context.earlier[-1] if context.earlier else None
    day = before.reading.interval if before and before.reading.precision == "day" else None
    if before is None or day is None or day.start <= today or match.start() - before.end > REACH_OF_SEQUEL:
        return None
    return day.start if SEQUEL.search(context.text, before.end, match.start()) else None


def read_weekday_beside(match: re.Match[str], context: Context) -> Reading | None:
    """Read `the previous Friday`, `the following Monday`, counted from the day spoken of before it."""
    anchor = anchor_of(context, at=match.start(), precisions=("day",))
    if anchor is None:
        return None
    held = anchor.reading.interval
    number = weekday_number(match["weekday"] or match["weekday_first"])
    step = STEPS[match["which"].lower()] if match["which"] else -1 if match["side"] == "before" else 1
    day = weekday_from(held.start, number=number, step=step) if held else None
    return hanging(anchor, interval=one_day(day), precision="day")


def read_weekday_of_week(match: re.Match[str], context: Context) -> Reading | None:
    """Read `Tuesday of that week` as the one of the week spoken of."""
    anchor = anchor_of(context, at=match.start())
    if anchor is None or anchor.reading.unit not in ("day", "weekend", "week"):
        return None
    held, step = anchor.reading.interval, STEPS[match["which"]] if match["which"] else 0
    days = 7 * step + weekday_number(match["weekday"])
    day = add_days(held.start, days - held.start.weekday()) if held else None
    return hanging(anchor, interval=one_day(day), precision="day")


def is_any_day(match: re.Match[str], context: Context) -> bool:
    """Tell `March 3, a Tuesday` and `the Sunday before the election` from a day of this week."""
    text, start, end = context.text, match.start(), match.end()
    if HANGING.search(text, max(0, start - 16), start):
        return True
    if THE_DAY.search(text, max(0, start - 5), start):
        return bool(HANGS.match(text, end))
    return bool(ANY_DAY.search(text, max(0, start - 8), start)) and not NOUN_BEHIND.match(text, end)


def read_weekend(match: re.Match[str], context: Context) -> Reading | None:
    """Read `the weekend` as the last one, the one that the publication falls in, or the next after a future verb."""
    today = context.published_on
    if today and today.weekday() < SATURDAY and direction(context, start=match.start(), end=match.end()) in AHEAD:
        return unit_from_today(context, unit="weekend", count=0)
    return unit_from_today(context, unit="weekend", count=-1 if today and today.weekday() < SATURDAY else 0)
