"""Titles and offices before a person's name, and the name without them."""

import functools
import re
from collections.abc import Sequence

from tasks.extractors.mentions.lexicon.tables import rows
from tasks.extractors.vocabulary.given_names import genders

COURTESY_IN_CAPITALS = frozenset({"MR", "MRS", "MS"})
"""As minutes set them: `MR ORLOV: Yes.`"""
NEVER_A_NAME = frozenset(
    {"first", "former", "then", "ex", "acting", "deputy", "vice", "senior", "new", "late", "the", "shadow"}
)
OFFICE_OF = re.compile(r"(?P<office>[A-Z][\w-]+(?: [A-Z][\w-]+){0,3}) (?:of|for)\b")
WINDOW = 30
TITLES_AND_NAMES = {"Dean": 2, "Duke": 1}
"""How many words of a firm's name follow what is else a title."""
WORD_WITH_PERIOD = re.compile(r"[\w'’-]+\.?")


@functools.cache
def titles() -> frozenset[str]:
    """Read every title as it is written with a capital, `Prime Minister`, without a period."""
    return frozenset(title for row in rows("titles.csv") for title in row["titles"].split("|")) | COURTESY_IN_CAPITALS


@functools.cache
def offices() -> frozenset[str]:
    """Give the titles that are offices and ranks, with a capital."""
    kinds = ("office", "local office", "military")
    held = (row["titles"] for row in rows("titles.csv") if row["kind"] in kinds)
    return frozenset(title for each in held for title in each.split("|") if title.isascii() and len(title) > 3)


def title_end(text: str, start: int, end: int) -> int:
    """Tell where the titles that a span begins with end: 9 in `Gen. Ms Leonova`, `start` where there is none."""
    stop = start
    matches = list(WORD_WITH_PERIOD.finditer(text, start, end))
    position = 0
    while position < len(matches):
        size = title_size(text, matches[position:])
        if size == 0 or is_given_name(text, matches[position:]) or is_first_of_firm(text, matches[position:]):
            break
        position += size
        stop = matches[position].start() if position < len(matches) else end
    return stop


def is_given_name(text: str, matches: Sequence[re.Match[str]]) -> bool:
    """Tell whether what may be a title is a given name, behind a title and before one word more: `Rev. |Dean Crowe`."""
    start = matches[0].start()
    return len(matches) == 2 and matches[0].group() in genders() and title_before(text[max(0, start - WINDOW) : start])


def is_first_of_firm(text: str, matches: Sequence[re.Match[str]]) -> bool:
    """Tell whether what may be a title begins a firm: `Duke Energy`, `Dean Witter Reynolds`, but not `Dean Hale`."""
    size = TITLES_AND_NAMES.get(matches[0].group())
    is_name = size is not None and len(matches) > size and matches[1].group() not in genders()
    return is_name and all(text[match.start()].isupper() for match in matches[1:][:size])


def title_size(text: str, matches: Sequence[re.Match[str]]) -> int:
    """Count the words of the title that begins the words matched; 0 where none does."""
    for size in (3, 2, 1):
        if size > len(matches):
            continue
        phrase = text[matches[0].start() : matches[size - 1].end()].rstrip(".")
        if phrase in COURTESY_IN_CAPITALS and not (size < len(matches) and matches[size].group().isupper()):
            return 0  # the initials of `MS Golwalkar`
        if phrase == "New" and size < len(matches):  # `New England Power Pool`
            return 0
        if phrase in titles() or (phrase.lower() in NEVER_A_NAME and phrase[0].isupper()):
            return size
    return 0


def title_before(before: str) -> bool:
    """Tell whether a text ends in a title: `said Gen. `."""
    words = before.rsplit(None, 2)
    return bool(before) and before[-1].isspace() and bool(words) and words[-1].rstrip(".") in titles()


def is_title(word: str) -> bool:
    """Tell whether a word is a title, in the singular or the plural."""
    return word.rstrip(".") in titles() or word.removesuffix("s") in titles()


def is_office(name: str) -> bool:
    """Tell whether a name is an office rather than a body: `Minister of Finance`, `Leader of the Opposition`."""
    office = OFFICE_OF.match(name)
    return office is not None and is_title(office["office"].split()[-1])
