"""Places of one name, told apart by what follows them: `Birmingham, Alabama` and `Birmingham, England`."""

import itertools
import re
from collections.abc import Iterator, Sequence

from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.countries import country_code
from tasks.extractors.mentions.lexicon.locations import locate, locate_in, state_code
from tasks.extractors.mentions.lexicon.spans import Span

COMMA = re.compile(r",\s+")
GEORGIA, ITS_PEOPLE = "Georgia", ("Georgian", "Georgians", "Tbilisi")
"""The one name that a state of the United States shares with a country, and what the latter alone has."""


def qualified_names(text: str, spans: Sequence[Span]) -> dict[str, str]:
    """Map each city of an ambiguous name to it with the country or state that follows: `Birmingham, Alabama`.

    A city that the text gives two such has none. Where Georgia follows a city of the United States, it is the state.
    """
    found: dict[str, set[str]] = {}
    for city, region in cities_with_regions(text, spans):
        if not is_the_usual_one(city, region):
            found.setdefault(city, set()).add(f"{city}, {region}")
        if region == GEORGIA and locate_in(city, region):
            found[GEORGIA] = {f"{GEORGIA}, United States"}
    if GEORGIA in found and any(text[span.start : span.end] in ITS_PEOPLE for span in spans):
        del found[GEORGIA]
    return {name: next(iter(names)) for name, names in found.items() if len(names) == 1}


def cities_with_regions(text: str, spans: Sequence[Span]) -> Iterator[tuple[str, str]]:
    """Yield each city that a comma and a country, or a state of the United States, follow."""
    for first, second in itertools.pairwise(spans):
        if first.kind == second.kind == "place" and COMMA.fullmatch(text, first.end, second.start):
            city, region = text[first.start : first.end], text[second.start : second.end]
            if is_city(city) and (state_code(region) or country_code(region, "place", on=None)):
                yield city, region


def is_the_usual_one(city: str, region: str) -> bool:
    """Tell whether a city's name alone says as much: Paris is that of France wherever `Paris, France` stands."""
    usual = locate(city)
    return usual is not None and usual == locate_in(city, region)
