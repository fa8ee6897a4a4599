"""Parentheses in running text, found in one pass whatever stands in them."""

import re
from collections.abc import Iterator

from warehouse.records import PARAGRAPH_BREAK

BRACKET = re.compile(r"[()]|" + PARAGRAPH_BREAK.pattern)

LONGEST = 400
"""Characters in the longest parenthesis that is read; the longest list of sources seen is far shorter."""


def parentheses(text: str, *, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield start and end, brackets included, of each outermost parenthesis; one never closed hides none after it."""
    opened: list[int] = []
    closed: list[tuple[int, int]] = []
    for bracket in BRACKET.finditer(text, start, end):
        if bracket[0] == "(":
            opened.append(bracket.start())
        elif bracket[0] != ")":
            yield from closed
            opened, closed = [], []
        elif opened:
            close(opened.pop(), bracket.end(), closed=closed)
    yield from closed


def close(start: int, end: int, *, closed: list[tuple[int, int]]) -> None:
    """Add a parenthesis to those closed, in place of the ones within it; one too long leaves them as they are."""
    if end - start > LONGEST:
        return
    while closed and closed[-1][0] > start:
        closed.pop()
    closed.append((start, end))
