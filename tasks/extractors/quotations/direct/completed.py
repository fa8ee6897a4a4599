"""Sentences that a parser reads better with a word or mark put in: `warned |that| orders would rise`.

English leaves `that` out, so that `orders` looks like a verb; some leave out the comma before `said Anna Orlova.`, and
she looks like what is said. What is put in is a placeholder: it is nowhere in the article.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tasks.extractors.quotations.marks.frames import Frame, Piece
from tasks.extractors.quotations.syntax.grammar import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SAYING = frozenset(
    {"say", "add", "note", "argue", "claim", "believe", "predict", "estimate", "insist", "suggest", "complain", "admit"}
)
"""Verbs that nobody is the object of: `said letters by Orlov were torn up`."""
WARNING = SAYING | {"warn", "report", "fear", "stress", "acknowledge", "explain", "announce", "concede"}
"""Verbs besides, some of which somebody is the object of: `warned Orlov it would rain`."""
BEFORE_SPEAKER = re.compile(
    r"(?<=[a-z])(?P<seam>) (?:said|says|argues|claims|adds|added|explained|warned|predicts) "
    r"(?![A-Z][a-z]+day\b)[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2}(?P<rest>,[^\":;()]{3,120})?\.$"
)
"""`… to change| said Anna Orlova, head of a bank.`"""
NO_CLAUSE_BEFORE = re.compile(
    r"\b(?:he|she|it|they|we|who|which|what|as|that|and|but|also|spokes\w+|bank|firm|company)$"
)
FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did|[a-z]{2,}ed)\b"
)


def with_comma(frame: Frame) -> Frame:
    """Put the comma that is left out before whoever speaks at the end of a sentence without quoted words."""
    found = BEFORE_SPEAKER.search(frame.reading) if frame.relay is None else None
    if found is None or next(frame.stretches(), None) is not None:
        return frame
    before, rest = frame.reading[: found.start("seam")], found["rest"] or ""
    if NO_CLAUSE_BEFORE.search(before) or FINITE.search(rest) or not FINITE.search(before):
        return frame
    return with_word(frame, ",", at=found.start("seam"))


def with_that(frame: Frame, document: "Doc") -> Frame | None:
    """Put `that` before a clause which the parser read as a thing and a verb; nothing where it read none so."""
    start = next(hidden_clauses(document), None)
    return with_word(frame, "that ", at=start.idx) if start is not None else None


def hidden_clauses(document: "Doc") -> Iterator["Token"]:
    """Yield the first word of each clause whose subject the parser took for an object or a verb of its own."""
    for cue in document:
        if cue.lemma_ not in WARNING or cue.pos_ != "VERB" or cue.i + 1 >= len(document):
            continue
        first = document[cue.i + 1]
        if first.pos_ not in ("NOUN", "ADJ", "DET", "PROPN", "VERB", "NUM") or first.lower_ in ("that", "to"):
            continue
        if any(is_hidden(child, cue) for child in cue.children if child.dep_ == "ccomp"):
            yield first


def is_hidden(clause: "Token", cue: "Token") -> bool:
    """Tell whether words that a verb has right behind it are rather the subject of its clause."""
    between = clause.doc[cue.i + 1 : clause.left_edge.i]
    if len(between) == 0 or any(token.is_punct or token.lower_ == "that" for token in between):
        return False
    is_finite = any(child.dep_ in ("aux", "auxpass") for child in clause.children) or clause.tag_ in (
        "VBD",
        "VBZ",
        "VBP",
    )
    has_subject = any(child.dep_ in SUBJECTS for child in clause.children)
    is_thing = any(token.dep_ == "dobj" and token.head.i == cue.i for token in between)
    return is_finite and clause.i > cue.i and (not has_subject or (is_thing and cue.lemma_ in SAYING))


def is_completed(document: "Doc") -> bool:
    """Tell whether a parser reads no hidden clause in a sentence."""
    return next(hidden_clauses(document), None) is None


def with_word(frame: Frame, word: str, *, at: int) -> Frame:
    """Put a word into a sentence at a place of its reading; in the article it stands nowhere."""
    seam = frame.offset + at
    origin = frame.text_offset(at)
    split = frame.piece_at(at)
    pieces = [piece for piece in frame.pieces if piece.reading_start < seam]
    pieces.append(Piece(reading_start=seam, text_start=origin, stretch=None, is_placeholder=True))
    rest = replace(split, reading_start=seam + len(word), text_start=origin)
    later = [piece for piece in frame.pieces if piece.reading_start > split.reading_start]
    shifted = [replace(piece, reading_start=piece.reading_start + len(word)) for piece in later]
    reading = frame.reading[:at] + word + frame.reading[at:]
    return replace(frame, reading=reading, pieces=[*pieces, rest, *shifted])
