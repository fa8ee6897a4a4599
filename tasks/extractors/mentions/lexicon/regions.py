"""Regions of countries by name: all that ISO 3166-2 has a code for, as CLDR writes them in English.

`regions.csv` holds the whole list of Unicode CLDR, and regions without a code of their own; `us_states.csv` the states
of the United States with their abbreviations.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Mapping

from tasks.extractors.mentions.lexicon.countries import spellings
from tasks.extractors.mentions.lexicon.spelling import normalised
from tasks.extractors.mentions.lexicon.tables import rows

AREA = (
    r"autonomous (?:region|republic|district)|republic|oblast'?|oblysy|krai|kray|okrug|territory|province|region|"
    r"district|prefecture|state|county|governorate|department|division|municipality"
)
"""What a region may be called behind its name, or before it: `Krasnodar Krai`, `Republic of Dagestan`."""
AREA_BEHIND = re.compile(rf" (?:{AREA})$")
AREA_BEFORE = re.compile(rf"^(?:{AREA}) of (?:the )?")


def countries_of_region(name: str) -> frozenset[str]:
    """Give the codes of the countries that have a region of this name: none, one, or several for `Punjab`."""
    written = normalised(name)
    return regions().get(written) or regions().get(bare(written), frozenset())


def bare(name: str) -> str:
    """Leave out of a region's name, as it is compared, what kind of region it is: `krasnodar` for `krasnodar krai`."""
    return AREA_BEFORE.sub("", AREA_BEHIND.sub("", name))


@functools.cache
def regions() -> Mapping[str, frozenset[str]]:
    """Read the countries' codes by the names of their regions, as they are compared, with and without their kind."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows("regions.csv"):
        for name in spellings(row["names"]):
            written = normalised(name)
            found[written].add(row["country_code"])
            found[bare(written)].add(row["country_code"])
    return {name: frozenset(codes) for name, codes in found.items()}


@functools.cache
def us_states() -> Mapping[str, str]:
    """Read the states of the United States by name and by abbreviation: `Georgia` for `Ga.` and for `GA`."""
    states: dict[str, str] = {}
    for row in rows("us_states.csv"):
        states[row["state"]] = row["state"]
        states.update(dict.fromkeys(row["abbreviations"].split("|"), row["state"]))
    return states
