"""Finds the sentences that an attribution is put into: `Nine were held, he said, on Friday`, `…, according to …`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tasks.extractors.quotations.lexicon.cues import kind_of
from tasks.extractors.quotations.reported.complements import OBJECTS
from tasks.extractors.quotations.reported.report import Report
from tasks.extractors.quotations.syntax.grammar import FINITE_OR_MODAL, NOTHING_QUOTED
from tasks.extractors.quotations.syntax.subjects import can_report, owner_or_source, speaker_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ADJUNCTS = frozenset({"prep", "npadvmod", "advmod", "nsubj"})
VIEWS = frozenset({"assessment", "estimation", "judgment", "judgement", "opinion", "view"})
"""Nouns that, with their owner, say whose statement a sentence is: `in the view of the General Staff, …`."""
BREAKS = frozenset({",", "-", "–", "—"})
FEWEST_WORDS = 2
FRAGMENT = "rest of sentence"
"""The rule of a part around an attribution that is no clause: `The road` of `The road, Lobov said, was closed`."""


def around_parentheticals(document: "Doc") -> Iterator[Report]:
    """Yield the parts of a sentence before and after what says who says so."""
    for token in document:
        if token.lower_ == "according":
            yield from around_source(token)
        elif token.lower_ in VIEWS and token.dep_ == "pobj" and token.head.lower_ == "in":
            yield from around_view(token)
        elif token.pos_ == "VERB" and kind_of(token.text) == "speech":
            subject = speaker_of(token, inside=NOTHING_QUOTED)
            if subject is not None and can_report(subject):
                yield from around_verb(token, subject)


def around_verb(verb: "Token", subject: "Token") -> Iterator[Report]:
    """Yield the parts of a sentence around a clause of speech that holds no report of its own."""
    after = [child for child in verb.children if child.i > verb.i]
    if any(child.dep_ in OBJECTS or child.dep_ in ("ccomp", "xcomp") for child in after):
        return
    first = min(subject.left_edge.i, verb.i)
    if subject.head.i != verb.i or first < FEWEST_WORDS or verb.doc[first - 1].text not in BREAKS:
        return
    last = max([verb.i, *(child.right_edge.i for child in after if child.dep_ in ADJUNCTS)])
    yield from parts_around(verb.doc, first, last, cue=verb, subject=subject, rule="sentence around")


def around_source(according: "Token") -> Iterator[Report]:
    """Yield the parts of a sentence around `according to SOMEONE`."""
    for preposition in according.children:
        for source in preposition.children:
            if source.dep_ == "pobj":
                yield from parts_around(
                    according.doc,
                    according.i,
                    source.right_edge.i,
                    cue=according,
                    subject=source,
                    rule="according to",
                )


def around_view(view: "Token") -> Iterator[Report]:
    """Yield the parts of a sentence around `in the view of SOMEONE` or `in SOMEONE's opinion`."""
    owner = owner_or_source(view, inside=NOTHING_QUOTED)
    if owner is not None and can_report(owner):
        first, last = view.head.i, view.right_edge.i
        yield from parts_around(view.doc, first, last, cue=view, subject=owner, rule="in the view of")


def parts_around(
    document: "Doc", first: int, last: int, *, cue: "Token", subject: "Token", rule: str
) -> Iterator[Report]:
    """Yield what stands before and after the words `first` to `last`, where one of the two is a clause.

    What follows must be parted from them by a comma or a dash, unless they open the sentence; a clause that `and` or
    `but` begins is the writer's.
    """
    is_parted = last + 1 < len(document) and (document[last + 1].text in BREAKS or first < FEWEST_WORDS)
    goes_on = is_parted and not (last + 2 < len(document) and document[last + 2].pos_ == "CCONJ")
    parts = [(0, first - 1), (last + 1, len(document) - 1)] if goes_on else [(0, first - 1)]
    parts = [part for part in parts if has_words(document, *part)]
    clauses = [part for part in parts if is_finite(document, *part)]
    for part in parts if clauses else ():
        part_rule = rule if part in clauses else FRAGMENT
        yield Report(first=part[0], last=part[1], cue=cue, subject=subject, rule=part_rule)


def has_words(document: "Doc", first: int, last: int) -> bool:
    """Tell whether a part of a sentence holds as many words as a report must."""
    return sum(1 for token in document[first : last + 1] if not token.is_punct) >= FEWEST_WORDS


def is_finite(document: "Doc", first: int, last: int) -> bool:
    """Tell whether a part of a sentence holds a verb that stands for itself."""
    return any(token.tag_ in FINITE_OR_MODAL for token in document[first : last + 1])
