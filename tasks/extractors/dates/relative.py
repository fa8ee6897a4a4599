"""Expressions counted from the day of publication: `yesterday`, `late last month`, `Friday`, `two years ago`."""

import re

from tasks.extractors.dates.intervals import add_days, containing, make_date, months, one_day, shifted, unit_at
from tasks.extractors.dates.lexicon import (
    CARDINAL,
    DAY_PART,
    MONTH,
    SEASON,
    WEEKDAY,
    cardinal,
    month_number,
    weekday_number,
)
from tasks.extractors.dates.nearest import weekday
from tasks.extractors.dates.periods import season_at
from tasks.extractors.dates.reading import Context, Reading, from_publication

NEAR_DAY = re.compile(
    rf"\b(?P<distance>(?:[Tt]he\s+)?day\s+(?:before\s+(?=yesterday)|after\s+(?=tomorrow)))?"
    rf"(?P<word>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight)\b(?:\s+{DAY_PART}\b)?"
)
DAYS_FROM_TODAY = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}

DAY_PART_NEAR = re.compile(r"\b(?P<which>[Tt]his|[Ll]ast)\s+(?P<part>morning|afternoon|evening|night)\b")
"""`last night`, `this morning`."""

UNIT = r"(?:fiscal\s+year|week|weekend|month|quarter|year|decade|century)"
WHICH = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1}
NEAR_UNIT = re.compile(
    rf"\b(?P<which>[Tt]his|[Ll]ast|[Nn]ext|(?:[Tt]he|[Ii]ts|[Tt]his)\s+(?:current|coming|upcoming))\s+(?:calendar\s+)?"
    rf"(?P<unit>{UNIT})\b(?!['’]s\s+(?:(?:first|second|third|fourth|1st|2nd|3rd|4th)\s+)?(?:quarter|half)\b|-)"
)
NEAR_SEASON = re.compile(rf"\b(?P<which>[Tt]his|[Ll]ast|[Nn]ext)(?:\s+year['’]s)?\s+(?P<season>{SEASON})\b")
NEAR_MONTH = re.compile(
    rf"\b(?P<which>[Tt]his|[Ll]ast|[Nn]ext|[Tt]his\s+coming)\s+(?P<month>{MONTH})(?![\w-])(?!\s+\d)"
)
WEEKDAY_NAMED = re.compile(
    rf"\b(?<!very )(?<!ach )(?<!lack )(?<!loody )(?<!aster )(?<!ood )(?<!alm )(?<!oly )(?:(?P<which>[Tt]his|[Ll]ast|[Nn]ext|(?:[Tt]his\s+)?[Cc]oming)\s+)?"
    rf"(?P<weekday>{WEEKDAY})\b(?P<possessive>['’]s\b)?(?:\s+(?P<when>last|next|this)\s+week\b)?(?:\s+{DAY_PART}\b)?"
)
THE_WEEKEND = re.compile(r"\b(?:[Tt]he|[Oo]ver|[Aa]t)\s+(?P<span>weekend)\b(?!\s+(?:of|edition|home|getaway)|-)")
AGO = re.compile(
    rf"\b(?P<count>{CARDINAL}|a\s+couple\s+of|several\s+dozen)(?:\s+full)?[\s-]+(?P<unit>day|week|month|year|decade)s?"
    rf"(?:\s+or\s+so)?[\s-]+ago\b",
    re.IGNORECASE,
)
FROM_NOW = re.compile(
    rf"\b(?P<count>{CARDINAL})\s+(?P<unit>day|week|month|year|decade)s?\s+from\s+now\b", re.IGNORECASE
)
THE_UNIT = re.compile(
    r"\b(?:(?:[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle|[Cc]lose|[Rr]est|[Rr]emainder|half)\s+of\s+(?P<span>(?:the\s+)?"
    r"(?P<unit>year|month|week|decade|century))(?!\s+\d|['’-])|(?P<month_end>[Mm]onth(?:['’]s)?[- ]end))\b"
)
"""`the end of the year`."""

YEAR_END = re.compile(r"\b(?P<since>[Ss]ince\s+)?(?P<span>[Yy]ear(?:['’]s)?[- ]end)\b")
"""`by year-end`: the day that a balance is struck."""

THE_YEAR = re.compile(
    r"\b(?:[Ff]or|[Dd]uring|[Oo]f)\s+(?P<span>the\s+(?:full\s+)?(?P<unit>year))\b(?=\s*[,.;)]|\s+(?:as|was|were|is|and|to)\b)"
)


def read_near_day(match: re.Match[str], context: Context) -> Reading | None:
    """Read `yesterday`, `the day after tomorrow`, `today`."""
    days = DAYS_FROM_TODAY[match["word"].lower()]
    days *= 2 if match["distance"] else 1
    day = context.published_on and add_days(context.published_on, days)
    return from_publication(one_day(day), context=context, precision="day")


def read_day_part(match: re.Match[str], context: Context) -> Reading | None:
    """Read `this morning` as the day of publication and `last night` as the one before."""
    is_last = match["which"].lower() == "last"
    if is_last and match["part"] in ("morning", "afternoon"):
        return None
    day = context.published_on and add_days(context.published_on, -1 if is_last else 0)
    return from_publication(one_day(day), context=context, precision="day")


def read_near_unit(match: re.Match[str], context: Context) -> Reading | None:
    """Read `last month`, `this week`, `the coming year`."""
    words = match["which"].lower().split()
    if words[0] == "last" and context.text[max(0, match.start() - 4) : match.start()].lower() == "the ":
        if match["unit"] not in ("quarter", "decade", "century"):
            return None  # `in the last year` is a stretch of twelve months
    return unit_from_today(context, unit=match["unit"].split()[-1], count=WHICH[words[-1]])


def unit_from_today(context: Context, *, unit: str, count: int) -> Reading:
    """Return the unit so many after the one that the publication falls in."""
    today = context.published_on
    interval = unit_at(today, unit, count) if today else None
    return from_publication(interval, context=context, precision=unit)


def read_near_season(match: re.Match[str], context: Context) -> Reading | None:
    """Read `last summer`, `this spring`."""
    interval = season_at(context, season=match["season"], count=WHICH[match["which"].lower()])
    return from_publication(interval, context=context, precision="season")


def read_near_month(match: re.Match[str], context: Context) -> Reading | None:
    """Read `last May` as the one gone by, `next May` as the coming one, `this May` as the one of this year."""
    today, month = context.published_on, month_number(match["month"])
    if today is None:
        return from_publication(None, context=context, precision="month")
    which = WHICH[match["which"].lower().split()[-1]]
    year = today.year
    if which < 0 and month >= today.month:
        year -= 1
    if which > 0 and month <= today.month:
        year += 1
    return from_publication(months(year, month, 1), context=context, precision="month")


def read_weekday(match: re.Match[str], context: Context) -> Reading | None:
    """Read `Friday`, `last Friday`, `Monday next week`."""
    today, number = context.published_on, weekday_number(match["weekday"])
    if today is None:
        return from_publication(None, context=context, precision="day")
    which = (match["which"] or "").lower().split()[-1:]
    if match["when"]:
        week_day = add_days(today, 7 * WHICH[match["when"]] + number - today.weekday())
        interval = one_day(week_day)
    elif which == ["last"]:
        interval = one_day(add_days(today, -((today.weekday() - number - 1) % 7 + 1)))
    elif which and which != ["this"]:
        interval = one_day(add_days(today, (number - today.weekday() - 1) % 7 + 1))
    else:
        is_past = bool(match["possessive"])
        interval = weekday(context, number=number, span=match.span(), is_past=is_past)
    return from_publication(interval, context=context, precision="day")


def read_weekend(_match: re.Match[str], context: Context) -> Reading | None:
    """Read `the weekend` as the last one, or the one that the publication falls in."""
    today = context.published_on
    back = -1 if today and today.weekday() < 5 else 0
    return unit_from_today(context, unit="weekend", count=back)


def read_ago(match: re.Match[str], context: Context) -> Reading | None:
    """Read `two years ago` as the year, `three months ago` as the month, `six weeks ago` as the week."""
    word = match["count"].lower()
    if word.startswith("several"):
        return None
    count = 2 if "couple" in word else cardinal(word)
    return counted(context, unit=match["unit"].lower(), count=-count)


def read_from_now(match: re.Match[str], context: Context) -> Reading | None:
    """Read `three years from now`."""
    return counted(context, unit=match["unit"].lower(), count=cardinal(match["count"]))


def counted(context: Context, *, unit: str, count: int) -> Reading:
    """Return the unit that lies so many units from the publication; of one week, the day itself."""
    today = context.published_on
    precision = "day" if unit == "week" and abs(count) == 1 else "year" if unit == "decade" else unit
    day = shifted(today, unit, count) if today else None
    return from_publication(containing(day, precision) if day else None, context=context, precision=precision)


def read_the_unit(match: re.Match[str], context: Context) -> Reading | None:
    """Read `the end of the year` as this year; the word before it says which part is meant."""
    return unit_from_today(context, unit=match["unit"] or "month", count=0)


def read_year_end(match: re.Match[str], context: Context) -> Reading | None:
    """Read `year-end` as the last day of this year; `since year-end` as that of the last."""
    today = context.published_on
    day = today and make_date(today.year - bool(match["since"]), 12, 31)
    return from_publication(one_day(day), context=context, precision="day")


def read_the_year(match: re.Match[str], context: Context) -> Reading | None:
    """Read `for the year` as this year."""
    return unit_from_today(context, unit=match["unit"], count=0)
