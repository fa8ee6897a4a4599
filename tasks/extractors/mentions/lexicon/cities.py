"""Names of cities in a text, by the cities of the vocabulary."""

import functools
import re
import unicodedata
from collections.abc import Collection, Iterator

from tasks.extractors.mentions.lexicon.lexicon import is_stop_word
from tasks.extractors.mentions.lexicon.regions import countries_of_region
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.vocabulary.cities import cities

NAME = re.compile(r"[^\W\d_][\w'’. -]{3,}$")
OTHER_SPELLING = re.compile(r"[A-Z][a-z]{3,}(?:[ -][A-Z][a-z]+)*$")
"""`Raqqah` beside `Raqqa`."""
AFTER_PREPOSITION = re.compile(
    r"\b(?:in|near|to|from|at|of|around|(?<![\w,] )(?:In|Near|From|Around)) "
    r"(?P<name>[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)?)(?![\w-]| [A-Z])"
)
"""`in Omsk`, but not `in Omsk Oblast`."""
BEFORE_OFFICE = re.compile(
    r"(?:(?<=[Tt]he )|(?<=[.!?] )|^)(?P<name>[A-Z][^\W\d_]+(?:-[A-Z][^\W\d_]+)?) "
    r"(?:(?:regional|provincial|district|city|state|oblast|military) )?"
    r"(?:governor|prosecutor|prosecutors|court|administration|authorities|legislature|assembly|police|garrison|oblast|region"
    r"|mill|plant|smelter|refinery|shipyard|works|factory|combine|airport|branch)\b"
)
"""`the |Omsk| prosecutor`."""
MARKS = str.maketrans({"’": None, "‘": None, "ʼ": None})


@functools.cache
def city_names() -> frozenset[str]:
    """Read the names of all cities, with and without their accents."""
    names: set[str] = set()
    for city in cities():
        names.update((city.name, unaccented(city.name)), filter(OTHER_SPELLING.match, city.other_names))
    return frozenset(filter(NAME.match, names))


def unaccented(name: str) -> str:
    """Write a name without accents and apostrophes: `Samarra` for `Sāmarrā’`."""
    if name.isascii():
        return name
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
    for match in BEFORE_OFFICE.finditer(text):
        name = match["name"]
        is_place = is_city(name) or bool(countries_of_region(name))
        if is_place and not is_stop_word(name) and name.lower() not in small:
            yield Span(start=match.start("name"), end=match.end("name"), kind="place", rule="city")
