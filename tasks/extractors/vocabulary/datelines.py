"""Datelines, which stand before what an article says and are no part of it: `ALMATY, Aug. 12 (AP) - |Prices rose`."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from tasks.extractors.vocabulary.cities import cities

MONTH = (
    r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
CITY = r"[A-Z][A-Z'’.-]{2,20}(?: [A-Z][A-Z'’.-]{1,20}){0,2}"
DAY = (
    rf"(?:{MONTH}\.? \d{{1,2}}(?:\s?-\s?(?:{MONTH}\.? )?\d{{1,2}})?|\d{{1,2}}(?:\s?-\s?\d{{1,2}})? {MONTH}\.?)"
    r"(?:,? \d{4})?"
)
MIXED = re.compile(
    r"(?:^|\n)(?P<place>[A-Z][a-z]{3,}(?: [A-Z][a-z]+)?)(?:,? (?P<day>" + DAY + r"))? (?:--?|[–—]) (?=[A-Z])"
)
"""`Cuzco - |Prices rose`: a city as any name is written."""
DATELINE = re.compile(
    rf"(?:^|\n|(?<=[.!?)] ))[ \t]*(?P<place>{CITY})(?:/(?P<other>{CITY}))?"
    r"(?:, (?P<region>[A-Z][A-Za-z.]{1,20}(?: [A-Z][A-Za-z.]{1,20})?))?"
    rf"(?P<day>,? {DAY})?(?P<agency> ?(?:\([A-Za-z/ -]{{2,30}}\)|/ ?[A-Za-z-]{{2,20}} ?/))?,? ?(?:--|[-–—])[ \n]"
)
"""City in capitals, region, day and agency before a dash; without day and agency it may be no dateline."""


def datelines(text: str) -> Iterator[re.Match[str]]:
    """Yield what may be a dateline, with the groups `place`, `other`, `region`, `day` and `agency`."""
    return DATELINE.finditer(text) if "-" in text or "–" in text or "—" in text else iter(())


@lru_cache(maxsize=1)
def certain_datelines(text: str) -> tuple[tuple[int, int], ...]:
    """Return the offsets of each dateline that names a day or an agency: its first, and where prose begins."""
    return tuple(match.span() for match in datelines(text) if match["day"] or match["agency"])


def leading_dateline(text: str) -> int:
    """Tell where prose begins behind a dateline that a text begins with, be it a city alone: 0 where there is none.

    A line that begins with a city's name and a dash may go on with it where no sentence begins behind: so a name there
    is left to whoever reads names.
    """
    first = next(datelines(text), None)
    if first is not None and not text[: first.start()].strip() and is_certain(first):
        return first.end()
    mixed = MIXED.match(text)
    return mixed.end() if mixed and mixed["place"].upper() in cities_in_capitals() else 0


def is_certain(match: re.Match[str]) -> bool:
    """Tell whether what may be a dateline names a day, an agency or a city."""
    return bool(match["day"] or match["agency"] or is_of_city(match))


def is_of_city(match: re.Match[str]) -> bool:
    """Tell whether a dateline begins a line with a city's name."""
    is_first = match.start() == 0 or match.group().startswith("\n")
    return is_first and match["place"] in cities_in_capitals()


@cache
def cities_in_capitals() -> frozenset[str]:
    """Give the names of all cities in capitals."""
    return frozenset(name.upper() for city in cities() for name in (city.name, *city.other_names) if name.isascii())
