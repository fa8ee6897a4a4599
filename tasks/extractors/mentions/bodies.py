"""Bodies that every state has, with the people or state they belong to: `Chinese Foreign Ministry`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasks.extractors.mentions.spans import Span


def named_bodies(text: str, known: Sequence[Span]) -> Iterator[Span]:
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


def joined(spans: Sequence[Span]) -> list[Span]:
    """Keep the bodies that were joined with what they belong to."""
    return [span for span in spans if span.rule == "body"]
