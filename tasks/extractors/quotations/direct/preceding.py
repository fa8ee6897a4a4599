"""Finds the speaker of a quotation that no sentence of its own introduces, in the sentence right before it.

`Petrov turned to wages. “Nobody can live on this.”`: reporters put such words after the one whose they are.
"""

import bisect
import re
from collections.abc import Sequence

from tasks.extractors.quotations.direct.readings import Paragraph
from tasks.extractors.quotations.lexicon.cues import forms_after
from tasks.extractors.quotations.marks.frames import Frame
from tasks.extractors.quotations.marks.statements import Attribution, Statement
from tasks.extractors.quotations.speakers.cast import Cast

PRONOUN = re.compile(r"(?:He|She|I)\b")
FIRST = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b")
THIRD = {
    "masculine": re.compile(r"\b(?:[Hh]e|[Hh]im|[Hh]is|[Hh]imself)\b"),
    "feminine": re.compile(r"\b(?:[Ss]he|[Hh]er|[Hh]ers|[Hh]erself)\b"),
}
DONE_TO = re.compile(
    r"(?:, [^,.]{1,60},)? (?:(?:was|is|were|has been|had been) (?P<verb>[a-z]+(?:ed|ot)) (?!to )|died\b)"
)
"""`was arrested on Friday`, but not `was supposed to speak`."""
TITLES = re.compile(r"(?:[A-Z][\w.-]{0,20}\s){0,4}")
"""What may stand before a name at the start of a sentence: `Deputy Prime Minister `."""


def attribute_by_sentence_before(
    text: str, statements: Sequence[Statement], *, paragraphs: Sequence[Paragraph], cast: Cast
) -> None:
    """Give each quoted clause without a speaker the person that the sentence before it is about."""
    for statement in statements:
        if statement.attribution is None and statement.is_clause and not statement.is_contested:
            start = sentence_before(statement, paragraphs=paragraphs)
            person = person_first(text, start, cast=cast) if start is not None else None
            if person and not is_spoken_of(text, statement, person, cast=cast):
                statement.attribution = Attribution(
                    cue=None, speaker=person, head=person, is_plural=False, is_name=True, rule="sentence before"
                )


def is_spoken_of(text: str, statement: Statement, person: tuple[int, int], *, cast: Cast) -> bool:
    """Tell whether quoted words are about somebody rather than his: `Lobov resigned. “He had no choice.”`.

    So they are, too, where something was done to him: `Lobov was arrested on Friday. “We have our man.”`.
    """
    deed = DONE_TO.match(text, person[1])
    if deed and (deed["verb"] is None or not forms_after(deed["verb"], part="adjective")):
        return True
    words = text[statement.start : statement.end]
    named = cast.covering(*person)
    gender = gender_of(text[slice(*person)]) if named is None else cast.genders.get(named.name)
    others = [pattern for kind, pattern in THIRD.items() if gender in (kind, None)]
    return FIRST.search(words) is None and any(pattern.search(words) for pattern in others)


def gender_of(pronoun: str) -> str | None:
    """Give the gender of a pronoun: nothing for `I`."""
    return {"He": "masculine", "She": "feminine"}.get(pronoun)


def sentence_before(statement: Statement, *, paragraphs: Sequence[Paragraph]) -> int | None:
    """Give where the sentence before a quotation begins; nothing where that quotes, too.

    It is in the same paragraph, or at the end of the one before where the quotation is a paragraph of its own.
    """
    assert statement.stretch is not None
    stretch, paragraph = statement.stretch, paragraphs[statement.paragraph]
    if (stretch.start, stretch.end) == (paragraph.start, paragraph.end) and statement.paragraph:
        frames = paragraphs[statement.paragraph - 1].frames
        index = len(frames) - 1
    else:
        frames = paragraph.frames
        index = bisect.bisect_left(frames, stretch.start, key=last_offset) - 1
    if index < 0 or next(frames[index].stretches(), None) is not None:
        return None
    return frames[index].text_offset(0)


def last_offset(frame: Frame) -> int:
    """Give the offset in the article of a sentence's last character, by which sentences are ordered."""
    return frame.text_offset(len(frame.reading) - 1)


def person_first(text: str, start: int, *, cast: Cast) -> tuple[int, int] | None:
    """Give the place of the person, by name or pronoun, that a sentence begins with."""
    pronoun = PRONOUN.match(text, start)
    if pronoun:
        return pronoun.span()
    titles = TITLES.match(text, start)
    last = titles.end() if titles else start
    for mention in cast.before(last + 1, reach=last + 1 - start):
        if mention.kind == "person":
            return mention.start_char, mention.end_char
    return None
