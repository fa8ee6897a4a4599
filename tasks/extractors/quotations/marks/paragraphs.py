"""Splits a text into paragraphs: quotation marks are paired within one, and speakers carry over from the last."""

import re
from collections.abc import Iterator

BLANK_LINE = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
"""One or more blank lines, whatever white space stands on them: `\\r\\n \\r\\n`."""

WRAPPED_WIDTHS = range(50, 101)
"""Widths of a line, in characters, that suggest that a text was wrapped by a machine."""


def paragraphs(text: str, *, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the first and last offset of each paragraph of `text[start:end]`, without white space around it.

    Blank lines always part paragraphs. A single line break does, too, unless the block was wrapped to a width or the
    next line goes on in lower case.
    """
    block_start = start
    for gap in BLANK_LINE.finditer(text, start, end):
        yield from block_paragraphs(text, start=block_start, end=gap.start())
        block_start = gap.end()
    yield from block_paragraphs(text, start=block_start, end=end)


def block_paragraphs(text: str, *, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs of a block that holds no blank line."""
    lines = text[start:end].split("\n")
    if is_wrapped(lines):
        yield from stripped(text, start=start, end=end)
        return
    paragraph_start = offset = start
    for line in lines:
        if offset > paragraph_start and line.strip() and not line.lstrip()[0].islower():
            yield from stripped(text, start=paragraph_start, end=offset - 1)
            paragraph_start = offset
        offset += len(line) + 1
    yield from stripped(text, start=paragraph_start, end=end)


def is_wrapped(lines: list[str]) -> bool:
    """Tell whether all lines but the last are about equally wide, as a machine wraps them."""
    widths = [len(line.rstrip()) for line in lines[:-1]]
    return len(widths) >= 2 and min(widths) in WRAPPED_WIDTHS and max(widths) in WRAPPED_WIDTHS


def stripped(text: str, *, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretch without the white space around it, or nothing where nothing else is there."""
    part = text[start:end]
    first = start + len(part) - len(part.lstrip())
    last = start + len(part.rstrip())
    if first < last:
        yield first, last
