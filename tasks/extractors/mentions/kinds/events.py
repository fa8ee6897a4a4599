"""Treaties, operations, wars, summits and games by the grammar of their names."""

import re
from collections.abc import Iterator

from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.countries import country_code
from tasks.extractors.mentions.lexicon.headwords import OF_INQUIRY
from tasks.extractors.mentions.lexicon.lexicon import is_stop_word, kind_of
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tables import any_of, words_for
from tasks.extractors.vocabulary.nouns import noun_kind

CAPITAL = r"[A-Z][\w’'-]*"
NO_NAME = f"(?:{any_of('no first word of an event')})"
EVENT = f"(?:{any_of('event')})"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
ANY_EVENT = re.compile(f" {EVENT}")
"""Most texts have none, and need not be searched for whole names."""
NAMED = re.compile(
    rf"(?:(?<=[\s(“\"‘])|^)(?!{NO_NAME} )"
    rf"(?:(?:1[89]|20)\d\d )?{CAPITAL}(?: (?:(?:in|of|on|and|for|the) )?{CAPITAL}){{0,5}}? "
    rf"{EVENT}(?: (?:[IVX]{{1,3}}|\d))?\b(?!['’\w]| [A-Z])",
    re.MULTILINE,
)
"""`Conventional Forces in Europe Treaty`, `Helsinki Accords`, `2018 World Cup`, but not `Cup Final`."""
OPERATION = re.compile(rf"\bOperation {CAPITAL}(?: {CAPITAL}){{0,2}}")
"""`Operation Desert Fox`."""
BATTLE = re.compile(rf"\b(?:Battle|Siege|Summit) of (?:the )?{CAPITAL}(?: {CAPITAL})?(?! [A-Z]|['’]s [A-Z])")
"""`Battle of Kosovo`, `Summit of the Americas`."""
TREATY_ON = re.compile(
    rf"\b(?:Treaty|Convention|Agreement|Protocol|Declaration|Directive) (?:on|of|for) (?:the )?{CAPITAL}"
    rf"(?: (?!and the )(?:(?:of|and|on|for|the) ){{0,2}}{CAPITAL}){{0,6}}(?: in Europe)?"
)
"""`Treaty on Conventional Forces in Europe`."""
MOST_WORDS_OF_A_MAKER = 2
ACT = re.compile(
    r"(?<![\w’'-])(?!(?:The|This|An?|Under) )[A-Z][\w-]+(?: (?:(?:of|and|on) )?[A-Z][\w-]+){0,5} Act (?:18|19|20)\d\d\b"
)
"""`Public Order Act 1936`."""
STORM = re.compile(
    r"\b(?:Tropical Storm|Typhoon|Hurricane|Cyclone|Storm|Winter Storm) (?!The\b)[A-Z][a-z]{2,}\b(?! [A-Z])"
)
"""`Typhoon Haima`."""
EXERCISES = re.compile(r"\b(?:exercises?|maneuvers|manoeuvres|drills?|war ?games?)\b")
EXERCISE = re.compile(
    rf"(?<![\w’'-])(?P<name>(?!(?:{NO_NAME}|{MONTHS}|Spring|Summer|Autumn|Fall|Winter|Project|Type) )"
    rf"[A-Z][A-Za-z]+(?: (?:and |of |the )?{CAPITAL}){{0,3}}"
    r"(?:[-–’']\d\d(?:\d\d)?|[ /-](?:19|20)\d\d))(?![\w’'-])"
)
"""`Northern Wind-99` and `Pacific Arc 2000`, near which a text speaks of exercises."""
CODE_NAMED = re.compile(
    rf"\b(?:exercises?|maneuvers|manoeuvres|drills?),? (?:code-?named|called|dubbed|named|known as)(?: the)? [\"“‘']?"
    rf"(?P<name>{CAPITAL}(?: (?:(?:and|of|the|from|on) ){{0,2}}{CAPITAL}){{0,3}}(?:[ -]\d{{2,4}})?)"
)
"""`exercises code-named Northern Wind`."""
FARTHEST_EXERCISE = 150
ACCORDS = re.compile(
    rf"(?<=[Tt]he )(?!(?:{MONTHS})\b)(?P<place>{CAPITAL}(?: {CAPITAL})?) (?:peace )?(?:accords?|pact)\b"
)
"""`the Dayton accords`, by the place where they were made."""
MADE_AT = re.compile(
    rf"(?<![\w’'-])(?<!\b[Aa] )(?<!\b[Aa]n )(?!{NO_NAME} )"
    rf"(?P<place>{any_of('place where pacts were made')}|{CAPITAL}(?: {CAPITAL})?) "
    r"(?:(?:peace|currency|monetary|exchange rate|climate|free trade|ceasefire|cease-fire) )?"
    r"(?:[Aa]ccords?|[Aa]greements?|[Tt]reaty|[Tt]reaties|[Pp]rotocols?|[Dd]eclaration|[Pp]acts?|[Cc]ommuni(?:que|qué))"
    r"(?![\w’-]| [A-Z])"
)
"""`Dayton agreement`, `the 1985 Marwen declaration`, of a city or another place that has given a pact its name."""


def is_maker_of_games(name: str) -> bool:
    """Tell whether a name that ends in `Games` is a firm's, `Argo Games`, and none that sportsmen meet at.

    Those have a place, a year, or who they are for before it: `Asean Para Games`, `Beijing Games`.
    """
    *words, last = name.split()
    if last != "Games" or not 0 < len(words) <= MOST_WORDS_OF_A_MAKER or kind_of(name) is not None:
        return False
    return not any(
        word in words_for("of games that are held") or word.isdigit() or kind_of(word) or is_city(word)
        for word in words
    )


def events(text: str) -> Iterator[Span]:
    """Yield the events of a text that their names give away."""
    for pattern in (NAMED, OPERATION, TREATY_ON) if ANY_EVENT.search(text) else (OPERATION, TREATY_ON):
        for match in pattern.finditer(text):
            if not is_maker_of_games(match.group()):
                kind = "organization" if match.group().endswith(OF_INQUIRY) else "event"
                yield Span(start=match.start(), end=match.end(), kind=kind, rule="event's name")
    for match in (*STORM.finditer(text), *ACT.finditer(text), *BATTLE.finditer(text)):
        yield Span(start=match.start(), end=match.end(), kind="event", rule="event's name")
    for match in MADE_AT.finditer(text):
        if is_place_of_pacts(match["place"]):
            yield Span(start=match.start(), end=match.end(), kind="event", rule="event's name")
    for match in ACCORDS.finditer(text):
        if kind_of(match["place"]) in (None, "place"):
            yield Span(start=match.start(), end=match.end(), kind="event", rule="event's name")


def is_place_of_pacts(place: str) -> bool:
    """Tell whether a pact may be called after a place, where it was made: a city, not a country that has signed it."""
    is_listed = place in words_for("place where pacts were made")
    is_place = kind_of(place) in (None, "place") and is_city(place) and not is_stop_word(place)
    return is_listed or (is_place and country_code(place, "place", on=None) is None)


INQUIRY = re.compile(r"(?<=[Tt]he )(?P<name>[A-Z][a-z]{2,}) (?:inquiry|enquiry)\b")
"""`the Hale inquiry`, by whoever leads it."""


def inquiries(text: str) -> Iterator[Span]:
    """Yield the inquiries that are called after who leads them, but not after a country, city or body."""
    for match in INQUIRY.finditer(text):
        name = match["name"]
        if kind_of(name) is None and not is_city(name) and not is_stop_word(name) and noun_kind(name) is None:
            yield Span(start=match.start(), end=match.end(), kind="event", rule="event's name")


def exercises(text: str) -> Iterator[Span]:
    """Yield the exercises of armies that are named with their year, or said to be called so."""
    if not EXERCISES.search(text):
        return
    for match in EXERCISE.finditer(text):
        is_near = EXERCISES.search(text, max(0, match.start() - FARTHEST_EXERCISE), match.end() + FARTHEST_EXERCISE)
        name = match["name"].partition("-")[0].rpartition(" ")[0]
        if is_near and kind_of(name) is None and not is_stop_word(match["name"].partition(" ")[0]):
            yield Span(start=match.start("name"), end=match.end("name"), kind="event", rule="exercise")
    for match in CODE_NAMED.finditer(text):
        yield Span(start=match.start("name"), end=match.end("name"), kind="event", rule="exercise")
