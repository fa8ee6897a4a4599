"""Climbs from quoted words up the tree of their sentence, to every word that attributes them to somebody."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tasks.extractors.quotations.lexicon.cues import reports_of
from tasks.extractors.quotations.marks.frames import PLACEHOLDER
from tasks.extractors.quotations.syntax.governor import Governor
from tasks.extractors.quotations.syntax.grammar import HIGHEST_CLIMB, SUBJECTS
from tasks.extractors.quotations.syntax.sources import can_speak
from tasks.extractors.quotations.syntax.speech import speech_kind
from tasks.extractors.quotations.syntax.subjects import author_of, speaker_of

if TYPE_CHECKING:
    from spacy.tokens import Token

NAMED_BY = frozenset({"dobj", "oprd", "prep", "xcomp", "ccomp", "pobj"})


def governors_above(token: "Token", *, inside: frozenset[int], with_siblings: bool = False) -> Iterator[Governor]:
    """Yield every word above the quoted ones that attributes them to somebody, the nearest first.

    The verbs of clauses that stand beside theirs count only where that is asked for.
    """
    below = token
    verbs_met = 0
    is_role = False
    for node in path_up(token):
        is_role = is_role or (below.lower_ == "as" and below.dep_ == "prep")
        yield from according_to(node, inside=inside)
        if node.i not in inside and (with_siblings or not is_sibling(below, node)):
            if node.pos_ in ("VERB", "AUX"):
                is_first = verbs_met == 0 or (is_role and "as" in reports_of(node.text))
                yield from governing_verb(node, below=below, is_first=is_first, inside=inside)
                verbs_met += 1
            elif node.pos_ == "NOUN":
                yield from governing_noun(node, inside=inside)
        below = node


def is_sibling(below: "Token", node: "Token") -> bool:
    """Tell whether a clause stands beside the one above it in the tree, which then does not govern its words.

    `Petrov advised against it, but Orlov called it “wise”`; `said that Petrov denied it and that it was “wise”`.
    """
    if below.dep_ != "conj" or below.pos_ not in ("VERB", "AUX") or node.i == below.i:
        return False
    if node.dep_ == "ccomp":
        return True
    parts = {child.dep_ for child in below.children}
    return "mark" not in parts and not parts.isdisjoint(SUBJECTS)


def path_up(token: "Token") -> Iterator["Token"]:
    """Yield the token and what governs it, up to the top of the sentence."""
    for _ in range(HIGHEST_CLIMB):
        yield token
        if token.head.i == token.i:
            return
        token = token.head


def governing_verb(node: "Token", *, below: "Token", is_first: bool, inside: frozenset[int]) -> Iterator[Governor]:
    """Yield a verb above quoted words, where it has a speaker; naming is done only by the verb right above them."""
    subject = speaker_of(node, inside=inside)
    if subject is None:
        return
    kind = speech_kind(node, goes_with_clause=below.text == PLACEHOLDER)
    if kind == "speech":
        yield Governor(cue=node, subject=subject, rule="verb of speech")
    elif kind == "naming" and is_first and below.dep_ in NAMED_BY:
        yield Governor(cue=node, subject=subject, rule="verb of naming")
    elif kind == "naming" and can_speak(subject):
        yield Governor(cue=node, subject=subject, rule="distant naming")
    elif kind == "attitude":
        yield Governor(cue=node, subject=subject, rule="verb of thought")
    elif below.lower_ == "as" and below.dep_ == "prep" and can_speak(subject) and has_object(node):
        yield Governor(cue=node, subject=subject, rule="verb of naming")
    elif can_speak(subject):
        yield Governor(cue=node, subject=subject, rule="any verb")
    elif node.lemma_ == "be" and any(child.dep_ == "poss" and child.pos_ == "PROPN" for child in subject.children):
        yield from governing_noun(subject, inside=inside)


def has_object(verb: "Token") -> bool:
    """Tell whether a verb has an object, its own or that of its relative clause: `waved the fine off as “nothing”`."""
    return verb.dep_ == "relcl" or any(child.dep_ == "dobj" for child in verb.children)


def governing_noun(node: "Token", *, inside: frozenset[int]) -> Iterator[Governor]:
    """Yield a noun for words above quoted ones, where its owner is named: `Romney's “47 percent” comment`."""
    owner = author_of(node, inside=inside)
    if owner is not None and can_speak(owner):
        yield Governor(cue=node, subject=owner, rule="noun")


def according_to(node: "Token", *, inside: frozenset[int]) -> Iterator[Governor]:
    """Yield `according to SOMEONE` below a word."""
    for child in node.children:
        if child.lower_ == "according" and child.i not in inside:
            for preposition in child.children:
                for source in preposition.children:
                    if source.dep_ == "pobj":
                        yield Governor(cue=child, subject=source, rule="according to")
