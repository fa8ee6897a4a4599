"""Weekdays counted in weeks: `two Fridays ago`, `a week ago Tuesday`, `Tuesday week`, `the Friday before last`."""

import re
from datetime import date

from tasks.extractors.dates.words.intervals import add_days, one_day, shifted, weekday_from
from tasks.extractors.dates.words.lexicon import CARDINAL, DAY_PART, WEEKDAY, cardinal, weekday_number
from tasks.extractors.dates.words.reading import Context, Reading, from_publication
from tasks.extractors.dates.words.tense import AHEAD, direction

NAMED = rf"(?P<weekday>{WEEKDAY})"
COUNT = rf"(?P<count>(?i:{CARDINAL}|a\s+couple\s+of))"
WEEKS = rf"{COUNT}\s+(?P<unit>week|fortnight)s?"
PART = rf"(?:\s+{DAY_PART}\b)?"

SO_MANY = re.compile(rf"\b{COUNT}\s+{NAMED}s\s+(?P<side>ago|from\s+now|hence|away)\b")
"""`two Fridays ago`, `three Sundays from now`."""

WEEKS_AGO = re.compile(
    rf"\b{COUNT}\s+(?P<unit>week|fortnight|month|year)s?\s+ago\s+(?:on\s+|last\s+)?(?:{NAMED}\b{PART}|(?P<yesterday>yesterday)\b)(?!['’]s)"
)
"""`a week ago Tuesday`, `two weeks ago yesterday`."""

BEFORE_WEEKS = re.compile(rf"\b{NAMED}{PART},?\s+{WEEKS}\s+ago\b")
"""`Monday two weeks ago`."""

WEEK_AFTER = re.compile(
    rf"(?<![-–])\b(?:(?P<last>[Ll]ast)\s+)?{NAMED}\s+(?P<unit>week|fortnight)\b(?!['’-]|\s+(?:after|before|of|later|earlier|ago|\d))"
)
"""`Tuesday week`: a week after the coming Tuesday; `last Tuesday week`: a week before the last."""

WEEKS_ON = re.compile(rf"\b{WEEKS}\s+(?P<side>last|on|this|next)\s+{NAMED}\b{PART}")
"""`a week last Monday`, `a week on Friday`."""
HOW_LONG = re.compile(r"\b(?:for|after|of|in|within|about|once|twice|times|than|last(?:s|ed|ing)?|took)\s+$")
"""What stands before how long something took: `closed for a week on Tuesday`."""

WEEKS_FROM = re.compile(rf"\b{WEEKS}\s+from\s+{NAMED}\b{PART}(?!['’]s)")
"""`a week from Tuesday`: a week after the coming one, whatever the tense."""

BUT_ONE = re.compile(
    rf"\b(?:(?:[Tt]he\s+)?{NAMED}\s+(?P<side>before\s+last|after\s+next)\b(?!\s+(?:week|month|year)\b)"
    rf"|(?:[Tt]he\s+)?(?P<which>[Ll]ast|[Nn]ext)\s+(?P<weekday_between>{WEEKDAY})\s+but\s+one\b)"
)
"""`the Friday before last`, `next Friday but one`."""

OF_WEEK_BUT_ONE = re.compile(
    rf"\b{NAMED}{PART}\s+(?:of\s+)?the\s+week\s+(?P<side>before\s+last|after\s+next)\b(?!\s+(?:week|month|year)\b)"
)
"""`Friday of the week before last`."""

PLACED_AFTER = re.compile(
    rf"\b{NAMED}\s+(?P<which>last|next)\b"
    r"(?=\s*[,.;)]|\s*$|\s+(?:he|she|it|they|we|the|a|an|in|at|on|and|but|when|by|with|after|before)\b)"
)
"""`Friday last`, `on Monday next`."""


def read_so_many(match: re.Match[str], context: Context) -> Reading | None:
    """Read `two Fridays ago` as the last Friday but one; the day of publication is none of them."""
    weeks = cardinal(match["count"]) - 1
    return stepped(context, match, step=-1 if match["side"] == "ago" else 1, weeks=weeks)


def read_weeks_ago(match: re.Match[str], context: Context) -> Reading | None:
    """Read `a week ago Tuesday` as a week before the last Tuesday, which may be the day of publication.

    `A year ago Tuesday` may be counted from the last Tuesday or from the coming one.
    """
    today = context.published_on
    if today is None:
        return on_day(None, context)
    if match["unit"] in ("month", "year"):
        yesterday = add_days(today, -1) if match["yesterday"] else None
        return on_day(yesterday and shifted(yesterday, match["unit"], -cardinal(match["count"])), context)
    last = add_days(today, -1) if match["yesterday"] else latest(today, number=weekday_number(match["weekday"]))
    return on_day(last and add_days(last, -7 * weeks_of(match)), context)


def read_before_weeks(match: re.Match[str], context: Context) -> Reading | None:
    """Read `Monday a week ago` where the last Monday but one is also the Monday of last week, or else without days."""
    today = context.published_on
    if today is None:
        return on_day(None, context)
    number, weeks = weekday_number(match["weekday"]), weeks_of(match)
    last = latest(today, number=number)
    counted = last and add_days(last, -7 * weeks)
    return on_day(counted if number <= today.weekday() else None, context)


def read_week_after(match: re.Match[str], context: Context) -> Reading | None:
    """Read `Tuesday week` as the coming Tuesday but one; said on a Tuesday it is not certain which."""
    weeks, today = weeks_of(match), context.published_on
    if match["last"]:
        return stepped(context, match, step=-1, weeks=weeks)
    if today and today.weekday() == weekday_number(match["weekday"]):
        return on_day(None, context)
    return stepped(context, match, step=1, weeks=weeks)


def read_weeks_on(match: re.Match[str], context: Context) -> Reading | None:
    """Read `a week last Monday`, `a week next Friday`; `a week on Friday` only where the verb looks ahead."""
    if HOW_LONG.search(context.text, max(0, match.start() - 10), match.start()):
        return None
    side = match["side"]
    if side == "on" and direction(context, start=match.start(), end=match.end()) not in AHEAD:
        return None
    return stepped(context, match, step=-1 if side == "last" else 1, weeks=weeks_of(match))


def read_weeks_from(match: re.Match[str], context: Context) -> Reading | None:
    """Read `a week from Tuesday`, said on a Tuesday not certain which; `closed for a week from Tuesday` is none."""
    if HOW_LONG.search(context.text, max(0, match.start() - 10), match.start()):
        return None
    today = context.published_on
    if today and today.weekday() == weekday_number(match["weekday"]):
        return on_day(None, context)
    return stepped(context, match, step=1, weeks=weeks_of(match))


def read_but_one(match: re.Match[str], context: Context) -> Reading | None:
    """Read `the Friday before last` and `the last Friday but one` as the last but one."""
    side = match["side"] or match["which"]
    return stepped(context, match, step=1 if side.lower().endswith("next") else -1, weeks=1)


def read_of_week_but_one(match: re.Match[str], context: Context) -> Reading | None:
    """Read `Friday of the week before last` as that of the last week but one."""
    today, weeks = context.published_on, -2 if match["side"].startswith("before") else 2
    day = today and add_days(today, 7 * weeks + weekday_number(match["weekday"]) - today.weekday())
    return on_day(day, context)


def read_placed_after(match: re.Match[str], context: Context) -> Reading | None:
    """Read `Friday last` as last Friday."""
    return stepped(context, match, step=-1 if match["which"] == "last" else 1, weeks=0)


def stepped(context: Context, match: re.Match[str], *, step: int, weeks: int) -> Reading:
    """Return the next (1) or last (-1) day of a weekday's name, and so many weeks farther."""
    groups, today = match.groupdict(), context.published_on
    number = weekday_number(groups.get("weekday") or groups["weekday_between"])
    near = weekday_from(today, number=number, step=step) if today else None
    return on_day(near and add_days(near, 7 * step * weeks), context)


def on_day(day: date | None, context: Context) -> Reading:
    """Build the reading of a day counted from the publication; null where it is not certain."""
    return from_publication(one_day(day), context=context, precision="day")


def latest(today: date, *, number: int) -> date | None:
    """Return the last day of a weekday's number, today included."""
    return add_days(today, -((today.weekday() - number) % 7))


def weeks_of(match: re.Match[str]) -> int:
    """Return how many weeks are counted; a fortnight is two."""
    count = cardinal(match["count"]) if "count" in match.groupdict() else 1
    return 2 * count if match["unit"] == "fortnight" else count
