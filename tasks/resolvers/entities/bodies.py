"""Which body, weapon, event or place a name refers to, across all articles."""

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping

from tasks.extractors.mentions.kinds.national import parted
from tasks.extractors.mentions.lexicon.locations import locate
from tasks.extractors.mentions.lexicon.organizations import organization_named
from tasks.extractors.mentions.lexicon.spelling import normalised
from tasks.resolvers.entities.lists import rows
from warehouse.records import Mention

Key = tuple[str, ...]
Expansions = Mapping[tuple[str, str], set[str]]
"""By kind and acronym: the names, as they are compared, that articles spell it out with."""


def known_expansions(mentions: Iterable[Mention]) -> Expansions:
    """Gather what articles say that their acronyms stand for: `SVR` for `Foreign Intelligence Service`."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.text.isupper() and " " in mention.name:
            found[mention.kind, mention.text].add(thing(mention.kind, mention.name))
    return found


def thing_key(mention: Mention, expansions: Expansions) -> Key:
    """Tell the key of what is neither a country nor a person.

    A national body has that of its state; without one it is that of its article alone, for every state has one. An
    acronym that is not known, and that no article spells out in two ways, is the body that one spells it out as.
    """
    if mention.kind == "organization":
        body, state = parted(mention.name)
        if body and mention.country_code:
            return ("organization", body, mention.country_code)
        if body and not state:
            return ("organization", body, mention.article_id)
    if mention.kind == "place":
        return ("place", thing("place", place_name(mention.name)))
    name = thing(mention.kind, mention.name)
    is_known = has_other_forms(mention.kind, mention.name)
    spelled_out = () if is_known else expansions.get((mention.kind, mention.name), ())
    return (mention.kind, next(iter(spelled_out)) if len(spelled_out) == 1 else name)


def place_name(name: str) -> str:
    """Leave out the country or state behind a city that its name alone means too: `Kyiv, Ukraine`."""
    city, comma, _ = name.rpartition(", ")
    return city if comma and locate(city) is not None and locate(city) == locate(name) else name


def thing(kind: str, name: str) -> str:
    """Write a name as it is compared, and in the one form of a thing that has several."""
    known = organization_named(name) if kind == "organization" else None
    written = normalised(known or name)
    return aliases().get((kind, written), written)


def has_other_forms(kind: str, name: str) -> bool:
    """Tell whether a name is one of several that a known thing has: `UN`."""
    return thing(kind, name) != normalised(name)


@functools.cache
def aliases() -> dict[tuple[str, str], str]:
    """Read which names are those of one thing."""
    return {
        (row["kind"], normalised(other)): normalised(row["name"])
        for row in rows("aliases.csv")
        for other in row["others"].split("|")
    }
