"""Finds speakers who stand beside a quotation with no verb: `Ivan Petrov, Izvestia: "…"` and `"…" - Ivan Petrov`."""

import re
from collections.abc import Sequence

from tasks.extractors.quotations.readings import Paragraph
from tasks.extractors.quotations.statements import Attribution, Statement

NAME = r"[A-Z][\w.’'-]*(?:\s(?:[A-Z][\w.’'-]*|of|the|de|van|von|al|bin)){0,5}"
BEFORE = re.compile(rf"\W{{0,3}}({NAME})(?:,\s?[^:\n]{{2,80}})?:\s*")
"""A name, with or without what its bearer is, and a colon: `Jeremy Lott, author: `."""
AFTER = re.compile(rf"\W{{0,3}}\s?[-–—―]{{1,2}}\s?({NAME})(?:,[^\n]{{1,80}})?\.?\s*")
"""A dash and a name: ` — CBC.ca, August 15, 2008`."""


def attribute_by_labels(text: str, statements: Sequence[Statement], *, paragraphs: Sequence[Paragraph]) -> None:
    """Give each clause without a speaker the name that labels it, before it or after it."""
    for statement in statements:
        if statement.attribution is None and statement.stretch is not None:
            paragraph = paragraphs[statement.paragraph]
            statement.attribution = label_before(text, statement, paragraph=paragraph) or label_after(
                text, statement, paragraphs=paragraphs
            )


def label_before(text: str, statement: Statement, *, paragraph: Paragraph) -> Attribution | None:
    """Read a label between the start of the paragraph and the quotation."""
    assert statement.stretch is not None
    label = BEFORE.fullmatch(text, paragraph.start, statement.stretch.start)
    return labelled(label) if label else None


def label_after(text: str, statement: Statement, *, paragraphs: Sequence[Paragraph]) -> Attribution | None:
    """Read a label between the quotation and the end of its paragraph, or as the whole of the next paragraph."""
    assert statement.stretch is not None
    paragraph = paragraphs[statement.paragraph]
    label = AFTER.fullmatch(text, statement.stretch.end, paragraph.end)
    ends_paragraph = not text[statement.stretch.end : paragraph.end].strip(" .")
    if label is None and ends_paragraph and statement.paragraph + 1 < len(paragraphs):
        following = paragraphs[statement.paragraph + 1]
        label = AFTER.fullmatch(text, following.start, following.end)
    return labelled(label) if label else None


def labelled(label: re.Match[str]) -> Attribution:
    """Make an attribution of a label; it has no cue."""
    start, end = label.span(1)
    last_word = label.group(1).split()[-1]
    return Attribution(cue=None, speaker=(start, end), head=(end - len(last_word), end), is_plural=False, rule="label")
