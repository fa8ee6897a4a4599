"""Reports that compare a period with the year before: `a year earlier`, `the same period last year`, `the quarter`."""

import dataclasses
import re

from tasks.extractors.dates.relative.anaphoric import NO_ANCHORS, STEPS_BACK, anchor_of, hanging
from tasks.extractors.dates.relative.ended import whole_of
from tasks.extractors.dates.words.intervals import Interval, add_days, shifted
from tasks.extractors.dates.words.lexicon import ORDINAL
from tasks.extractors.dates.words.reading import Context, Found, Reading
from tasks.extractors.dates.words.tense import parts_sentences

REACH = 800
"""Characters between a comparison and the period it hangs on: it may run through a whole report of results."""

PERIOD = rf"(?:(?:{ORDINAL}\s+)?quarter|half|period|months?|weeks?)"
A_YEAR_BEFORE = r"(?:last\s+year|the\s+(?:previous|preceding)\s+year|(?:a|one|the)\s+year\s+(?:earlier|ago|before))"

YEAR_EARLIER = re.compile(
    rf"\b(?:(?:[Tt]he\s+)?(?:(?:comparable|corresponding|same)\s+)?year(?:-(?:earlier|ago)\b(?:\s+{PERIOD}\b)?|\s+ago\s+{PERIOD}\b)"
    rf"|(?:[Tt]he\s+)?(?:same|corresponding|comparable|equivalent)\s+{PERIOD}\s+(?:of\s+)?{A_YEAR_BEFORE}\b"
    r"|[Ll]ast\s+year['’]s\s+(?:period|quarter)\b"
    r"|(?:[Aa]|[Oo]ne)\s+year\s+(?:ago|earlier|before)(?=\s*[,.;)]|\s+(?:when|to|for|from|and|because|on|of|they|it)\b|\s+[$£€]?\d))"
)
"""`a year ago`, `the year-earlier period`, `the same period last year`: after a period, that of the year before."""

NO_NOUN_OF = r"(?!\s+(?:of|to|million|century)\b|-)"
THE_PERIOD = re.compile(rf"\b[Tt]he\s+(?:(?:latest\s+)?(?:quarter|half)|latest\s+period)\b{NO_NOUN_OF}")
PERIOD_OF_YEAR = re.compile(
    rf"\b[Tt]he\s+(?:(?:same|corresponding|comparable)\s+)?(?P<year>(?:19|20)\d\d)\s+(?:period|quarter|month)\b{NO_NOUN_OF}"
)
"""`the quarter`, `the latest period`: the one that the report is about; `the 1988 period`: that of another year."""

COMPARED = NO_ANCHORS | frozenset({"year earlier", "same of year", "period of year"})
"""Rules of what a report compares its period with; the next comparison is with the same period, not with that one."""

SAME_OF_YEAR = re.compile(
    rf"\b(?:[Tt]he\s+)?(?:same|corresponding|comparable|similar)\s+{PERIOD}\s+(?:of|in)\s+(?P<year>(?:19|20)\d\d)\b(?!-)(?:/(?P<split>\d\d)\b)?"
)
"""`the same period of 1996`, `the same period in 1985/86`."""

THROUGH = re.compile(r"\s+(?:to|through|until|till)\s+(?:the\s+)?(?:end\s+of\s+)?")
TO_DATE = re.compile(r"\b(?:year|month|season|quarter)[\s-]to[\s-]date\b|\bso\s+far\s+(?:this|in)\b", re.IGNORECASE)
"""Behind a stretch this is what a year earlier goes by, to a day that is not told."""
WEEK = re.compile(r"\bweeks?\b", re.IGNORECASE)
BETWEEN = re.compile(r"\b[Bb]etween\s+(?:the\s+)?$")
LONGEST_BETWEEN = 16
AND = re.compile(r"\s+and\s+(?:the\s+)?(?:end\s+of\s+)?")
"""What stands between the ends of a stretch."""
AMONG_MONTHS = re.compile(r"\d\s+period$")
"""`the same 1986 period` behind a month may be of the months to it."""
BASE = re.compile(
    r"\b(?:from|against|than|after|versus|vs\.?|compared\s+(?:with|to))\s+(?:(?:[^.;,]|[.,]\d){0,30}\bin\s+)?$"
)
"""`from 2.1 billion in `, `from `: what stands before the month that another is compared with."""
A_YEAR_AGO = re.compile(r"(?:a|one)\s+year\s+(?:ago|earlier|before)", re.IGNORECASE)
BASE_OF_YEAR = re.compile(
    r"\b(?:from|against|than|versus|vs\.?|compared\s(?:with|to))\s(?:(?:an?|the)\s(?:[a-z]+\s){1,3}of\s)?"
    r"(?:(?:about|some|nearly|only|just)\s)?[$£€]?\d[\d.,]*"
    r"(?:\s(?!(?:that|which|whom?|s?he|it|they|we|I|was|were|is|are|had|has|have|\w+ed)\b)\w+){0,3}\s$"
)
"""What stands between a year and what was a year before it: ` against 67 million `, with a number and no verb."""
NEAR = 60
PERIODS = ("quarter", "half", "month", "range")


def read_year_earlier(match: re.Match[str], context: Context) -> Reading | None:
    """Read a comparison with the year before: the same quarter, half, month or months, one year earlier."""
    if year := year_compared(match, context):
        return moved(year, years=-1)
    named = next((unit for unit in ("quarter", "half") if unit in match[0].lower()), None)
    precisions = (named,) if named else PERIODS
    if stretch := stretch_told(match, context):
        is_to_date = TO_DATE.search(context.text, stretch.end, match.start()) is not None
        return hanging(stretch, interval=None, precision="range") if is_to_date else moved(stretch, years=-1)
    if WEEK.search(match[0]):
        return None
    anchor = anchor_of(context, at=match.start(), precisions=precisions, reach=REACH, besides=COMPARED)
    anchor = subject_of(context, anchor) if anchor else None
    held, today = anchor.reading.interval if anchor else None, context.published_on
    if anchor and held and today and held.start > today and parts_sentences(context, anchor.end, match.start()):
        return None  # `It is due in May. It was sold a year ago.`
    return moved(anchor, years=-1) if anchor else None


def stretch_told(match: re.Match[str], context: Context) -> Found | None:
    """Return the last time told of, where both its ends are: `the 12 months to June`, `between March 1 and May 5`."""
    precisions = (*PERIODS, "day")
    besides = COMPARED | STEPS_BACK | {"same unit"}
    last = anchor_of(context, at=match.start(), precisions=precisions, reach=REACH, besides=besides)
    stretch = both_ends(context, whole_of(context, last)) if last else None
    named = next((unit for unit in ("quarter", "half") if unit in match[0].lower()), None)
    is_one = stretch is not None and stretch != last and named in (None, stretch.reading.precision)
    return stretch if is_one else None


def year_compared(match: re.Match[str], context: Context) -> Found | None:
    """Return the last year, where what was in it is compared: `lost 22 million in 1998 against 67 a year ago`."""
    before, today = context.earlier[-1] if context.earlier else None, context.published_on
    held = before.reading.interval if before and before.rule == "year" else None
    if before is None or held is None or today is None or held.end.year != today.year - 1:
        return None
    between = context.text[before.end : match.start()]
    is_told = A_YEAR_AGO.fullmatch(match[0]) is not None and BASE_OF_YEAR.search(between) is not None
    return before if is_told and not parts_sentences(context, before.end, match.start()) else None


def subject_of(context: Context, anchor: Found) -> Found:
    """Return the month that is spoken of where another is but what it is compared with, or the same expression.

    It is March in `sold 90 tons in March, after 70 in February and 80 a year ago`.
    """
    if anchor.reading.precision != "month" or not is_base(context, anchor):
        return anchor
    held = anchor.reading.interval
    for one in reversed(context.earlier[: context.earlier.index(anchor)]):
        if anchor.start - one.end > REACH:
            break
        month = one.reading.interval if one.rule not in COMPARED and one.reading.precision == "month" else None
        if held and month and month.start > held.start:
            return one
    return anchor


def is_base(context: Context, month: Found) -> bool:
    """Tell whether a month is but what another one is compared with."""
    return BASE.search(context.text, max(0, month.start - NEAR), month.start) is not None


def read_the_period(match: re.Match[str], context: Context) -> Reading | None:
    """Read `the quarter` as the one spoken of."""
    precisions = ("quarter", "half", "range")
    anchor = anchor_of(context, at=match.start(), precisions=precisions, reach=REACH, besides=COMPARED)
    return moved(anchor, years=0) if anchor else None


def read_same_of_year(match: re.Match[str], context: Context) -> Reading | None:
    """Read `the same period of 1996` and `the 1996 period` as the period spoken of, in that year; None without one."""
    anchor = stretch_told(match, context)
    anchor = anchor or anchor_of(context, at=match.start(), precisions=PERIODS, reach=REACH, besides=COMPARED)
    if anchor is None or (anchor.reading.precision == "month" and AMONG_MONTHS.search(match[0])):
        return None
    held, year = anchor.reading.interval, int(match["year"])
    if held and match.groupdict().get("split"):
        turns = held.end.year == held.start.year + 1 and anchor.rule != "years"
        return (
            moved(anchor, years=year - held.start.year) if turns else hanging(anchor, interval=None, precision="range")
        )
    return moved(anchor, years=year - held.end.year if held else 0)


def both_ends(context: Context, anchor: Found) -> Found:
    """Return the time from the expression before to the one that ends it: `from July through |December 1986`."""
    place = context.earlier.index(anchor)
    first = context.earlier[place - 1] if place else None
    begun, held = first.reading.interval if first else None, anchor.reading.interval
    if first is None or begun is None or held is None or begun.start > held.start or not are_ends(first, anchor):
        return anchor
    joint = AND if BETWEEN.search(context.text, max(0, first.start - LONGEST_BETWEEN), first.start) else THROUGH
    if not joint.fullmatch(context.text, first.end, anchor.start):
        return anchor
    reading = dataclasses.replace(anchor.reading, interval=Interval(begun.start, held.end), precision="range")
    return dataclasses.replace(anchor, reading=reading)


def are_ends(first: Found, last: Found) -> bool:
    """Tell whether two expressions are days or months of which the first day and the last are known."""
    is_part = first.reading.modifier in ("mid", "late") or last.reading.modifier in ("early", "mid")
    return not is_part and {first.reading.precision, last.reading.precision} <= {"day", "month"}


def moved(anchor: Found, *, years: int) -> Reading:
    """Return the period of another expression, so many years later."""
    held = anchor.reading.interval
    interval = a_year_apart(held, years=years) if held else None
    return hanging(anchor, interval=interval, precision=anchor.reading.precision)


def a_year_apart(period: Interval, *, years: int) -> Interval | None:
    """Move a period by whole years, its end by the day after it: the month of February may end on the 29th."""
    start, after = shifted(period.start, "year", years), add_days(period.end, 1)
    end = after and shifted(after, "year", years)
    return Interval(start, add_days(end, -1) or end) if start and end else None
