"""Titles within the body, where every word has a capital: only names that are known otherwise count there."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.lexicon import kind_of
from tasks.extractors.mentions.lexicon.spans import Span

LINE = re.compile(r"[^\n]+")
WORD = re.compile(r"[^\W\d_][\w'’-]*")
LONGEST_CHARS = 120
FEWEST_WORDS = 4
SHORTEST_NAME = 3
NAMES_IN_LINE = re.compile(r"[^.,:;()\n]+")
"""What no name runs across in such a line."""


def headlines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of each line that is set as a title: `Children Found in Mountain Hut`."""
    for line in LINE.finditer(text):
        if len(line.group()) > LONGEST_CHARS:
            continue
        words = [word for word in WORD.findall(line.group()) if len(word) > 3]
        if len(words) >= FEWEST_WORDS - 1 and all(word[0].isupper() for word in words):
            yield line.span()


def marked(text: str, stretches: Iterable[tuple[int, int]]) -> bytearray:
    """Mark the characters of a text that stretches of it take up."""
    marks = bytearray(len(text))
    for start, end in stretches:
        marks[start:end] = b"\1" * (end - start)
    return marks


def credible(text: str, spans: Sequence[Span]) -> list[Span]:
    """Leave out what the model saw in a title and nothing else in the text bears out."""
    in_title = marked(text, headlines(text))
    borne_out = {text[span.start : span.end] for span in spans if not in_title[span.start]}
    return [span for span in spans if not in_title[span.start] or is_known(text, span, borne_out)]


def lines_of_capitals(body: str) -> list[tuple[int, int]]:
    """List the offsets of each line of several words that an article sets in capitals."""
    lines = (line for line in LINE.finditer(body) if line.group().isupper() and line.group().count(" ") > 1)
    return [line.span() for line in lines if len(line.group()) <= LONGEST_CHARS]


def names_in_capitals(
    text: str, lines: Sequence[tuple[int, int]], spans: Sequence[Span], people: Mapping[str, Collection[str]]
) -> Iterator[Span]:
    """Yield the names of several words, and the surnames of the text's people, in its lines of capitals.

    There the model takes more than a name for one: `ORLOV MEETS |LOBOV|`.
    """
    if not lines:
        return
    in_capitals = marked(text, lines)
    named = [span for span in spans if not in_capitals[span.start]]
    kinds = {text[span.start : span.end]: span.kind for span in named if " " in text[span.start : span.end]}
    seen = frozenset(name for name, kind in kinds.items() if kind == "person")
    surnames = [name for name, full in people.items() if is_surname_of(name, seen.intersection(full))]
    kinds |= {name: "person" for name in surnames if len(name) > SHORTEST_NAME}
    for start, end in lines:
        for run in NAMES_IN_LINE.finditer(text, start, end):
            yield from longest(run, kinds)


def is_surname_of(name: str, full: Collection[str]) -> bool:
    """Tell whether a short name is the last word of the names in full that it stands for, if there are any."""
    return bool(full) and all(each.rpartition(" ")[2] == name for each in full)


def longest(run: re.Match[str], kinds: Mapping[str, str]) -> Iterator[Span]:
    """Yield the known names within a run of words, the longest first at each place."""
    words = list(WORD.finditer(run.string, *run.span()))
    position = 0
    while position < len(words):
        ends = [last for last in range(len(words), position, -1) if text_of(words, position, last) in kinds]
        if ends:
            start, end = words[position].start(), words[ends[0] - 1].end()
            yield Span(start=start, end=end, kind=kinds[run.string[start:end]], rule="title line")
        position = ends[0] if ends else position + 1


def text_of(words: Sequence[re.Match[str]], first: int, last: int) -> str:
    """Give the text from the first of some words to the one before the last."""
    return words[first].string[words[first].start() : words[last - 1].end()]


def is_known(text: str, span: Span, borne_out: set[str]) -> bool:
    """Tell whether a name is known beforehand or from the rest of the text; a person's full name needs neither."""
    name = text[span.start : span.end]
    if span.kind == "person" and " " in name:
        return True
    return name in borne_out or kind_of(name) is not None or is_city(name)
