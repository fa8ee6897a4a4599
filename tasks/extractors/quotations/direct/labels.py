"""Finds speakers who stand beside a quotation with no verb: `Ivan Petrov, Izvestia: "…"` and `"…" - Ivan Petrov`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.extractors.quotations.direct.readings import Paragraph
from tasks.extractors.quotations.lexicon.cues import kind_of
from tasks.extractors.quotations.lexicon.tables import any_of, words_for
from tasks.extractors.quotations.marks.pairs import Stretch
from tasks.extractors.quotations.marks.statements import Attribution, Statement
from tasks.extractors.quotations.speakers.cast import Cast

NO_NAME = rf"(?!(?:{any_of('no speaker before a colon')})\b)"
NAME = NO_NAME + r"[A-Z][\w.’'-]*(?:\s(?:[A-Z][\w.’'-]*|of|the|de|van|von|al|bin)){0,5}"
NO_TITLE = "".join(rf"(?<!\b{title})" for title in sorted(words_for("abbreviated title")))
SENTENCE_START = rf"(?:^|{NO_TITLE}[.?!]\s|;\s|\s[-–—]\s)\W{{0,3}}"
BEFORE = re.compile(rf"{SENTENCE_START}(?:[Ff]rom\s(?:[Tt]he\s)?)?({NAME})(?:,\s?([^:,\n]{{2,60}}))?:\s*$")
"""A name at the start of a sentence, with or without what its bearer is, and a colon: `Jeremy Lott, author: `."""
UNNAMED = re.compile(
    r";\s(?:and\s|but\s)?((?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ne)\s(?:[a-z-]+\s){0,3}[a-z-]+):\s*$"
)
"""Somebody without a name after a semicolon: `The town fell; its mayor: `."""
FROM = re.compile(rf"\b[Ff]rom\s(?:[Tt]he\s)?({NAME}):\s*$")
"""Whom words come from: `And this from Senator Mary Cole: `."""
CITED = re.compile(rf"\W{{0,3}}({NAME})\.\s*")
SOURCE = re.compile(r"[,.]?\s?[-–—―]{1,2}\s?[A-Z]")
"""What stands around the headline in a list of sources: `Ivan Petrov. “Ice on the river” — Evening Post, May 2`."""
LONGEST_LABEL = 140
WEAKER_THAN_LABELS = frozenset({"verb of thought", "distant naming", "noun", "any verb", "label"})
"""Rules that a label outdoes; a label that the grammar found may be less exact than one that stands at the start."""
BRACKETED = re.compile(rf"\W{{0,3}}\s\(({NAME})(?:,[^()\n]{{1,80}})?\)\.?\s*")
"""A name in brackets that nothing follows: ` (Islam Karimov)`."""
SO_SAID = re.compile(
    rf"\W{{0,3}}\s(?:[Ss]o|[Tt]hus)\s(?:said|says|spoke|declared|wrote)\s({NAME})(?:,[^\n]{{1,80}})?\.?\s*"
)
"""` So said General Orlov.`"""
UNNAMED_AFTER = re.compile(
    r"\W{0,3}\s((?:[Aa]n?|[Tt]he|[Oo]ne)\s(?:[\w’'-]+\s){0,3}"
    r"(?P<who>spokes(?:man|woman|person)|official|analyst|dealer|trader|broker|economist|diplomat|minister|resident|witness)"
    r"(?:\s(?:for|of|at|from|with|in)(?P<of>(?:\s[\w’'&-]+){1,6}))?)\.\s*"
)
"""` a spokesman for the union.`"""
ROOM_FOR_COMMA = 2
"""Within so many characters a quotation ends that goes on: `rain,”`."""
AFTER = re.compile(rf"\W{{0,3}}\s?[-–—―]{{1,2}}\s?({NAME})(?:,[^\n]{{1,80}})?\.?\s*")
"""A dash and a name: ` — CBC.ca, August 15, 2008`."""


def attribute_by_labels(
    text: str, statements: Sequence[Statement], *, paragraphs: Sequence[Paragraph], cast: Cast
) -> None:
    """Give each quoted clause the name that labels it, where its sentence does not plainly say who speaks."""
    for statement in statements:
        stretch = statement.stretch
        assert stretch is not None
        paragraph = paragraphs[statement.paragraph]
        label = (
            clause_label(
                text, stretch, near=paragraphs[max(0, statement.paragraph - 1) : statement.paragraph + 1], cast=cast
            )
            if statement.is_clause
            else None
        )
        label = label or author_before(text, stretch, paragraph=paragraph)
        label = label or unnamed_after(text, stretch, paragraph=paragraph)
        if label is None and (statement.is_clause or stretch.start == paragraph.start):
            label = label_after(text, stretch, here=paragraphs[statement.paragraph : statement.paragraph + 2])
        if label is not None and (statement.attribution is None or statement.attribution.rule in WEAKER_THAN_LABELS):
            statement.attribution = label


def clause_label(text: str, stretch: Stretch, *, near: Sequence[Paragraph], cast: Cast) -> Attribution | None:
    """Read what labels a quoted clause; `near` has the paragraph before its own, if there is one, and its own."""
    label = label_before(text, stretch, paragraph=near[-1])
    if label is None and stretch.start == near[-1].start and len(near) > 1:
        source = FROM.search(text, max(near[0].start, near[0].end - LONGEST_LABEL), near[0].end)
        label = labelled(source, offset=0) if source else None
    return label or bracketed(text, stretch, paragraph=near[-1], cast=cast)


def bracketed(text: str, stretch: Stretch, *, paragraph: Paragraph, cast: Cast) -> Attribution | None:
    """Read the person in brackets between the quotation and the end of its paragraph; an agency there is a source."""
    label = BRACKETED.fullmatch(text, stretch.end, paragraph.end)
    mention = cast.covering(*label.span(1)) if label else None
    return labelled(label, offset=0) if label and mention is not None and mention.kind == "person" else None


def label_before(text: str, stretch: Stretch, *, paragraph: Paragraph) -> Attribution | None:
    """Read a label between the start of a sentence and the quotation."""
    start = max(paragraph.start, stretch.start - LONGEST_LABEL)
    before = text[start : stretch.start]
    label = BEFORE.search(before) if before.rstrip().endswith(":") else None  # the search itself is slow
    if label is None and before.rstrip().endswith(":"):
        source, unnamed = FROM.search(before), UNNAMED.search(before)
        if unnamed:
            return replace(labelled(unnamed, offset=start), is_name=False)
        return labelled(source, offset=start) if source else None
    if label is None or any(word.islower() and kind_of(word) for word in (label.group(2) or "").split()):
        return None
    return labelled(label, offset=start)


def author_before(text: str, stretch: Stretch, *, paragraph: Paragraph) -> Attribution | None:
    """Read the author at the start of a paragraph that goes on with a headline and where it was printed."""
    if stretch.start - paragraph.start > LONGEST_LABEL or not SOURCE.match(text, stretch.end):
        return None
    author = CITED.fullmatch(text, paragraph.start, stretch.start)
    return labelled(author, offset=0) if author else None


def label_after(text: str, stretch: Stretch, *, here: Sequence[Paragraph]) -> Attribution | None:
    """Read a label between the quotation and the end of its paragraph, or as the whole of the next; `here` has both."""
    paragraph, *following = here
    label = AFTER.fullmatch(text, stretch.end, paragraph.end) or SO_SAID.fullmatch(text, stretch.end, paragraph.end)
    ends_paragraph = not text[stretch.end : paragraph.end].strip(" .")
    if label is None and ends_paragraph and following:
        label = AFTER.fullmatch(text, following[0].start, following[0].end)
    return labelled(label, offset=0) if label else None


def unnamed_after(text: str, stretch: Stretch, *, paragraph: Paragraph) -> Attribution | None:
    """Read somebody without a name and a verb between a quotation with a comma and the end of its paragraph."""
    label = UNNAMED_AFTER.fullmatch(text, stretch.end, paragraph.end)
    if label is None or "," not in text[stretch.end - ROOM_FOR_COMMA : label.start(1)]:
        return None
    if any(kind_of(word) for word in (label["of"] or "").split()):
        return None
    return replace(labelled(label, offset=0), head=label.span("who"), is_name=False)


def labelled(label: re.Match[str], *, offset: int) -> Attribution:
    """Make an attribution of a label found in a text that begins at an offset of the article; it has no cue."""
    start, end = label.start(1) + offset, label.end(1) + offset
    last_word = label.group(1).split()[-1]
    return Attribution(
        cue=None, speaker=(start, end), head=(end - len(last_word), end), is_plural=False, is_name=True, rule="label"
    )
