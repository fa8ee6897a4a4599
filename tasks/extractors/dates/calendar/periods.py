"""Quarters, halves, months counted from the year's start, and seasons: `the third quarter of 1998`, `last summer`."""

import re

from tasks.extractors.dates.calendar.fiscal import (
    CALENDAR,
    ENDED,
    books_meant,
    books_of,
    first_month_of,
    fiscal_months,
    months_ended,
    of_books,
)
from tasks.extractors.dates.calendar.years import full_year
from tasks.extractors.dates.words.intervals import Interval, months
from tasks.extractors.dates.words.lexicon import (
    CARDINAL,
    DAY,
    MONTH,
    ORDINAL,
    ORDINALS,
    SEASON,
    SEASONS,
    WHICH,
    YEAR,
    cardinal,
    month_number,
)
from tasks.extractors.dates.words.nearest import whole_months
from tasks.extractors.dates.words.reading import Context, Reading, from_publication
from tasks.extractors.dates.words.tense import parts_sentences

OF_YEAR = (
    rf"(?:,?\s+(?:(?:of|in(?=\s+(?:(?:its|our|their|the)\s+)?fiscal))\s+)?(?:(?:its|our|their|the)\s+(?=fiscal))?"
    rf"(?:fiscal\s+(?:year\s+)?)?(?P<bracket>\((?=\d{{4}}\)))?(?P<year>{YEAR})(?(bracket)\))"
    r"|,?\s+(?:of\s+)?(?:the\s+)?(?P<which>this|last|next|current)\s+(?:fiscal\s+)?year\b"
    r"|\s+of\s+(?P<the_year>the\s+year)\b(?!\s+\d))"
)
BEFORE_YEAR = (
    rf"(?:(?:fiscal\s+)?(?P<year_before>{YEAR})(?:['’]s)?\s+|(?P<which_before>[Tt]his|[Ll]ast|[Nn]ext)\s+year['’]s\s+)"
)

QUARTER = re.compile(
    rf"\b(?:[Tt]he\s+|[Aa]\s+)?{BEFORE_YEAR}?(?:fiscal[\s-]+)?(?P<ordinal>{ORDINAL}|final|last)[\s-]+"
    rf"(?:fiscal[\s-]+)?(?:(?P<year_within>{YEAR})\s+)?(?P<unit>quarter|qtr|half|halve)s?\b"
    rf"(?!\s+(?:of\s+(?:a|an|the)\s+(?!year)|million|billion|hour|time|dozen)){OF_YEAR}?",
    re.IGNORECASE,
)
QUARTER_LISTED = re.compile(
    rf"\b(?:the\s+)?(?P<ordinal>{ORDINAL})(?=\s+(?:and|or|to|through)\s+(?:the\s+)?{ORDINAL}\s+(?P<unit>quarter|hal[fv]e?)s?\b"
    rf"{OF_YEAR}?)(?P<year_before>)(?P<which_before>)",
    re.IGNORECASE,
)
"""`the first` of `the first and second quarters of 1998`, `the second` of `the second and third quarter (1998)`."""

QUARTER_CODE = re.compile(
    rf"(?<![\w.,-])(?:(?P<year_before>(?:1[5-9]|20)\d\d)[ -]?)?"
    r"(?:(?P<unit>[QH])[ -]?(?P<number>[1-4])|(?P<number_before>[1-4])(?P<unit_after>[QH])"
    r"|Quarter\s+(?P<number_named>[1-4]))"
    rf"(?(year_before)|(?:(?:,?\s+(?:of\s+)?|[-/])(?P<year>{YEAR})|\s?['’](?P<short>\d\d)|(?<=Q)(?P<short_joined>\d\d))?)"
    r"(?!\w|[.,]\d)"
)
"""`Q3 1998`, `1998Q3`, `H1 '99`, `3Q 1998`, `3Q98`, `Quarter 3 1998`, and any of them without a year after `in`."""

QUARTER_OF_MONTHS = re.compile(
    rf"\b(?P<month>{MONTH})\s?[/–-]\s?(?P<last_month>{MONTH})(?=\s+quarters?\b)(?:\s+quarters?\s+(?:of\s+)?(?P<year>{YEAR}))?"
)
"""`January/March` before `quarter`."""

QUARTER_TO_MONTH = re.compile(
    rf"\b(?:[Tt]he\s+)?(?P<month>{MONTH})(?:,?\s+(?P<year_within>{YEAR}))?[\s-]quarter\b"
    rf"(?!-|\s+(?:point|percent|pct|million|billion|hour|of\s+an?)\b)(?:\s+(?:of\s+)?(?P<year>{YEAR}))?"
)
"""`the June quarter`, `the March 1998 quarter`: the one that ends with the month."""

A_YEAR_BEFORE = re.compile(r"\b(?:prior|year-(?:ago|earlier))\s+$")
"""What makes a quarter the one of the year before: `up from the prior |first quarter`."""
BEFORE_QUARTER = re.compile(rf"\b(?P<day_first>)(?P<month>{MONTH})\s+(?P<day>{DAY})(?P<year>) $")
"""`January 31 ` before a quarter, which ends then."""
LONGEST_DAY = 20
OPENING = re.compile(r"(?:^|[.!?\"”]\s+|\n\s*)In\s+$")
"""What a year that a sentence begins with stands behind."""
LONGEST_OPENING = 12

TIME_BEFORE = re.compile(r"\b(?:[Ii]n|[Ff]or|[Ss]ince|[Dd]uring|[Bb]y|[Uu]ntil|of|the|from|to)\s+$")
"""What stands before a code without a year: `in Q3`."""

MONTHS_COUNTED = re.compile(
    rf"\b(?:[Tt]he\s+)?(?P<end>first|last)\s+(?P<count>{CARDINAL})\s+months(?:{OF_YEAR})", re.IGNORECASE
)
FIRST_MONTHS = re.compile(rf"\b(?:[Tt]he\s+)first\s+(?P<count>{CARDINAL})\s+months\b(?!\s+(?:of|in|after)\b)")
SEASON_YEAR = re.compile(rf"\b(?:[Tt]he\s+)?(?P<season>{SEASON}){OF_YEAR}(?P<turn>\s*[-–/]\s*(?:{YEAR}|\d\d\b))?")
"""`the winter of 1997-98`, `spring last year`."""
SEASON_LISTED = re.compile(
    rf"\b(?:[Tt]he\s+)?(?P<season>{SEASON})(?=\s+(?:and|or|to|through)\s+(?:the\s+)?(?:early\s+|late\s+)?{SEASON}{OF_YEAR})"
    r"(?P<turn>)"
)
"""`spring` of `the spring and summer of 1998`."""
SEASON_ONLY = re.compile(
    rf"\b(?:[Ii]n|[Dd]uring|[Oo]ver|[Ss]ince|[Uu]ntil|[Bb]y|[Tt]hroughout|[Ee]arly|[Ll]ate|[Mm]id|of|for|into)\s+"
    rf"(?P<span>(?P<article>the\s+)?(?:early\s+|late\s+)?(?P<season>{SEASON}))\b(?!\s+(?:of|from|to|in)\b|-)"
)


NOUN_BEFORE = re.compile(
    r"\b(?!(?:in|of|by|the|this|last|next|early|late|mid|and|or|to|since|until|for|during|through)\b)[a-z]+\s+$"
)
"""`the oil price ` before `fall of 1986`, which is none of leaves."""
NOUN_REACH = 16


def read_quarter(match: re.Match[str], context: Context) -> Reading | None:
    """Read a quarter or half of a stated year, or the one that is meant; `the first half` alone may be of a match."""
    unit = "quarter" if match["unit"].lower() in ("quarter", "qtr") else "half"
    groups = match.groupdict()
    year = groups["year"] or groups["year_before"] or groups.get("year_within") or year_opening(match, context)
    has_year = year or is_placed(match)
    length = 3 if unit == "quarter" else 6
    number = ORDINALS.get(match["ordinal"].lower()) or 12 // length
    if length * number > 12 or not (has_year or (unit == "quarter" and match["ordinal"].lower() in ORDINALS)):
        return None
    before = max(0, match.start() - LONGEST_DAY)
    if ended := (
        ENDED.match(context.text, match.end())
        or (match[0][0].islower() and BEFORE_QUARTER.search(context.text, before, match.start()))
    ):
        interval = months_ended(match, ended, context, number=number, length=length)
        return from_publication(interval, context=context, precision=unit)
    books = books_meant(match, context, number=number, length=length)
    if books and (has_year or not books.opens):
        interval = of_books(books, match, context, year=year, number=number, length=length)
        return from_publication(interval, context=context, precision=unit)
    first_month = first_month_of(books or CALENDAR, number=number, length=length)
    if not has_year and A_YEAR_BEFORE.search(context.text, before, match.start()):
        return a_year_before_told(context, first_month=first_month, precision=unit)
    if year:
        return Reading(interval=months(int(year), first_month, length), precision=unit)
    interval = relative_months(match, context, first_month=first_month, count=length)
    return from_publication(interval, context=context, precision=unit)


def year_opening(match: re.Match[str], context: Context) -> str | None:
    """Return the year that a quarter's sentence begins with: `In 1996, Acme lost money in the |third quarter`."""
    before = context.earlier[-1] if context.earlier else None
    held = before.reading.interval if before and before.rule == "year" else None
    if before is None or held is None or parts_sentences(context, before.end, match.start()):
        return None
    is_opening = OPENING.search(context.text, max(0, before.start - LONGEST_OPENING), before.start) is not None
    is_told = is_opening and context.text.startswith(",", before.end) and held.start.year == held.end.year
    return str(held.start.year) if is_told and not is_placed(match) else None


def is_placed(match: re.Match[str]) -> bool:
    """Tell whether a quarter is placed by a word: `last year's third quarter`."""
    return any(match.groupdict().get(name) for name in ("which", "which_before", "the_year"))


def a_year_before_told(context: Context, *, first_month: int, precision: str) -> Reading:
    """Read `the prior first quarter` as that of the year before the latest one told of; without one it may be any."""
    told = [one.reading.interval for one in context.earlier if one.reading.precision == precision]
    latest = max((held.start for held in told if held and held.start.month == first_month), default=None)
    length = 3 if precision == "quarter" else 6
    interval = months(latest.year - 1, first_month, length) if latest else None
    return Reading(interval=interval, precision=precision, anchor="expression", anchor_on=latest)


def relative_months(match: re.Match[str], context: Context, *, first_month: int, count: int) -> Interval | None:
    """Return those months of last, this or next year, or of the year that is meant."""
    today = context.published_on
    if today is None:
        return None
    groups = match.groupdict()
    which = groups.get("which") or groups.get("which_before")
    if which:
        return months(today.year + WHICH[which.lower()], first_month, count)
    if groups.get("the_year"):
        return months(today.year, first_month, count)
    return whole_months(context, month=first_month, count=count, span=match.span())


def read_quarter_of_months(match: re.Match[str], context: Context) -> Reading | None:
    """Read `the January/March quarter` as these three months of a stated year, or of the one that is meant."""
    first, last = month_number(match["month"]), month_number(match["last_month"])
    if (last - first) % 12 != 2:
        return None
    if match["year"]:
        return Reading(interval=months(int(match["year"]), first, 3), precision="quarter")
    interval = whole_months(context, month=first, count=3, span=match.span())
    return from_publication(interval, context=context, precision="quarter")


def read_quarter_to_month(match: re.Match[str], context: Context) -> Reading | None:
    """Read `the June quarter` as the three months that end with June."""
    first = (month_number(match["month"]) - 3) % 12 + 1
    year = match["year"] or match["year_within"]
    if year:
        begins_before = first > month_number(match["month"])
        return Reading(interval=months(int(year) - begins_before, first, 3), precision="quarter")
    interval = whole_months(context, month=first, count=3, span=match.span())
    return from_publication(interval, context=context, precision="quarter")


def read_quarter_code(match: re.Match[str], context: Context) -> Reading | None:
    """Read `Q3 1998`, `1998 Q3`, `H1 '99`; without a year only a quarter, after a word such as `in`."""
    precision = "half" if "H" in (match["unit"], match["unit_after"]) else "quarter"
    length = 3 if precision == "quarter" else 6
    first_month = 1 + length * (int(match["number"] or match["number_before"] or match["number_named"]) - 1)
    if first_month > 12:
        return None
    year = match["year"] or match["year_before"]
    short = match["short"] or match["short_joined"]
    if year or short:
        stated = int(year) if year else full_year(int(short), context)
        return Reading(interval=months(stated, first_month, length), precision=precision)
    if length > 3 or not TIME_BEFORE.search(context.text, max(0, match.start() - 10), match.start()):
        return None
    interval = whole_months(context, month=first_month, count=length, span=match.span())
    return from_publication(interval, context=context, precision=precision)


def read_months_counted(match: re.Match[str], context: Context) -> Reading | None:
    """Read `the first nine months of 1998`."""
    count = cardinal(match["count"])
    if not 2 <= count <= 11:
        return None
    first_month = 1 if match["end"].lower() == "first" else 13 - count
    if "fiscal" in match[0].lower():
        books, year = books_of(context.text, context.published_on), match["year"]
        interval = books and year and fiscal_months(books, year=int(year), first_month=first_month, length=count)
        return from_publication(interval or None, context=context, precision="range")
    if match["year"]:
        return Reading(interval=months(int(match["year"]), first_month, count), precision="range")
    interval = relative_months(match, context, first_month=first_month, count=count)
    return from_publication(interval, context=context, precision="range")


def read_first_months(match: re.Match[str], context: Context) -> Reading | None:
    """Read `the first nine months` of no stated year as the last ones gone by."""
    count = cardinal(match["count"])
    if not 2 <= count <= 11:
        return None
    today = context.published_on
    interval = months(today.year, 1, count) if today else None
    if today and interval and interval.end >= today:
        interval = months(today.year - 1, 1, count)
    return from_publication(interval, context=context, precision="range")


def read_season_year(match: re.Match[str], context: Context) -> Reading | None:
    """Read a season of a stated year; a winter is named for the year it begins in."""
    month = SEASONS[match["season"].lower()]
    if match[0].startswith("fall") and NOUN_BEFORE.search(
        context.text, max(0, match.start() - NOUN_REACH), match.start()
    ):
        return None
    if match["turn"] and (month != 12 or not match["year"]):
        return None  # the summer of 1997-98 is one of the southern half of the earth
    if match["year"]:
        return Reading(interval=months(int(match["year"]), month, 3), precision="season")
    interval = relative_months(match, context, first_month=month, count=3)
    return from_publication(interval, context=context, precision="season")


def read_season(match: re.Match[str], context: Context) -> Reading | None:
    """Read a season without a year as the one that is meant; `fall` only after `the`, for it is a verb too."""
    word = match["season"].lower()
    if word == "fall" and not match["article"]:
        return None
    interval = whole_months(context, month=SEASONS[word], count=3, span=match.span("season"))
    return from_publication(interval, context=context, precision="season")


def season_at(context: Context, *, season: str, count: int) -> Interval | None:
    """Return last (-1), this (0) or next (1) spring, summer, autumn or winter, seen from the publication.

    `This spring` is the one of the year; in January and February `this winter` began in the year before.
    """
    today = context.published_on
    if today is None:
        return None
    first_month = SEASONS[season.lower()]
    year = today.year - (first_month == 12 and today.month < 3)
    of_year = months(year, first_month, 3)
    if of_year is None or count == 0:
        return of_year
    if count < 0:
        return of_year if of_year.end < today else months(year - 1, first_month, 3)
    return of_year if of_year.start > today else months(year + 1, first_month, 3)
