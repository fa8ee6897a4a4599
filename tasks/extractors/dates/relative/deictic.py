"""Expressions counted from the day of publication: `yesterday`, `late last month`, `last summer`, `two years ago`."""

import dataclasses
import re

from tasks.extractors.dates.calendar.periods import season_at
from tasks.extractors.dates.words.intervals import add_days, containing, make_date, months, one_day, shifted, unit_at
from tasks.extractors.dates.words.lexicon import (
    CARDINAL,
    DAY_PART,
    MONTH,
    OF_LONGER,
    ORDINAL,
    SEASON,
    WHICH,
    YEAR,
    cardinal,
    month_number,
)
from tasks.extractors.dates.words.reading import Context, Reading, from_publication
from tasks.extractors.dates.words.tense import direction
from tasks.extractors.dates.words.word_lists import alternation

NEAR_DAY = re.compile(
    rf"\b(?P<distance>(?:[Tt]he\s+)?day\s+(?:before\s+(?=yesterday)|after\s+(?=tomorrow)))?"
    rf"(?P<word>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight)\b(?:\s+{DAY_PART}\b)?"
)
DAYS_FROM_TODAY = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}

WEDNESDAY = 2
POSSIBLE = re.compile(r"\b(?:could|can|may|might|would|will|should|to)\s+(?:\w+\s+){1,4}$")
REACH_OF_MODAL = 50
"""Characters before `this weekend` in which what could come about is looked for: `could leave port this weekend`."""
SOUTHERN = re.compile(rf"\b(?:{alternation('deictic.southern')})")
REACH_OF_PLACE = 60
"""Characters around a season in which a country of the southern half of the earth makes another one of it."""
GENERIC = re.compile(rf"['’]s\s+(?:{alternation('deictic.of_our_times')})\b")
"""What `today's` makes of our times: `today's world`, `today's Russia`; `today's talks` are of one day."""

PROGRAM = re.compile(r"[\"”’']?\s+(?:program(?:me)?s?|show|newspaper|magazine)\b")
"""`the Today programme`."""
IN_TITLE = re.compile(r"(?:\b[A-Z]\w*|['’]s)\s$")

NEAR_DAY_PART = re.compile(
    r"\b(?:(?P<this>[Tt]his)\s+(?:morning|afternoon|evening)|[Ll]ast\s+(?:evening|night)"
    r"|(?:[Tt]he\s+)?(?:[Nn]ight|[Ee]vening)\s+(?P<before>before\s+last))\b"
)
"""`last night`, `this morning`, `the night before last`."""

OVER = re.compile(r"\b(?:over|within|throughout)\sthe\s$", re.IGNORECASE)
"""Before `next year` these make a stretch of twelve months of it, not the year of the calendar."""

NEAR_UNIT = re.compile(
    r"\b(?P<which>[Tt]his\s+past(?=\s+weekend)|[Tt]his|[Ll]ast|[Nn]ext|(?:[Tt]he|[Ii]ts|[Tt]his)\s+(?:current|coming|upcoming))\s+"
    r"(?:calendar\s+|fiscal\s+)?(?P<unit>week|weekend|month|quarter|year|decade|century)\b"
    rf"(?!['’]s\s+(?:{ORDINAL}\s+)?(?:quarter|half)\b|-)(?:(?<!week)(?<!weekend)|(?!{OF_LONGER}))"
)
NEAR_SEASON = re.compile(rf"\b(?P<which>[Tt]his\s+past|[Tt]his|[Ll]ast|[Nn]ext)\s+(?P<season>{SEASON})\b")
NEAR_MONTH = re.compile(
    rf"\b(?P<which>[Tt]his\s+past|[Tt]his|[Ll]ast|[Nn]ext|[Cc]oming)\s+(?P<month>{MONTH})(?![\w-])(?!\s+\d)"
)
MONTH_PLACED = re.compile(rf"\b(?P<month>{MONTH})\s+(?P<which>last|next)\b(?=\s*[,.;)]|\s*$)")
"""`in June last`."""
AGO = re.compile(
    rf"\b(?:(?<!\bfor\s)(?P<years>{CARDINAL})\s+years?(?:,|\s+and)\s+(?={CARDINAL}\s+months?\b))?"
    rf"(?P<count>{CARDINAL}|a\s+couple\s+of)(?:\s+full)?(?P<half>\s+and\s+a\s+half)?[\s-]+"
    r"(?P<unit>day|night|week|weekend|fortnight|month|quarter|year|decade)s?(?:\s+or\s+so)?[\s-]+ago\b"
    r"(?:\s+(?:to\s+the\s+day|(?P<today>today|yesterday|tomorrow)|(?P<which>this|last|next)\s+(?P<this>week|month))\b)?",
    re.IGNORECASE,
)
"""`two years ago`, `a year ago this month`, `two years and six months ago`; not the years of `for two years and`."""
FROM_NOW = re.compile(
    rf"\b(?P<count>{CARDINAL})\s+(?P<unit>day|week|fortnight|month|year|decade)s?\s+(?:from\s+(?:now|today)|hence)\b",
    re.IGNORECASE,
)
PREVIOUS_MONTH = re.compile(rf"\b(?:[Tt]he|[Aa])\s+(?:previous|preceding|prior)\s+(?P<month>{MONTH})(?![\w-])(?!\s+\d)")
"""`the previous January` beside January: that of the year before."""
LAST_BUT_ONE = re.compile(
    r"\b[Tt]he\s+(?P<unit>week|weekend|month|quarter|year|decade)\s+(?P<side>before\s+last|after\s+next)\b(?!\s+(?:week|month"
    r"|year))"
)
"""`the week before last`."""
PART_OF_UNIT = re.compile(
    r"\b(?:[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle|[Cc]lose|[Rr]est|[Rr]emainder|half)\s+of\s+"
    r"(?P<span>(?:the\s+)?(?P<unit>year|month|week|decade|century))\b(?!\s+\d|['’-])"
)
"""`the end of the year`."""

YEAR_END = re.compile(
    rf"\b(?P<since>[Ss]ince\s+)?(?P<span>(?:(?P<year_before>{YEAR})\s+)?"
    rf"[Yy]ear(?:['’]s)?[- ]end(?:(?:,?\s+|\s+of\s+)(?P<year>{YEAR}))?)\b"
)
"""`by year-end`, `at year-end 1986`, `at 1986 year end`: the day that a balance is struck."""

REPORTED = re.compile(
    r"\s+(?:net\s+|pretax\s+)?(?:loss|losses|profits?|results?|earnings|audit|review|report|accounts|figures)\b"
)
"""What is of the end of any fiscal year: `a year-end loss`."""

THE_YEAR = re.compile(
    r"\b(?:[Ff]or|[Dd]uring|(?<!turn\s)[Oo]f)\s+(?P<span>the\s+(?:full\s+)?year)\b"
    rf"(?=\s*[,.;)]|\s+(?:as|was|were|is|and)\b|\s+to\b(?!\s+(?:end-)?{MONTH}))"
)


def read_near_day(match: re.Match[str], context: Context) -> Reading | None:
    """Read `yesterday`, `the day after tomorrow`, `today`; `USA Today` is a paper and `today's world` our times."""
    if match["word"].istitle() and PROGRAM.match(context.text, match.end()):
        return None
    if match["word"].istitle() and IN_TITLE.search(context.text[max(0, match.start() - 12) : match.start()]):
        return None
    if match["word"].lower() == "today" and GENERIC.match(context.text, match.end()):
        return None
    days = DAYS_FROM_TODAY[match["word"].lower()] * (2 if match["distance"] else 1)
    return day_from_today(context, count=days)


def read_near_day_part(match: re.Match[str], context: Context) -> Reading | None:
    """Read `this morning` as the day of publication, `last night` as the one before, and so on."""
    return day_from_today(context, count=0 if match["this"] else -2 if match["before"] else -1)


def day_from_today(context: Context, *, count: int) -> Reading:
    """Return the day so many days after the publication."""
    day = context.published_on and add_days(context.published_on, count)
    return from_publication(one_day(day), context=context, precision="day")


def read_near_unit(match: re.Match[str], context: Context) -> Reading | None:
    """Read `last month`, `this week`, `the coming year`; `the last year` is a stretch of twelve months, no date."""
    unit, which = match["unit"], match["which"].lower().split()[-1]
    is_stretch = context.text[max(0, match.start() - 4) : match.start()].lower() == "the "
    is_over = is_stretch and OVER.search(context.text, max(0, match.start() - 12), match.start()) is not None
    if (which == "last" or (which == "next" and is_over)) and is_stretch and unit in ("week", "month", "year"):
        return None
    count = WHICH[which]
    if unit == "weekend" and which == "this" and is_just_gone(match, context):
        count -= 1
    return unit_from_today(context, unit=unit, count=count)


def is_just_gone(match: re.Match[str], context: Context) -> bool:
    """Tell whether `this weekend` is told of in the past on one of the first days of the week after it."""
    today = context.published_on
    if today is None or today.weekday() > WEDNESDAY:
        return False
    if POSSIBLE.search(context.text, max(0, match.start() - REACH_OF_MODAL), match.start()):
        return False
    return direction(context, start=match.start(), end=match.end()) == "past"


def unit_from_today(context: Context, *, unit: str, count: int) -> Reading:
    """Return the unit so many after the one that the publication falls in."""
    today = context.published_on
    interval = unit_at(today, unit, count) if today else None
    return from_publication(interval, context=context, precision=unit)


def read_near_season(match: re.Match[str], context: Context) -> Reading | None:
    """Read `last summer`, `this spring`; beside a country of the southern half it may be half a year off."""
    interval = season_at(context, season=match["season"], count=WHICH[match["which"].lower().split()[-1]])
    if SOUTHERN.search(context.text, max(0, match.start() - REACH_OF_PLACE), match.end() + REACH_OF_PLACE):
        interval = None
    return from_publication(interval, context=context, precision="season")


def read_near_month(match: re.Match[str], context: Context) -> Reading | None:
    """Read `last May` as the one gone by, `next May` as the coming one, `this May` as the one of this year."""
    today, month = context.published_on, month_number(match["month"])
    if today is None:
        return from_publication(None, context=context, precision="month")
    which = WHICH[match["which"].lower().split()[-1]]
    is_beyond = month >= today.month if which < 0 else month <= today.month
    year = today.year + (which if is_beyond else 0)
    return from_publication(months(year, month, 1), context=context, precision="month")


def read_previous_month(match: re.Match[str], context: Context) -> Reading:
    """Read `the previous January` as the one before the latest January told of; without one it may be any."""
    month = month_number(match["month"])
    told = [one.reading.interval for one in context.earlier if one.reading.precision == "month"]
    latest = max((held.start for held in told if held and held.start.month == month), default=None)
    interval = months(latest.year - 1, month, 1) if latest else None
    return Reading(interval=interval, precision="month", anchor="expression", anchor_on=latest)


def read_ago(match: re.Match[str], context: Context) -> Reading | None:
    """Read `two years ago` as the year, `three months ago` as the month, `six weeks ago` as the week.

    `Two and a half years ago` is the half of a year, and halves of shorter times are not certain enough.
    """
    word, unit = match["count"], match["unit"].lower()
    unit = "day" if unit == "night" else unit
    count = cardinal(word) + (12 * cardinal(match["years"]) if match["years"] else 0)
    if match["today"] or match["this"]:
        return beside_today(match, context, unit=unit, count=-count)
    if not match["half"]:
        return counted(context, unit=unit, count=-count)
    if unit != "year":
        return None
    today = context.published_on
    interval = unit_at(today, "half", -2 * count - 1) if today else None
    return from_publication(interval, context=context, precision="half")


def beside_today(match: re.Match[str], context: Context, *, unit: str, count: int) -> Reading | None:
    """Return the day or longer time beside the one so many units from the publication: `a year ago last month`."""
    near, steps = match["this"] or "day", WHICH | DAYS_FROM_TODAY
    step = steps[(match["which"] or match["today"]).lower()]
    there = dataclasses.replace(
        context, published_on=context.published_on and shifted(context.published_on, near, step)
    )
    reading = counted(there, unit=unit, count=count, precision=near)
    return reading and from_publication(reading.interval, context=context, precision=near)


def read_from_now(match: re.Match[str], context: Context) -> Reading | None:
    """Read `three years from now`, `two weeks hence`."""
    return counted(context, unit=match["unit"].lower(), count=cardinal(match["count"]))


def read_last_but_one(match: re.Match[str], context: Context) -> Reading:
    """Read `the week before last`, `the year after next`."""
    return unit_from_today(context, unit=match["unit"], count=-2 if match["side"].startswith("before") else 2)


def counted(context: Context, *, unit: str, count: int, precision: str | None = None) -> Reading:
    """Return the unit, or what else is asked for, so many units from the publication; of one week, the day itself."""
    if unit == "fortnight":
        unit, count = "week", 2 * count
    today = context.published_on
    if precision is None:
        precision = "day" if unit == "week" and abs(count) == 1 else "year" if unit == "decade" else unit
    day = shifted(today, unit, count) if today else None
    return from_publication(containing(day, precision) if day else None, context=context, precision=precision)


def read_part_of_unit(match: re.Match[str], context: Context) -> Reading | None:
    """Read `the end of the year` as this year; the word before it says which part is meant."""
    return unit_from_today(context, unit=match["unit"], count=0)


def read_year_end(match: re.Match[str], context: Context) -> Reading | None:
    """Read `year-end` as the last day of the year stated, or of this one; `since year-end` as that of the last."""
    today, year = context.published_on, match["year"] or match["year_before"]
    if REPORTED.match(context.text, match.end()) and not match["year"]:
        return None if year else from_publication(None, context=context, precision="day")
    if year:
        return Reading(interval=one_day(make_date(int(year), 12, 31)), precision="day")
    day = today and make_date(today.year - bool(match["since"]), 12, 31)
    return from_publication(one_day(day), context=context, precision="day")


def read_the_year(_match: re.Match[str], context: Context) -> Reading | None:
    """Read `for the year` as this year."""
    return unit_from_today(context, unit="year", count=0)
