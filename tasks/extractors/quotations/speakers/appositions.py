"""Reads from the words beside a name what its bearer is: after `Orlova, a captain` it is plain who `the captain` is."""

import re
from collections.abc import Iterator

from tasks.extractors.vocabulary.nouns import noun_kind
from warehouse.records import Mention

APPOSITION = re.compile(
    r",\s+(?:an?|the|its|his|her|their|my|our|[A-Z][\w-]*[’']s)\s+((?:[\w’'-]+\s){0,5}?[a-z-]{3,})"
    r"(?=,|\.|;|\)|\s(?:who|whose|of|at|for|in|with|from|on|and|said|says|told)\b)"
)
"""What a comma adds to a name: `, a deputy of the Duma`."""
BEFORE = re.compile(r"\b([A-Za-z-]{3,})\s$")
"""The noun right before a name: `the captain Orlova`, `Inspector Wren`."""
LONGEST = 90
HELD_BY_MANY = frozenset(
    {"president", "minister", "premier", "chief", "head", "leader", "secretary", "director", "king"}
)
"""What every country and body has one of: `Orlova, president of the club` is not whom `the president` means."""


def appositions(text: str, mention: Mention) -> Iterator[str]:
    """Yield what a person is by the words right after and before the name, in small letters."""
    added = APPOSITION.match(text, mention.end_char, mention.end_char + LONGEST)
    if added and tells_one(added.group(1).split()[-1]):
        yield added.group(1).lower()
    before = BEFORE.search(text[max(0, mention.start_char - 30) : mention.start_char])
    if before and tells_one(before.group(1)):
        yield before.group(1).lower()


def tells_one(noun: str) -> bool:
    """Tell whether a noun for people can single one out."""
    return noun_kind(noun) == "person" and noun.lower() not in HELD_BY_MANY
