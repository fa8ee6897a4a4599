"""Finds whom a phrase describes anew after naming him: `the hotel owner`, `the Ohio Republican`, `the 61-year-old`."""

import re

from tasks.extractors.quotations.lexicon.genders import titles
from tasks.extractors.quotations.lexicon.tables import words_for
from tasks.extractors.quotations.marks.statements import Attribution
from tasks.extractors.quotations.speakers.cast import Cast
from tasks.extractors.quotations.speakers.pronouns import BREAK
from tasks.extractors.vocabulary.nouns import noun_kinds

DEFINITE = re.compile(r"[Tt]he (?:(?![\w-]+['’]s? )[\w’'-]+ ){0,4}?")
"""What stands before a noun that describes somebody, but no owner: `the paper's| editor` is somebody else."""
AGED = re.compile(r"\d{1,3}-year-old$")
REACH = 400
"""Characters before a phrase in which the one that it describes is named."""
SENTENCES = 2
"""How many sentences before that of the phrase may name him, the quoted ones among them."""


def described_anew(text: str, attribution: Attribution, *, cast: Cast) -> str | None:
    """Give the one person that the sentences before a phrase name, if it can be a description of that person.

    Nobody, where they name two: then it is not clear which is meant.
    """
    start = attribution.speaker[0]
    if attribution.is_plural or DEFINITE.fullmatch(text, start, attribution.head[0]) is None:
        return None
    noun = text[slice(*attribution.head)]
    if not describes_one(noun, cast, attribution) or names_person(attribution, cast):
        return None
    breaks = [found.end() for found in BREAK.finditer(text, max(0, start - REACH), start)]
    first = breaks[-SENTENCES - 1] if len(breaks) > SENTENCES else max(0, start - REACH)
    people = [one for one in cast.before(start, reach=start - first) if one.kind == "person"]
    names = {one.name for one in people if not cast.is_quoted(one.start_char)}
    if len(names) != 1:
        return None
    name, shown = names.pop(), titles().get(noun.lower())
    return name if shown is None or cast.genders.get(name, shown) == shown else None


def names_person(attribution: Attribution, cast: Cast) -> bool:
    """Tell whether somebody is named within a phrase, who then is somebody else: `the Cruz adviser`."""
    start, end = attribution.speaker
    return any(mention.kind == "person" for mention in cast.before(end, reach=end - start))


def describes_one(noun: str, cast: Cast, attribution: Attribution) -> bool:
    """Tell whether a noun describes somebody: a calling, an age, a party or people, but not a part that others play."""
    if AGED.match(noun):
        return True
    if noun[:1].isupper():
        mention = cast.covering(*attribution.head)
        return mention is not None and mention.kind == "nationality"
    return noun_kinds().get(noun) == "person" and noun not in words_for("part in an event")
