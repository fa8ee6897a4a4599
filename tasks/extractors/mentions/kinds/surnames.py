"""Surnames that their ending tells, of people whom the model takes for places or bodies: `met Ivanov`, `Lobov left`."""

import re
from collections import Counter
from collections.abc import Collection, Iterator

from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.headwords import is_headword
from tasks.extractors.mentions.lexicon.lexicon import is_stop_word, kind_of
from tasks.extractors.mentions.lexicon.locations import locate
from tasks.extractors.mentions.lexicon.regions import countries_of_region
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.titles import is_title
from tasks.extractors.vocabulary.nouns import noun_kind

SURNAME = re.compile(r"[A-Z][a-z]{2,}(?:[oe]v|(?P<shared>[oe]va)|enko|chuk|dze|shvili)")
"""Endings of Russian, Ukrainian and Georgian surnames that few places share, and one that firms and places do."""
DONE_BY = (
    "told|said|stressed|recalled|noted|quoted|denounced|signed|headed|led|chaired|received|proposed|drafted|dismissed|"
    "formed|founded|written|directed"
)
MET_BEFORE = re.compile(
    rf"\b(?:according to|(?:{DONE_BY}) by|met with|met|received|accompanied|accused|telephoned|replaced|succeeded) $"
)
"""`met Ivanov`, `signed by Ivanov`: whoever it is does something."""
MET_AFTER = re.compile(
    r" (?:was|is) (?:quoted|dismissed|appointed|arrested|named|received|accompanied)\b|,? as [a-z]+ing\b"
    r"| (?:(?:has|had|also|then|later) ){0,2}"
    r"(?:met|visited|telephoned|flew|arrived|resigned|hosted|toured|spoke|accused)\b"
    r"|, according to [A-Z]"
    r"| did not (?:say|tell|mention|answer|explain|specify|name|rule)\b"
)
"""`Ivanov was quoted`, `Ivanov met`, `Ivanov did not say`, and `as saying` behind whoever is quoted."""
THING_AFTER = re.compile(r"['’]|-[a-z]| (?:Oblast|Raion|Street|Square|Island|Institute|Plant|plant|works|factory)\b")


def is_surname(text: str, span: Span, votes: Counter[str]) -> bool:
    """Tell whether a word that ends as surnames do, and is no place that is known, is somebody's: `Lobov`.

    `The Gorbunov works` are none, nor is what stands in a place or is called a body anywhere in the article. One in
    `-ova`, as Kosova and Renova are, is somebody's by or to whom something is done. A name
    that is a town's in another spelling alone, as Ivanov is Ivaniv's, is somebody's by or to whom something is done.
    """
    name = text[span.start : span.end]
    ending, is_doing = SURNAME.fullmatch(name), bool(votes["met"] or votes["human"])
    if span.kind not in ("place", "organization") or ending is None or (ending["shared"] and not is_doing):
        return False
    is_town = is_city(name) and not (is_doing and locate(name) is None)
    if is_town or countries_of_region(name) or votes["site"] or votes["body"]:
        return False
    return not text.endswith(("the ", "The "), 0, span.start) and not THING_AFTER.match(text, span.end)


SPEAKING = re.compile(
    r"(?<![\w’'-])(?P<name>[A-Z][a-z]{2,}(?:[oe]va?|[a-z]{2}[^aeiou]ina?|sk(?:ii|iy|y|aya)|enko|chuk|dze|shvili|yan))"
    r"(?= (?:said|says|told|added|stressed|noted|recalled|claimed|denied|admitted|argued|explained|warned|replied)\b)"
)
"""`Kvashnin| said`: whoever speaks, and has a name that ends as surnames do."""


FAMILY = re.compile(
    r" [A-Z][a-z]+(?:[oe]va?|[a-z]ina?|[st]k(?:ii?|iy|y|aya|yi)|enko|chuk|dze|shvili|yants?|ian|ul[yi]|ogl[yiu]"
    r"|vich|(?:ov|ev|an|in|j)ic)$"
)
"""How family names of Slavs and of the Caucasus and Central Asia end."""


def ends_as_surname(name: str) -> bool:
    """Tell whether a name of two words ends as family names from the Balkans to Central Asia do: `Petr Sumin`."""
    return FAMILY.search(name) is not None


def is_slavic_name(name: str) -> bool:
    """Tell whether a name is a word, none that is known, and a surname of few other things: `Rinat Holmatov`."""
    first, _, last = name.partition(" ")
    is_other = kind_of(first) or is_headword(first) or is_city(first) or is_stop_word(first) or noun_kind(first.lower())
    ending = SURNAME.fullmatch(last)
    return ending is not None and not ending["shared"] and first.isalpha() and first.istitle() and not is_other


def speaking(text: str, small: Collection[str]) -> Iterator[Span]:
    """Yield whoever speaks under a name that ends as surnames do, and is none that is known, nor a word: `Cousin`."""
    for match in SPEAKING.finditer(text):
        name = match["name"]
        is_other = kind_of(name) or is_city(name) or is_title(name) or is_stop_word(name) or noun_kind(name.lower())
        if not is_other and name.lower() not in small and not countries_of_region(name):
            yield Span(start=match.start("name"), end=match.end("name"), kind="person", rule="surname")
