"""Misprints of one letter in outlets and months: `Intefax` for Interfax, `Febraury` for February.

A name one slip away from exactly one name that is known, and long enough that this is no chance, is taken for it.
"""

import calendar
import re
from collections.abc import Iterable
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from tasks.extractors.vocabulary.outlets import Outlet, normal_name, outlets_by_alias

SHORTEST_OUTLET = 7
"""Letters of the shortest outlet whose misprints are known: `Trud` and `Turan` are one slip from many words."""
SHORTEST_MONTH = 4

MONTH_LIKE = re.compile(
    r"(?<!\w)[A-Z][a-z]{3,9}(?=\s+\d{1,2}(?!\w|[.:]\d))|(?<=\d\s)(?P<after_day>[A-Z][a-z]{3,9})(?!\w)"
    r"|(?<=[,;]\s)(?P<lower>[a-z]{3,9}\.?)(?=\s\d{1,2}(?!\w))"
)
"""`Febraury` of `Febraury 3` and of `3 Febraury`; `oct.` of `, oct. 22`."""

MONTHS = [name.lower() for name in calendar.month_name if len(name) > SHORTEST_MONTH]
"""Months but `May` and those of four letters: `Jule` may be June or July."""


@lru_cache(maxsize=4096)
def misprinted_outlet(text: str) -> Outlet | None:
    """Return the known outlet that a name is a misprint of, or None."""
    name = normal_name(text)
    if len(name) < SHORTEST_OUTLET - 1 or name in outlets_by_alias():
        return None
    meant = {outlets_by_alias()[alias] for alias in one_slip_away(name, long_outlets())}
    return meant.pop() if len(meant) == 1 else None


def with_months_mended(text: str) -> str:
    """Return a text with misprinted months as abbreviations of the same length, so that offsets stay: `Feb.     3`."""
    return MONTH_LIKE.sub(mended, text)


def mended(match: re.Match[str]) -> str:
    """Return the abbreviation of the month that a word is a misprint of, filled up to its length, or the word."""
    word = match[0]
    if word.lower().rstrip(".") in known_months():
        return word.capitalize()
    meant = one_slip_away(word.lower(), MONTHS)
    if len(meant) != 1:
        return word
    month = f"{meant.pop()[:3].title()}."
    return month.rjust(len(word)) if match["after_day"] else month.ljust(len(word))


def one_slip_away(word: str, names: Iterable[str]) -> set[str]:
    """Return the names that one letter left out, added, changed or swapped with the next makes a word of."""
    return {name for name in names if OSA.distance(word, name, score_cutoff=1) == 1}


@cache
def long_outlets() -> tuple[str, ...]:
    """List the names of outlets that are long enough for their misprints to be known."""
    return tuple(alias for alias in outlets_by_alias() if len(alias) >= SHORTEST_OUTLET)


@cache
def known_months() -> frozenset[str]:
    """Return the names of all months and weekdays, and their abbreviations, which are no misprints."""
    names = (*calendar.month_name, *calendar.month_abbr, *calendar.day_name, "sept")
    return frozenset(name.lower() for name in names if name)
