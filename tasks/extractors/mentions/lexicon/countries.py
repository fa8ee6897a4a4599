"""ISO 3166 codes of countries, peoples and capitals, valid at an article's date.

A state that is no more keeps its own code at any date (Soviet Union SU); a country that only changed its code has the
one of the day (`former_codes.csv`, after ISO 3166-3: Burma is BU until December 1989, then MM).
"""

import functools
from collections.abc import Iterator
from datetime import date

from tasks.extractors.mentions.lexicon.tables import plain, rows

QUARTERS = frozenset({"North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western"})
"""First words of a name that newspapers abbreviate: `N. Korea`, `W. German`, `N. Ireland`, `S. Ossetia`."""

LONGEST_INITIALS = 5


def country_code(name: str, kind: str, *, on: date | None) -> str | None:
    """Tell the code of a place or nationality on a day; null for what is no country, or either of two: `Congolese`."""
    return code_on(codes("names" if kind == "place" else "adjectives").get(plain(name)), on)


def capital_of(name: str, *, on: date | None) -> str | None:
    """Tell the code, on a day, of the state whose capital or seat of power has this name."""
    return code_on(codes("capitals").get(plain(name)), on)


@functools.cache
def codes(column: str) -> dict[str, str]:
    """Read the codes by the names of one column of the countries' list: `names`, `adjectives` or `capitals`."""
    return {plain(name): row["code"] for row in rows("countries.csv") for name in spellings(row[column])}


def spellings(names: str) -> Iterator[str]:
    """Yield the names of one entry of a list, each with its quarter abbreviated, and initials with points.

    `N. Korea` beside `North Korea`, `R.O.K.` beside `ROK`.
    """
    for name in filter(None, names.split("|")):
        yield name
        if name.isupper() and name.isalpha() and len(name) <= LONGEST_INITIALS:
            yield "".join(f"{letter}." for letter in name)
        quarter, _, rest = name.partition(" ")
        if quarter in QUARTERS and rest:
            yield f"{quarter[0]}. {rest}"


@functools.cache
def names_by_code() -> dict[str, str]:
    """Read the name of each country by its code, that of today or one that it had."""
    names = {row["code"]: row["names"].partition("|")[0] for row in rows("countries.csv")}
    return {former: names[code] for code, (former, _) in former_codes().items() if code in names} | names


@functools.cache
def former_codes() -> dict[str, tuple[str, date]]:
    """Read which code a country had before, and the last day that it was valid on."""
    return {row["code"]: (row["former_code"], date.fromisoformat(row["until"])) for row in rows("former_codes.csv")}


def code_on(code: str | None, on: date | None) -> str | None:
    """Put the code of a day in place of today's."""
    if not code or on is None or code not in former_codes():
        return code or None
    former, until = former_codes()[code]
    return former if on <= until else code
