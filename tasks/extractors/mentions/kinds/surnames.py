"""Surnames that their ending tells, of people whom the model takes for places or bodies: `met Ivanov`, `Lobov left`."""

import re
from collections import Counter

from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.locations import locate
from tasks.extractors.mentions.lexicon.regions import countries_of_region
from tasks.extractors.mentions.lexicon.spans import Span

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
)
"""`Ivanov was quoted`, and `as saying` behind whoever is quoted."""
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
