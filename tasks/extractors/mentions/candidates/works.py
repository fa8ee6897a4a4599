"""Titles of works, whose words are nobody's names: `the film The Lost City`, `the novel “The Winter War”`."""

import re
from collections.abc import Iterator, Sequence

from tasks.extractors.mentions.lexicon.lexicon import kind_of
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tables import any_of
from tasks.extractors.vocabulary.given_names import genders

SMALL = r"(?:a|an|and|for|of|or|the)"
TITLE = rf"[A-Z][\w’'-]{{0,20}}(?:(?: {SMALL}){{0,3}} [A-Z\d][\w’'-]{{0,20}}){{1,7}}"
WORK = re.compile(
    rf"\b(?:{any_of('work with a title')})s?,? (?:called |titled |entitled |named )?"
    rf"(?:[\"“‘'](?P<quoted>[A-Z][^\"”\n]{{0,80}}?)[\"”’'](?!\w)|(?P<plain>{TITLE})(?![\w-]))"
)
"""A word for works with small letters, and a title in quotation marks or of two words with capitals behind it."""


BEHIND = re.compile(rf"['’]s? (?P<plain>{TITLE}) (?:show|programme|program|series|sitcom)\b")
"""`Channel Five's |Wright Stuff| show`."""


def titles(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the titles of works begin and end; a maker's name in full is none: `the novel Anna Orlova wrote`."""
    for match in WORK.finditer(text):
        start, end = match.span("quoted" if match["quoted"] else "plain")
        first = text[start:end].partition(" ")[0]
        if match["quoted"] or not (first in genders() or kind_of(first)):
            yield start, end
    for match in BEHIND.finditer(text):
        yield match.span("plain")


def without_titles(text: str, spans: Sequence[Span]) -> list[Span]:
    """Leave out what stands within the titles of works."""
    inside = bytearray(len(text))
    for start, end in titles(text):
        inside[start:end] = b"\1" * (end - start)
    return [span for span in spans if not (inside[span.start] and inside[span.end - 1])]
