"""Finds what a verb or noun of speech reports without quotation marks, as words of a parse."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tasks.extractors.quotations.cues import kind_of, reports_of
from tasks.extractors.quotations.extents import clause_end, object_end
from tasks.extractors.quotations.nouns import noun_kind
from tasks.extractors.quotations.subjects import agent_of, is_passive, speaker_of, speaks, stands_behind, tells

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NOTHING_QUOTED: frozenset[int] = frozenset()
OBJECTS = frozenset({"dobj", "oprd"})
SAYINGS = frozenset(
    (
        "accusation",
        "admission",
        "allegation",
        "announcement",
        "assertion",
        "assurance",
        "boast",
        "charge",
        "claim",
        "comment",
        "complaint",
        "contention",
        "declaration",
        "denial",
        "disclosure",
        "hint",
        "insistence",
        "insinuation",
        "pledge",
        "prediction",
        "promise",
        "remark",
        "report",
        "rumor",
        "rumour",
        "statement",
        "suggestion",
        "threat",
        "vow",
        "warning",
    )
)
"""Nouns of saying, which hold what is said in a clause with `that`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Words of a sentence that are reported, by the numbers of the first and last, and what reports them.

    `subject` is the word for the one who says so; nothing where nobody is named, as in `it was reported that`.
    """

    first: int
    last: int
    cue: "Token"
    subject: "Token | None"
    rule: str


def by_verbs(document: "Doc") -> Iterator[Report]:
    """Yield what the verbs of a sentence report after them."""
    for token in document:
        if token.pos_ == "VERB" and reports_of(token.text):
            is_told_of = is_passive(token)
            find_subject = agent_of if is_told_of else speaker_of
            subject = find_subject(token, inside=NOTHING_QUOTED)
            if subject is not None:
                yield from by_verb(token, subject)
            elif is_told_of or kind_of(token.text) == "speech":
                yield from by_nobody(token)


def by_verb(verb: "Token", subject: "Token") -> Iterator[Report]:
    """Yield the clause, infinitive, object or phrase after a verb, whichever comes first in this order."""
    after = [child for child in verb.children if child.i > verb.i]
    clause = next((child for child in after if child.dep_ == "ccomp"), None)
    infinitive = next((child for child in after if is_infinitive(child)), None)
    thing = next((child for child in after if child.dep_ in OBJECTS), None)
    allowed = reports_of(verb.text)
    if clause is not None:
        if ("clause" in allowed and tells(subject)) or ("finding" in allowed and shows(subject)):
            first, last = max(clause.left_edge.i, verb.i + 1), clause_end(clause, after)
            yield Report(first=first, last=last, cue=verb, subject=subject, rule="reported clause")
    elif not speaks(subject):
        return
    elif infinitive is not None:
        if "infinitive" in allowed:
            opening = thing if thing is not None and thing.i < infinitive.i else infinitive
            first, last = max(opening.left_edge.i, verb.i + 1), clause_end(infinitive, after)
            yield Report(first=first, last=last, cue=verb, subject=subject, rule="reported infinitive")
    elif thing is not None and "object" in allowed:
        first, last = thing.left_edge.i, object_end(thing, after)
        yield Report(first=first, last=last, cue=verb, subject=subject, rule="reported object")
    elif thing is None or "as" in allowed:
        yield from by_phrase(verb, subject, after, opening=thing)


def by_phrase(
    verb: "Token", subject: "Token", after: Sequence["Token"], *, opening: "Token | None"
) -> Iterator[Report]:
    """Yield the phrase after a verb that takes one: `called for calm`, `described the plan as a gift`."""
    allowed = reports_of(verb.text)
    for child in after:
        if child.dep_ == "prep" and child.lower_ in allowed and child.right_edge.i > child.i:
            first = child.left_edge.i if opening is None else opening.left_edge.i
            yield Report(first=first, last=clause_end(child), cue=verb, subject=subject, rule="reported phrase")
            return


def by_nobody(verb: "Token") -> Iterator[Report]:
    """Yield the clause after a verb of speech that names no speaker: `it was reported that`, `asked whether`."""
    clause = next((child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i), None)
    if clause is not None and "clause" in reports_of(verb.text):
        yield Report(
            first=clause.left_edge.i, last=clause_end(clause), cue=verb, subject=None, rule="unattributed clause"
        )


def by_nouns(document: "Doc") -> Iterator[Report]:
    """Yield the clauses that nouns for words hold: `Ivanov's claim that …`, `reports that …`."""
    for token in document:
        if token.pos_ != "NOUN" or token.lemma_.lower() not in SAYINGS:
            continue
        for child in token.children:
            if child.dep_ == "acl" and child.i > token.i and holds_that(child):
                owner = stands_behind(token, inside=NOTHING_QUOTED)
                subject = owner if owner is not None and speaks(owner) else None
                yield Report(
                    first=child.left_edge.i, last=clause_end(child), cue=token, subject=subject, rule="reported noun"
                )


def is_infinitive(complement: "Token") -> bool:
    """Tell whether a word is the infinitive that a verb takes: `to go`, `to have gone`."""
    has_to = any(child.dep_ == "aux" and child.lower_ == "to" for child in complement.children)
    return complement.dep_ == "xcomp" and (complement.tag_ == "VB" or has_to)


def holds_that(clause: "Token") -> bool:
    """Tell whether a clause is introduced by `that`."""
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)


def shows(subject: "Token") -> bool:
    """Tell whether a word is a source that finds things out: a poll, a study, a commission, or the plural of one."""
    return noun_kind(subject.lemma_) in ("carrier", "organization")
