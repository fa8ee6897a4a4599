"""Finds who said what stands between quotation marks, sentence by sentence."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tasks.extractors.quotations.direct.plain import plain_attribution
from tasks.extractors.quotations.direct.readings import Paragraph, Parsed
from tasks.extractors.quotations.lexicon.cues import is_wish, kind_of
from tasks.extractors.quotations.marks.frames import PLACEHOLDER, Frame
from tasks.extractors.quotations.marks.statements import Attribution, Statement
from tasks.extractors.quotations.syntax.additions import description_end
from tasks.extractors.quotations.syntax.attribution import governor_of
from tasks.extractors.quotations.syntax.governor import Governor
from tasks.extractors.quotations.syntax.grammar import SUBJECTS
from tasks.extractors.quotations.syntax.phrases import placed

if TYPE_CHECKING:
    from spacy.tokens import Token

ASKED = re.compile(r"(?:^|[.!?][\"”’]?\s|\n)(?:When )?[Aa]sked\b[^.!?,\n]*$")
LONGEST_ASKED = 200
WEAKER_THAN_RELAYS = frozenset({"noun", "any verb", "verb of thought", "distant naming"})
"""Rules that say less of who speaks than the outlet does that passes a sentence on."""


def quoted_statements(paragraphs: Sequence[Paragraph], parsed: Sequence[Parsed]) -> list[Statement]:
    """Make a statement of every quoted stretch, attributed where its own sentence names a speaker."""
    found: dict[int, Attribution] = {}
    full: set[int] = set()
    subjects: set[int] = set()
    for paragraph in paragraphs:
        for frame in paragraph.frames:
            attribution = plain_attribution(frame)
            if attribution:
                found.update((number, attribution) for number in frame.stretches())
    for sentence in parsed:
        for number in sentence.frame.stretches():
            inside = tokens_inside(sentence, number)
            if inside:
                top = top_of(sentence, inside)
                attribution = attribution_of(sentence, top, inside)
                if attribution:
                    found.setdefault(number, attribution)
                if is_full_clause(top, inside):
                    full.add(number)
                elif is_in_subject(top):
                    subjects.add(number)
    return [
        Statement(
            start=stretch.inner_start,
            end=stretch.inner_end,
            style="direct",
            paragraph=index,
            stretch=stretch,
            is_clause=number in paragraph.clauses,
            is_full=number in full,
            is_in_subject=number in subjects,
            attribution=found.get(number),
        )
        for index, paragraph in enumerate(paragraphs)
        for number, stretch in enumerate(paragraph.stretches, paragraph.first)
    ]


def attribution_of(sentence: Parsed, top: "Token", inside: frozenset[int]) -> Attribution | None:
    """Find whose quoted words are by the grammar of their sentence, or else by the outlet that passes it on."""
    governor = governor_of(top, inside=inside)
    attribution = described(sentence.frame, governor) if governor and not is_wished(governor) else None
    if attribution is None or attribution.rule in WEAKER_THAN_RELAYS:
        return sentence.frame.relay or attribution
    return attribution


def is_wished(governor: Governor) -> bool:
    """Tell whether quoted words stand in what a body without a name is after, and are the writer's or another's.

    `The council wanted to make it “a thing of the past”`.
    """
    cue = governor.cue
    above = cue.head if cue.dep_ == "xcomp" else cue
    is_to_do = any(child.dep_ == "xcomp" and child.left_edge.lower_ == "to" for child in cue.children)
    is_after = is_wish(cue.text) or is_wish(above.text) or (is_to_do and kind_of(cue.text) == "attitude")
    return governor.subject.pos_ == "NOUN" and is_after


def described(frame: Frame, governor: Governor) -> Attribution | None:
    """Place cue and speaker, with what describes the speaker right after the noun."""
    attribution = placed(frame, governor)
    if attribution is not None and governor.rule == "label":
        end = attribution.head[1] if attribution.is_name else attribution.speaker[1]
        return replace(attribution, cue=None, speaker=(attribution.speaker[0], end))
    last = description_end(governor.subject)
    if attribution is None or last is None:
        return attribution
    end = frame.text_offset(last.idx + len(last) - 1) + 1
    return replace(attribution, speaker=(attribution.speaker[0], max(attribution.speaker[1], end)))


def tokens_inside(sentence: Parsed, number: int) -> frozenset[int]:
    """List the words of a sentence that lie in a stretch."""
    piece_at = sentence.frame.piece_at
    return frozenset(token.i for token in sentence.document if piece_at(token.idx).stretch == number)


def top_of(sentence: Parsed, inside: frozenset[int]) -> "Token":
    """Choose the word to climb from: the placeholder, or the quoted word that is governed from outside."""
    tokens = [sentence.document[index] for index in sorted(inside)]
    for token in tokens:
        if token.text == PLACEHOLDER and sentence.frame.piece_at(token.idx).is_placeholder:
            return token
    return next((token for token in tokens if token.head.i not in inside), tokens[0])


def is_in_subject(top: "Token") -> bool:
    """Tell whether quoted words belong to the noun phrase that is the subject of a clause: `Games for “pros” sell`."""
    node = top
    while node.pos_ not in ("VERB", "AUX") or node.dep_ == "acl":
        if node.dep_ in SUBJECTS:
            return True
        if node.head == node:
            return False
        node = node.head
    return False


def is_full_clause(top: "Token", inside: frozenset[int]) -> bool:
    """Tell whether quoted words hold a verb with its own subject, at their top."""
    return top.pos_ in ("VERB", "AUX") and any(child.dep_ in SUBJECTS and child.i in inside for child in top.children)


def leave_asked(text: str, statements: Sequence[Statement]) -> None:
    """Leave to nobody the few words quoted in what somebody was asked: `Asked about “a purge”, Lobov said he …`."""
    for statement in statements:
        found = statement.attribution
        if found is None or statement.is_clause or found.speaker[0] < statement.end:
            continue
        if ASKED.search(text, max(0, statement.start - LONGEST_ASKED), statement.start):
            statement.attribution = None
