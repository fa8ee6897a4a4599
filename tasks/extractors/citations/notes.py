"""Source notes: the numbered list at an article's end that marks like `(11)` in its text refer to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tasks.extractors.citations.parentheses import LONGEST
from tasks.extractors.citations.sources import Source, read_sources

NOTE = re.compile(r"^[^\S\n]*[(\[]?(?P<number>\d{1,3})[.)\]][^\S\n]+(?P<content>\S[^\n]*)$", re.MULTILINE)
"""A line such as `1. Itar-Tass, November 1` or `[1] Itar-Tass, November 1`."""

MARK = re.compile(r"\((?P<round>\d{1,3})\)|\[(?P<square>\d{1,3})\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A numbered note, where it stands, and the sources it names."""

    number: int
    start: int
    end: int
    content_start: int
    sources: tuple[Source, ...]


def find_notes(text: str, *, start: int) -> Iterator[Note]:
    """Yield the source notes from an offset to the end of the text; a numbered line without sources is none."""
    for match in NOTE.finditer(text, start):
        content = match["content"].rstrip()
        sources = tuple(read_sources(content)) if len(content) <= LONGEST else ()
        if sources:
            yield Note(
                number=int(match["number"]),
                start=match.start("number"),
                end=match.start("content") + len(content),
                content_start=match.start("content"),
                sources=sources,
            )


def note_of(mark: str, *, at: int, notes: list[Note]) -> Note | None:
    """Return the first note after a mark that bears its number; None for a mark without a note."""
    match = MARK.fullmatch(mark)
    if not match:
        return None
    number = int(match["round"] or match["square"])
    # The list's own `[1] ` is no mark: its number stands right behind the bracket.
    return next((note for note in notes if note.number == number and note.start > at + 1), None)
