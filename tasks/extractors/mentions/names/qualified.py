"""Places of one name, told apart by what the article says of them: `Birmingham, Alabama` and `Birmingham, England`."""

import itertools
import re
from collections.abc import Iterator, Sequence

from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.countries import capital_of, country_code, names_by_code
from tasks.extractors.mentions.lexicon.locations import locate, locate_in, state_code
from tasks.extractors.mentions.lexicon.regions import countries_of_region, us_states
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.names.georgia import GEORGIA, states_called_georgia

COMMA = re.compile(r",\s+")
STATE_RULE = "state"
"""The rule of a span that is a state behind a city or a party."""
GEORGIA_THE_STATE = f"{GEORGIA}, United States"


def full_place_names(text: str, spans: Sequence[Span]) -> dict[int, str]:
    """Map the offset of each place's name that alone says too little to the one that says which is meant."""
    by_name = qualified_cities(text, spans) | qualified_regions(text, spans)
    found = {
        span.start: by_name[name]
        for span in spans
        if span.kind in ("place", "nationality") and (name := " ".join(text[span.start : span.end].split())) in by_name
    }
    return found | dict.fromkeys(states_called_georgia(text, spans), GEORGIA_THE_STATE) | states(text, spans)


def states(text: str, spans: Sequence[Span]) -> dict[int, str]:
    """Map the offset of each abbreviated state to its name: `Georgia, United States` for `Ga.` of `Macon, Ga.`."""
    written = {span.start: text[span.start : span.end] for span in spans if span.rule == STATE_RULE}
    names = {start: us_states()[name] for start, name in written.items() if us_states()[name] != name}
    return {start: GEORGIA_THE_STATE if name == GEORGIA else name for start, name in names.items()}


def qualified_cities(text: str, spans: Sequence[Span]) -> dict[str, str]:
    """Map each city of an ambiguous name to it with the country or state that follows: `Birmingham, Alabama`.

    A city that the text gives two such has none.
    """
    found: dict[str, set[str]] = {}
    for first, second in cities_with_regions(text, spans):
        city, region = text[first.start : first.end], text[second.start : second.end]
        region = us_states().get(region, region)
        if not is_the_usual_one(city, region):
            found.setdefault(city, set()).add(f"{city}, {region}")
    return {name: next(iter(names)) for name, names in found.items() if len(names) == 1}


def cities_with_regions(text: str, spans: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """Yield each city with the country, or the state of the United States, behind a comma that it lies in.

    A country is no such city, though one of its name may lie there: `Singapore, Brunei` is a list.
    """
    for first, second in itertools.pairwise(spans):
        if first.kind == second.kind == "place" and COMMA.fullmatch(text, first.end, second.start):
            city, region = text[first.start : first.end], text[second.start : second.end]
            region = us_states().get(region, region)
            is_country = country_code(city, "place", on=None)
            if is_city(city) and not is_country and locate_in(city, region):
                yield first, second


def is_the_usual_one(city: str, region: str) -> bool:
    """Tell whether a city's name alone says as much: Paris is that of France wherever `Paris, France` stands."""
    usual = locate(city)
    return usual is not None and usual == locate_in(city, region)


def qualified_regions(text: str, spans: Sequence[Span]) -> dict[str, str]:
    """Map each region that several countries have to it with the one that the article names: `Punjab, Pakistan`."""
    names = [(text[span.start : span.end], span.kind) for span in spans if span.kind in ("place", "nationality")]
    named = {country_code(name, kind, on=None) or capital_of(name, on=None) for name, kind in names}
    found = {}
    for name in {name for name, kind in names if kind == "place" and not country_code(name, kind, on=None)}:
        countries = countries_of_region(name)
        meant = countries & named
        if len(countries) > 1 and len(meant) == 1 and not (state_code(name) or locate(name)):
            found[name] = f"{name}, {names_by_code()[next(iter(meant))]}"
    return found
