"""Turns words of a parse into phrases of the article."""

from typing import TYPE_CHECKING

from tasks.extractors.quotations.marks.frames import Frame
from tasks.extractors.quotations.marks.statements import Attribution, BareCue
from tasks.extractors.quotations.syntax.governor import Governor
from tasks.extractors.quotations.syntax.negation import is_negated

if TYPE_CHECKING:
    from spacy.tokens import Token

OUTSIDE_PHRASE = frozenset({"relcl", "acl", "appos", "advcl", "punct", "ccomp", "parataxis", "dep", "cc", "advmod"})
REPORTED_BY_OTHERS = frozenset({"reportedly", "allegedly", "purportedly"})
"""Adverbs that pass on what somebody says without saying who."""
HEDGES = REPORTED_BY_OTHERS | {"supposedly", "apparently", "ostensibly"}
"""Adverbs by which an article keeps its distance from what it reports."""
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday"})
UNSOURCED = frozenset({"hearsay", "expectation"})
"""Rules of what an article passes on and names nobody for."""
AFTER_HEAD = frozenset({"prep", "nummod", "amod", "nmod", "case"})


def placed(frame: Frame, governor: Governor) -> Attribution | None:
    """Give cue and speaker as offsets in the article; nothing where the phrase runs backwards over cut words."""
    subject = governor.subject
    start, end = phrase_of(subject)
    first, last = frame.text_offset(start), frame.text_offset(end - 1) + 1
    cue = frame.text_offset(governor.cue.idx)
    name = named_beside(subject)
    head = frame.text_offset(name.idx)
    if not first < last:
        return None
    return Attribution(
        cue=(cue, frame.text_offset(cue_end(governor.cue) - 1) + 1),
        speaker=(first, last),
        head=(head, head + len(name)),
        is_plural=is_plural(subject),
        is_name=name.pos_ == "PROPN",
        relative=relative_of(frame, governor),
        is_hedged=any(child.lower_ in HEDGES for child in governor.cue.children),
        is_negated=is_negated(governor.cue),
        rule=governor.rule,
    )


def placed_alone(frame: Frame, cue: "Token", *, rule: str) -> BareCue:
    """Give a cue that nobody is named for as offsets in the article."""
    start = frame.text_offset(cue.idx)
    is_hedged = rule in UNSOURCED or any(child.lower_ in HEDGES for child in cue.children)
    place = (start, frame.text_offset(cue_end(cue) - 1) + 1)
    return BareCue(place=place, rule=rule, is_hedged=is_hedged, is_negated=is_negated(cue))


def cue_end(cue: "Token") -> int:
    """Give the offset after the cue; `according` takes its `to` along."""
    following = cue.nbor(1) if cue.lower_ == "according" and cue.i + 1 < len(cue.doc) else None
    last = following if following is not None and following.lower_ == "to" else cue
    return int(last.idx) + len(last)


def relative_of(frame: Frame, governor: Governor) -> tuple[int, int] | None:
    """Give the place of the relative pronoun that stands for the speaker beside the cue: `Lynch, who told`."""
    for child in governor.cue.children:
        if child.dep_ == "nsubj" and child.lower_ in ("who", "which") and child.i != governor.subject.i:
            start = frame.text_offset(child.idx)
            return start, start + len(child)
    return None


def named_beside(subject: "Token") -> "Token":
    """Give the name in apposition to a common noun, `Ivan Rodimtsev` of `her deputy, Ivan Rodimtsev`, or the word.

    Of several the name is but one: `some deputies, among them Ivan Rodimtsev`.
    """
    if subject.pos_ == "NOUN" and "Plur" not in subject.morph.get("Number", []):
        for child in subject.children:
            if child.dep_ == "appos" and child.pos_ == "PROPN":
                return child
    return subject


def is_plural(subject: "Token") -> bool:
    """Tell whether a speaker is several."""
    return "Plur" in subject.morph.get("Number", []) or any(child.dep_ == "conj" for child in subject.children)


def phrase_of(head: "Token") -> tuple[int, int]:
    """Give the offsets of the noun phrase around a word, without clauses and additions after it.

    `GOP frontrunner Donald Trump`, `the head of the union`, `Russia and China`.
    """
    first = last = head.i
    for child in head.children:
        if child.dep_ in ("cc", "conj") and child.i > head.i:
            last = max(last, joined_end(child))
        elif child.dep_ not in OUTSIDE_PHRASE and not ends_possessive(child):
            first = min(first, child.left_edge.i)
            if child.i > head.i and child.dep_ in AFTER_HEAD and not holds_verb(child):
                last = max(last, child.right_edge.i)
    document = head.doc
    while first < head.i and (document[first].is_punct or is_day_before(document[first], head)):
        first += 1
    while last > head.i and (document[last].is_punct or document[last].is_space):
        last -= 1
    return document[first].idx, document[last].idx + len(document[last])


def is_day_before(word: "Token", head: "Token") -> bool:
    """Tell whether a day was read as the first word of a name: `On |Monday| Lobov said`, but not `Monday's report`."""
    return word.lower_ in DAYS and head.pos_ == "PROPN" and not word.nbor(1).tag_.startswith("POS")


def ends_possessive(child: "Token") -> bool:
    """Tell whether a word is the ending of an owner that speaks: `'s` of `Ivanov's warning`."""
    return child.dep_ == "case" and child.head.dep_ == "poss"


def joined_end(token: "Token") -> int:
    """Give the number of the last word of what is joined by `and`, without clauses that follow it."""
    last = token.i
    for child in token.children:
        if child.dep_ == "conj" and child.i > token.i:
            last = max(last, joined_end(child))
        elif child.dep_ in ("compound", "prep", "nmod") and not holds_verb(child):
            last = max(last, child.right_edge.i)
    return last


def holds_verb(token: "Token") -> bool:
    """Tell whether a clause hangs below a word."""
    return any(below.pos_ == "VERB" for below in token.subtree)
