"""Tells what kind of speech a verb is in its sentence, with the words that make it one: `put it`, `went on`."""

from typing import TYPE_CHECKING

from tasks.extractors.quotations.lexicon.cues import kind_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def speech_kind(verb: "Token", *, goes_with_clause: bool = False) -> str | None:
    """Give the kind of a verb: `as he put it` is speech, `he laughed` only beside a quoted clause."""
    if verb.lemma_ == "put" and any(child.dep_ == "dobj" and child.lower_ == "it" for child in verb.children):
        return "speech"
    if verb.lemma_ == "go" and any(child.lower_ == "on" for child in verb.children):
        return "speech" if goes_with_clause else None
    if verb.lemma_ == "point" and any(child.lower_ == "out" for child in verb.children):
        return "speech"
    kind = kind_of(verb.text) or kind_of(verb.lemma_)
    if kind == "manner":
        return "speech" if goes_with_clause else None
    return kind
