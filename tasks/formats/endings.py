"""What stands after an article's last sentence: boilerplate, source notes, the next item's headline."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tasks.formats.boilerplate import boilerplate_count
from tasks.formats.datelines import MONTH
from tasks.formats.headlines import headline_text, is_headline, is_in_capitals
from tasks.formats.lines import Line

NOTE = re.compile(r"[(\[]?(?P<number>\d{1,3})(?:\.|[)\]]\.?)\s*[^\d\s]")
"""How a source note begins: `1. Itar-Tass`, `(1) Interfax`; not `1.5 million`."""

NOTE_DATE = re.compile(rf",\s+{MONTH}\s+\d{{1,2}}\b", re.IGNORECASE)
"""The date of a source after its comma: `Itar-Tass, November 1`; not `withdraw by November 1`."""

NOTE_MARK = re.compile(r"\((\d{1,3})\)")
NOTES_HEADING = re.compile(r"(?:(?:end|foot)?notes|sources)\s*:?", re.IGNORECASE)
MAXIMUM_NOTE_LENGTH = 300

MAXIMUM_HEADING_WORDS = 3
SENTENCE_ENDS = (".", "!", "?", "…", '"', "”", "’", "'", ")", "]", ":", "»")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """What the end of the lines is: how many of them are left as body, the source notes, the next headline."""

    body_line_count: int
    notes: tuple[Line, ...] = ()
    trailing_headline: str | None = None


def read_ending(lines: Sequence[Line], *, publication: str | None, has_next_item: bool) -> Ending:
    """Tell what at the end of the lines after a header is no part of the body; the first line always is.

    `has_next_item` says whether the publication leaves the next item's headline there. Boilerplate, notes and that
    headline come in any order; notes and headline are taken off once.
    """
    kept = list(lines)
    notes: tuple[Line, ...] = ()
    headline: str | None = None
    while len(kept) > 1:
        taken = boilerplate_count(kept, publication=publication)
        if not taken and not notes:
            notes = source_notes(kept)
            taken = len(notes)
        if not taken and headline is None and has_next_item:
            taken = trailing_headline_count(kept)
            headline = headline_text(" ".join(line.text for line in kept[-taken:])) if taken else None
        if not taken or taken >= len(kept):
            break
        del kept[-taken:]
    return Ending(body_line_count=len(kept), notes=notes, trailing_headline=headline)


def source_notes(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the numbered source notes at the end, with their heading; none where a note is no certain source.

    The numbers rise, and each note is dated as a source is or its number stands as a mark in the text.
    """
    starts = note_starts(lines)
    if not starts or starts[-1] == 0:
        return ()
    first = starts[-1]
    marks = {mark for line in lines[:first] for mark in NOTE_MARK.findall(line.text)}
    bounds = [*reversed(starts), len(lines)]
    notes = [lines[start:end] for start, end in pairwise(bounds)]
    if not all(is_source_note(note, marks) for note in notes):
        return ()
    if first > 1 and NOTES_HEADING.fullmatch(lines[first - 1].text):
        first -= 1
    return tuple(lines[first:])


def note_starts(lines: Sequence[Line]) -> list[int]:
    """Return where notes with rising numbers begin, from the last line upwards; a note may go on in lines below."""
    starts: list[int] = []
    following: int | None = None  # the number of the note below
    for at in range(len(lines) - 1, -1, -1):
        match = NOTE.match(lines[at].text)
        is_short = len(lines[at].text) <= MAXIMUM_NOTE_LENGTH
        if match and is_short and (following is None or int(match["number"]) < following):
            starts.append(at)
            following = int(match["number"])
        elif match or lines[at].is_paragraph_start or not is_short:
            break
    return starts


def is_source_note(note: Sequence[Line], marks: set[str]) -> bool:
    """Tell whether a note names a source: it is dated as one, or the text refers to it by its number."""
    text = " ".join(line.text for line in note)
    match = NOTE.match(text)
    if match is None or len(text) > MAXIMUM_NOTE_LENGTH:
        return False
    return match["number"] in marks or NOTE_DATE.search(text) is not None


def trailing_headline_count(lines: Sequence[Line]) -> int:
    """Count the lines at the end that are the next item's headline: none, one, or two with its section's heading.

    In a text that is all in capitals no line can be told from a headline.
    """
    if is_in_capitals(lines[0].text) or not is_trailing_headline(lines):
        return 0
    has_heading = len(lines) > 2 and is_section_heading(lines[-2])
    return 2 if has_heading else 1


def is_trailing_headline(lines: Sequence[Line]) -> bool:
    """Tell whether the last line is a headline on a line of its own, shaped as no sentence is."""
    is_apart = lines[-1].is_paragraph_start or lines[-2].text.endswith(SENTENCE_ENDS)
    return is_apart and is_headline(lines[-1].text)


def is_section_heading(line: Line) -> bool:
    """Tell whether a line is a section's heading of a word or two: `BALTIC STATES.`."""
    return line.is_paragraph_start and is_in_capitals(line.text) and len(line.text.split()) <= MAXIMUM_HEADING_WORDS
