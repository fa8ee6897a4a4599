"""Compound adjectives of two peoples or states: `Russian-Chinese`, `U.S.-Japanese`, `Sino-Russian`."""

import re
from collections.abc import Iterator

from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.lexicon import kind_of
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tables import words_for

HYPHEN = re.compile(r"[-‐‑–/]")
WAY_BEHIND = re.compile(
    r" (?:(?:oil|gas|export|rail|natural gas|product) )?"
    r"(?:pipelines?|highways?|railways?|railroads?|roads?|routes?|motorways?|corridors?|canals?|ferry|ferries|flights?|border)\b"
)
"""What leads from one place to another: `Baku-Supsa| pipeline`."""
ENDS_OF_A_WAY = re.compile(r"(?!Inter|Trans|Pan-|Circum|Cross)[A-Z][^\W\d_]{2,}(?:[-‐‑–][A-Z][^\W\d_]{2,}){1,2}")
WAY = re.compile(rf"(?<![\w’'-])(?P<ends>{ENDS_OF_A_WAY.pattern}){WAY_BEHIND.pattern}")


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
    is_between_places = all(kind in (None, "place") for kind in kinds)
    if is_between_places and WAY_BEHIND.match(text, span.end) and ENDS_OF_A_WAY.fullmatch(text, span.start, span.end):
        kinds = [kind or "place" for kind in kinds]
    whole = text[span.start : span.end]
    if len(pieces) < 2 or not all(kinds) or kind_of(whole) or is_city(whole):
        yield span
        return
    for (start, end), kind in zip(pieces, kinds, strict=True):
        yield Span(start=start, end=end, kind=kind or span.kind, rule="compound")


def ways(text: str) -> Iterator[Span]:
    """Yield the ends of what leads from one place to another: `the |Varzan|-|Mukhor| pipeline`."""
    for match in WAY.finditer(text):
        for start, end in pieces_of(text, Span(start=match.start(), end=match.end("ends"), kind="place", rule="way")):
            if kind_of(text[start:end]) in (None, "place"):
                yield Span(start=start, end=end, kind="place", rule="way")


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
