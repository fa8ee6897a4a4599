"""The same article with other surnames of the people whom it names in full."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from warehouse.records import Mention

SURNAMES = (
    "Petrenko",
    "Mbeki",
    "Karimov",
    "Nakamura",
    "Oyelaran",
    "Dlamini",
    "Jovanovic",
    "Okafor",
    "Lindqvist",
    "Ferreira",
    "Haddad",
    "Zhuravlev",
    "Kowalczyk",
    "Tsering",
    "Vasquez",
    "Szabo",
)
IN_FULL = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """Where a word stood, where the other one stands in its place, and how far what follows has moved."""

    start: int
    end: int
    other_start: int
    other_end: int


def renamed(text: str, mentions: list[Mention], source: random.Random) -> tuple[str, list[Moved]]:
    """Return a text with other surnames in place of those of the people named in full, and where these stand."""
    others: dict[str, str] = {}
    bodies = {word for mention in mentions if mention.kind != "person" for word in re.findall(r"\w+", mention.text)}
    for mention in mentions:
        surname = mention.text.rpartition(" ")[2]
        if mention.kind == "person" and IN_FULL.fullmatch(mention.text) and surname not in bodies:
            others.setdefault(surname, source.choice(SURNAMES))
    if not others:
        return text, []
    parts, moves, at, length = [], [], 0, 0
    for found in re.finditer(rf"\b(?:{'|'.join(map(re.escape, others))})\b", text):
        other = others[found.group()]
        length += found.start() - at
        parts += [text[at : found.start()], other]
        moves.append(Moved(start=found.start(), end=found.end(), other_start=length, other_end=length + len(other)))
        length, at = length + len(other), found.end()
    return "".join([*parts, text[at:]]), moves


def moved(start: int, end: int, moves: list[Moved]) -> tuple[int, int]:
    """Return where a stretch stands in the other text; one that begins or ends within a word takes all of it."""
    return place(start, moves, is_end=False), place(end, moves, is_end=True)


def place(offset: int, moves: list[Moved], *, is_end: bool) -> int:
    """Return where an offset has gone."""
    shift = 0
    for move in moves:
        if offset < move.end or (is_end and offset == move.end):
            if offset > move.start:
                return move.other_end if is_end else move.other_start
            break
        shift = move.other_end - move.end
    return offset + shift


def changed_mentions(
    mentions: list[Mention], others: list[Mention], moves: list[Moved]
) -> Iterator[tuple[Mention | None, Mention | None]]:
    """Yield the names of a text and of the same renamed that are not at the same places with the same kinds."""
    one = {moved(mention.start_char, mention.end_char, moves): mention for mention in mentions}
    other = {(mention.start_char, mention.end_char): mention for mention in others}
    for where in sorted(one.keys() | other.keys()):
        before, after = one.get(where), other.get(where)
        if before is None or after is None or before.kind != after.kind:
            yield before, after
