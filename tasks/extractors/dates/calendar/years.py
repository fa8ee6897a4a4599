"""Years, decades and centuries: `in 1997`, `2005-2007`, `nineteen ninety-four`, `fiscal 1998`, `the 1990s`."""

import re

from tasks.extractors.dates.words.intervals import years
from tasks.extractors.dates.words.lexicon import CARDINALS, DECADE_WORDS, ONES, TEENS, TENS, YEAR
from tasks.extractors.dates.words.reading import Context, Reading
from tasks.extractors.dates.words.word_lists import alternation

NOT_AD = r"(?!\s*\(?(?:B\.?\s?C\b|BCE\b))"
"""The calendar of the ledger begins with year 1: `500 B.C.` is no date in it."""

YEAR_ONLY = re.compile(
    rf"(?<![\w$€£#/])(?<!\d[.,–-])(?:(?P<before>[Tt]he\s+year|[Ff]iscal(?:\s+year)?|FY)\s*)?"
    rf"(?P<year>{YEAR})(?:\s+(?P<fiscal>fiscal)\s+year)?(?!s\b|\s*[-–—]\s*\d|/\d|-[a-z]|st\b){NOT_AD}"
)
YEAR_RANGE = re.compile(rf"(?<![\w$€£.,/-])(?P<first>{YEAR})\s*[-–—/]\s*(?P<last>{YEAR}|\d\d?)(?![\w%/-]|[.,]\d)")
"""`2005-2007`, `1995-96`, `1997/98`, `1997-8`."""

SHORT_YEAR = re.compile(
    r"\b(?:[Ss]ince|[Ii]n|[Oo]f|[Ff]rom|[Bb]y|[Uu]ntil|[Ee]arly|[Ll]ate|and|fiscal|January|April|May|June|July"
    r"|September|October|November|December)\s*(?P<span>['’‘](?P<year>\d\d))(?!\w)"
    r"|\bFY\s?['’‘]?(?P<fiscal_year>\d\d)(?!\w|/\d)"
)
"""`since '82`, `FY98`."""

DECADE = re.compile(
    r"(?<![\w$])(?<![A-Z]-)(?:(?:[Tt]he\s+)?(?P<decade>1[5-9]\d0|20\d0)s"
    r"|(?:(?:[Tt]he|early|late|mid)[\s-]+|(?<=0['’]s )(?:and|or)\s+)(?P<span>(?P<marked>1[5-9]\d0|20\d0)['’]s))\b"
)
"""`the 1990s`, `the 1990's`, `and 1990's` behind another; not `2030's goals`, which are those of a year."""

SHORT_DECADE = re.compile(
    r"(?:\b(?:[Tt]he|of|and|to|early|late|mid)[\s-]+|(?=['’‘]))(?P<span>['’‘]?(?P<decade>[2-9]0)['’]?s)\b"
)
"""`the '80s`, `the 70s`, ` and 80s`; not `in his 30s`."""

WORD_DECADE = re.compile(
    rf"\b(?:the|early|late|mid)[\s-]+(?:nineteen[- ])?(?P<span>(?P<decade>{'|'.join(DECADE_WORDS)}))\b", re.IGNORECASE
)

CENTURY_WORDS = {
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "twenty-first": 21,
    "twenty first": 21,
}
CENTURY = re.compile(
    rf"\b(?:[Tt]he\s+)?(?:(?P<number>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>{'|'.join(CENTURY_WORDS)}))"
    rf"(?:[\s-]+century\b|(?=\s+(?:and|or|to)\s+(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(CENTURY_WORDS)})\s+centuries\b)"
    rf"|\s+centuries\b){NOT_AD}",
    re.IGNORECASE,
)
"""`the 20th century`, `the 19th and 20th centuries`; not one before our era."""

TURN = re.compile(r"\bturn\s+of\s+$")
"""`The turn of the 20th century` is either of its ends."""

SMALL = "|".join([*TEENS, *ONES])
SPELLED_YEAR = re.compile(
    rf"\b(?:(?P<century>eighteen|nineteen)[\s-]+(?:(?P<tens>{'|'.join(TENS)})(?:[\s-]+(?P<ones>{'|'.join(ONES)}))?"
    rf"|(?P<teens>{'|'.join(TEENS)}))"
    rf"|the\s+year\s+two\s+thousand(?:\s+(?:and\s+)?(?P<new>{SMALL}))?)\b(?!\s+(?:hundred|thousand|percent)\b)",
    re.IGNORECASE,
)
"""`nineteen ninety-four`, `nineteen seventeen`, `the year two thousand`."""

COUNTED = re.compile(rf"\s+(?:{alternation('years.counted')}|[ap]\.?m\.?)\b|\s*[%$€£°]")
"""What a bare number of four digits counts, or tells the hour of, where it is no year."""

COUNTER = re.compile(
    r"(?:[$€£#]\s*|\b(?:No\.|Nos\.|number|[Rr]esolution|[Rr]oom|[Ff]light|[Hh]ighway|[Rr]oute|[Mm]odel|[Aa]bout"
    r"|[Ss]ome|[Nn]early|[Aa]lmost|[Oo]ver|[Mm]ore\s+than|[Ff]ewer\s+than|[Ll]ess\s+than|[Aa]t\s+least"
    r"|[Aa]pproximately|[Uu]p\s+to|page|p\.|[Aa]rticle|Section|Building)\s+)$"
)
"""What stands before a number of four digits that is no year."""

DESIGNATION = re.compile(r"(?<!\w)(?!(?:[Mm]id|[Pp]re|[Pp]ost|[Ll]ate|[Ee]arly)-)[A-Z]\w*[-–]$")
"""`MiG-` before a number; not `Mid-` or `Pre-`."""

PRODUCT = re.compile(
    r"\b(?:Windows|Encarta|Mirage|Quicken|Visual\s+(?:Basic|Studio)|Excel"
    r"|(?:Microsoft|MS|SQL|Windows|Exchange|running)\s+(?:Office|Exchange|Server|Outlook))\s+$"
)
"""What a year is the name of: `PCs running Windows 2000`."""

YEAR_WORD = re.compile(
    r"(?:\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|[Oo]f|[Bb]efore|[Aa]fter|[Dd]uring|[Tt]hrough|[Tt]o|[Bb]etween|and"
    r"|[Ee]arly|[Ll]ate|[Mm]id|[Ee]nd|year|[Ff]or)|\()[\s-]*$"
)
FIRST_LIKELY, LAST_LIKELY = 1800, 2060
"""Outside these, a number of four digits is a year only after a word such as `in` or `since`."""

LEVEL = re.compile(
    r"\b(?:points?|fell|falls?|rose|rises?|dropped|climbed|slid|gained|lost|plunged|jumped|closed|finished)\s+(?:to|at)\s+$"
)
"""`508 points to `, `closed at `: what stands before the level of an index."""
PLURAL = re.compile(r"\s+(?!(?:as|was|is|has|his|its|this)\b)[a-z]+(?:s|ren|men)\b")
"""`1709 schoolchildren`."""


def read_year(match: re.Match[str], context: Context) -> Reading | None:
    """Read a number of four digits as a year, unless something is counted, priced or numbered by it."""
    year, text = int(match["year"]), context.text
    before = text[max(0, match.start() - 24) : match.start()]
    if not match["before"] and not match["fiscal"]:
        if any(each.search(before) for each in (COUNTER, DESIGNATION, LEVEL, PRODUCT)) or COUNTED.match(
            text, match.end()
        ):
            return None
        is_likely = FIRST_LIKELY <= year <= LAST_LIKELY
        if not is_likely and (not YEAR_WORD.search(before) or PLURAL.match(text, match.end())):
            return None
    return Reading(interval=years(year, 1), precision="year")


def read_year_range(match: re.Match[str], context: Context) -> Reading | None:
    """Read a range of years; the last one may be given by its last digits."""
    first, last = int(match["first"]), int(match["last"])
    if last < 100:
        known = 10 ** len(match["last"])
        last += first // known * known
    before = context.text[max(0, match.start() - 24) : match.start()]
    if not first < last <= first + 200 or COUNTER.search(before) or COUNTED.match(context.text, match.end()):
        return None
    return Reading(interval=years(first, last - first + 1), precision="range")


def read_short_year(match: re.Match[str], context: Context) -> Reading | None:
    """Read a year of two digits as the one nearest to the publication, or of the last century without one."""
    return Reading(interval=years(full_year(int(match["year"] or match["fiscal_year"]), context), 1), precision="year")


def full_year(short: int, context: Context) -> int:
    """Return the year of four digits that lies within 80 years before the publication or 20 after it."""
    near = context.published_on.year if context.published_on else 1999
    return short + (near + 20 - short) // 100 * 100


def read_decade(match: re.Match[str], context: Context) -> Reading | None:
    """Read ten years, which have begun: `1990s`, `'80s`, `nineties`; `the 1800s` of an older century are a hundred."""
    groups = match.groupdict()
    word = (groups["decade"] or groups["marked"]).lower()
    short = int(word) if word.isdigit() else 20 + 10 * DECADE_WORDS.index(word)
    first = short if short >= 100 else full_year(short, context)
    if short < 100 and context.published_on and first > context.published_on.year:
        first -= 100
    if first % 100 == 0 and first < 1900:
        return Reading(interval=years(first, 100), precision="century")
    return Reading(interval=years(first, 10), precision="decade")


FIRM = re.compile(r"\s+(?:Fox|Insurance|Industries|Theat(?:er|re)s?|Corp|Inc|Co|Ltd|Plc)\w*\b")
"""What makes the name of a firm of `20th Century`."""


def read_century(match: re.Match[str], context: Context) -> Reading | None:
    """Read a hundred years: the 20th century is 1901 to 2000."""
    if TURN.search(context.text, max(0, match.start() - 10), match.start()):
        return None
    if "Century" in match[0] and FIRM.match(context.text, match.end()):
        return None
    number = int(match["number"]) if match["number"] else CENTURY_WORDS[match["word"].lower()]
    if not 1 <= number <= 30:
        return None
    return Reading(interval=years(100 * number - 99, 100), precision="century")


def read_spelled_year(match: re.Match[str], _context: Context) -> Reading | None:
    """Read a year in words."""
    if not match["century"]:
        return Reading(interval=years(2000 + spelled(match["new"]), 1), precision="year")
    year = 100 * spelled(match["century"]) + spelled(match["tens"]) + spelled(match["ones"]) + spelled(match["teens"])
    return Reading(interval=years(year, 1), precision="year")


def spelled(word: str | None) -> int:
    """Return the number of a word; nothing is zero."""
    return CARDINALS[word.lower()] if word else 0
