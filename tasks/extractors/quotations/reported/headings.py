"""Finds the words that a label at the start of a paragraph gives to somebody: `Lobov: Talks may fail`.

Headlines and transcripts are printed so, without quotation marks.
"""

import re
from collections.abc import Iterator, Sequence

from tasks.extractors.quotations.direct.labels import labelled
from tasks.extractors.quotations.direct.readings import Paragraph
from tasks.extractors.quotations.marks.statements import Statement
from tasks.extractors.quotations.speakers.cast import Cast
from tasks.extractors.vocabulary.nouns import noun_kind

LABEL = re.compile(r"([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4}): (?=[A-Z]\S* \S)")
"""One to five words with a colon before a capital: `Deputy Premier Lobov: Talks may fail`."""
EDGES = " \t\r\n.,;:"
SPEAKERS = ("person", "organization")


def labelled_statements(text: str, paragraphs: Sequence[Paragraph], *, cast: Cast) -> Iterator[Statement]:
    """Yield what stands after the name of a speaker at the start of a paragraph that holds no quotation."""
    for number, paragraph in enumerate(paragraphs):
        label = LABEL.match(text, paragraph.start, paragraph.end)
        if label is None or paragraph.stretches:
            continue
        end = paragraph.start + len(text[paragraph.start : paragraph.end].rstrip(EDGES))
        if label.end() < end and is_speaker(text, label.span(1), cast=cast):
            yield Statement(
                start=label.end(),
                end=end,
                style="indirect",
                paragraph=number,
                attribution=labelled(label, offset=0),
            )


def is_speaker(text: str, place: tuple[int, int], *, cast: Cast) -> bool:
    """Tell whether a label names a speaker: a person or body known here, a surname in capitals, or a noun for one."""
    label = text[slice(*place)]
    mention = cast.covering(*place)
    if mention is not None and mention.kind in SPEAKERS:
        return mention.end_char >= place[1]
    if label.isupper():
        return any(name.upper().endswith(label) for name in cast.genders)
    return " " not in label and noun_kind(label) in ("person", "organization") and label.endswith("s")
