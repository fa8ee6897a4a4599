"""Weapons and military systems by the grammar of their designators: `MiG-29`, `S-300PMU`, `SS-20`, `T-90S`."""

import re
from collections.abc import Iterator

from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.headwords import is_headword
from tasks.extractors.mentions.lexicon.lexicon import is_stop_word, kind_of
from tasks.extractors.mentions.lexicon.regions import countries_of_region
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tables import any_of, words_for
from tasks.extractors.mentions.lexicon.titles import is_title
from tasks.extractors.vocabulary.nouns import noun_kind

DESIGNER = any_of("maker or type of weapons")
"""Makers and types whose designators carry any number: `Su-27`, `SS-N-22`, `F/A-18`."""
LETTER = "[TSFBRXPMC]"
"""Types of one letter; those with one figure are left out (`B-1`, but also vitamins and visas)."""
DESIGNATOR = re.compile(
    rf"(?<![\w-])(?:(?:{DESIGNER})-\d{{1,3}}|{LETTER}-\d{{2,3}})(?:[A-Z]{{1,4}}(?:-?\d)?)?(?:/\d{{1,3}})?(?:s\b|(?!\w))"
)
PROJECT = re.compile(r"\bProject \d{3,5}[A-Z]{0,4}\b")
"""What Russian yards build, by number: `Project 956`."""
SHORT = re.compile(
    r"(?<![\w-])[A-Z]{1,3}-\d(?:[A-Z]|-\d)?(?= (?:(?:ballistic|cruise|short-range|medium-range|long-range|anti-ship) )?"
    r"(?:missiles?|rockets?|launchers?|fighters?|bombers?|tanks?|torpedo(?:es)?|helicopters?|interceptors?)\b)"
)
"""A designator of one figure counts beside the word for a weapon: `M-9 missile`."""
NUMBERED = re.compile(
    rf"(?<![\w-])(?:[A-Z][A-Za-z]{{0,9}}-\d{{1,3}}[A-Z]{{0,3}}|Type[- ]\d{{1,3}}[A-Z]?)"
    rf"(?= (?:(?:{any_of('what an arm is like')}) ){{0,3}}"
    rf"(?:{any_of('arm behind its name')}|rockets?|launchers?|fighters?)\b)"
)
"""`HJ-8| anti-tank missiles`, `Type 69| tanks`."""
AMBIGUOUS = re.compile(
    rf"\b(?:{any_of('weapon beside the word for one')})"
    r"(?:[ -](?:[IV]{1,3}|\d|[A-Z]))?"
    r"(?=(?:-class|-type)?(?: [a-z-]{2,20})?[ -](?:missiles?|rockets?|launchers?|systems?|submarines?|destroyers?|"
    r"tanks?|helicopters?|batter(?:y|ies)|class|interceptors?|cruisers?)\b)"
)
"""Names that are weapons only beside the word for one: `Patriot missile`, `Kilo-class submarine`."""

CLASS = re.compile(
    r"(?<![\w-])(?!(?:An?|The) )"
    r"(?P<name>[A-Z][\w’']{0,20}(?:[ -][A-Z][\w’']{0,20})?)"
    r"(?<!First)(?<!Second)(?<!Third)(?<!World)(?<!Middle)"
    r"(?<!Business)(?<!Economy)(?<!Working)(?<!High)-class(?: (?!and\b|of\b)[a-z-]+){0,3}? "
    r"(?:submarine|destroyer|frigate|cruiser|corvette|carrier|warship|ship|boat|minesweeper|cutter|vessel|gunboat"
    r"|battleship|icebreaker)s?\b"
    r"|(?:submarine|destroyer|frigate|cruiser|corvette|carrier|minesweeper|boat|ship)s? of the "
    r"[\"“]?(?P<other>[A-Z][\w’'-]{2,20}(?: [A-Z][\w’'-]{2,20})?)[\"”]? class\b"
)
"""Ships by the first of their kind: `Kidd|-class destroyers`."""
SHIP = re.compile(
    r"\b(?:USS|USNS|USCGC|HMS|HMAS|HMCS|HMNZS|HNLMS|HDMS|HSwMS|HNoMS|ROKS) "
    r"(?:[A-Z][\w’'-]*\.? ?(?:of (?:the )?)?){1,3}(?<![ .])"
)
"""A ship of war by what its navy puts before the name: `HMS Ark Royal`."""

ARM = any_of("arm behind its name")
NAMED = re.compile(
    rf"(?:(?<=[a-z,] )|(?<=[\"“‘])|(?<=[a-z]-))(?P<name>[A-Z][a-z]+(?:[ -][A-Z][a-z]+)?)[\"”’]?"
    rf"(?: (?:{any_of('what an arm is like')})){{0,3}}[ -](?:{ARM})\b"
)
"""`|Varan| anti-tank missiles`, of what the makers' list does not have."""


def named_arms(text: str) -> Iterator[Span]:
    """Yield the weapons that the noun behind their names tells, but for the names of owners and makers."""
    for match in NAMED.finditer(text) if any(word in text for word in words_for("part of a word for an arm")) else ():
        name = match["name"]
        words = re.split("[ -]", name)
        is_owner = any(is_other(word) for word in (name, *words))
        if not is_owner and re.search(rf"\b{name}(?:['’]s?\b| (?:said|says|told)\b)", text) is None:
            yield Span(start=match.start("name"), end=match.end("name"), kind="weapon", rule="weapon's name")


def is_other(word: str) -> bool:
    """Tell whether a word before the noun for an arm is one for its owner, place or maker, or no name at all."""
    is_known = kind_of(word) not in (None, "weapon") or is_city(word) or bool(countries_of_region(word))
    return is_known or is_headword(word) or is_title(word) or is_stop_word(word) or noun_kind(word) is not None


def weapons(text: str) -> Iterator[Span]:
    """Yield the weapons of a text that their designators, or the words after them, give away."""
    for match in DESIGNATOR.finditer(text):
        yield Span(start=match.start(), end=match.end(), kind="weapon", rule="designator")
    beside = {match.start(): match for pattern in (NUMBERED, SHORT) for match in pattern.finditer(text)}
    for match in (*PROJECT.finditer(text), *beside.values()):
        if DESIGNATOR.match(text, match.start()) is None:
            yield Span(start=match.start(), end=match.end(), kind="weapon", rule="designator")
    for match in SHIP.finditer(text):
        yield Span(start=match.start(), end=match.end(), kind="weapon", rule="ship")
    for match in CLASS.finditer(text):
        if match["other"]:
            yield Span(start=match.start("other"), end=match.end("other"), kind="weapon", rule="class of ships")
            continue
        first, _, rest = match["name"].partition(" ")
        is_owner = bool(rest) and (is_headword(first) or kind_of(first) is not None)
        start = match.end("name") - len(rest) if is_owner else match.start("name")
        yield Span(start=start, end=match.end("name"), kind="weapon", rule="class of ships")
    yield from named_arms(text)
    for match in AMBIGUOUS.finditer(text):
        yield Span(start=match.start(), end=match.end(), kind="weapon", rule="weapon's name")
