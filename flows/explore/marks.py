"""An article's text in pieces, each with the facts that cover it, so that facts that overlap can be marked."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from warehouse.records import ARTICLE_TABLES, key_column

Row = Mapping[str, object]

ORDER = ("figures", "dates", "mentions", "anaphors", "cross_references", "citations", "quotations")
"""Kinds of facts; where several cover a piece, the first of them leads to its row of the table."""

KEYS = {record.table: key_column(record) for record in ARTICLE_TABLES if record.table in ORDER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of the text: the kinds of facts that cover it, their keys, and those that begin with it.

    `leads_to` is the key of the fact whose row of the table a click shows.
    """

    text: str
    kinds: tuple[str, ...]
    keys: tuple[str, ...]
    begins: tuple[str, ...]
    leads_to: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A fact's place in the text."""

    kind: str
    key: str
    start: int
    end: int


def pieces(text: str, facts: Mapping[str, Iterable[Row]], *, start: int = 0, end: int | None = None) -> Iterator[Piece]:
    """Cut a text where a fact begins or ends; yield its pieces, which together are the text from start to end."""
    last = len(text) if end is None else end
    spans = [span for span in spans_of(facts) if span.start < last and span.end > start]
    edges = sorted({start, last, *(min(max(edge, start), last) for span in spans for edge in (span.start, span.end))})
    opening: dict[int, list[Span]] = {}
    for span in spans:
        opening.setdefault(max(span.start, start), []).append(span)
    covering: list[Span] = []
    for first, after in pairwise(edges):
        begins = opening.get(first, [])
        covering = sorted([span for span in (*covering, *begins) if span.end > first], key=rank)
        yield Piece(
            text=text[first:after],
            kinds=tuple(dict.fromkeys(span.kind for span in covering)),
            keys=tuple(span.key for span in covering),
            begins=tuple(span.key for span in begins),
            leads_to=covering[0].key if covering else None,
        )


def spans_of(facts: Mapping[str, Iterable[Row]]) -> Iterator[Span]:
    """Yield the places of all facts that have one; of a phrase that stands for several, the first."""
    seen: set[tuple[str, int, int]] = set()
    for kind in ORDER:
        for row in facts.get(kind, ()):
            place = (kind, int(str(row["start_char"])), int(str(row["end_char"])))
            if place not in seen:
                seen.add(place)
                yield Span(kind=kind, key=str(row[KEYS[kind]]), start=place[1], end=place[2])


def rank(span: Span) -> tuple[int, int]:
    """Order facts that cover the same piece: by kind, then the shorter one."""
    return ORDER.index(span.kind), span.end - span.start
