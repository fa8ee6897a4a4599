"""Years, decades and centuries: `in 1997`, `2005-2007`, `nineteen ninety-four`, `fiscal 1998`, `the 1990s`."""

import re

from tasks.extractors.dates.intervals import Interval, years
from tasks.extractors.dates.lexicon import CARDINALS, YEAR
from tasks.extractors.dates.reading import Context, Reading

YEAR_ONLY = re.compile(
    rf"(?<![\w$€£#/])(?<!\d[.,])(?:(?P<before>[Tt]he\s+year|[Ff]iscal(?:\s+year)?|FY)\s*)?"
    rf"(?P<year>{YEAR})(?:\s+(?P<fiscal>fiscal)\s+year)?(?!['’]?s\b|\s*[-–—]\s*\d|/\d|-[a-z]|st\b)"
)
YEAR_RANGE = re.compile(rf"(?<![\w$€£.,/-])(?P<first>{YEAR})\s*[-–—/]\s*(?P<last>{YEAR}|\d\d)(?![\w%/-]|[.,]\d)")
"""`2005-2007`, `1995-96`, `1997/98`."""

SHORT_YEAR = re.compile(
    r"\b(?:[Ss]ince|[Ii]n|[Oo]f|[Ff]rom|[Bb]y|[Uu]ntil|[Ee]arly|[Ll]ate|and|FY|fiscal|January|April|May|June|July"
    r"|September|October|November|December)\s*(?P<span>['’‘](?P<year>\d\d))(?!\w)"
)
"""`since '82`."""

DECADE = re.compile(r"(?<![\w$])(?:[Tt]he\s+)?(?P<decade>1[5-9]\d0|20\d0)['’]?s\b")
SHORT_DECADE = re.compile(
    r"(?:\b(?:[Tt]he|of|and|to|early|late|mid)[\s-]+|(?=['’‘]))(?P<span>['’‘]?(?P<decade>[2-9]0)['’]?s)\b"
)
"""`the '80s`, `the 70s`, ` and 80s`; not `in his 30s`."""

TENS = "twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties"
WORD_DECADE = re.compile(
    rf"\b(?:the|early|late|mid)[\s-]+(?:nineteen[- ])?(?P<span>(?P<decade>{TENS}))\b", re.IGNORECASE
)

ORDINAL_WORDS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first".split(),
        1,
    )
}
CENTURY = re.compile(
    r"\b(?:[Tt]he\s+)?(?P<number>\d{1,2}(?=st|nd|rd|th)|"
    + "|".join(ORDINAL_WORDS)
    + r")(?:st|nd|rd|th)?[\s-]+century\b",
    re.IGNORECASE,
)

SPELLED_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
SPELLED_ONES = "one|two|three|four|five|six|seven|eight|nine"
SPELLED_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
SPELLED_YEAR = re.compile(
    rf"\b(?:the\s+year\s+)?(?:(?P<century>eighteen|nineteen)[\s-]+(?:hundred[\s-]+(?:and[\s-]+)?)?"
    rf"(?:(?P<tens>{SPELLED_TENS})(?:[\s-]+(?P<ones>{SPELLED_ONES}))?|(?P<teens>{SPELLED_TEENS}))"
    rf"|(?<=year\s)two\s+thousand(?:\s+(?:and\s+)?(?P<new>{SPELLED_ONES}|{SPELLED_TEENS}))?)\b(?!\s+(?:hundred|thousand))",
    re.IGNORECASE,
)
"""`nineteen ninety-four`, `nineteen seventeen`, `the year two thousand`."""

COUNTED = re.compile(
    r"\s+(?:percent|per\s+cent|people|persons|men|women|children|troops|soldiers|officers|students|workers|members"
    r"|votes|points|tons|tonnes|miles|kilometers|km|meters|feet|acres|hectares|barrels|rubles|dollars|pounds|euros|yen"
    r"|marks|hours|minutes|seconds|days|weeks|months|years|times|shares|houses|homes|cars|vehicles|tanks|jobs|square"
    r"|cubic|rpm|watts|megawatts|calories|pages|seats|beds|patients|refugees|civilians|Palestinians|Jews|words|copies"
    r"|employees|participants|demonstrators|protesters|delegates|others|and\s+\d{1,3}(?!\d)|million|billion|thousand"
    r"|hundred|degrees|p\.?m\.?|a\.?m\.?|hrs|GMT|UTC|local\s+time|EST|EDT)\b|\s*[%$€£°]"
)
"""What a bare number of four digits counts where it is no year."""

COUNTER = re.compile(
    r"(?:[$€£#]\s*|\b(?:No\.|Nos\.|number|[Rr]esolution|[Rr]oom|[Ff]light|[Hh]ighway|[Rr]oute|[Mm]odel|[Aa]bout|[Ss]ome"
    r"|[Nn]early|[Aa]lmost|[Oo]ver|[Mm]ore\s+than|[Ff]ewer\s+than|[Ll]ess\s+than|[Aa]t\s+least|[Aa]pproximately|[Uu]p\s+to|page|p\.|article"
    r"|Article|Section|Windows|Office|Building)\s+)$"
)
"""What stands before a number of four digits that is no year."""

YEAR_WORD = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|[Oo]f|[Bb]efore|[Aa]fter|[Dd]uring|[Tt]hrough|[Tt]o|[Bb]etween|and"
    r"|[Ee]arly|[Ll]ate|[Mm]id|[Ee]nd|year|[Ff]or|\()[\s-]*$"
)
FIRST_LIKELY, LAST_LIKELY = 1800, 2060
"""Outside these, a number of four digits is a year only after a word such as `in` or `since`."""

PLURAL = re.compile(r"\s+[a-z]+(?:s|ren|men)\b")
"""`1709 schoolchildren`."""


def read_year(match: re.Match[str], context: Context) -> Reading | None:
    """Read a number of four digits as a year, unless something is counted, priced or numbered by it."""
    year, text = int(match["year"]), context.text
    before = text[max(0, match.start() - 24) : match.start()]
    if not match["before"] and not match["fiscal"]:
        if COUNTER.search(before) or COUNTED.match(text, match.end()):
            return None
        is_likely = FIRST_LIKELY <= year <= LAST_LIKELY
        if not is_likely and (not YEAR_WORD.search(before) or PLURAL.match(text, match.end())):
            return None
    return Reading(interval=years(year, 1), precision="year")


def read_year_range(match: re.Match[str], context: Context) -> Reading | None:
    """Read a range of years; the last one may be given by its last two digits."""
    first, last = int(match["first"]), int(match["last"])
    if last < 100:
        last += first // 100 * 100
    before = context.text[max(0, match.start() - 24) : match.start()]
    if not first < last <= first + 200 or COUNTER.search(before) or COUNTED.match(context.text, match.end()):
        return None
    return Reading(interval=years(first, last - first + 1), precision="range")


def read_short_year(match: re.Match[str], context: Context) -> Reading | None:
    """Read a year of two digits as the one nearest to the publication, or of the last century without one."""
    return Reading(interval=years(full_year(int(match["year"]), context), 1), precision="year")


def full_year(short: int, context: Context) -> int:
    """Return the year of four digits that lies within 80 years before the publication or 20 after it."""
    near = context.published_on.year if context.published_on else 1999
    return short + (near + 20 - short) // 100 * 100


def read_decade(match: re.Match[str], context: Context) -> Reading | None:
    """Read ten years: `1990s`, `'80s`, `nineties`."""
    word = match["decade"].lower()
    if not word.isdigit():
        first = full_year(20 + 10 * TENS.split("|").index(word), context)
    else:
        first = int(word) if len(word) == 4 else full_year(int(word), context)
    return Reading(interval=years(first, 10), precision="decade")


def read_century(match: re.Match[str], _context: Context) -> Reading | None:
    """Read a hundred years: the 20th century is 1901 to 2000."""
    word = match["number"].lower()
    number = int(word) if word.isdigit() else ORDINAL_WORDS[word]
    interval: Interval | None = years(100 * number - 99, 100) if 1 <= number <= 30 else None
    return Reading(interval=interval, precision="century") if interval else None


def read_spelled_year(match: re.Match[str], _context: Context) -> Reading | None:
    """Read a year in words."""
    if not match["century"]:
        return Reading(interval=years(2000 + CARDINALS.get((match["new"] or "").lower(), 0), 1), precision="year")
    tens, ones, teens = (CARDINALS.get((match[name] or "").lower(), 0) for name in ("tens", "ones", "teens"))
    return Reading(interval=years(100 * CARDINALS[match["century"].lower()] + tens + ones + teens, 1), precision="year")
