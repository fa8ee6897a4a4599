"""Candidates for mentions: what the model and the rules propose, before it is settled which of them stand."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of a text taken for a name of some kind, and the rule that took it for one."""

    start: int
    end: int
    kind: str
    rule: str


def settled(groups: Iterable[Iterable[Span]], *, length: int) -> list[Span]:
    """Merge groups of spans over a text of this length into one list, in its order, without overlaps.

    The earlier group wins where two spans overlap, and within a group the longer span.
    """
    taken = bytearray(length)
    kept = []
    for group in groups:
        for span in sorted(group, key=lambda each: (each.start - each.end, each.start)):
            if taken.find(1, span.start, span.end) < 0:
                taken[span.start : span.end] = b"\1" * (span.end - span.start)
                kept.append(span)
    return sorted(kept, key=lambda each: each.start)
