"""Finds what passives report: `the plan was rejected by the Duma`, `is seen as a rival`, `was accused of fraud`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tasks.extractors.quotations.lexicon.cues import kind_of, reports_of
from tasks.extractors.quotations.reported.extents import clause_end
from tasks.extractors.quotations.reported.report import Report
from tasks.extractors.quotations.syntax.grammar import NOTHING_QUOTED
from tasks.extractors.quotations.syntax.subjects import agent_of, can_report, is_passive

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CHARGES = frozenset({"of", "for"})
"""What begins the reason of a judgement: `accused of fraud`, `criticized for his silence`."""


def by_passives(document: "Doc") -> Iterator[Report]:
    """Yield what somebody is said to say something of, and what is said of it where nobody is named."""
    for token in document:
        reported = reports_of(token.text)
        if token.pos_ != "VERB" or not reported or not is_passive(token):
            continue
        agent = agent_of(token, inside=NOTHING_QUOTED)
        if agent is not None and can_report(agent) and reported & {"object", "clause"}:
            yield from passive_subject(token, agent=agent, rule="reported object")
        elif agent is None:
            yield from described(token, reported)


def passive_subject(verb: "Token", *, agent: "Token | None", rule: str) -> Iterator[Report]:
    """Yield the subject of a passive, which is what is spoken of: `| the plan | was rejected by the Duma`."""
    for child in verb.children:
        if child.dep_ == "nsubjpass" and child.pos_ != "PRON":
            yield Report(first=child.left_edge.i, last=child.right_edge.i, cue=verb, subject=agent, rule=rule)


def described(verb: "Token", reported: frozenset[str]) -> Iterator[Report]:
    """Yield what is judged, and as what or for what, by nobody who is named: `Lobov was criticized for his silence`."""
    is_judgement = kind_of(verb.text) == "naming" and "object" in reported
    if is_judgement:
        yield from passive_subject(verb, agent=None, rule="unattributed object")
    wanted = (CHARGES if is_judgement else frozenset()) | ({"as"} & reported)
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in wanted and verb.i < child.i < child.right_edge.i:
            yield Report(
                first=child.left_edge.i, last=clause_end(child), cue=verb, subject=None, rule="unattributed phrase"
            )
            return
