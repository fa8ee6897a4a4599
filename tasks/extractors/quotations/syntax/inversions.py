"""Finds who speaks behind the verb, at a sentence's end or within it: `…, argues the report`, `Work, says Hill, …`."""

from typing import TYPE_CHECKING

from tasks.extractors.quotations.lexicon.cues import kind_of, reports_of
from tasks.extractors.quotations.syntax.grammar import FINITE, FINITE_OR_MODAL, SUBJECTS
from tasks.extractors.quotations.syntax.sources import can_speak
from tasks.extractors.vocabulary.nouns import noun_kind

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_ASIDE = 20
"""Words that may describe who speaks: `says Rosa Hill|, a nurse in Oslo for thirty years,`."""


def inverted_subject(verb: "Token") -> "Token | None":
    """Find who speaks after a verb at a sentence's end: `prices will rise, argues the report`, which is no object."""
    if verb.tag_ != "VBZ" or kind_of(verb.text) != "speech" or verb.i == 0 or verb.nbor(-1).text != ",":
        return None
    if any(
        child.dep_ in SUBJECTS or (child.dep_ in ("ccomp", "xcomp") and child.i > verb.i) for child in verb.children
    ):
        return None
    thing = next((child for child in verb.children if child.dep_ == "dobj" and child.left_edge.i == verb.i + 1), None)
    is_source = thing is not None and (can_speak(thing) or noun_kind(thing.lemma_) == "carrier")
    return thing if is_source else None


def inverted_aside(verb: "Token") -> tuple["Token", int] | None:
    """Find who speaks within a sentence after a verb, and the last word on him: `Work, argues Hill, a nurse, | tires`.

    What stands before holds no finite verb, so that it is the subject of what follows the closing comma.
    """
    document = verb.doc
    if verb.i < 2 or document[verb.i - 1].text != "," or verb.tag_ not in FINITE or not can_speak_within(verb):
        return None
    if any(token.tag_ in FINITE_OR_MODAL for token in document[: verb.i - 1]) and document[0].lower_ != "what":
        return None
    place = verb.i + 1
    while place < len(document) and document[place].pos_ in ("DET", "ADJ", "NOUN", "PROPN", "NUM"):
        place += 1
    head = document[place - 1]
    if place == verb.i + 1 or not can_speak(head):
        return None
    end = next((token.i for token in document[place : place + LONGEST_ASIDE] if closes_aside(token)), None)
    return (head, end - 1) if end is not None else None


def can_speak_within(verb: "Token") -> bool:
    """Tell whether a verb reports a clause, of speech or thought, and takes none behind it."""
    is_reporting = "clause" in reports_of(verb.text) and kind_of(verb.text) in ("speech", "attitude")
    return is_reporting and verb.doc[verb.i + 1 : verb.i + 2].text not in ("that", "")


def closes_aside(comma: "Token") -> bool:
    """Tell whether a comma is followed by the verb of a subject that stands before an aside."""
    is_last = comma.i + 1 >= len(comma.doc)
    return comma.text == "," and not is_last and comma.nbor(1).tag_ in FINITE_OR_MODAL
