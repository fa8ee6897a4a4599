"""Which Georgia is meant at each place: the country, or the state of the United States."""

import itertools
import re
from collections.abc import Iterator, Sequence

from tasks.extractors.mentions.lexicon.countries import country_code
from tasks.extractors.mentions.lexicon.locations import locate_in, state_code
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tables import any_of

GEORGIA = "Georgia"
OF_THE_STATE_BEFORE = re.compile(rf"\b(?:{any_of('office of a state')})\b[^.;:()\n]{{0,60}} (?:of|from) $|\([RD]-$")
"""`Senator Orlov of `, `Senator Orlov, also of `, `(R-`."""
OF_THE_STATE_AFTER = re.compile(rf"(?:['’]s)? (?:{any_of('office of a state')}|{any_of('small word of a state')})\b")
"""` Governor Orlov`, `’s two senators`."""
OF_THE_COUNTRY_BEFORE = re.compile(r"\b(?:Republic of|(?:President|Minister)\b[^.;:()\n]{0,40} of) $")
OF_THE_COUNTRY_AFTER = re.compile(r"['’]s (?:\w+ )?(?:[Pp]resident|[Pp]arliament|minister|independence|army|border)\b")
NEXT_IN_A_LIST = re.compile(r",? (?:and |or )|, ")
PEOPLE = ("Georgian", "Georgians", "Tbilisi", "Abkhazia", "South Ossetia", "Transcaucasus", "South Caucasus")
"""What only the country has."""
WINDOW = 100


def states_called_georgia(text: str, spans: Sequence[Span]) -> set[int]:
    """Give the offsets at which Georgia is the state; where nothing beside a place tells, the article's others do.

    An article that names nothing else of the country, but states or cities of the United States, means the state.
    """
    places = [position for position, span in enumerate(spans) if text[span.start : span.end] == GEORGIA]
    told = {
        position: told_by_words(text, spans[position]) or told_by_list(text, spans, position) for position in places
    }
    rest = "state" if places and is_state_everywhere(text, spans, set(told.values())) else "country"
    return {spans[position].start for position in places if (told[position] or rest) == "state"}


def told_by_words(text: str, span: Span) -> str | None:
    """Tell which Georgia a place is by the words beside it."""
    before, after = text[max(0, span.start - WINDOW) : span.start], text[span.end : span.end + WINDOW]
    if OF_THE_STATE_BEFORE.search(before) or OF_THE_STATE_AFTER.match(after):
        return "state"
    return "country" if OF_THE_COUNTRY_BEFORE.search(before) or OF_THE_COUNTRY_AFTER.match(after) else None


def told_by_list(text: str, spans: Sequence[Span], position: int) -> str | None:
    """Tell which Georgia a place is by its neighbours: after its city, or in a list of states or of countries."""
    for neighbour in neighbours(text, spans, position):
        name = text[neighbour.start : neighbour.end]
        if name != GEORGIA and state_code(name):
            return "state"
        if neighbour.start < spans[position].start and locate_in(name, GEORGIA):
            return "state"
        if name != GEORGIA and country_code(name, "place", on=None):
            return "country"
    return None


def neighbours(text: str, spans: Sequence[Span], position: int) -> Iterator[Span]:
    """Yield the places before and after one that only a comma, `and` or `or` parts from it."""
    for first, second in itertools.pairwise(spans[max(0, position - 1) : position + 2]):
        other = first if second is spans[position] else second
        if other.kind == "place" and NEXT_IN_A_LIST.fullmatch(text, first.end, second.start):
            yield other


def is_state_everywhere(text: str, spans: Sequence[Span], told: set[str | None]) -> bool:
    """Tell whether an article names things of the state, or of the United States, and nothing of the country."""
    names = {text[span.start : span.end] for span in spans}
    if "country" in told or not names.isdisjoint(PEOPLE):
        return False
    return "state" in told or any(name != GEORGIA and (state_code(name) or name == "Atlanta") for name in names)
