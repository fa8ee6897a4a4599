"""Years of which the months are told in brackets: `1987/88 (July-June)`, `the 1986 (May-December) crop year`."""

import re

from tasks.extractors.dates.words.intervals import Interval, months
from tasks.extractors.dates.words.lexicon import MONTH, YEAR, month_number
from tasks.extractors.dates.words.reading import Context, Reading

SPLIT = rf"(?<![\w$€£.,/-])(?P<first>{YEAR})\s*[-–—/]\s*(?P<last>{YEAR}|\d\d)(?![\w%/-]|[.,]\d)"
ONE = rf"(?<![\w$€£.,/-])(?P<first>{YEAR})(?P<last>)"
FIRST_DAY, LAST_DAY = r"(?:\s+1(?:st)?)?", r"(?:\s+(?:28|29|30|31)(?:st|th)?)?"
FROM_TO = rf"(?P<month>{MONTH}){FIRST_DAY}\s*(?:[-–—/]|\bto\b)\s*(?P<last_month>{MONTH}){LAST_DAY}"
WORDS = r"(?:\s+[a-z]+){0,3}\s*\(\s*"

YEARS_TOLD = re.compile(rf"(?P<span>{SPLIT})(?={WORDS}{FROM_TO}\s*\))")
MONTHS_TOLD = re.compile(rf"{SPLIT}{WORDS}(?P<span>{FROM_TO})\s*\)")
YEAR_TOLD = re.compile(rf"(?P<span>{ONE})(?={WORDS}{FROM_TO}\s*\))")
MONTHS_OF_YEAR = re.compile(rf"{ONE}{WORDS}(?P<span>{FROM_TO})\s*\)")
"""A year with its months in brackets behind it: the year, and the months; of a split year, and of one."""
MONTHS_BEFORE = re.compile(
    rf"\b{FROM_TO}\s+(?:(?:period|season|year|crop\s+year|marketing\s+year)\s+(?:of\s+)?)?{SPLIT}"
)
"""`July/June 1987/88`, `the April-February period of 1986/87`."""

PATTERNS = (YEARS_TOLD, MONTHS_TOLD, YEAR_TOLD, MONTHS_OF_YEAR, MONTHS_BEFORE)


def read_split_year(match: re.Match[str], _context: Context) -> Reading | None:
    """Read a year by the months that are told of it; None where they do not go from the one year to the other."""
    interval = months_told(match)
    return Reading(interval=interval, precision="range") if interval else None


def months_told(match: re.Match[str]) -> Interval | None:
    """Return the months told: of a split year from the first into the second, of one year within it."""
    first, last = month_number(match["month"]), month_number(match["last_month"])
    year, turns = int(match["first"]), last < first
    if match["last"]:
        known = 10 ** len(match["last"])
        if not turns or (year + 1) % known != int(match["last"]) % known:
            return None
    elif turns or last == first:
        return None
    return months(year, first, (last - first) % 12 + 1)
