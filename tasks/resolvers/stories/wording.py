"""The words of an article, as they are compared with those of another: without case, punctuation and line breaks."""

import calendar
import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from sys import intern

from tasks.extractors.figures.words.number_words import NUMBER_WORDS
from warehouse.records import PARAGRAPH_BREAK

WORD = re.compile(r"\w+(?:[.,:/]\d+)*")
"""A word, or a number with what parts its digits: `1,234.5`, `12:30`."""

DIGIT = re.compile(r"\d")
SMALL = re.compile(r"[a-z]\w")

DAY_WORDS = frozenset(name.lower() for names in (calendar.day_name, calendar.month_name) for name in names if name)
SHORT_DAY_WORDS = frozenset(name[:3] for name in DAY_WORDS) - {"mar", "sat", "sun", "wed"}
TELLING_WORDS = (NUMBER_WORDS - {"one"}) | DAY_WORDS | SHORT_DAY_WORDS
"""Words that, as digits do, tell one report of a kind from the next: numbers, days and months."""

SHORT_WORDS = 50
"""Words of a body below which its headline is part of it: dividends and results of two companies may differ in nothing
else."""

MOST_WORDS = 10_000
"""Words of a body that are compared; a longer one counts with its beginning. Time and memory grow with the square."""


@dataclass(frozen=True, kw_only=True)  # without slots: what is worked out of a text is kept with it
class Wording:
    """The words of an article's body in small letters and as written, and the offsets at which paragraphs begin.

    `headline` are its headline's words, none where the body is long enough to tell the story by itself.
    """

    words: tuple[str, ...]
    written: tuple[str, ...]
    paragraph_starts: tuple[int, ...]
    headline: tuple[str, ...] = ()

    @cached_property
    def telling(self) -> Counter[str]:
        """The numbers, days and months among the words, and how often each stands there."""
        return Counter(filter(is_telling, self.words))

    @cached_property
    def names(self) -> tuple[frozenset[str], frozenset[str]]:
        """The words with a capital that have none elsewhere in the text, and those of its first paragraph."""
        usual = set(filter(SMALL.match, self.written))
        lead_end = self.paragraph_starts[1] if len(self.paragraph_starts) > 1 else len(self.written)
        return names_among(self.written, usual), names_among(self.written[:lead_end], usual)


def wording_of(body: str, headline: str | None) -> Wording:
    """Read the words of an article."""
    words: list[str] = []
    starts: list[int] = []
    for paragraph in PARAGRAPH_BREAK.split(body):
        found = WORD.findall(paragraph)
        if found and len(words) < MOST_WORDS:
            starts.append(len(words))
            words += found
    written = tuple(map(intern, words[:MOST_WORDS]))
    return Wording(
        words=tuple(intern(word.lower()) for word in written),
        written=written,
        paragraph_starts=tuple(starts),
        headline=tuple(words_of(headline or "")) if len(words) < SHORT_WORDS else (),
    )


def names_among(words: Sequence[str], usual: Set[str]) -> frozenset[str]:
    """Return, in small letters, the words with a capital that are not also `usual` words without one."""
    capitals = (word.lower() for word in words if word[0].isupper())
    return frozenset(word for word in capitals if word not in usual)


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters."""
    return WORD.findall(text.lower())


def is_telling(word: str) -> bool:
    """Tell whether a word is a number, a day or a month."""
    return word in TELLING_WORDS or DIGIT.search(word) is not None
