"""Finds nicknames between quotation marks, which are part of a name and nobody's words: `Luis “El Gordo” Perez`."""

import re
from collections.abc import Iterator

from tasks.extractors.quotations.lexicon.cues import kind_of
from tasks.extractors.quotations.lexicon.tables import any_of

NO_NAME = rf"(?!(?:{any_of('no name after it')}|{any_of('day')})\b)"
CALLED = r"[\"“‘'](?:[Tt]he\s)?[A-Z0-9][\w’-]*(?:\s[A-Z0-9][\w’-]*){0,3}[\"”’']"
INSIDE = re.compile(
    rf"(?<![\w“\"]){NO_NAME}(?P<before>[A-Z](?:[a-z’-]+|\.))(?P<cut>\s{CALLED})"
    rf"(?=\s(?:(?:de|da|del|der|van|von|bin|al)\s)?{NO_NAME}[A-Z][a-z’])"
)
"""A nickname between a given name and a surname: `Luis “El Gordo” Perez`."""
BEFORE = re.compile(
    rf"(?:^|(?<=[.?!;,]\s)|(?<=\n))(?P<cut>[\"“][A-Z][\w’-]*\s[A-Z][\w’-]*[\"”])(?=\s{NO_NAME}[A-Z][a-z’]+\s[a-z])"
)
"""One in the place of the given name, at the start of a clause: `“Fast Eddie” Clark said`."""
OWNER = ("’s", "'s")


def nicknames(text: str, *, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the place of each nickname in `text[start:end]`, with its marks and the space before it."""
    for found in INSIDE.finditer(text, start, end):
        if kind_of(found["before"]) is None and not found["before"].endswith(OWNER):
            yield found.span("cut")
    for found in BEFORE.finditer(text, start, end):
        yield found.span("cut")
