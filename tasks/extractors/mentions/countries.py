"""ISO 3166 codes of countries, peoples and capitals, valid at an article's date."""

import functools
from datetime import date

from tasks.extractors.mentions.lexicon import plain, rows

ZAIRE_ENDS = date(1997, 5, 17)
BURMA_ENDS = date(1989, 6, 18)


@functools.cache
def codes(column: str) -> dict[str, str]:
    """Read the codes by the names of one column of the countries' list: `names`, `adjectives` or `capitals`."""
    return {plain(name): row["code"] for row in rows("countries.csv") for name in row[column].split("|") if name}


def country_code(name: str, kind: str) -> str | None:
    """Tell the code of a country or of a people; null for two that share the name, as the Congolese of both Congos."""
    column = {"place": "names", "nationality": "adjectives"}.get(kind)
    return codes(column).get(plain(name)) or None if column else None


def capital_of(name: str) -> str | None:
    """Tell the code of the state whose capital or seat of power has this name."""
    return codes("capitals").get(plain(name)) or None
