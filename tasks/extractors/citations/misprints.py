"""Misprints of one letter in outlets and months: `Intefax` for Interfax, `Febraury` for February.

A name one slip away from exactly one name that is known, and long enough that this is no chance, is taken for it.
"""

import calendar
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from tasks.extractors.citations.outlets import Outlet, normal_name, outlets_by_alias

SHORTEST_OUTLET = 7
"""Letters of the shortest outlet whose misprints are known: `Trud` and `Turan` are one slip from many words."""
SHORTEST_MONTH = 4

MONTH_LIKE = re.compile(
    r"(?<!\w)[A-Z][a-z]{3,9}(?=\s+\d{1,2}(?!\w|[.:]\d))|(?<=\d\s)(?P<after_day>[A-Z][a-z]{3,9})(?!\w)"
    r"|(?<=[,;]\s)(?P<lower>[a-z]{3,9}\.?)(?=\s\d{1,2}(?!\w))"
)
"""`Febraury` of `Febraury 3` and of `3 Febraury`; `oct.` of `, oct. 22`."""

MONTHS = [name for name in calendar.month_name if len(name) > SHORTEST_MONTH]
"""Months but `May` and those of four letters: `Jule` may be June or July."""


@lru_cache(maxsize=4096)
def misprinted_outlet(text: str) -> Outlet | None:
    """Return the known outlet that a name is a misprint of, or None."""
    name = normal_name(text)
    if len(name) < SHORTEST_OUTLET - 1 or name in outlets_by_alias():
        return None
    meant = {outlets_by_alias()[alias] for alias in one_slip_away(name, slips_of_outlets())}
    return meant.pop() if len(meant) == 1 else None


def with_months_mended(text: str) -> str:
    """Return a text with misprinted months as abbreviations of the same length, so that offsets stay: `Feb.     3`."""
    return MONTH_LIKE.sub(mended, text)


def mended(match: re.Match[str]) -> str:
    """Return the abbreviation of the month that a word is a misprint of, filled up to its length, or the word."""
    word = match[0]
    if word.lower().rstrip(".") in known_months():
        return word.capitalize()
    meant = one_slip_away(word.lower(), slips_of_months())
    if len(meant) != 1:
        return word
    month = f"{meant.pop()[:3].title()}."
    return month.rjust(len(word)) if match["after_day"] else month.ljust(len(word))


def one_slip_away(word: str, slips: dict[str, set[str]]) -> set[str]:
    """Return the names that one letter left out, added, changed or swapped with the next makes a word of."""
    near = set(slips.get(word, ()))
    for left_out in without_one(word):
        near |= slips.get(left_out, set())
    return {name for name in near if is_one_slip(word, name)}


def is_one_slip(word: str, name: str) -> bool:
    """Tell whether two different words are the same but for one letter left out, added, changed or swapped."""
    if word == name or abs(len(word) - len(name)) > 1:
        return False
    at = next((i for i, (one, other) in enumerate(zip(word, name, strict=False)) if one != other), None)
    if at is None:
        return True
    if word[at + 1 :] == name[at + 1 :] or word[at + 1 :] == name[at:] or word[at:] == name[at + 1 :]:
        return True
    return word[at : at + 2] == name[at : at + 2][::-1] and word[at + 2 :] == name[at + 2 :]


def without_one(word: str) -> Iterator[str]:
    """Yield the word with each of its letters left out in turn."""
    yield from (word[:i] + word[i + 1 :] for i in range(len(word)))


def slips_of(names: Iterable[str]) -> dict[str, set[str]]:
    """Map each name, and what is left of it without one letter, to the names that it comes from."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for short in (name, *without_one(name)):
            found[short].add(name)
    return dict(found)


@cache
def slips_of_outlets() -> dict[str, set[str]]:
    """Map the names of outlets and their shortened forms to the names, once."""
    return slips_of(alias for alias in outlets_by_alias() if len(alias) >= SHORTEST_OUTLET)


@cache
def slips_of_months() -> dict[str, set[str]]:
    """Map the names of months and their shortened forms to the names, once."""
    return slips_of(name.lower() for name in MONTHS)


@cache
def known_months() -> frozenset[str]:
    """Return the names of all months and weekdays, and their abbreviations, which are no misprints."""
    names = (*calendar.month_name, *calendar.month_abbr, *calendar.day_name, "sept")
    return frozenset(name.lower() for name in names if name)
