"""Places that a wire's dateline names in capitals: `ALMATY, Aug. 12 (AP) -`, `MINSK/MOSCOW, 3 May -`, `MOSCOW --`."""

import functools
import re
from collections.abc import Iterator

from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.countries import country_code
from tasks.extractors.mentions.lexicon.lexicon import kind_of
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.vocabulary import datelines as vocabulary
from tasks.extractors.vocabulary.cities import cities

CAPITALS = re.compile(r"(?<![\w’'-])(?P<name>[A-Z]{4,}(?: [A-Z]{4,})?)(?![\w’'-])")
"""`IRAN    1.6`, as tables set it."""


ALONE = re.compile(r"(?:^|\n)(?P<place>[A-Z]{4,}(?:[ -][A-Z]{3,})?)(?=[.:] [A-Z][a-z])")
"""`ALMATY. |The company`."""


def countries_in_capitals(text: str) -> Iterator[Span]:
    """Yield the countries that a text sets in capitals where other words are not: those of a table."""
    for match in CAPITALS.finditer(text):
        if country_code(match["name"].title(), "place", on=None):
            yield Span(start=match.start("name"), end=match.end("name"), kind="place", rule="country")


@functools.cache
def well_known() -> frozenset[str]:
    """Give the names of the larger cities: a word at a line's start may be the name of some small town."""
    return frozenset(name for city in cities() if city.is_well_known for name in (city.name, *city.other_names))


def datelines(text: str) -> Iterator[Span]:
    """Yield the places of each dateline in capitals; an agency or body is none, nor what no day or agency follows."""
    for match in vocabulary.datelines(text):
        for group in ("place", "other") if match["other"] else ("place",):
            name = match[group].title()
            known = kind_of(name) == "place" or is_city(name)
            if known or ((match["day"] or match["agency"]) and kind_of(match[group]) is None and kind_of(name) is None):
                yield Span(start=match.start(group), end=match.end(group), kind="place", rule="dateline")
    for match in ALONE.finditer(text):
        if match["place"].title() in well_known():
            yield Span(start=match.start("place"), end=match.end("place"), kind="place", rule="dateline")
