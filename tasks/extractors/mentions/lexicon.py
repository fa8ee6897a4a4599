"""Names known beforehand, and where they stand in a text.

`names.csv` was compiled by hand. `countries.csv` too: its codes are those of ISO 3166-1 and, for states that are no
more, of ISO 3166-3.
"""

import csv
import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources

from tasks.extractors.mentions.spans import Span
from tasks.extractors.mentions.words import Word, words_of

COUNTRY_KINDS = {"names": "place", "adjectives": "nationality", "capitals": "place"}
CURRENCY = re.compile(r"\$| dollars?\b")
"""What makes a country's name part of a currency's: `US$5`, `Hong Kong dollars`."""
GAP = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A known name: its words, itself with plain apostrophes, hyphens and spaces, and its kind."""

    words: tuple[str, ...]
    name: str
    kind: str


def rows(file: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a list beside this module."""
    with (resources.files(__package__) / file).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def plain(name: str) -> str:
    """Write a name with single spaces, straight apostrophes and plain hyphens, to compare it by."""
    return GAP.sub(" ", name.translate(PLAIN))


PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-"})


Index = dict[str, list[Entry]]


@functools.cache
def entries() -> Index:
    """Read every name known beforehand into an index."""
    return index(known_names())


def index(names: Iterable[tuple[str, str]]) -> Index:
    """Sort kinds and names by each name's first word, the longest name first."""
    by_first_word: Index = {}
    for kind, name in names:
        words = tuple(word.text for word in words_of(plain(name)))
        by_first_word.setdefault(words[0], []).append(Entry(words=words, name=plain(name), kind=kind))
    for same_start in by_first_word.values():
        same_start.sort(key=lambda entry: -len(entry.name))
    return by_first_word


def known_names() -> Iterator[tuple[str, str]]:
    """Yield kind and name of all the lists, those of the countries last."""
    for row in rows("names.csv"):
        for name in row["names"].split("|"):
            yield row["kind"], name
    for row in rows("countries.csv"):
        for column, kind in COUNTRY_KINDS.items():
            for name in filter(None, row[column].split("|")):
                yield kind, name


def known(text: str, words: Sequence[Word], names: Index, *, rule: str = "lexicon") -> Iterator[Span]:
    """Yield the names of an index found among the words of a text, at each place the longest."""
    skip_to = 0
    for position, word in enumerate(words):
        if word.start < skip_to:
            continue
        for entry in names.get(word.text, ()):
            end = entry_end(text, words, position, entry)
            if end and not CURRENCY.match(text, end):
                yield Span(start=word.start, end=end, kind=entry.kind, rule=rule)
                skip_to = end
                break


def entry_end(text: str, words: Sequence[Word], position: int, entry: Entry) -> int | None:
    """Tell where a known name that begins at a word ends, if it stands there in full."""
    last = position + len(entry.words) - 1
    if last >= len(words) or words[last].text != entry.words[-1]:
        return None
    end = words[last].end + entry.name.endswith(".")
    return end if plain(text[words[position].start : end]) == entry.name else None


@functools.cache
def kinds() -> dict[str, str]:
    """Map every known name to its kind; of two kinds, the one listed last."""
    return {plain(name): "organization" if kind == "body" else kind for kind, name in known_names()}


def kind_of(name: str) -> str | None:
    """Tell the kind of a name known beforehand."""
    return kinds().get(plain(name))


@functools.cache
def dropped() -> frozenset[str]:
    """Read the words that alone are no name, whatever the model says."""
    return frozenset(name for row in rows("drops.csv") for name in row["names"].split("|"))


def is_dropped(name: str) -> bool:
    """Tell whether a word alone is no name: `Interior`, `CEO`."""
    return plain(name) in dropped()
