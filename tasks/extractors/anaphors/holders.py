"""Who holds which office in an article, as the words beside their names state it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from warehouse.records import Mention

WORD = re.compile(r"[a-z]+")
RANKS = frozenset(
    {"deputy", "vice", "first", "former", "then", "ex", "acting", "assistant", "prime", "lieutenant", "shadow"}
)
"""Words that make another office of one: a deputy minister is not the minister, nor a prime minister."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """An office that a person is said to hold: its words, and its country where that is stated."""

    words: tuple[str, ...]
    country_code: str | None


@dataclass(slots=True)
class OfficeHolders:
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


def office_holders(mentions: Iterable[Mention]) -> OfficeHolders:
    """Gather the offices of an article's people, given its mentions in order."""
    held = OfficeHolders()
    for mention in mentions:
        if mention.kind != "person":
            continue
        held.named.setdefault(mention.name, []).append(mention)
        if mention.role:
            holding = Holding(words=words_of(mention.role), country_code=mention.role_country_code)
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
