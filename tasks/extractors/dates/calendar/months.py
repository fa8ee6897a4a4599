"""Months: `June 1998`, `October of last year`, `March to August 1996`, `in October`."""

import re
from calendar import month_name

from tasks.extractors.dates.calendar.namesakes import is_namesake
from tasks.extractors.dates.calendar.years import full_year
from tasks.extractors.dates.words.intervals import months
from tasks.extractors.dates.words.lexicon import LONG_MONTH, MONTH, MONTH_BEFORE_COUNT, SHORT_MONTH, YEAR, month_number
from tasks.extractors.dates.words.nearest import month_to_come, whole_month, whole_months
from tasks.extractors.dates.words.reading import Context, Reading, from_publication
from tasks.extractors.dates.words.stated_years import OF_YEAR, YEAR_BESIDE, is_absolute, stated_year

MONTH_YEAR = re.compile(rf"\b(?P<month>{MONTH}){YEAR_BESIDE}")
LOWER_MONTH = "|".join(name.lower() for name in month_name[1:] if name not in ("March", "May"))
LOWER_MONTH_YEAR = re.compile(rf"\b(?P<month>{LOWER_MONTH}),?\s+(?:of\s+)?(?P<year>{YEAR})(?P<shared_year>)")
"""`january 1986`; `march 2000 miles` and `may 2000 men` are none."""
LOWER_VERB_YEAR = re.compile(
    rf"\b(?:in|since|between|of|early|late|(?:{LOWER_MONTH})(?:\s+\d{{4}})?(?:,?\s+(?:and|to|until|through)|\s*[-–]))\s*"
    rf"(?P<span>(?P<month>march|may)\s+(?:of\s+)?(?P<year>{YEAR})(?P<shared_year>))"
    r"(?!\s+(?:(?!was\b|is\b|has\b|as\b|its\b|his\b|this\b)[a-z]+s|men|women|people|children)\b)"
)
"""`in may 1986`, `september 1986 and march 1988`: behind such a word neither is a verb."""
MONTH_SHORT_YEAR = re.compile(rf"\b(?P<month>{MONTH}),?\s+(?:of\s+)?['’‘](?P<year>\d\d)(?!\w)")
"""`June '04`."""
MONTH_RANGE = re.compile(
    rf"\b(?P<month>{MONTH})\s*[-–—]\s*(?P<last_month>{MONTH})(?![\w-]|\s+\d{{1,2}}\b){OF_YEAR}?"
    r"(?P<shared_year>)(?P<shared_which>)(?P<other_month>)"
)
"""`January-June 1996`, `May-June`; not `May-June 5`."""

POINT = r"\.?"
"""What ends an abbreviation; behind `end-Aug` it may end the sentence."""
NO_DAY = r"(?<!\b\d\d )(?<!\b\d )"
"""Of the `June` of `31 June` nothing is known."""
NUMBER_BEHIND = r"\s+(?:\d{1,2}(?!\d|%|[.,]\d|\s+(?:percent|pct|per\scent)\b)|\d{4}(?!\d))"
"""What may be a day or year; `45%` behind `by mid-June` is none."""
MONTH_ONLY = re.compile(
    rf"{NO_DAY}\b(?P<month>{LONG_MONTH}(?![\w-])|{MONTH}(?<=\.)(?!\w)|(?:(?<=\b[Ee]nd-)|(?<=\b[Mm]id-)){SHORT_MONTH.removesuffix(POINT)})(?!{NUMBER_BEHIND})"
)
"""An abbreviation needs its period here, or `end-` before it: `Jan Novak` is no January."""

COUNTED_MONTH = re.compile(rf"(?P<month>{MONTH_BEFORE_COUNT})")
"""`In May |12 men left`."""

NOT_AFTER = re.compile(r"\b(?:Black|Long|[Ee]very|[Ee]ach)\s+$")
"""What makes a month's name another one, `Black September`, or one of many, `every March`."""

EVENT_AFTER = re.compile(r"\s+(?:Revolution|[Cc]oup|[Pp]utsch|Day|Days|Manifesto)\b")
"""`the October Revolution`, `the August coup`: not of the last October or August."""

DELIVERY = re.compile(r"\s+(?:deliver(?:y|ies)|futures|contracts?)\b")
SHIPMENT = re.compile(r"\s+(?:shipments?|loading)\b")
CROP = re.compile(r"\b(?:(?:[Nn]ew|[Oo]ld)\s+crop|[Nn]ear(?:by)?)\s+$")
"""`new crop July`, `nearby May`: a month that futures are traded for."""
BASIS = re.compile(r"(?:\d\s+(?:UNDER|OVER)|\b(?:cents|cts|points)\s+(?:under|over))\s+$")
"""`4 UNDER MAY`, `20 cents over July`: grain for cash is priced by the futures of a month to come."""
SPREAD = re.compile(
    r"\b(?:long|short|paced\s+by|led\s+by|nearby|spot|deferred|bought|sold|spread|back-month)\s+(?:[A-Z][a-z]+(?:\s+and\s+|/))?$"
)
"""`paced by April and |June`, `long |June`: among futures these are months to come."""
LONGEST_SPREAD = 32
FUTURES = re.compile(r"\b(?:[Ff]utures\s+for|for\s+delivery\s+in)\s+$")
TRADED = re.compile(
    r"\s+(?:was|closed|opened|ended|settled|traded|stood|touched|hit)\s+(?:(?:at|a|of|last|up|down|off)\s+)?[$]?\d"
)
TRADED_BEFORE = re.compile(r"(?:^|[.;]\s+|\n\s*|\b(?:Key|key|Nearby|nearby|Active|active|Spot|spot|and|while)\s)$")
"""`June delivery`, `for June shipment`, and among futures `June was 111.3`: a month to come, whatever the tense."""

OTHER_WORD = {
    "may": re.compile(r"\s+(?:be|have|not|also|well|or may|God|[Tt]he|I|we|you|he|she|they|it)\b"),
    "march": re.compile(r"\s+(?:on|of|for)\s+(?:the\s+)?[A-Z]"),
}
"""What follows a month's name where it is a verb or a demonstration."""

TIME_BEFORE = re.compile(
    r"\b(?:in|during|early|late|mid|last|this|next"
    r"|(?:months?|years?|quarter|half|period|weeks?|days?)\s(?:to|through|until|ended|ending|of)|(?:end|start|rest)\sof|by)[\s-]$",
    re.IGNORECASE,
)
"""Whatever follows it, a name behind these is a month's: `In May it sold`, `last August said Weber`."""
SINCE = re.compile(r"\b(?:since|until|till)\s$", re.IGNORECASE)
"""Behind these it is no verb: `since May he has sold`."""


def read_month_year(match: re.Match[str], context: Context) -> Reading | None:
    """Read a month of a stated year."""
    year = int(match["year"]) if match["month"].islower() else stated_year(match, context)
    interval = months(year, month_number(match["month"]), 1) if year else None
    if is_absolute(match):
        return Reading(interval=interval, precision="month")
    return from_publication(interval, context=context, precision="month")


def read_month_short_year(match: re.Match[str], context: Context) -> Reading | None:
    """Read a month of a year of two digits."""
    year = full_year(int(match["year"]), context)
    return Reading(interval=months(year, month_number(match["month"]), 1), precision="month")


def read_month_range(match: re.Match[str], context: Context) -> Reading | None:
    """Read whole months joined by a dash, of a stated year or of the one that is meant."""
    first, last = month_number(match["month"]), month_number(match["last_month"])
    count = (last - first) % 12 + 1
    year = stated_year(match, context)
    if count == 1 or (year is None and match["which"]):
        return None
    if year is None:
        interval = whole_months(context, month=first, count=count, span=match.span())
    else:
        interval = months(year - (last < first), first, count)
    if is_absolute(match):
        return Reading(interval=interval, precision="range")
    return from_publication(interval, context=context, precision="range")


def read_month(match: re.Match[str], context: Context) -> Reading | None:
    """Read a month alone as the one that is meant."""
    if is_other_word(match, context.text):
        return None
    month = month_number(match["month"])
    if is_of_delivery(match, context.text):
        interval = month_to_come(context, month=month)
    else:
        interval = whole_month(context, month=month, span=match.span())
    return from_publication(interval, context=context, precision="month")


def is_of_delivery(match: re.Match[str], text: str) -> bool:
    """Tell whether a month is the one in which what is traded now will be delivered."""
    before = text[max(0, match.start() - 20) : match.start()]
    if (
        FUTURES.search(before)
        or BASIS.search(before)
        or DELIVERY.match(text, match.end())
        or (before.endswith("for ") and SHIPMENT.match(text, match.end()))
    ):
        return True
    if CROP.search(before) or SPREAD.search(text, max(0, match.start() - LONGEST_SPREAD), match.start()):
        return "futures" in text
    is_traded = TRADED.match(text, match.end()) and TRADED_BEFORE.search(before)
    return is_traded is not None and "futures" in text


def is_other_word(match: re.Match[str], text: str) -> bool:
    """Tell `May I`, `Theresa May`, `April said` and `the March on Rome` from months."""
    before, after = text[max(0, match.start() - 20) : match.start()], text[match.end() : match.end() + 20]
    if NOT_AFTER.search(before) or EVENT_AFTER.match(after):
        return True
    if TIME_BEFORE.search(before):
        return False
    if is_namesake(text, *match.span("month")):
        return True
    other = None if SINCE.search(before) else OTHER_WORD.get(match["month"].lower())
    return other is not None and other.match(after) is not None
