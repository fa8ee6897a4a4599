"""Titles within the body, where every word has a capital: only names that are known otherwise count there."""

import re
from collections.abc import Iterator, Sequence

from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.lexicon import kind_of
from tasks.extractors.mentions.lexicon.spans import Span

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
    in_title = bytearray(len(text))
    for start, end in headlines(text):
        in_title[start:end] = b"\1" * (end - start)
    borne_out = {text[span.start : span.end] for span in spans if not in_title[span.start]}
    return [span for span in spans if not in_title[span.start] or is_known(text, span, borne_out)]


def is_known(text: str, span: Span, borne_out: set[str]) -> bool:
    """Tell whether a name is known beforehand or from the rest of the text; a person's full name needs neither."""
    name = text[span.start : span.end]
    if span.kind == "person" and " " in name:
        return True
    return name in borne_out or kind_of(name) is not None or is_city(name)
