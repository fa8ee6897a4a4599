"""Tells whether a word can be a speaker, or the source of a report."""

from typing import TYPE_CHECKING

from tasks.extractors.quotations.lexicon.tables import words_for
from tasks.extractors.vocabulary.nouns import PERSONAL_PRONOUNS, noun_kind

if TYPE_CHECKING:
    from spacy.tokens import Token

TIMES = words_for("time")


def can_speak(subject: "Token") -> bool:
    """Tell whether a word can be a speaker: a name, a personal pronoun, a noun for people or organizations."""
    if is_time(subject):
        return False
    is_bare_name = subject.text[:1].isupper() and subject.tag_ == "NN" and subject.left_edge.i == subject.i
    if is_bare_name or subject.pos_ == "PROPN" or subject.lower_ in PERSONAL_PRONOUNS or subject.tag_ == "PRP$":
        return True
    return noun_kind(subject.lemma_) in ("person", "organization")


def is_time(word: "Token") -> bool:
    """Tell whether a word is a day or month, which nobody is: `Lobov, not expecting it, on Friday set`."""
    return word.lower_ in TIMES


def can_report(subject: "Token") -> bool:
    """Tell whether a word can be the source of a report: a speaker, what carries words, or a share of those asked."""
    if can_speak(subject) or noun_kind(subject.lemma_) == "carrier" or subject.lower_ == "it":
        return True
    return (
        noun_kind(subject.lemma_) == "share"
        or subject.pos_ in ("NUM", "DET")
        or subject.tag_ in ("JJS", "JJR", "JJ", "RBS")
    )
