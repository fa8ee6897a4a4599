"""Lines that are no running text: headlines, bylines and dates, told by their shape alone."""

import re
from datetime import date

from tasks.formats.refusal import Refusal

MAXIMUM_HEADLINE_LENGTH = 160
MAXIMUM_HEADLINE_WORDS = 20

FUNCTION_WORDS = """
a an and as at but by for from in into nor of off on or out over per than the to up via vs with without
about after against along amid among around before behind below beside between beyond during near since
through toward towards under until upon within
"""
NAME_PARTICLES = "al bin da de del der di du el ibn la las le los van von"

UNCAPITALISED_WORDS = frozenset(f"{FUNCTION_WORDS} {NAME_PARTICLES}".split())
"""Words that a headline in title case writes small: articles, conjunctions, prepositions, parts of names.

No verb, no pronoun: a sentence that holds a small word other than these is running text.
"""

MONTH_NUMBERS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
MONTH = rf"(?P<month>{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})\.?"

MAXIMUM_DATE_LENGTH = 80
DATE_LABEL = r"(?:(?:date|published|posted)(?:\s+on)?\s*:\s*)?"
WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
CLOCK = r"(?:,?\s+(?:at\s+)?\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?)?"
DATE_SHAPES = tuple(
    re.compile(rf"{DATE_LABEL}{WEEKDAY}{shape}{CLOCK}\.?", re.IGNORECASE)
    for shape in (
        rf"{MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",  # January 18, 2006 12:00 AM
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{MONTH},?\s+(?P<year>\d{{4}})",  # Wednesday, 18 January 2006
        r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})",  # Date: 2006-01-18
        r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})",  # 1/18/2006
    )
)

BYLINE = re.compile(r"by:?\s+(?P<author>\S.*)", re.IGNORECASE)
MAXIMUM_BYLINE_LENGTH = 100
BYLINE_PARTICLES = frozenset(f"and of & {NAME_PARTICLES}".split())

FINAL_MARKS = re.compile(r"[\s.…]+$")
FINAL_ABBREVIATION = re.compile(r"(?:^|\s)(?:[^\W\d_]\.){2,}$")
MONTH_DAY = re.compile(rf"\b{MONTH}\s+\d{{1,2}}\b", re.IGNORECASE)
"""The date of a source, which no headline ends with: `Itar-Tass, November 1`."""


def headline_text(line: str) -> str:
    """Return a headline without its final period or ellipsis, its white space single: `U.S.` keeps its period."""
    text = " ".join(line.split())
    return text if FINAL_ABBREVIATION.search(text) else FINAL_MARKS.sub("", text)


def is_headline(line: str) -> bool:
    """Tell whether a line is in capitals or in title case, as a headline is: `Osh Market Reopens.`."""
    if len(line) > MAXIMUM_HEADLINE_LENGTH or is_bracketed(line) or MONTH_DAY.search(line) or byline_of(line):
        return False
    words = line.split()
    if not words or len(words) > MAXIMUM_HEADLINE_WORDS or line[0] in "-–—*•" or re.match(r"\(?\d+[.)]", line):
        return False
    return is_in_capitals(line) or is_in_title_case(words)


def is_bracketed(line: str) -> bool:
    """Tell whether brackets or quotation marks stand around a line, as around a citation or a saying."""
    return line[:1] in "([{" or line.rstrip(".,;…")[-1:] in ')]}”"’»'


def is_in_capitals(line: str) -> bool:
    """Tell whether a line has no small letter, and a word at least: `BELARUS.`."""
    return line.isupper() and sum(char.isalpha() for char in line) > 2


def is_in_title_case(words: list[str]) -> bool:
    """Tell whether every word is capitalised but those that a headline writes small.

    Two words without a period may be a name put under an article, such as `Boris Ivanov`, and are no headline.
    """
    if len(words) < (2 if words[-1].endswith((".", "…")) else 3):
        return False
    return begins_capitalised(words[0]) and all(is_headline_word(word) for word in words)


def is_headline_word(word: str) -> bool:
    """Tell whether a headline in title case can hold a word."""
    bare = word.strip("\"'“”‘’,;:.?!…()–—-").lower()
    return not bare or bare in UNCAPITALISED_WORDS or begins_capitalised(word)


def begins_capitalised(word: str) -> bool:
    """Tell whether a word begins with a capital or a digit, past any mark: `“Power`, `$2`, `al-Qaeda`."""
    bare = word.lstrip("\"'“”‘’($€£¥–—-").removeprefix("al-").removeprefix("ex-")
    return bare[:1].isupper() or bare[:1].isdigit()


def byline_of(line: str) -> str | None:
    """Return the author that a line names, as `By Vladimir Socor` does; None where it is no byline."""
    match = BYLINE.fullmatch(line) if len(line) <= MAXIMUM_BYLINE_LENGTH else None
    if not match:
        return None
    author = " ".join(match["author"].split()).rstrip(",")
    words = author.replace(",", " ").split()
    is_name = all(word.lower() in BYLINE_PARTICLES or is_name_word(word) for word in words)
    return author if len(words) >= 2 and is_name and not is_sentence_end(words[-1]) else None


def is_name_word(word: str) -> bool:
    """Tell whether a word can be part of a person's name: letters, a capital first, no digit."""
    return word[:1].isupper() and not any(char.isdigit() for char in word)


def is_sentence_end(word: str) -> bool:
    """Tell whether a word ends a sentence; an initial or `Jr.` does not."""
    return word.endswith((".", "!", "?")) and len(word.rstrip(".!?")) > 2


def date_of(line: str) -> date | None:
    """Return the day that a line states and nothing else; None where it is no date.

    A day that does not exist, and one such as 3/4/1999 that has two readings, is refused.
    """
    if len(line) > MAXIMUM_DATE_LENGTH:
        return None
    match = next(filter(None, (shape.fullmatch(line) for shape in DATE_SHAPES)), None)
    if not match:
        return None
    month = MONTH_NUMBERS.get(match["month"].lower()) or int(match["month"])
    day = int(match["day"])
    if "/" in line and month != day:
        month, day = american_order(month, day, line)
    try:
        return date(int(match["year"]), month, day)
    except ValueError as error:
        raise Refusal(
            "impossible_date",
            f"The header's date {line!r} does not exist ({error})",
            repair="Correct the date in the file.",
            excerpt=line,
        ) from error


def american_order(first: int, second: int, line: str) -> tuple[int, int]:
    """Return month and day of a date in numbers, where only one order is possible."""
    if first <= 12 and second <= 12:
        raise Refusal(
            "ambiguous_date",
            f"The header's date {line!r} can be read with the day or the month first",
            repair="Write the month by its name, or the date as YYYY-MM-DD.",
            excerpt=line,
        )
    return (first, second) if first <= 12 else (second, first)
