"""Finds what an article passes on as others' words: `has reportedly left`, `is said to have left`."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tasks.extractors.quotations.lexicon.cues import reports_of
from tasks.extractors.quotations.reported.complements import is_infinitive
from tasks.extractors.quotations.reported.extents import clause_end
from tasks.extractors.quotations.reported.passives import of_subject
from tasks.extractors.quotations.reported.report import Report
from tasks.extractors.quotations.syntax.grammar import NOTHING_QUOTED, SUBJECTS
from tasks.extractors.quotations.syntax.phrases import REPORTED_BY_OTHERS, UNSOURCED
from tasks.extractors.quotations.syntax.subjects import agent_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def hearsay(words: Sequence["Token"]) -> Iterator[Report]:
    """Yield the clauses that an adverb or a passive marks as what others say."""
    for token in words:
        if token.lower_ in REPORTED_BY_OTHERS:
            yield from marked(token)
        elif token.tag_ == "VBN" and not UNSOURCED.isdisjoint(reports_of(token.text)):
            yield from passed_on(token)


def marked(adverb: "Token") -> Iterator[Report]:
    """Yield the clause or phrase that holds `reportedly`; nothing where it goes with a verb that reports by itself."""
    head = adverb.head
    if reports_of(head.text) or head.i == adverb.i:
        return
    has_subject = any(child.dep_ in SUBJECTS for child in head.children)
    first = head.left_edge.i if has_subject and head.dep_ not in ("relcl", "amod", "acl") else adverb.i + 1
    yield Report(first=first, last=clause_end(head), cue=adverb, subject=None, rule="hearsay")


def passed_on(verb: "Token") -> Iterator[Report]:
    """Yield the subject of a passive with the infinitive that is told of it: `| Lobov | is said | to have left`."""
    is_passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)
    infinitive = next((child for child in verb.children if is_infinitive(child)), None)
    if is_passive and infinitive is not None:
        agent = agent_of(verb, inside=NOTHING_QUOTED)
        (unsourced,) = UNSOURCED & reports_of(verb.text)
        yield of_subject(verb, infinitive, agent=agent, rule=unsourced if agent is None else "reported infinitive")
