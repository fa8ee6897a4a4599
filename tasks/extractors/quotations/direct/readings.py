"""Reads an article paragraph by paragraph: the quoted stretches of each and its sentences as a parser gets them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tasks.extractors.model import parse
from tasks.extractors.quotations.direct.completed import is_completed, with_comma, with_that
from tasks.extractors.quotations.direct.plain import needs_no_parser
from tasks.extractors.quotations.direct.relays import without_relay
from tasks.extractors.quotations.lexicon.cues import has_cue
from tasks.extractors.quotations.marks.frames import Frame, frames
from tasks.extractors.quotations.marks.nicknames import nicknames
from tasks.extractors.quotations.marks.pairs import Stretch, outermost_stretches
from tasks.extractors.quotations.marks.paragraphs import paragraphs
from tasks.extractors.quotations.speakers.cast import Cast
from warehouse.records import Article

if TYPE_CHECKING:
    from spacy.tokens import Doc


LONGEST_SENTENCE = 1_500
"""Characters of a sentence; longer ones are lists or no prose, which a parser reads neither well nor fast."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph: its place, its quoted stretches, numbered through the article from `first`, and its sentences."""

    start: int
    end: int
    first: int
    stretches: list[Stretch]
    frames: list[Frame]
    clauses: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A sentence with its parse and the number of its paragraph."""

    frame: Frame
    document: "Doc"
    paragraph: int


def read(article: Article) -> list[Paragraph]:
    """Split the body into paragraphs and pair the marks of each."""
    read_so_far: list[Paragraph] = []
    first = 0
    for start, end in paragraphs(article.text, start=article.body_start_char, end=article.body_end_char):
        stretches = stretches_of_speech(article.text, start=start, end=end)
        sentences_read, clauses = frames(article.text, start=start, end=end, stretches=stretches, first=first)
        told = [with_comma(without_relay(frame)) for frame in sentences_read]
        read_so_far.append(
            Paragraph(start=start, end=end, first=first, stretches=stretches, frames=told, clauses=clauses)
        )
        first += len(stretches)
    return read_so_far


def stretches_of_speech(text: str, *, start: int, end: int) -> list[Stretch]:
    """List the quoted stretches of the paragraph `text[start:end]` that are no nicknames."""
    called = {last for _, last in nicknames(text, start=start, end=end)}
    return [stretch for stretch in outermost_stretches(text, start=start, end=end) if stretch.end not in called]


def parse_sentences(paragraphs_read: list[Paragraph], *, cast: Cast) -> list[Parsed]:
    """Parse, in one batch, the sentences that hold a quotation or a word of speech; the names known are told apart."""
    wanted = [
        (frame, number)
        for number, paragraph in enumerate(paragraphs_read)
        for frame in paragraph.frames
        if is_worth_parsing(frame)
    ]
    documents = parse([frame.reading for frame, _ in wanted])
    parsed = [
        Parsed(frame=frame, document=document, paragraph=number)
        for (frame, number), document in zip(wanted, documents, strict=True)
    ]
    parsed = parsed_again(parsed)
    for sentence in parsed:
        mark_names(sentence.frame, sentence.document, cast=cast)
    return parsed


def parsed_again(parsed: list[Parsed]) -> list[Parsed]:
    """Parse once more, with `that` put in, the sentences whose clause behind a verb of speech the parser missed."""
    better = {
        index: frame
        for index, sentence in enumerate(parsed)
        if (frame := with_that(sentence.frame, sentence.document)) is not None
    }
    if not better:
        return parsed
    again = list(parsed)
    documents = parse([frame.reading for frame in better.values()])
    for (index, frame), document in zip(better.items(), documents, strict=True):
        if is_completed(document):
            again[index] = Parsed(frame=frame, document=document, paragraph=parsed[index].paragraph)
    return again


def mark_names(frame: Frame, document: "Doc", *, cast: Cast) -> None:
    """Tag as proper nouns the words that the article's table of names knows: `Sanders` is no plural."""
    for token in document:
        if token.pos_ in ("NOUN", "ADJ", "AUX", "VERB", "ADV") and token.text[:1].isupper():
            start = frame.text_offset(token.idx)
            mention = cast.covering(start, start + len(token))
            if mention is not None and mention.kind in ("person", "organization"):
                token.pos_ = "PROPN"


def is_worth_parsing(frame: Frame) -> bool:
    """Tell whether a sentence holds a quotation or word of speech, is passed on, or ends with a colon."""
    if len(frame.reading) > LONGEST_SENTENCE or needs_no_parser(frame):
        return False
    has_stretch = next(frame.stretches(), None) is not None
    return has_stretch or frame.relay is not None or has_cue(frame.reading) or frame.reading.rstrip().endswith(":")
