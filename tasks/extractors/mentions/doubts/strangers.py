"""People of one word whom nothing in the article introduces: what they are instead, or nothing.

News names whom it tells of in full, by an office, or as somebody's kin before it calls them by one word. Where the
model takes a word for somebody and none of its places bears that out, it is a person's in one case of six
(`docs/decisions/0124-whom-nothing-introduces-is-nobody.md`).
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from tasks.extractors.mentions.doubts.evidence import is_known, is_of_people, shows_person
from tasks.extractors.mentions.lexicon.spans import Span

GUESSED = frozenset({"model", "repetition"})
"""Rules by which a word is somebody's since the model took it for that."""
JOINT = re.compile(r"\s*(?:,|,? and|,? or|,? &)\s+(?:the )?")
"""What stands between two names of a list."""
FEWEST_PLACES = 2
"""A single one may be half of a firm's name: `Hale and |Quist`."""
LETTERS = re.compile(r"[A-Z]{3,}")


def without_strangers(text: str, spans: Sequence[Span], *, people: Collection[str]) -> list[Span]:
    """Give the names without people whom nothing introduces; who is a people, place or body instead, stays as that.

    `people` has the parts of the names of those whom the article names in full.
    """
    guesses: dict[str, list[Span]] = {}
    for span in spans:
        name = text[span.start : span.end]
        if span.kind == "person" and span.rule in GUESSED and " " not in name and name not in people:
            guesses.setdefault(name, []).append(span)
    kinds = {name: kind_of_guess(text, name, places) for name, places in guesses.items()}
    return [kept for position in range(len(spans)) if (kept := settled(text, spans, position, kinds=kinds))]


def kind_of_guess(text: str, name: str, places: Sequence[Span]) -> str | None:
    """Return what the places of a word show that it is; None where they show nothing."""
    if any(is_of_people(text, place.start, place.end) for place in places):
        return "nationality"
    if is_known(name) or any(shows_person(text, place.start, place.end) for place in places):
        return "person"
    return "organization" if LETTERS.fullmatch(name) else None


def settled(text: str, spans: Sequence[Span], position: int, *, kinds: dict[str, str | None]) -> Span | None:
    """Return a name with the kind that is shown of it; None where it is a stranger."""
    span = spans[position]
    name = text[span.start : span.end]
    if span.kind != "person" or name not in kinds or span.rule not in GUESSED:
        return span
    kind = kinds[name] or kind_of_list(text, spans, position)
    return replace(span, kind=kind) if kind else None


def kind_of_list(text: str, spans: Sequence[Span], position: int) -> str | None:
    """Return the kind of all others in whose list a name stands, if these are places, or people named in full."""
    others = [*listed(text, spans, position, step=-1), *listed(text, spans, position, step=1)]
    if len(others) >= FEWEST_PLACES and all(other.kind == "place" for other in others):
        return "place"
    is_of_people = any(other.kind == "person" and " " in text[other.start : other.end] for other in others)
    return "person" if is_of_people else None


def listed(text: str, spans: Sequence[Span], position: int, *, step: int) -> Iterator[Span]:
    """Yield the names that stand with one in a list, on one side of it."""
    while 0 <= position + step < len(spans):
        one, other = sorted((spans[position], spans[position + step]), key=lambda span: span.start)
        if not JOINT.fullmatch(text, one.end, other.start):
            return
        position += step
        yield spans[position]
