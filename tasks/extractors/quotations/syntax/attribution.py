"""Finds who speaks by the grammar of a sentence: from quoted words up to the word that governs them, to its speaker."""

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tasks.extractors.quotations.lexicon.cues import kind_of
from tasks.extractors.quotations.marks.frames import PLACEHOLDER
from tasks.extractors.quotations.syntax.adjacent import (
    LONGEST_ADDITION,
    adjacent_governor,
    after_quotation,
    followed_by_name,
)
from tasks.extractors.quotations.syntax.colons import follows_colon, label_of
from tasks.extractors.quotations.syntax.governor import Governor
from tasks.extractors.quotations.syntax.grammar import HIGHEST_CLIMB, SUBJECTS
from tasks.extractors.quotations.syntax.parentheticals import parenthetical
from tasks.extractors.quotations.syntax.speech import speech_kind
from tasks.extractors.quotations.syntax.subjects import author_of, can_speak, speaker_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

RANKS = {
    "verb of speech": 0,
    "according to": 1,
    "verb of naming": 2,
    "verb of thought": 3,
    "noun": 4,
    "distant naming": 5,
    "any verb": 6,
}
"""What a governor is worth: a verb of speech higher up outdoes any other word of attribution below it."""

MAIN_RULES = {"speech": "verb of speech", "naming": "distant naming"}
FEWEST_FREE_WORDS = 3
"""Quoted words that may be laid to the main verb of speech of their sentence though it does not govern them."""
NAMED_BY = frozenset({"dobj", "oprd", "prep", "xcomp", "ccomp", "pobj"})


def governor_of(token: "Token", *, inside: frozenset[int]) -> Governor | None:
    """Find what governs quoted words; `inside` holds the numbers of the quoted tokens, `token` is the top one.

    A clause put in with a comma (`…, he added, …`) governs its whole sentence; otherwise the best word of attribution
    on the way up does.
    """
    document = token.doc
    is_clause = token.text == PLACEHOLDER
    neighbour = adjacent_governor(document, inside=inside, is_clause=is_clause)
    if neighbour:
        return neighbour
    governors = governors_of_clause(token, inside=inside)
    best = min(governors, key=rank) if governors else None
    if best and best.rule == "verb of speech" and best.cue == governors[0].cue:
        return best
    is_short = not is_clause and len(inside) < FEWEST_FREE_WORDS
    weakest = "any verb" if is_clause and follows_colon(document, inside=inside) else "verb of speech"
    last_resort = None if is_short else main_governor(document, inside=inside, weakest=weakest)
    following = followed_by_name(after_quotation(document, inside))
    others = (parenthetical(document, inside=inside), best, following, last_resort)
    found = next((governor for governor in others if governor), None) or governor_at_root(document, inside=inside)
    return found or (label_of(document, inside=inside) if is_clause else None)


def governors_of_clause(token: "Token", *, inside: frozenset[int]) -> list[Governor]:
    """List what is above quoted words; clauses that stand beside theirs only where nothing better than thoughts is."""
    governors = list(governors_above(token, inside=inside))
    if min(map(rank, governors), default=math.inf) <= RANKS["verb of naming"]:
        return governors
    return list(governors_above(token, inside=inside, with_siblings=True))


def rank(governor: Governor) -> float:
    """Give the place of a governor's rule among the rules; a speaker that is no person or body counts for less."""
    return RANKS[governor.rule] + (0 if can_speak(governor.subject) else 2.5)


def governor_at_root(document: "Doc", *, inside: frozenset[int]) -> Governor | None:
    """Find name and verb of a sentence that the parser took for a mere name: `Petrov earlier called critics “…”`."""
    name = next((token for token in document if token.dep_ == "ROOT"), None)
    if name is None or name.pos_ != "PROPN" or name.i in inside:
        return None
    for verb in document[name.i + 1 : name.i + LONGEST_ADDITION]:
        if verb.i not in inside and verb.tag_ in ("VBD", "VBN", "VBZ") and kind_of(verb.text) in ("speech", "naming"):
            return Governor(cue=verb, subject=name, rule="verb of naming")
    return None


def main_governor(document: "Doc", *, inside: frozenset[int], weakest: str = "verb of speech") -> Governor | None:
    """Find the highest verb of speech with a speaker, or else the highest verb of a rule down to the weakest named."""
    best: tuple[int, int, Governor] | None = None
    for token in document:
        if token.pos_ not in ("VERB", "AUX") or token.i in inside:
            continue
        rule = MAIN_RULES.get(kind_of(token.text) or "", "any verb")
        if RANKS[rule] > RANKS[weakest]:
            continue
        subject = speaker_of(token, inside=inside)
        if subject is None or not can_speak(subject):
            continue
        height = sum(1 for _ in token.ancestors)
        if best is None or (RANKS[rule], height) < best[:2]:
            best = (RANKS[rule], height, Governor(cue=token, subject=subject, rule=rule))
    return best[2] if best else None


def governors_above(token: "Token", *, inside: frozenset[int], with_siblings: bool = False) -> Iterator[Governor]:
    """Yield every word above the quoted ones that attributes them to somebody, the nearest first.

    The verbs of clauses that stand beside theirs count only where that is asked for.
    """
    below = token
    verbs_met = 0
    for node in path_up(token):
        yield from according_to(node, inside=inside)
        if node.i not in inside and (with_siblings or not is_sibling(below, node)):
            if node.pos_ in ("VERB", "AUX"):
                yield from governing_verb(node, below=below, is_first=verbs_met == 0, inside=inside)
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
