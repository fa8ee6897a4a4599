"""Splits a paragraph's reading into sentences, minding abbreviations and initials."""

import re
from collections.abc import Iterator

from tasks.extractors.quotations.lexicon.tables import any_of, words_for

BOUNDARY = re.compile(r"[.?!…][\"”’'»)\]]{0,3}\s+(?=[\"“‘'«(\[–—-]{0,3}\s?(?:[^\W\d_a-zà-ÿ]|[0-9]))")
"""The end of a sentence before a capital or a digit: `went home. The`, `"Yes." He`."""

ABBREVIATIONS = frozenset(
    word.lower()
    for use in ("abbreviated title", "abbreviated month", "abbreviated state", "abbreviation in references")
    for word in words_for(use)
)
"""Words whose period ends no sentence, in lower case: titles, months and states as the Associated Press writes them."""

LAST_WORD = re.compile(r"([A-Za-z]+(?:\.[A-Za-z]+)*)\.$")
SENTENCE_OPENERS = re.compile(rf"[\"“‘'«(\[]*(?:{any_of('no name after it')})\b")
"""A word that a name never goes on with: after `U.S.` it begins a sentence."""


def sentences(reading: str) -> Iterator[tuple[int, int]]:
    """Yield the first and last offset of each sentence of a paragraph."""
    start = 0
    for boundary in BOUNDARY.finditer(reading):
        if is_abbreviation(reading, period=boundary.start(), following=boundary.end()):
            continue
        end = boundary.start() + len(boundary.group().rstrip())
        yield start, end
        start = boundary.end()
    if start < len(reading):
        yield start, len(reading)


def is_abbreviation(reading: str, *, period: int, following: int) -> bool:
    """Tell whether a period belongs to an abbreviation or initial that the sentence goes on after."""
    if reading[period] != ".":
        return False
    word = LAST_WORD.search(reading, max(0, period - 20), period + 1)
    if word is None:
        return False
    letters = word.group(1)
    if letters.lower() in ABBREVIATIONS:
        return True
    is_initials = (len(letters) == 1 and letters.isupper()) or "." in letters
    return is_initials and SENTENCE_OPENERS.match(reading, following) is None
