"""Who holds which office in an article, as the words beside their names state it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from warehouse.records import Mention

WORD = re.compile(r"[a-z]+")
RANKS = frozenset({"deputy", "vice", "first", "former", "then", "ex", "acting", "assistant", "prime", "lieutenant"})
"""Words that make another office of one: a deputy minister is not the minister, nor a prime minister."""
OWNER = re.compile(r"(?:['’]s)?\s+")
"""What parts an office from the country before it: `Russia’s foreign minister`."""
REACH = 120
"""Characters before a name in which its office begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """An office that a person is said to hold: its words, and its country where that is stated."""

    words: tuple[str, ...]
    country_code: str | None


@dataclass(slots=True)
class Cabinet:
    """The offices that an article states, by the name of who holds them, and where each of these is named."""

    offices: dict[str, list[Holding]] = field(default_factory=dict)
    named: dict[str, list[Mention]] = field(default_factory=dict)
    found: dict[tuple[str, str | None], list[str]] = field(default_factory=dict)

    def holders(self, role: str, country_code: str | None) -> list[str]:
        """List who holds an office; of one with a country, only those whose country is stated and the same."""
        key = (role, country_code)
        if key not in self.found:
            self.found[key] = [
                name
                for name, offices in self.offices.items()
                if any(
                    is_office(holding.words, role) and country_code in (None, holding.country_code)
                    for holding in offices
                )
            ]
        return self.found[key]

    def mentions_of(self, name: str) -> list[Mention]:
        """List the mentions of a person, in the order of the text."""
        return self.named[name]


def cabinet(text: str, mentions: Sequence[Mention]) -> Cabinet:
    """Gather the offices of an article's people, given its mentions in order."""
    held = Cabinet()
    for position, mention in enumerate(mentions):
        if mention.kind != "person":
            continue
        held.named.setdefault(mention.name, []).append(mention)
        if mention.role:
            holding = Holding(words=words_of(mention.role), country_code=country_of(text, mentions, position))
            held.offices.setdefault(mention.name, []).append(holding)
    return held


def words_of(role: str) -> tuple[str, ...]:
    """Write an office as its words, small and in American spelling."""
    return tuple(WORD.findall(role.lower().replace("defence", "defense")))


def is_office(held: Sequence[str], role: str) -> bool:
    """Tell whether an office called by fewer words is the one held: `the minister` of a foreign minister."""
    wanted = role.split()
    rest = iter(held)
    return RANKS.intersection(held) == RANKS.intersection(wanted) and all(word in rest for word in wanted)


def country_of(text: str, mentions: Sequence[Mention], position: int) -> str | None:
    """Tell the country of a person's office: named right before the office, or after the name with `of`."""
    person = mentions[position]
    first = (person.role or "").split(maxsplit=1)[0]
    role_start = text.rfind(first, max(0, person.start_char - REACH), person.start_char)
    before = mentions[position - 1] if position else None
    if before and before.country_code and OWNER.fullmatch(text, before.end_char, max(before.end_char, role_start)):
        return before.country_code
    after = mentions[position + 1] if position + 1 < len(mentions) else None
    is_of = after is not None and text[person.end_char : after.start_char] in (" of ", " of the ")
    return after.country_code if after and is_of and after.kind == "place" else None
