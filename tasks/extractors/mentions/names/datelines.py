"""Places that a wire's dateline names in capitals: `ALMATY, Aug. 12 (AP) -`, `MINSK/MOSCOW, 3 May -`, `MOSCOW --`."""

import re
from collections.abc import Iterator

from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.countries import country_code
from tasks.extractors.mentions.lexicon.lexicon import kind_of
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.vocabulary import datelines as vocabulary

CAPITALS = re.compile(r"(?<![\w’'-])(?P<name>[A-Z]{4,}(?: [A-Z]{4,})?)(?![\w’'-])")
"""`IRAN    1.6`, as tables set it."""


def countries_in_capitals(text: str) -> Iterator[Span]:
    """Yield the countries that a text sets in capitals where other words are not: those of a table."""
    for match in CAPITALS.finditer(text):
        if country_code(match["name"].title(), "place", on=None):
            yield Span(start=match.start("name"), end=match.end("name"), kind="place", rule="country")


def datelines(text: str) -> Iterator[Span]:
    """Yield the places of each dateline in capitals; an agency or body is none, nor what no day or agency follows."""
    for match in vocabulary.datelines(text):
        for group in ("place", "other") if match["other"] else ("place",):
            name = match[group].title()
            known = kind_of(name) == "place" or is_city(name)
            if known or ((match["day"] or match["agency"]) and kind_of(match[group]) is None and kind_of(name) is None):
                yield Span(start=match.start(group), end=match.end(group), kind="place", rule="dateline")
