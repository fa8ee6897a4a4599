"""Finds who said what stands between quotation marks, sentence by sentence."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tasks.extractors.quotations.attribution import governor_of
from tasks.extractors.quotations.frames import STAND_IN, Frame
from tasks.extractors.quotations.phrases import placed
from tasks.extractors.quotations.readings import Paragraph, Parsed
from tasks.extractors.quotations.statements import Attribution, Statement

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def quoted_statements(paragraphs: Sequence[Paragraph], parsed: Sequence[Parsed]) -> list[Statement]:
    """Make a statement of every quoted stretch, attributed where its own sentence names a speaker."""
    found: dict[int, Attribution] = {}
    for sentence in parsed:
        for number in sentence.frame.stretches():
            attribution = attribute(sentence.frame, sentence.document, number)
            if attribution:
                found.setdefault(number, attribution)
    return [
        Statement(
            start=stretch.inner_start,
            end=stretch.inner_end,
            style="direct",
            paragraph=index,
            stretch=stretch,
            is_clause=number in paragraph.clauses,
            attribution=found.get(number),
        )
        for index, paragraph in enumerate(paragraphs)
        for number, stretch in enumerate(paragraph.stretches, paragraph.first)
    ]


def attribute(frame: Frame, document: "Doc", number: int) -> Attribution | None:
    """Find cue and speaker of one stretch by the grammar of its sentence."""
    inside = frozenset(token.i for token in document if frame.piece_at(token.idx).stretch == number)
    if not inside:
        return None
    governor = governor_of(top_of(frame, document, inside), inside=inside)
    return placed(frame, governor) if governor else None


def top_of(frame: Frame, document: "Doc", inside: frozenset[int]) -> "Token":
    """Choose the word to climb from: the stand-in, or the quoted word that is governed from outside."""
    tokens = [document[index] for index in sorted(inside)]
    for token in tokens:
        if token.text == STAND_IN and frame.piece_at(token.idx).is_stand_in:
            return token
    return next((token for token in tokens if token.head.i not in inside), tokens[0])
