"""Large cities, whose names before a date tell where something was: `(Birmingham, May 15)`."""

from functools import cache

from tasks.extractors.vocabulary.cities import cities


def is_city(name: str) -> bool:
    """Tell whether a name is that of a large city; smaller towns lend their names to many a newspaper."""
    return name in large_cities()


@cache
def large_cities() -> frozenset[str]:
    """Give the names of the world's large cities."""
    return frozenset(city.name for city in cities() if city.is_well_known)
