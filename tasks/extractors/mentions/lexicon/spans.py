"""Candidates for mentions: what the model and the rules propose, before it is settled which of them stand."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

SHORTEST_IN_CAPITALS = 4
"""What is shorter may be a word: `Who` beside `WHO`."""


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


def agreed(text: str, spans: Sequence[Span], *, people: Collection[str], firms: Collection[str]) -> list[Span]:
    """Give a word that is somebody at one place and a body at another the kind that it has at most of them.

    Who is named in full is left as he is, since a firm may bear his name: `people` has the short forms. `firms` has the
    first words of companies: what is a place at one place and a body at another is a body then.
    """
    counts: dict[str, Counter[str]] = {}
    for span in spans:
        counts.setdefault(text[span.start : span.end], Counter())[span.kind] += 1
    kinds = {}
    for name, count in counts.items():
        is_of_two = count.keys() == {"person", "organization"} and count["person"] != count["organization"]
        if is_of_two and " " not in name and name not in people:
            kinds[name] = count.most_common(1)[0][0]
        elif is_in_capitals(name, counts, people) or (name in firms and count.keys() == {"place", "organization"}):
            kinds[name] = "organization"
    return [replace(span, kind=kinds.get(text[span.start : span.end], span.kind)) for span in spans]


def is_in_capitals(name: str, counts: Mapping[str, Counter[str]], people: Collection[str]) -> bool:
    """Tell whether a word is a body elsewhere, in capitals, and nobody who is named in full: `Pemco` beside `PEMCO`."""
    is_word = len(name) >= SHORTEST_IN_CAPITALS and name.isalpha() and name == name.capitalize()
    capitals = counts.get(name.upper(), Counter()) if is_word and name not in people else Counter()
    return capitals.keys() == {"organization"}
