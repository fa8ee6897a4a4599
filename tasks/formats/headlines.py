"""Headlines, told from running text by their shape alone."""

import re

from tasks.formats.bylines import NAME_PARTICLES, byline_of
from tasks.formats.datelines import MONTH

MAXIMUM_HEADLINE_LENGTH = 160
MAXIMUM_HEADLINE_WORDS = 20

FUNCTION_WORDS = """
a an and as at but by for from in into nor of off on or out over per than the to up via vs with without
about after against along amid among around before behind below beside between beyond during near since
through toward towards under until upon within despite versus
its his her their not percent million billion trillion
"""

UNCAPITALISED_WORDS = frozenset(f"{FUNCTION_WORDS} {NAME_PARTICLES}".split())
"""Words that a headline in title case may write small: articles, prepositions, possessives, parts of names.

There is no verb among them: a line that holds another small word may be a sentence.
"""

FINAL_MARKS = re.compile(r"[\s.…]+$")
FINAL_ABBREVIATION = re.compile(r"(?:^|\s)(?:[^\W\d_]\.){2,}$")
LIST_MARK = re.compile(r"[-–—*•]|\(?\d+[.)]")
SOURCE_DATE = re.compile(rf"(?:^|\W)(?P<before>\w+)\W+{MONTH}\s+\d{{1,2}}\b", re.IGNORECASE)
"""A date after a name, as sources have it: `Itar-Tass, November 1`; not `Duma to Vote on November 1`."""


def headline_text(line: str) -> str:
    """Return a headline without its final period or ellipsis, its white space single: `U.S.` keeps its period."""
    text = " ".join(line.split())
    return text if FINAL_ABBREVIATION.search(text) else FINAL_MARKS.sub("", text)


def is_headline(line: str) -> bool:
    """Tell whether a line is in capitals or in title case, as a headline is: `Osh Market Reopens.`."""
    words = line.split()
    if not 0 < len(words) <= MAXIMUM_HEADLINE_WORDS or len(line) > MAXIMUM_HEADLINE_LENGTH:
        return False
    if LIST_MARK.match(line) or is_enclosed(line) or names_source(line) or byline_of(line):
        return False
    return is_in_capitals(line) or is_in_title_case(words)


def is_enclosed(line: str) -> bool:
    """Tell whether a line stands in brackets as a citation does, or in quotation marks as a saying does."""
    first, last = line[0], line.rstrip(".,;…")[-1:]
    return first in "([{" or last in ")]}" or (first in '"“‘«' and last in '"”’»')


def names_source(line: str) -> bool:
    """Tell whether a line holds a name and a day, as a source does."""
    match = SOURCE_DATE.search(line)
    return match is not None and match["before"].lower() not in UNCAPITALISED_WORDS


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
