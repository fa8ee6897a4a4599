"""Where names out of a list stand in a text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tables import plain
from tasks.extractors.mentions.lexicon.tokens import WORD, Token

CURRENCY = re.compile(r"\$| dollars?\b")
"""What makes a country's name part of a currency's: `US$5`, `Hong Kong dollars`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Names with their kinds, and for each first word how many words the names that begin with it have."""

    kinds: dict[str, str] = field(default_factory=dict)
    sizes: dict[str, list[int]] = field(default_factory=dict)


def index(names: Iterable[tuple[str, str]]) -> Index:
    """Sort kinds and names into an index."""
    sorted_names = Index()
    for kind, name in names:
        written = plain(name)
        words = WORD.findall(written)
        sorted_names.kinds[written] = kind
        sizes = sorted_names.sizes.setdefault(words[0], [])
        if len(words) not in sizes:
            sizes.append(len(words))
    for sizes in sorted_names.sizes.values():
        sizes.sort(reverse=True)
    return sorted_names


def known(text: str, words: Sequence[Token], names: Index, *, rule: str) -> Iterator[Span]:
    """Yield the names of an index found among the words of a text, at each place the longest."""
    stop = 0
    for position, word in enumerate(words):
        if word.start < stop or word.text not in names.sizes:
            continue
        span = longest(text, words, position, names)
        if span and not CURRENCY.match(text, span[0]):
            stop = span[0]
            yield Span(start=word.start, end=stop, kind=span[1], rule=rule)


def longest(text: str, words: Sequence[Token], position: int, names: Index) -> tuple[int, str] | None:
    """Find the longest name that begins at a word: where it ends, and its kind."""
    start = words[position].start
    for size in names.sizes[words[position].text]:
        last = position + size - 1
        if last >= len(words):
            continue
        end = words[last].end
        for stop in (end + 1, end) if text.startswith(".", end) else (end,):
            kind = names.kinds.get(plain(text[start:stop]))
            if kind:
                return stop, kind
    return None


def of_several_words(text: str, spans: Iterable[Span]) -> list[Span]:
    """Keep the names of several words, which are surer than a part of them that the model took for a name."""
    return [span for span in spans if not text[span.start : span.end].isalpha()]
