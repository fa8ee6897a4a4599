"""Finds other names that a text itself gives to somebody: terms that a contract defines, and short forms of names."""

import bisect
import functools
import re
from collections.abc import Iterator, Sequence

from tasks.extractors.quotations.lexicon.tables import rows
from tasks.extractors.vocabulary.given_names import common_given_names
from warehouse.records import Mention

DEFINED = re.compile(
    r"\((?:the\s|hereinafter\s|hereafter\s)?[\"“](?P<term>[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,3})[\"”]"
    r"(?:\sor\s[\"“][\w\s-]{1,30}[\"”])?\)"
)
"""A term in brackets and marks: `Acme Holdings, Inc., a Delaware corporation (“Company”)`, `(the “Buyer” or “you”)`."""
FARTHEST_PARTY = 80
"""Characters between a party's name and the term that stands for it."""
PARTIES = ("person", "organization")
SHORTEST, FEWEST_LEFT_OUT = 3, 2
"""Letters of a short form, and letters that it leaves out: `Karp` of `Karpinsky`, but not `Jon` of `Jono`."""
FEWEST_MENTIONS = 3
"""How often a short form must stand where the model took it for the name of a body."""
ARTICLE = re.compile(r"\b[Tt]he\s$")


def aliases(text: str, mentions: Sequence[Mention]) -> dict[str, Mention]:
    """Give who is meant by each term that the text defines and by each short form of one person's name."""
    return {**dict(short_forms(text, mentions)), **dict(defined_terms(text, mentions))}


def defined_terms(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[str, Mention]]:
    """Yield each defined term with the party named right before it."""
    parties = [mention for mention in mentions if mention.kind in PARTIES]
    for found in DEFINED.finditer(text):
        index = bisect.bisect_left(parties, found.start(), key=start_of) - 1
        if index < 0 or found.start() - parties[index].end_char > FARTHEST_PARTY:
            continue
        party = parties[index]
        if "\n" not in text[party.end_char : found.start()] and party.name != found["term"]:
            yield found["term"], party


def short_forms(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[str, Mention]]:
    """Yield each single word that is short for a part of exactly one person's full name, with that person."""
    people = {mention.name: mention for mention in mentions if mention.kind == "person" and " " in mention.name}
    bearers: dict[str, set[str]] = {}
    for name in people:
        for short in shortened(name):
            bearers.setdefault(short, set()).add(name)
    parts = {part for name in people for part in name.split()}
    singles: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.name in bearers and mention.name not in parts and mention.kind in PARTIES:
            singles.setdefault(mention.name, []).append(mention)
    for short, found in singles.items():
        if len(bearers[short]) == 1 and all(is_personal(text, mention, found) for mention in found):
            yield short, people[next(iter(bearers[short]))]


def shortened(name: str) -> Iterator[str]:
    """Yield the short forms of a full name: the nicknames of the given name, and what its parts begin with."""
    parts = name.split()
    yield from nicknames().get(parts[0], ())
    for part in parts:
        for length in range(SHORTEST, len(part) - FEWEST_LEFT_OUT + 1):
            if part[:length] not in common_given_names():
                yield part[:length]


@functools.cache
def nicknames() -> dict[str, list[str]]:
    """Give the nicknames of each given name, from the one that each is short for in `nicknames.csv`."""
    found: dict[str, list[str]] = {}
    for row in rows("nicknames.csv"):
        found.setdefault(row["given_name"], []).append(row["nickname"])
    return found


def start_of(mention: Mention) -> int:
    """Give the offset that mentions are ordered by."""
    return mention.start_char


def is_personal(text: str, mention: Mention, alike: Sequence[Mention]) -> bool:
    """Tell whether a short form can be a person's: bodies bear articles, and few are named in one word so often."""
    if mention.kind == "person":
        return True
    return (
        len(alike) >= FEWEST_MENTIONS
        and ARTICLE.search(text, max(0, mention.start_char - 5), mention.start_char) is None
    )
