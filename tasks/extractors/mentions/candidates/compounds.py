"""Compound adjectives of two peoples or states: `Russian-Chinese`, `U.S.-Japanese`, `Sino-Russian`."""

import re
from collections.abc import Iterator

from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.lexicon import kind_of
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tables import words_for

HYPHEN = re.compile(r"[-‐‑–/]")


def parts(text: str, span: Span) -> Iterator[Span]:
    """Yield a span for each people or state of a compound adjective; any other span as it is."""
    pieces = list(pieces_of(text, span))
    kinds = [part_kind(text[start:end]) for start, end in pieces]
    if (
        span.kind == "place"
        and kinds[0] == "place"
        and all(text[start].isupper() for start, _ in pieces if start < span.end)
    ):
        kinds = [kind or "place" for kind in kinds]  # `Baku-Supsa`
    whole = text[span.start : span.end]
    if len(pieces) < 2 or not all(kinds) or kind_of(whole) or is_city(whole):
        yield span
        return
    for (start, end), kind in zip(pieces, kinds, strict=True):
        yield Span(start=start, end=end, kind=kind or span.kind, rule="compound")


def pieces_of(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Yield the offsets of what stands between the hyphens of a span."""
    start = span.start
    for hyphen in HYPHEN.finditer(text, span.start, span.end):
        yield start, hyphen.start()
        start = hyphen.end()
    yield start, span.end


def part_kind(part: str) -> str | None:
    """Tell the kind of one member of a compound, if it is a people or a place that we know."""
    if part in words_for("first member of a compound"):
        return "nationality"
    kind = kind_of(part)
    return kind if kind in ("nationality", "place") else None
