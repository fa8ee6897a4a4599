"""A text as lines and paragraphs with their offsets, whatever ends its lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LINE = re.compile(r"(?!\ufeff)[^\r\n]+")
"""A line, without the byte order mark that it may begin with where a text is given as such."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that is not blank: its text without the white space around it, and its place."""

    text: str
    start_char: int
    end_char: int
    is_paragraph_start: bool


def read_lines(text: str, *, start_char: int = 0, end_char: int | None = None) -> Iterator[Line]:
    r"""Yield the lines of a stretch of text that are not blank; `\n`, `\r\n` and `\r` end a line."""
    last = len(text) if end_char is None else end_char
    previous_end = None
    for match in LINE.finditer(text, start_char, last):
        stripped = match[0].strip()
        if not stripped:
            continue
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        is_paragraph_start = previous_end is None or has_blank_line(text[previous_end:start])
        end = start + len(stripped)
        yield Line(text=stripped, start_char=start, end_char=end, is_paragraph_start=is_paragraph_start)
        previous_end = end


def has_blank_line(between: str) -> bool:
    """Tell whether the white space between two lines holds a blank one."""
    return len(between.replace("\r\n", "\n").replace("\r", "\n").split("\n")) > 2


def paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """Group lines into paragraphs, which blank lines divide."""
    grouped: list[list[Line]] = []
    for line in lines:
        if line.is_paragraph_start or not grouped:
            grouped.append([])
        grouped[-1].append(line)
    return grouped
