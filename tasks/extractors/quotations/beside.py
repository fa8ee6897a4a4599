"""Finds the speaker right beside a quotation, by the order of words: the parser may read names and verbs amiss."""

from typing import TYPE_CHECKING

from tasks.extractors.quotations.cues import is_speech_form, kind_of
from tasks.extractors.quotations.governor import Governor
from tasks.extractors.quotations.subjects import speaks

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
AFTER_QUOTATION = frozenset({",", '"', "''", "”", "?", "!"})
LONGEST_ADDITION = 25
BEFORE_HEAD = frozenset({"det", "compound", "amod", "poss", "nummod", "nmod", "case", "npadvmod", "punct"})


def inverted(verb: "Token | None") -> Governor | None:
    """Find a verb right after a quotation, and the name after it: `"…," said Ivan Petrov, who`."""
    if verb is None or verb.tag_ not in FINITE or kind_of(verb.text) is None or verb.i + 1 >= len(verb.doc):
        return None
    subject = phrase_head(verb.nbor(1))
    is_noun = subject.pos_ in ("NOUN", "PROPN", "PRON")
    return Governor(cue=verb, subject=subject, rule="verb of speech") if is_noun else None


def opening_verb(document: "Doc", *, inside: frozenset[int]) -> Governor | None:
    """Find a sentence that begins with its verb: `Said Ivan Petrov: "…"`."""
    if len(document) < 3 or not is_speech_form(document[0].text) or document[0].lower_.endswith("ing"):
        return None
    subject = phrase_head(document[1])
    ends_well = subject.i + 1 < len(document) and document[subject.i + 1].text in (":", ",", '"')
    if 0 in inside or subject.i in inside or not ends_well or not speaks(subject):
        return None
    return Governor(cue=document[0], subject=subject, rule="verb of speech")


def followed_by_name(first: "Token | None") -> Governor | None:
    """Find a name right after a quotation, and a verb of speech further on: `"…," Ivan Petrov, in a hat, said`.

    Right after the name the verb may have been taken for a noun: `"…," Petrov notes.`
    """
    if first is None:
        return None
    name = name_before_verb(first)
    if name is not None:
        return Governor(cue=name.nbor(1), subject=name, rule="verb of speech")
    subject = phrase_head(first)
    if not speaks(subject):
        return None
    for verb in first.doc[subject.i + 1 : subject.i + LONGEST_ADDITION]:
        is_right_after = verb.i == subject.i + 1 and verb.pos_ == "VERB"
        if verb.tag_ in FINITE and (is_right_after or is_speech_form(verb.text)):
            return Governor(cue=verb, subject=subject, rule="verb of speech")
    return None


def name_before_verb(token: "Token") -> "Token | None":
    """Give the last word of a name with a verb of speech right after it: `Petrov` of `Ivan Petrov notes`."""
    if token.pos_ == "ADV":
        return None
    while token.text[:1].isupper() and token.i + 1 < len(token.doc):
        following = token.nbor(1)
        if is_speech_form(following.text):
            return token
        token = following
    return None


def after_quotation(document: "Doc", inside: frozenset[int]) -> "Token | None":
    """Give the word after a quotation that ends with a comma or a mark."""
    place = max(inside) + 1
    while place < len(document) and document[place].text in AFTER_QUOTATION:
        place += 1
    return document[place] if place < len(document) and document[place - 1].text in AFTER_QUOTATION else None


def phrase_head(token: "Token") -> "Token":
    """Give the main word of the noun phrase that begins with a token."""
    while token.dep_ in BEFORE_HEAD and token.head.i > token.i:
        token = token.head
    return token
