"""Finds what passives report: `the plan was rejected by the Duma`, `is seen as a rival`, `was accused of fraud`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tasks.extractors.quotations.lexicon.cues import kind_of, reports_of
from tasks.extractors.quotations.reported.complements import is_infinitive, passes_on, suffers
from tasks.extractors.quotations.reported.extents import clause_end
from tasks.extractors.quotations.reported.report import Report
from tasks.extractors.quotations.syntax.grammar import NOTHING_QUOTED
from tasks.extractors.quotations.syntax.sources import can_report, can_speak
from tasks.extractors.quotations.syntax.subjects import RELATIVE_PRONOUNS, agent_of, is_passive

if TYPE_CHECKING:
    from spacy.tokens import Token

CHARGES = frozenset({"of", "for"})
"""What begins the reason of a judgement: `accused of fraud`, `criticized for his silence`."""


def by_passives(words: Sequence["Token"]) -> Iterator[Report]:
    """Yield what is said of the subject of a passive, by somebody or by nobody who is named."""
    for token in words:
        reported = reports_of(token.text)
        if token.pos_ != "VERB" or not reported or not is_passive(token):
            continue
        agent = agent_of(token, inside=NOTHING_QUOTED)
        if agent is None or can_report(agent):
            yield from judged(token, reported, agent=agent)


def judged(verb: "Token", reported: frozenset[str], *, agent: "Token | None") -> Iterator[Report]:
    """Yield who or what is judged, and as what or for what: `Lobov | was criticized by Orlov | for his silence`.

    Without a reason it is told only where somebody is named who judges: `the plan | was rejected by the Duma`.
    """
    is_judgement = kind_of(verb.text) == "naming" and "object" in reported
    wanted = (CHARGES if is_judgement else frozenset()) | ({"as"} & reported)
    reason = next((child for child in verb.children if child.dep_ == "prep" and begins(child, verb, wanted)), None)
    if agent is None and is_demanded(verb):
        return
    if reason is not None:
        rule = "reported phrase" if agent is not None else "unattributed phrase"
        yield of_subject(verb, reason, agent=agent, rule=rule)
    elif agent is not None and is_opinion(verb, agent) and reported & {"object", "clause"} and not holds_more(verb):
        thing = spoken_of(verb)
        if thing is not None and thing.pos_ != "PRON" and not suffers(thing, verb):
            yield Report(
                first=thing.left_edge.i, last=thing.right_edge.i, cue=verb, subject=agent, rule="reported object"
            )


def is_demanded(verb: "Token") -> bool:
    """Tell whether a passive is only what a thing is to be: `a law ordering boats to be described as wrecks`."""
    is_infinitive_of = any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)
    return is_infinitive_of and verb.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl")


def is_opinion(verb: "Token", agent: "Token") -> bool:
    """Tell whether a passive can be somebody's opinion: `supported by unions`, not `by advertisements`."""
    return kind_of(verb.text) != "attitude" or can_speak(agent)


def begins(preposition: "Token", verb: "Token", wanted: frozenset[str]) -> bool:
    """Tell whether a preposition after a verb begins a phrase that is wanted."""
    return preposition.lower_ in wanted and verb.i < preposition.i < preposition.right_edge.i


def holds_more(verb: "Token") -> bool:
    """Tell whether a passive tells more than its subject: `is expected by aides to resign`, `was quoted as saying`."""
    return any(is_infinitive(child) or passes_on(child) or is_act(child) for child in verb.children)


def is_act(role: "Token") -> bool:
    """Tell whether `as` begins what somebody is told to have done: `was quoted |as calling it “dull”`."""
    return role.lower_ == "as" and any(child.dep_ == "pcomp" for child in role.children)


def spoken_of(verb: "Token") -> "Token | None":
    """Find the subject of a passive, which is what is spoken of; nothing for a relative pronoun."""
    subjects = (child for child in verb.children if child.dep_ == "nsubjpass")
    return next((child for child in subjects if child.lower_ not in RELATIVE_PRONOUNS), None)


def of_subject(verb: "Token", told: "Token", *, agent: "Token | None", rule: str) -> Report:
    """Report what is told of the subject of a passive, with the subject: `Lobov | is said | to have left`."""
    start = max(told.left_edge.i, verb.i + 1)
    whole = Report(first=start, last=clause_end(told), cue=verb, subject=agent, rule=rule)
    subject = spoken_of(verb)
    if subject is None or subject.right_edge.i >= verb.i:
        return whole
    return replace(whole, first=subject.left_edge.i, gap=(subject.right_edge.i + 1, start - 1))
