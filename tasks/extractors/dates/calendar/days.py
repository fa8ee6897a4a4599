"""Days by month and number: `May 26, 1980`, `October 3-5`, `May 19 and 20`, `7/8/07`, `the week of March 6`."""

import calendar
import dataclasses
import itertools
import re
from datetime import date

from tasks.extractors.dates.calendar.months import COUNTED_MONTH
from tasks.extractors.dates.calendar.years import full_year
from tasks.extractors.dates.words.intervals import Interval, containing, make_date, one_day
from tasks.extractors.dates.words.lexicon import (
    DAY,
    MONTH,
    NTH,
    ONES,
    SHORT_WEEKDAY,
    TEENS,
    TENS,
    WEEKDAY,
    YEAR,
    day_number,
    month_number,
)
from tasks.extractors.dates.words.nearest import month_day
from tasks.extractors.dates.words.reading import Context, Reading, from_publication
from tasks.extractors.dates.words.stated_years import DAYS_YEAR_BESIDE, is_absolute, stated_year

DASH = r"\s*[-–—]{1,2}\s*"
DAYS = rf"{DAY}(?:{DASH}{DAY})?"
LEADING_WEEKDAY = rf"(?:(?:{WEEKDAY}|{SHORT_WEEKDAY})(?:,\s+|[^\S\n]+)(?:the\s+)?)?"

MONTH_DAY = re.compile(
    rf"\b{LEADING_WEEKDAY}(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>{DAY})"
    rf"(?:{DASH}(?:(?P<last_month>{MONTH})\s+)?(?P<last_day>{DAY}))?{DAYS_YEAR_BESIDE}?"
)
MONTH_COMMA_DAY = re.compile(
    rf"\b{LEADING_WEEKDAY}(?P<month>{MONTH}),\s+(?P<day>{DAY}),\s+(?P<year>{YEAR})(?P<last_day>)(?P<last_month>)"
    r"(?P<which>)(?P<shared_year>)(?P<shared_which>)(?P<other_month>)"
)
"""`June, 30, 1987`, with a comma too many."""
SLASH = r"(?<![.,/-]\d)(?<![\d.,/-]\d\d)/(?!(?<=\b1/)[248]\b|(?<=\b3/)[48]\b|(?<=\b5/)8\b|(?<=\b7/)8\b)"
"""What joins two days, `5/6 October`, but no numbers of a fraction: `1/2`, `3-1/2`."""
NEXT_WEEKDAY = rf"(?:(?:{WEEKDAY}|{SHORT_WEEKDAY}),?\s+)?"
LEADING_DAY = re.compile(
    rf"\b{LEADING_WEEKDAY}(?P<day>{DAY})(?:{DASH}(?P<last_day>{DAY}))?"
    rf"(?=(?:\s*,\s*(?:the\s+)?{NEXT_WEEKDAY}{DAYS}){{0,6}}(?:,?\s+(?:to|and|or|through|until|till|thru|&)\s+|{SLASH})"
    rf"(?:the\s+)?{NEXT_WEEKDAY}{DAYS}\s+(?:of\s+)?(?P<month>{MONTH}){DAYS_YEAR_BESIDE}?)(?P<last_month>)"
)
"""`13th` of `13th to 15th of July`, or `Monday 3` of `Monday 3, Tuesday 4 and Friday 7 May`, or `11-12` of `11-12 and
15 May`: days of a list whose month and year stand after the last one."""

COMMA_DAYS = re.compile(
    rf"(?<![\d$€£#-])\b(?P<day>{DAY})(?P<last_day>)(?P<last_month>)"
    rf"(?=(?P<others>(?:\s*,\s*{DAY}){{1,6}})\s+(?:of\s+)?(?P<month>{MONTH}){DAYS_YEAR_BESIDE}?)"
)
"""`3` of `3, 4, 5 April`: days of a list that commas alone part."""

DAY_MONTH = re.compile(
    rf"\b{LEADING_WEEKDAY}(?P<day>{DAY})(?:{DASH}(?P<last_day>{DAY}))?\s+(?:of\s+)?(?P<month>{MONTH})(?P<last_month>)"
    rf"{DAYS_YEAR_BESIDE}?"
)
ONE_TO_NINE = "|".join(f"{word}|{word.title()}" for word in ONES)
MONTH_WORD = re.compile(
    r"\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Ff]rom|[Tt]o|[Ss]ince|[Bb]efore|[Aa]fter|[Ee]nd(?:ed|ing|s)?|[Rr]ecord|[Pp]ayable|[Ee]ffective|[Tt]hrough|and)"
    rf"\s+(?P<span>(?P<month>{MONTH})\s+(?P<day>{ONE_TO_NINE})(?P<last_day>)(?P<last_month>){DAYS_YEAR_BESIDE}?)"
    r"(?=\s*[.,;:)]|\s+(?:and|to|or|at|for|in|with|when|after|before|but|he|the|it)\b|\s*$)"
)
"""`on April one`, as Reuters wrote numbers below ten; not `by April two ships`."""
MONTH_TITLED = re.compile(
    rf"(?<=[a-z,]\s)(?P<month>{MONTH})\s+(?P<day>{'|'.join(word.title() for word in ONES)})"
    rf"(?P<last_day>)(?P<last_month>)(?![\w-]){DAYS_YEAR_BESIDE}?(?=\s*[.,;:)]|\s+(?!(?:hundred|thousand|million|billion)\b)[a-z]|\s*$)"
)
"""`a plan proposed April Four would`: a number with a capital within a sentence is the name of a day."""
ORDINAL_WORD = rf"(?!\d)(?i:{NTH})"
MONTH_NTH = re.compile(
    rf"\b{LEADING_WEEKDAY}(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>{ORDINAL_WORD})(?P<last_day>)(?P<last_month>)"
    rf"\b(?!-){DAYS_YEAR_BESIDE}?(?(year)|(?=\s*[.,;:)]|\s+(?:at|for|in|with|when|after|before|but|he|the|it)\b|\s*$))"
)
"""`April first 1998`, `May the third`; not `May second-quarter sales`."""

STAMP = re.compile(
    rf"\b(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\s+)?(?P<month>{MONTH})\s+(?P<day>{DAY}),?"
    rf"(?P<last_day>)(?P<last_month>)\s+\d\d?:\d\d(?::\d\d)?\s+(?:[A-Z]{{3,4}}\s+)?(?P<year>{YEAR})"
    r"(?P<which>)(?P<shared_year>)(?P<shared_which>)(?P<other_month>)"
)
"""`Mon Oct 26 15:50:06 GMT 1998`, as machines stamp it."""

LOWER_MONTH = rf"(?:{'|'.join(calendar.month_name[1:])})".lower()
LOWER_DAY_MONTH = re.compile(
    rf"\b(?P<day>\d\d?(?:st|nd|rd|th))\s+(?:of\s+)?(?P<month>{LOWER_MONTH})(?P<last_day>)(?P<last_month>){DAYS_YEAR_BESIDE}(?!\s+[a-z]+s\b)"
)
LOWER_MONTH_DAY = re.compile(
    rf"\b(?P<month>{LOWER_MONTH})\s+(?P<day>{DAY}),\s*(?P<year>{YEAR})(?P<last_day>)(?P<last_month>)"
    r"(?P<which>)(?P<shared_year>)(?P<shared_which>)(?P<other_month>)"
)
"""`31st march, 1998`, `march 31, 1998`: the year beside it makes a month of a word in lower case."""

WEEK_OF = re.compile(
    rf"\b(?:[Tt]he\s+)?week\s+(?:of|beginning|starting)\s+(?P<month>{MONTH})\s+(?P<day>{DAY})"
    rf"(?P<last_day>)(?P<last_month>){DAYS_YEAR_BESIDE}?"
)
WEEK_OF_DAY = re.compile(
    rf"\b(?:[Tt]he\s+)?week\s+(?:of|beginning|starting)\s+(?P<day>{DAY})\s+(?:of\s+)?(?P<month>{MONTH})"
    rf"(?P<last_day>)(?P<last_month>){DAYS_YEAR_BESIDE}?"
)
NUMBER_SUFFIX = r"(?:st|nd|rd|th)"
FURTHER_DAY = re.compile(
    rf"(?<!\s)(?:\s+(?:and|or|to|through|thru|until|till|&)\s+|,\s+(?:and\s+)?"
    rf"(?=\d+{NUMBER_SUFFIX}?\s*[,;)]|\d+(?:\s+and\s+|{NUMBER_SUFFIX}\s+(?:and|to|or)\s+)\d+{NUMBER_SUFFIX}?(?!\w|\s+[a-z]+s\b)|{WEEKDAY}\s+\d)"
    rf"|(?<=\d)/(?=\d\d?(?![\d/])))"
    rf"(?P<span>{NEXT_WEEKDAY}(?P<day>{DAY})"
    rf"(?!\s*[-–—$€£]|\s+(?!was\b|is\b|has\b|as\b)[a-z]+s\b)(?:,?\s+(?P<year>{YEAR}))?)"
)
"""` and 20` of `May 19 and 20`, which counts only after a day read before it; not `and 20 soldiers`."""


YEAR_IN_WORDS = re.compile(
    rf",?\s+(?:(?:eighteen|nineteen)[\s-]+(?:{'|'.join((*TEENS, *TENS))}|hundred)\b"
    rf"|two\s+thousand(?:\s+(?:and\s+)?(?:{'|'.join((*TEENS, *ONES))}))?(?=\s*[,.;]|\s*$))",
    re.IGNORECASE,
)
"""What makes a day one of a year in words: `June third, |eighteen seventy-one`."""
SEPTEMBER_11 = date(2001, 9, 11)
ATTACKS = re.compile(r"\s+(?:terror(?:ist)?\s+)?(?:attacks?|attackers|hijackings?|hijackers|strikes)\b")
SINCE = re.compile(r"\b(?:[Ss]ince|[Pp]re-|[Pp]ost-|[Bb]efore|[Aa]fter)\s*$")
NEAR_ANNIVERSARY = 90
"""Days after a September 11 within which `since September 11` may mean that one."""


def read_day(match: re.Match[str], context: Context) -> Reading | None:
    """Read a day, or a range of days that share a month or a year; None for a day that does not exist."""
    precision = "range" if match["last_day"] else "day"
    if COUNTED_MONTH.match(context.text, match.start("month")):
        return None
    year = stated_year(match, context)
    is_spelled = year is None and YEAR_IN_WORDS.match(context.text, match.end()) is not None
    is_open = year is None and (match["which"] or match["shared_which"] or context.published_on is None)
    if is_spelled or is_open:
        return from_publication(None, context=context, precision=precision)
    is_named = is_september_11(match, context)
    interval = first_day(match, context, year=SEPTEMBER_11.year if is_named else year)
    if interval and match["last_day"]:
        interval = through(interval, match)
    if interval is None:
        return None
    if is_absolute(match) or is_named:
        return Reading(interval=interval, precision=precision)
    return from_publication(interval, context=context, precision=precision)


NUMBERED = re.compile(
    r"\b(?:pages?|pp?|nos?|numbers?|volumes?|issues?|chapters?|articles?|sections?|paragraphs?)\.?\s+$", re.IGNORECASE
)
"""What numbers behind it name instead of days: `on page 3, 4 May`."""
LONGEST_NUMBERED = 12
BEFORE_TWO = re.compile(r"\b(?:[Oo]n|[Oo]f|[Bb]etween)\s+(?:the\s+)?$")
"""What stands before two days that a comma alone parts: `on 3, 4 May`; not `by 4 goals to 3, 4 May`."""


def read_comma_day(match: re.Match[str], context: Context) -> Reading | None:
    """Read a day of a list that commas alone part, where three of them rise, or two follow one another behind `on`."""
    if NUMBERED.search(context.text, max(0, match.start() - LONGEST_NUMBERED), match.start()):
        return None
    numbers = [day_number(word) for word in (match["day"], *re.findall(r"\w+", match["others"]))]
    before = context.earlier[-1] if context.earlier else None
    goes_on = before is not None and before.rule == "leading day" and before.end + len(", ") >= match.start()
    rises = all(first < second for first, second in itertools.pairwise(numbers))
    is_led = BEFORE_TWO.search(context.text, max(0, match.start() - LONGEST_NUMBERED), match.start()) is not None
    is_list = goes_on or len(numbers) > 2 or (is_led and numbers[0] + 1 == numbers[1])
    return read_day(match, context) if rises and is_list else None


SHORT_YEAR = re.compile(r",?\s+['’‘](\d\d)(?!\w)")
"""The year of `2 November '97`, which stands outside its day."""
SPLIT_YEAR = re.compile(r",?[^\S\n]+(19|20)[^\S\n](\d\d)(?=\s*[.,;:)]|\s*$|\s+(?:in|at|and|but|the)\b)(?![.,]\d)")
"""The year of `19 January 19 83`, which a space parts."""


def first_day(match: re.Match[str], context: Context, *, year: int | None) -> Interval | None:
    """Return the day in the year stated, or in the year that is meant."""
    month, day = month_number(match["month"]), day_number(match["day"])
    short = None if year else SHORT_YEAR.match(context.text, match.end())
    split = None if year or short else SPLIT_YEAR.match(context.text, match.end())
    if split:
        return one_day(make_date(int(split[1] + split[2]), month, day))
    if year or short:
        return one_day(make_date(year or full_year(int(short[1]) if short else 0, context), month, day))
    return month_day(context, month=month, day=day, span=match.span())


def is_september_11(match: re.Match[str], context: Context) -> bool:
    """Tell the attacks of 2001, which are named by their day alone, from another September 11."""
    today, text = context.published_on, context.text
    is_bare = not (is_absolute(match) or match["which"] or match["shared_which"] or match["last_day"])
    if not is_bare or today is None or today < SEPTEMBER_11:
        return False
    if (month_number(match["month"]), day_number(match["day"])) != (9, 11):
        return False
    if ATTACKS.match(text, match.end()):
        return True
    is_near = (today - SEPTEMBER_11).days % 365 < NEAR_ANNIVERSARY
    return not is_near and bool(SINCE.search(text, max(0, match.start() - 12), match.start()))


def through(first: Interval, match: re.Match[str]) -> Interval | None:
    """Extend a first day to the first day after it that the range's end names; None where there is none."""
    month, day = month_number(match["last_month"] or match["month"]), day_number(match["last_day"])
    ends = (make_date(year, month, day) for year in (first.start.year, first.start.year + 1))
    return next((Interval(first.start, end) for end in ends if end and end > first.start), None)


def read_week_of(match: re.Match[str], context: Context) -> Reading | None:
    """Read `the week of March 6` as the week that the day lies in."""
    day = read_day(match, context)
    if day is None or day.interval is None:
        return day
    return dataclasses.replace(day, interval=containing(day.interval.start, "week"), precision="week")


def read_further_day(match: re.Match[str], context: Context) -> Reading | None:
    """Read a bare number as a day of the month named just before it."""
    before = context.earlier[-1] if context.earlier else None
    if before is None or before.end != match.start() or before.rule not in ("month and day", "further day"):
        return None
    held = before.reading.interval
    if before.reading.clock:
        return None
    if held is None:
        return dataclasses.replace(before.reading, precision="day")
    day = make_date(int(match["year"] or held.end.year), held.end.month, day_number(match["day"]))
    return dataclasses.replace(before.reading, interval=one_day(day), precision="day") if day else None
