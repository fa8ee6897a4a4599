"""Bodies that every state has, with the people or state they belong to: `Chinese Foreign Ministry`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tasks.extractors.mentions.headwords import kind_by_headword
from tasks.extractors.mentions.spans import Span

CAPITALS = re.compile(r"(?<=[a-z,’“\"] )(?P<name>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){1,5})(?![\w-])")
"""Words with capitals within a sentence: `Popular Mobilization Forces`."""


def named_bodies(text: str, known: Iterable[Span]) -> Iterator[Span]:
    """Yield the known names, each national body joined with the adjective or state before it."""
    before: Span | None = None
    for span in known:
        if span.kind != "body":
            before = span
            yield span
            continue
        if before and before.kind in ("nationality", "place") and text[before.end : span.start] == " ":
            yield Span(start=before.start, end=span.end, kind="organization", rule="body")
        else:
            yield replace(span, kind="organization")
        before = None


def unseen_bodies(text: str) -> Iterator[Span]:
    """Yield runs of capitalised words whose last one says what they name, for where nothing else was found."""
    for match in CAPITALS.finditer(text):
        kind = kind_by_headword(match["name"])
        if kind in ("organization", "place", "facility"):
            yield Span(start=match.start("name"), end=match.end("name"), kind=kind, rule="headword")
