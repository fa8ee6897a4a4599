"""Words of a text with their places: what lexicons and name tables are matched against."""

import re
from collections.abc import Iterable
from typing import NamedTuple

WORD = re.compile(r"\w+")


class Token(NamedTuple):
    """A run of letters, digits and underscores; a tuple, because an article has hundreds of them."""

    start: int
    end: int
    text: str


def tokens_of(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Split the stretch of a text between two offsets into words; punctuation lies between them."""
    stop = len(text) if end is None else end
    return [Token(match.start(), match.end(), match.group()) for match in WORD.finditer(text, start, stop)]


def lowercase_words(words: Iterable[Token]) -> frozenset[str]:
    """Collect the words written with a small initial: what a text uses as a word is no name where it has a capital."""
    return frozenset(word.text for word in words if word.text[0].islower())
