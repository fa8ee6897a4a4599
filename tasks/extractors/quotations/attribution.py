"""Finds who speaks by the grammar of a sentence: from quoted words up to the word that governs them, to its speaker."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tasks.extractors.quotations.cues import kind_of
from tasks.extractors.quotations.subjects import speaker_of, speaks, stands_behind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HIGHEST_CLIMB = 12
"""Steps from a word to the top of a sentence; no sentence of news is deeper."""

RANKS = {"verb of speech": 0, "according to": 1, "verb of naming": 2, "verb of thought": 3, "noun": 4, "any verb": 5}
"""What a governor is worth: a verb of speech higher up outdoes any other word of attribution below it."""

FINITE = frozenset({"VBD", "VBZ", "VBP"})
LONGEST_ADDITION = 25
BEFORE_HEAD = frozenset({"det", "compound", "amod", "poss", "nummod", "nmod", "case", "npadvmod", "punct"})
COMPLEMENTS = frozenset({"ccomp", "xcomp", "oprd", "attr", "acomp"})
NAMED_BY = frozenset({"dobj", "oprd", "prep", "attr", "acomp", "xcomp", "ccomp", "pobj"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Governor:
    """A word that governs quoted words, the word for the one who says them, and the rule by which both were found."""

    cue: "Token"
    subject: "Token"
    rule: str


def governor_of(token: "Token", *, inside: frozenset[int]) -> Governor | None:
    """Find what governs quoted words; `inside` holds the numbers of the quoted tokens, `token` is the top one.

    A clause put in with a comma (`…, he added, …`) governs its whole sentence; otherwise the best word of attribution
    on the way up does.
    """
    beside = inverted(token)
    if beside:
        return beside
    governors = list(governors_above(token, inside=inside))
    best = min(governors, key=rank) if governors else None
    if best and best.rule == "verb of speech" and best.cue == governors[0].cue:
        return best
    return inserted(token.doc, inside=inside) or best or followed_by_name(token) or main_governor(token.doc, inside=inside)


def rank(governor: Governor) -> float:
    """Give the place of a governor's rule among the rules; a speaker that is no person or body counts for less."""
    return RANKS[governor.rule] + (0 if speaks(governor.subject) else 2.5)


def inverted(token: "Token") -> Governor | None:
    """Find a verb right after a quotation, and the name after it: `"…," said Ivan Petrov, who`."""
    verb = after_closing_mark(token)
    if verb is None or verb.tag_ not in FINITE or kind_of(verb.text) is None or verb.i + 1 >= len(verb.doc):
        return None
    subject = phrase_head(verb.nbor(1))
    return Governor(cue=verb, subject=subject, rule="verb of speech") if speaks(subject) else None


def followed_by_name(token: "Token") -> Governor | None:
    """Find a name right after a quotation, and a verb of speech further on: `"…," Ivan Petrov, in a hat, said`."""
    first = after_closing_mark(token)
    if first is None:
        return None
    subject = phrase_head(first)
    if not speaks(subject):
        return None
    for verb in token.doc[subject.i + 1 : subject.i + LONGEST_ADDITION]:
        if verb.tag_ in FINITE and kind_of(verb.text) == "speech":
            return Governor(cue=verb, subject=subject, rule="verb of speech")
    return None


def after_closing_mark(token: "Token") -> "Token | None":
    """Give the word after the mark that closes the quotation which ends with this token or a comma after it."""
    place = token.i + 1
    document = token.doc
    while place < len(document) and document[place].text in (",", '"', "''"):
        if document[place].text != "," and place + 1 < len(document):
            return document[place + 1]
        place += 1
    return None


def main_governor(document: "Doc", *, inside: frozenset[int], is_any_verb: bool = False) -> Governor | None:
    """Find the highest verb of speech with a speaker; where `is_any_verb`, any other verb will do, too."""
    best: tuple[int, int, Governor] | None = None
    for token in document:
        if token.pos_ not in ("VERB", "AUX") or token.i in inside:
            continue
        is_speech = kind_of(token.text) == "speech"
        if not is_speech and not is_any_verb:
            continue
        subject = speaker_of(token, inside=inside)
        if subject is None or not speaks(subject):
            continue
        rule = "verb of speech" if is_speech else "any verb"
        height = sum(1 for _ in token.ancestors)
        if best is None or (RANKS[rule], height) < best[:2]:
            best = (RANKS[rule], height, Governor(cue=token, subject=subject, rule=rule))
    return best[2] if best else None


def phrase_head(token: "Token") -> "Token":
    """Give the main word of the noun phrase that begins with a token."""
    while token.dep_ in BEFORE_HEAD and token.head.i > token.i:
        token = token.head
    return token


def governors_above(token: "Token", *, inside: frozenset[int]) -> Iterator[Governor]:
    """Yield every word above the quoted ones that attributes them to somebody, the nearest first."""
    below = token
    verbs_met = 0
    for node in path_up(token):
        yield from according_to(node, inside=inside)
        if node.i not in inside:
            if node.pos_ in ("VERB", "AUX"):
                yield from governing_verb(node, below=below, is_first=verbs_met == 0, inside=inside)
                verbs_met += 1
            elif node.pos_ == "NOUN":
                yield from governing_noun(node, inside=inside)
        below = node


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
    kind = speech_kind(node)
    if kind == "speech":
        yield Governor(cue=node, subject=subject, rule="verb of speech")
    elif kind == "naming" and is_first and below.dep_ in NAMED_BY:
        yield Governor(cue=node, subject=subject, rule="verb of naming")
    elif kind == "naming" and speaks(subject):
        yield Governor(cue=node, subject=subject, rule="any verb")
    elif kind == "attitude":
        yield Governor(cue=node, subject=subject, rule="verb of thought")
    elif speaks(subject):
        yield Governor(cue=node, subject=subject, rule="any verb")


def speech_kind(verb: "Token") -> str | None:
    """Give the kind of a verb; `as he put it` and `pointed out` are speech."""
    if verb.lemma_ == "put" and any(child.dep_ == "dobj" and child.lower_ == "it" for child in verb.children):
        return "speech"
    return kind_of(verb.text) or kind_of(verb.lemma_)


def governing_noun(node: "Token", *, inside: frozenset[int]) -> Iterator[Governor]:
    """Yield a noun for words above quoted ones, where its owner is named: `Romney's “47 percent” comment`."""
    owner = stands_behind(node, inside=inside)
    if owner is not None and speaks(owner):
        yield Governor(cue=node, subject=owner, rule="noun")


def according_to(node: "Token", *, inside: frozenset[int]) -> Iterator[Governor]:
    """Yield `according to SOMEONE` below a word."""
    for child in node.children:
        if child.lower_ == "according" and child.i not in inside:
            for preposition in child.children:
                for source in preposition.children:
                    if source.dep_ == "pobj":
                        yield Governor(cue=child, subject=source, rule="according to")


def inserted(document: "Doc", *, inside: frozenset[int]) -> Governor | None:
    """Find a clause of speech put into a sentence, or after it, with a comma: `…, he added, …`, `…, Stumpf said.`"""
    for token in document:
        if token.pos_ != "VERB" or token.i in inside or speech_kind(token) != "speech":
            continue
        subject = next((child for child in token.children if child.dep_ == "nsubj"), None)
        if subject is None or subject.i in inside or not is_set_off(token, subject):
            continue
        return Governor(cue=token, subject=subject, rule="verb of speech")
    return None


def is_set_off(verb: "Token", subject: "Token") -> bool:
    """Tell whether subject and verb stand between punctuation marks, with nothing said after the verb."""
    document = verb.doc
    first = min(subject.left_edge.i, verb.left_edge.i if verb.left_edge.lower_ == "as" else verb.i)
    last = max(subject.right_edge.i, verb.i)
    if first == 0 or document[first - 1].text not in (",", '"', "-", "–", "—"):
        return False
    if any(child.dep_ in COMPLEMENTS and child.i > verb.i for child in verb.children):
        return False
    return last + 1 >= len(document) or last - first < 12
