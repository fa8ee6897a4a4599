"""Titles within the body, where every word has a capital: only names that are known otherwise count there."""

import re
from collections.abc import Iterator, Sequence

from tasks.extractors.mentions.cities import is_city
from tasks.extractors.mentions.lexicon import kind_of
from tasks.extractors.mentions.spans import Span

LINE = re.compile(r"[^\n]+")
WORD = re.compile(r"[^\W\d_][\w'’-]*")
LONGEST_CHARS = 120
FEWEST_WORDS = 4


def headlines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of each line that is set as a title: `Children Found in Mountain Hut`."""
    for line in LINE.finditer(text):
        if len(line.group()) > LONGEST_CHARS:
            continue
        words = [word for word in WORD.findall(line.group()) if len(word) > 3]
        if len(words) >= FEWEST_WORDS - 1 and all(word[0].isupper() for word in words):
            yield line.span()


def credible(text: str, spans: Sequence[Span]) -> list[Span]:
    """Leave out what the model saw in a title and nothing else in the text bears out."""
    titles = list(headlines(text))
    if not titles:
        return list(spans)
    inside = [any(start <= span.start < end for start, end in titles) for span in spans]
    borne_out = {text[span.start : span.end] for span, is_title in zip(spans, inside, strict=True) if not is_title}
    return [
        span
        for span, is_title in zip(spans, inside, strict=True)
        if not is_title
        or (span.kind == "person" and " " in text[span.start : span.end])
        or is_known(text[span.start : span.end], borne_out)
    ]


def is_known(name: str, borne_out: set[str]) -> bool:
    """Tell whether a name is known beforehand or from the rest of the text."""
    return name in borne_out or kind_of(name) is not None or is_city(name)
