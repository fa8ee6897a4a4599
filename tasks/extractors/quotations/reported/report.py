"""What a sentence reports without quotation marks, as words of a parse."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tasks.extractors.vocabulary.outlets import known_outlet

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Words of a sentence that are reported, by the numbers of the first and last, and what reports them.

    `subject` is the word for the one who says so; nothing where nobody is named, as in `it was reported that`. `gap`
    holds the numbers of the first and last word of what is put into the statement and no part of it:
    `Such action, | they said, | might help`; `clauses` says of the parts on either side whether each is a clause.
    """

    first: int
    last: int
    cue: "Token"
    subject: "Token | None"
    rule: str
    gap: tuple[int, int] | None = None
    clauses: tuple[bool, bool] = (False, False)


def is_main(report: Report, last: int) -> bool:
    """Tell whether a report is what its sentence tells, up to the last word: `Lobov denied | that he had gone`."""
    document = report.cue.doc
    verb = report.cue
    while verb.dep_ == "conj" and verb.head.i != verb.i:
        verb = verb.head
    is_rest = all(token.is_punct for token in document[report.last + 1 : last + 1])
    return is_rest and (verb.dep_ == "ROOT" or report.rule in ("sentence around", "according to"))


def without_relays(told: Sequence[Report]) -> list[Report]:
    """Leave out what an outlet only passes on: `Lobov, Reuters reported, denied it` is Lobov's denial."""
    return [report for report in told if not (is_relay(report) and any(is_within(other, report) for other in told))]


def is_relay(report: Report) -> bool:
    """Tell whether a known outlet is put into a sentence as its source."""
    subject = report.subject
    if subject is None or report.gap is None or report.rule not in ("according to", "sentence around"):
        return False
    phrase = subject.doc[subject.left_edge.i : subject.right_edge.i + 1].text
    return known_outlet(phrase) is not None


def is_within(other: Report, relay: Report) -> bool:
    """Tell whether another report is what a sentence tells to its end, by its main verb, whatever the relay's is."""
    is_main_verb = other.cue.dep_ == "ROOT" or other.cue.head == relay.cue
    is_behind = relay.gap is not None and other.first > relay.gap[1] and other.last >= relay.last - 1
    return other.subject is not None and other.cue != relay.cue and is_main_verb and is_behind
