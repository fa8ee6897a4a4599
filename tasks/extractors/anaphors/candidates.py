"""Who can be one of two: the countries, people and bodies that an article names, in the order of its text."""

from collections.abc import Iterable
from dataclasses import dataclass

from warehouse.records import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A mention as what it may be one of two of: the sort, and what two mentions of the same one have in common."""

    sort: str
    identity: str
    mention: Mention


def start_of(mention: Mention) -> int:
    """Give the offset that mentions are ordered by."""
    return mention.start_char


def candidates_by_sort(mentions: Iterable[Mention]) -> dict[str, list[Candidate]]:
    """Sort an article's mentions into countries, people and organizations.

    `Russian` and `Moscow`, where it acts, are both Russia's.
    """
    found: dict[str, list[Candidate]] = {"country": [], "person": [], "organization": []}
    for mention in mentions:
        code = mention.stands_for or (mention.country_code if mention.kind in ("place", "nationality") else None)
        if code:
            found["country"].append(Candidate(sort="country", identity=code, mention=mention))
        elif mention.kind in ("person", "organization"):
            found[mention.kind].append(Candidate(sort=mention.kind, identity=mention.name, mention=mention))
    return found
