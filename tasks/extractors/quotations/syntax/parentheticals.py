"""Finds clauses that are put into a sentence or after it and say whose words it holds: `…, he added, …`."""

from typing import TYPE_CHECKING

from tasks.extractors.quotations.lexicon.cues import kind_of
from tasks.extractors.quotations.syntax.governor import Governor
from tasks.extractors.quotations.syntax.sources import can_speak
from tasks.extractors.quotations.syntax.speech import speech_kind
from tasks.extractors.quotations.syntax.subjects import agent_of, owner_or_source

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HANDING_DOWN = frozenset({"recall", "remember", "relate", "relay", "repeat", "retell", "quote", "recount", "report"})
"""Verbs of those who tell what somebody else said."""
WORDS = frozenset({"word", "phrase", "remark", "saying", "dictum", "maxim", "statement", "comment"})
EQUATED = frozenset({"nsubj", "attr"})
COMPLEMENTS = frozenset({"ccomp", "xcomp", "oprd"})


def parenthetical(document: "Doc", *, inside: frozenset[int]) -> Governor | None:
    """Find a clause of speech put into a sentence or after it, as in `…, he added, …` and `…, Stumpf said.`."""
    for token in document:
        if token.pos_ != "VERB" or token.i in inside:
            continue
        governor = as_told_by(token, inside=inside)
        if governor:
            return governor
        if speech_kind(token, goes_with_clause=True) != "speech" and not names_it(token):
            continue
        subject = next((child for child in token.children if child.dep_ == "nsubj"), None)
        if subject is None or subject.i in inside or not is_set_off(token, subject):
            continue
        return Governor(cue=token, subject=subject, rule="verb of speech")
    return None


def as_told_by(verb: "Token", *, inside: frozenset[int]) -> Governor | None:
    """Find who is named after a participle: `as reported by the ministry`, `as described by Petrov`."""
    if verb.tag_ != "VBN" or verb.i == 0 or verb.nbor(-1).lower_ != "as" or kind_of(verb.text) is None:
        return None
    agent = agent_of(verb, inside=inside)
    if verb.lemma_ in HANDING_DOWN and (first := first_speaker(verb, inside=inside)):
        return first
    return Governor(cue=verb, subject=agent, rule="according to") if agent is not None and can_speak(agent) else None


def first_speaker(verb: "Token", *, inside: frozenset[int]) -> Governor | None:
    """Find whose words somebody hands down: `the words of Deng, as recalled by Qian, were “…”`.

    They are what it is about, or what it says the quoted words are; not those of `…, contradicted a word of Deng`.
    """
    for word in verb.doc:
        is_of_it = word.dep_ in EQUATED and word.head.lemma_ == "be"
        if is_of_it and word.lemma_.lower() in WORDS and word.pos_ == "NOUN" and word.i not in inside:
            owner = owner_or_source(word, inside=inside)
            if owner is not None and can_speak(owner):
                return Governor(cue=word, subject=owner, rule="noun")
    return None


def names_it(verb: "Token") -> bool:
    """Tell whether a verb of naming takes quoted words up again: `the “joke,” as he called it`."""
    takes_up = any(child.dep_ == "dobj" and child.lower_ in ("it", "them", "him", "her") for child in verb.children)
    return takes_up and verb.left_edge.lower_ == "as" and kind_of(verb.text) == "naming"


def is_set_off(verb: "Token", subject: "Token") -> bool:
    """Tell whether subject and verb stand between punctuation marks, with nothing said after the verb."""
    document = verb.doc
    is_as = verb.left_edge.lower_ == "as"
    first = min(subject.left_edge.i, verb.left_edge.i if is_as else verb.i)
    last = max(subject.right_edge.i, verb.i)
    if first == 0 or document[first - 1].pos_ == "CCONJ":
        return is_as
    if document[first - 1].text not in (",", '"', "-", "–", "—", "("):
        return False
    if any(child.dep_ in COMPLEMENTS and child.i > verb.i for child in verb.children):
        return False
    return last + 1 >= len(document) or last - first < 12


def opens_sentence(verb: "Token", subject: "Token") -> bool:
    """Tell whether a sentence opens with who says it, behind `as`: `As Lobov said, | taxes will rise`."""
    is_first = verb.dep_ == "advcl" and verb.left_edge.i == 0 and verb.doc[0].lower_ == "as" and verb.head.i > verb.i
    is_bare = not any(child.i > verb.i and child.dep_ in {"dobj", "oprd", "ccomp", "xcomp"} for child in verb.children)
    return is_first and is_bare and subject.head.i == verb.i and can_speak(subject)
