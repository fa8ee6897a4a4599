"""Finds who speaks by the grammar of a sentence: of all words that attribute quoted ones to somebody, the best."""

import math
from typing import TYPE_CHECKING

from tasks.extractors.quotations.lexicon.cues import kind_of, reports_of
from tasks.extractors.quotations.marks.frames import PLACEHOLDER
from tasks.extractors.quotations.syntax.adjacent import (
    LONGEST_ADDITION,
    adjacent_governor,
    after_quotation,
    followed_by_name,
)
from tasks.extractors.quotations.syntax.ancestors import governors_above
from tasks.extractors.quotations.syntax.colons import follows_colon, label_of
from tasks.extractors.quotations.syntax.governor import Governor
from tasks.extractors.quotations.syntax.parentheticals import parenthetical
from tasks.extractors.quotations.syntax.sources import can_speak
from tasks.extractors.quotations.syntax.subjects import RELATIVE_PRONOUNS, is_passive, speaker_of
from tasks.extractors.vocabulary.outlets import known_outlet

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
QUOTING = frozenset({"quote", "cite", "report"})
FEWEST_FREE_WORDS = 3
"""Quoted words that may be laid to the main verb of speech of their sentence though it does not govern them."""


def governor_of(token: "Token", *, inside: frozenset[int]) -> Governor | None:
    """Find what governs quoted words; `inside` holds the numbers of the quoted tokens, `token` is the top one."""
    governor = nearest_governor(token, inside=inside)
    return quoted_by(governor, inside=inside) if governor else None


def quoted_by(governor: Governor, *, inside: frozenset[int]) -> Governor:
    """Give the one who is quoted for the one who quotes: `Petrov` of `the ministry quoted Petrov as saying “…”`."""
    cue = governor.cue
    if cue.lemma_ not in QUOTING or is_passive(cue):
        return governor
    source = next((child for child in cue.children if child.dep_ == "dobj" and child.i > cue.i), None)
    role = next((child for child in cue.children if child.lower_ == "as" and child.dep_ == "prep"), None)
    verb = next((child for child in role.children if child.dep_ == "pcomp"), None) if role is not None else None
    if source is None or verb is None or source.i in inside or kind_of(verb.text) is None:
        return governor
    return Governor(cue=verb, subject=source, rule="verb of speech")


def nearest_governor(token: "Token", *, inside: frozenset[int]) -> Governor | None:
    """Find what governs quoted words, be it the one who passes them on.

    A clause put in with a comma (`…, he added, …`) governs its whole sentence; otherwise the best word of attribution
    on the way up does.
    """
    document = token.doc
    is_clause = token.text == PLACEHOLDER
    neighbour = adjacent_governor(document, inside=inside, is_clause=is_clause)
    if neighbour:
        return neighbour
    governors = governors_of_clause(token, inside=inside)
    if governors and governors[0].rule == "verb of naming" and is_set_against(governors[0].cue):
        return governors[0]
    best = min(governors, key=rank) if governors else None
    aside = parenthetical(document, inside=inside)
    is_beside = aside is not None and not any(governors_above(token, inside=inside))
    if best and best.rule == "verb of speech" and best.cue == governors[0].cue and not is_beside:
        return best
    is_short = not is_clause and len(inside) < FEWEST_FREE_WORDS
    weakest = "any verb" if is_clause and follows_colon(document, inside=inside) else "verb of speech"
    last_resort = None if is_short else main_governor(document, inside=inside, weakest=weakest)
    following = followed_by_name(after_quotation(document, inside))
    others = (aside, best, following, last_resort)
    found = next((governor for governor in others if governor), None) or governor_at_root(document, inside=inside)
    return found or (label_of(document, inside=inside) if is_clause else None)


def is_set_against(verb: "Token") -> bool:
    """Tell whether a clause is set against the one before it: `Lobov said it was old, while Orlov called it “thin”`.

    So is what somebody else calls a thing: `Lobov announced a tax, which Orlov called “robbery”`.
    """
    own = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    is_anothers = own is not None and own.lower_ not in RELATIVE_PRONOUNS and own.pos_ != "PRON" and can_speak(own)
    if verb.dep_ == "relcl" and is_anothers:
        return not reports_of(verb.text).isdisjoint({"as", "description"})
    return any(child.dep_ == "mark" and child.lower_ in ("while", "whereas") for child in verb.children)


def governors_of_clause(token: "Token", *, inside: frozenset[int]) -> list[Governor]:
    """List what is above quoted words; clauses that stand beside theirs only where nothing better than thoughts is."""
    governors = without_relay(list(governors_above(token, inside=inside)))
    if min(map(rank, governors), default=math.inf) <= RANKS["verb of naming"]:
        return governors
    return list(governors_above(token, inside=inside, with_siblings=True))


def without_relay(governors: list[Governor]) -> list[Governor]:
    """Leave out an outlet that passes on what somebody says: `Lobov, according to Itar-Tass, called it “absurd”`."""
    speaking = [governor for governor in governors if not is_outlet(governor)]
    return speaking if min(map(rank, speaking), default=math.inf) <= RANKS["verb of naming"] else governors


def is_outlet(governor: Governor) -> bool:
    """Tell whether words are somebody's according to a known outlet."""
    source = governor.subject
    phrase = source.doc[source.left_edge.i : source.right_edge.i + 1].text
    return governor.rule == "according to" and known_outlet(phrase) is not None


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
