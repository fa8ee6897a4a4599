"""What stands after an article's last sentence: boilerplate, source notes, the next item's headline."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tasks.formats.boilerplate import boilerplate_count
from tasks.formats.headlines import MONTH, headline_text, is_headline, is_in_capitals
from tasks.formats.lines import Line

NOTE = re.compile(r"[(\[]?(?P<number>\d{1,3})(?:\.|[)\]]\.?)\s*[^\d\s]")
"""How a source note begins: `1. Itar-Tass`, `(1) Interfax`; not `1.5 million`."""

NOTE_DATE = re.compile(rf",\s+{MONTH}\s+\d{{1,2}}\b", re.IGNORECASE)
"""The date of a source after its comma: `Itar-Tass, November 1`; not `withdraw by November 1`."""

NOTE_MARK = re.compile(r"\((\d{1,3})\)")
NOTES_HEADING = re.compile(r"(?:(?:end|foot)?notes|sources)\s*:?", re.IGNORECASE)
MAXIMUM_NOTE_LENGTH = 300

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
    count = len(lines)
    notes: tuple[Line, ...] = ()
    headline: str | None = None
    while count > 1:
        kept = lines[:count]
        taken = boilerplate_count(kept, publication=publication)
        if not taken and not notes:
            notes = source_notes(kept)
            taken = len(notes)
        if not taken and headline is None and has_next_item and is_trailing_headline(kept):
            headline, taken = headline_text(kept[-1].text), 1
        if not taken or taken >= count:
            break
        count -= taken
    return Ending(body_line_count=count, notes=notes, trailing_headline=headline)


def source_notes(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the numbered source notes at the end, with their heading; none where a note is no certain source.

    The numbers rise by one, and each note is dated as a source is or its number stands as a mark in the text.
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
    following: int | None = None
    for at in range(len(lines) - 1, -1, -1):
        match = NOTE.match(lines[at].text)
        if match and following in (None, int(match["number"]) + 1) and len(lines[at].text) <= MAXIMUM_NOTE_LENGTH:
            starts.append(at)
            following = int(match["number"])
        elif match or lines[at].is_paragraph_start or is_running_text(lines, at):
            break
    return starts


def is_running_text(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line that begins no note cannot be the rest of one: it is too long."""
    return len(lines[at].text) > MAXIMUM_NOTE_LENGTH


def is_source_note(note: Sequence[Line], marks: set[str]) -> bool:
    """Tell whether a note names a source: it is dated as one, or the text refers to it by its number."""
    match = NOTE.match(note[0].text)
    is_marked = match is not None and match["number"] in marks
    return is_marked or any(NOTE_DATE.search(line.text) for line in note)


def is_trailing_headline(lines: Sequence[Line]) -> bool:
    """Tell whether the last line is the next item's headline: a line of its own, shaped as no sentence is."""
    last, before = lines[-1], lines[-2]
    if not last.is_paragraph_start and not before.text.endswith(SENTENCE_ENDS):
        return False
    is_all_in_capitals = is_in_capitals(before.text) and is_in_capitals(last.text)
    return is_headline(last.text) and not is_all_in_capitals
