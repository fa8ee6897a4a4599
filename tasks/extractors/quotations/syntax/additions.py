"""Finds the subject of a verb by the order of words, where additions in between have led the parser astray."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tasks.extractors.vocabulary.nouns import noun_kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MOST_ADDITIONS = 5
"""Commas between a name and its verb, at the most: `Ivan Petrov, a deputy from Omsk, Siberia, said`."""
LEADING = frozenset({"as", "and", "but", "or", "so", "yet", "then"})
"""Words that may begin a clause before its subject: `as Petrov, a deputy, put it`."""


def subject_before(verb: "Token") -> "Token | None":
    """Find the head of the phrase that is the subject of a verb by its place.

    It is `Petrov` of `on Tuesday, Petrov, a deputy in Moscow, said` and of `Ivan Petrov of Omsk said`; where no phrase
    fits, it is the name right before the verb.
    """
    place = verb.i - 1
    while place >= 0 and verb.doc[place].pos_ == "ADV":
        place -= 1
    after_comma = place >= 0 and verb.doc[place].text == ","
    phrases = list(phrases_before(verb.doc, place - 1 if after_comma else place))
    for start, end in phrases[1:] if after_comma else phrases[:1]:
        subject = head_of(verb.doc, start, end)
        if subject is not None:
            return subject
    last = verb.doc[phrases[0][1]] if phrases else None
    return last if last is not None and last.pos_ in ("PROPN", "PRON") else None


def phrases_before(document: "Doc", end: int) -> Iterator[tuple[int, int]]:
    """Yield the first and last word of what stands between commas, back from a word, up to a quotation mark."""
    for _ in range(MOST_ADDITIONS):
        start = end
        while start > 0 and not is_break(document[start - 1]):
            start -= 1
        if start > end or end < 0:
            return
        yield start, end
        if start == 0 or document[start - 1].text != ",":
            return
        end = start - 2


def is_break(token: "Token") -> bool:
    """Tell whether a mark parts phrases; the hyphen of a word does not: `the Four-Kings team`."""
    is_hyphen = token.text == "-" and token.i > 0 and not token.whitespace_ and not token.nbor(-1).whitespace_
    return token.is_punct and not is_hyphen


def head_of(document: "Doc", start: int, end: int) -> "Token | None":
    """Give the head of a phrase that can be a speaker; `Petrov` of `Petrov of Omsk`, nothing of `in Omsk`."""
    while start < end and document[start].lower_ in LEADING:
        start += 1
    preposition = next((place for place in range(start, end + 1) if document[place].tag_ == "IN"), end + 1)
    if preposition == start or document[start].pos_ == "VERB":
        return None
    head = document[preposition - 1]
    is_person = head.pos_ in ("PROPN", "PRON") or noun_kind(head.lemma_) in ("person", "organization")
    return head if is_person else None


def description_end(noun: "Token") -> "Token | None":
    """Give the last word of what describes somebody right after the noun: `one official familiar with the talks`."""
    for child in noun.children:
        is_reduced = child.dep_ == "acl" and child.tag_ == "VBN" and noun.pos_ == "NOUN"
        if child.left_edge.i > noun.i and (is_reduced or child.dep_ == "amod"):
            return last_unbroken(noun.doc, noun.i, child.right_edge.i)
    return None


def last_unbroken(document: "Doc", start: int, end: int) -> "Token | None":
    """Give the last word after a word that no mark parts from it, up to another; nothing where a mark follows it."""
    place = start
    while place < end and (not document[place + 1].is_punct or document[place + 1].text == "-"):
        place += 1
    return document[place] if place > start else None
