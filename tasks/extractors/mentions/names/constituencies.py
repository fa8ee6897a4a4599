"""Constituencies of two places, which are one name: `Bethnal Green and Bow`."""

import re
from collections.abc import Iterator

from tasks.extractors.mentions.lexicon.lexicon import kind_of
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.titles import is_title

PLACE = r"(?:(?:St|South|North|East|West|Mid)\.? )?[A-Z][\w’'-]{1,20}(?: [A-Z][\w’'-]{1,20}){0,2}"
NAME = rf"(?P<name>{PLACE} and (?P<second>{PLACE}))"
CONSTITUENCY = (
    re.compile(
        rf"\b(?:(?:MP|MEP|MSP|[Mm]ember|Conservative|Labour) for|constituency of|seat of|ward of) {NAME}(?![\w-])"
    ),
    re.compile(rf"\b[Tt]he {NAME} MP\b"),
    re.compile(rf"(?<![\w’'-]){NAME} (?:constituency|ward|by-election)\b"),
)
"""`MP for Bethnal Green and Bow`, `the Brighton and Hove MP`, `Stepney and Bow ward`: an MP sits for one alone."""


def constituencies(text: str) -> Iterator[Span]:
    """Yield each place of the names of two places that are one constituency."""
    names = {
        match["name"]
        for pattern in CONSTITUENCY
        for match in pattern.finditer(text)
        if kind_of(match["second"]) != "organization" and not is_titled(match["name"])
    }
    for name in sorted(names):
        for match in re.finditer(rf"(?<![\w’'-]){re.escape(name)}(?![\w-])", text):
            yield Span(start=match.start(), end=match.end(), kind="place", rule="constituency")


def is_titled(name: str) -> bool:
    """Tell whether a name begins with a title, and no saint's."""
    first = name.partition(" ")[0]
    return first != "St" and is_title(first)
