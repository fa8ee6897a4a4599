"""The article's table of names, as speakers are looked up in it: who is named where, and of which gender."""

import bisect
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from tasks.extractors.quotations.speakers.aliases import start_of
from warehouse.records import Mention

NO_HOLDER = frozenset({"shadow", "vice", "deputy", "former", "assistant", "ex", "junior", "under", "onetime", "late"})
"""Who bears the name of a role with one of these does not hold the role."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Antecedent:
    """A phrase for somebody named elsewhere: where it begins, the name, or two, and the kind of speaker."""

    start: int
    name: str
    kind: str


@dataclass(slots=True)
class Cast:
    """Everyone and everything named in an article, in the order of the text."""

    mentions: Sequence[Mention]
    quoted: Sequence[tuple[int, int]]
    genders: dict[str, str] = field(default_factory=dict)
    shown: set[str] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)
    roles: dict[str, set[str]] = field(default_factory=dict)
    pairs: list[tuple[int, str, str]] = field(default_factory=list)
    country_pairs: list[tuple[int, str, str]] = field(default_factory=list)
    antecedents: dict[int, Antecedent] = field(default_factory=dict)
    aliases: dict[str, Mention] = field(default_factory=dict)
    narrator: str | None = None

    def covering(self, start: int, end: int) -> Mention | None:
        """Find the longest mention that shares a character with `start..end`."""
        index = bisect.bisect_left(self.mentions, end, key=start_of) - 1
        best = None
        while index >= 0 and self.mentions[index].start_char > start - 200:
            mention = self.mentions[index]
            if mention.end_char > start and (best is None or width(mention) > width(best)):
                best = mention
            index -= 1
        return best

    def before(self, place: int, *, reach: int) -> Sequence[Mention]:
        """List the mentions that begin in the `reach` characters before a place."""
        low = bisect.bisect_left(self.mentions, place - reach, key=start_of)
        return self.mentions[low : bisect.bisect_left(self.mentions, place, key=start_of)]

    def pair_before(self, place: int, *, of_countries: bool = False) -> tuple[int, str, str] | None:
        """Give the last two named together before a place: where, their names joined, and what kind of speaker."""
        pairs = self.country_pairs if of_countries else self.pairs
        index = bisect.bisect_left(pairs, (place,)) - 1
        return pairs[index] if index >= 0 else None

    def holders(self, role: str) -> list[str]:
        """List the people whose stated role ends with these words, in small letters; a deputy does not hold it."""
        return [name for name, held in self.roles.items() if any(holds_role(title, role) for title in held)]

    def is_quoted(self, place: int) -> bool:
        """Tell whether a place lies between quotation marks."""
        index = bisect.bisect_right(self.quoted, place, key=first_of) - 1
        return index >= 0 and place < self.quoted[index][1]


def holds_role(title: str, role: str) -> bool:
    """Tell whether a stated role is another's, `interior minister` for `minister`, and no `shadow` or `vice` one."""
    before = title.removesuffix(role).replace("-", " ").split()
    return title.endswith(role) and (NO_HOLDER.isdisjoint(before) or not NO_HOLDER.isdisjoint(role.split()))


def first_of(span: tuple[int, int]) -> int:
    """Give the offset that spans are ordered by."""
    return span[0]


def width(mention: Mention) -> int:
    """Give the length of a mention in characters."""
    return mention.end_char - mention.start_char
