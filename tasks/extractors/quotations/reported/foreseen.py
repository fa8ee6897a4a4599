"""Tells what somebody has not said yet, or only may say: `will consider it`, `met to discuss it`, `if it decides`."""

from typing import TYPE_CHECKING

from tasks.extractors.quotations.lexicon.cues import forms_after, is_wish, kind_of
from tasks.extractors.quotations.lexicon.tables import words_for

if TYPE_CHECKING:
    from spacy.tokens import Token

POSSIBLE = frozenset({"will", "shall", "'ll", "’ll", "wo", "may", "might", "can", "could", "should", "must", "ought"})
"""Auxiliaries of what is yet to be done, or only may be."""
HYPOTHETICAL = frozenset({"would", "'d", "’d"})
"""Auxiliaries of what would be said; `would prefer` and `would welcome` tell what is wanted now."""
TOPICAL = words_for("topic verb")
CONDITIONS = frozenset({"if", "unless"})
PURPOSES = frozenset({"advcl", "acl", "relcl"})
"""Relations of an infinitive that says what something is done or meant for: `met | to discuss it`."""
GOING_ON = words_for("verb of going on to speak")
"""Verbs whose infinitive is done: `went on | to criticize it`."""
OUTLOOK = words_for("adjective of what is to come")
"""What stands before an infinitive that is yet to be done: `is due | to announce`."""


def is_foreseen(verb: "Token", form: str) -> bool:
    """Tell whether a verb reports nothing yet, in a clause that is a condition, a purpose or an outlook.

    A clause that will be said is told all the same, `Lobov will say that taxes must rise`, but not one that is yet to
    be found out: `will study maps to determine how many fell`.
    """
    if is_conditional(verb):
        return True
    is_told = form == "clause" and kind_of(verb.text) == "speech"
    is_sought = form == "clause" and is_possible(verb)
    return not is_told and not is_sought and (is_possible(verb) or is_to_come(verb))


def is_conditional(verb: "Token") -> bool:
    """Tell whether a verb stands in a condition: `if it decides to keep it`, `if prices fall or it decides to`."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.tag_ == verb.head.tag_:
        verb = verb.head
    return verb.dep_ == "advcl" and any(
        child.dep_ == "mark" and child.lower_ in CONDITIONS and child.i < verb.i for child in verb.children
    )


def is_possible(verb: "Token") -> bool:
    """Tell whether an auxiliary says that something will or may be said, demanded or refused."""
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    is_told = kind_of(verb.text) == "speech" or verb.lemma_ in TOPICAL
    return not auxiliaries.isdisjoint(POSSIBLE | HYPOTHETICAL if is_told else POSSIBLE)


def is_to_come(verb: "Token") -> bool:
    """Tell whether an infinitive is what somebody does something for, or is yet to do: `is due to announce`."""
    if not any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children):
        return False
    above = verb.head
    if above.i > verb.i or above.lemma_ in GOING_ON:
        return False
    if verb.dep_ in PURPOSES:
        return True
    is_wanted = is_wish(above.text) or "infinitive" in forms_after(above.text, part="adjective")
    is_due = above.lemma_ in OUTLOOK or (above.lemma_ == "go" and above.tag_ == "VBG") or above.lemma_ == "be"
    return verb.dep_ == "xcomp" and (is_wanted or is_due)
