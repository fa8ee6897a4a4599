"""Finds the quotation marks of a paragraph, and tells what each may do by what stands on either side of it.

The values in markup (`<a href="…">`) are no marks.
"""

import re
from typing import NamedTuple

MARK = re.compile(r"``|''|[\"“”„‟«»‘’'`‹›‚]")
MARKUP = re.compile(r"</?[A-Za-z][^<>\n]{0,1000}>")
"""A tag of HTML or XML: `<tweet author="…">`; the marks in it quote nobody."""
DOUBLE = frozenset('"“”„‟«»') | {"``", "''"}
OPENING = frozenset("“„‟«‘‹‚`") | {"``"}
CLOSING = frozenset("”»’›")
BEFORE_OPENING = frozenset("([{—–-/…=:;,.>")
AFTER_CLOSING = frozenset(".,;:!?)]}—–-/…<*")


class Mark(NamedTuple):
    """A mark as it stands: its place, its glyph, whether it is a double one, and what its neighbours let it do."""

    start: int
    end: int
    glyph: str
    is_double: bool
    can_open: bool
    can_close: bool


def marks(text: str, *, start: int, end: int) -> list[Mark]:
    """List the marks of a paragraph, without those in markup."""
    tags = [tag.span() for tag in MARKUP.finditer(text, start, end)]
    found = []
    tag_index = 0
    for match in MARK.finditer(text, start, end):
        first, last = match.span()
        while tag_index < len(tags) and tags[tag_index][1] <= first:
            tag_index += 1
        if tag_index < len(tags) and tags[tag_index][0] < first:
            continue
        glyph = match.group()
        before = text[first - 1] if first > start else " "
        after = text[last] if last < end else " "
        found.append(
            Mark(
                start=first,
                end=last,
                glyph=glyph,
                is_double=glyph in DOUBLE,
                can_open=may_open(before, after),
                can_close=may_close(before, after),
            )
        )
    return found


def may_open(before: str, after: str) -> bool:
    """Tell whether a mark between these two characters can begin a stretch."""
    return (before.isspace() or before in BEFORE_OPENING or before in DOUBLE or before in "‘'") and not (
        after.isspace() or after in ".,;:!?)]}"
    )


def may_close(before: str, after: str) -> bool:
    """Tell whether a mark between these two characters can end a stretch."""
    return not before.isspace() and (
        after.isspace() or after in AFTER_CLOSING or after in DOUBLE or after in "’'" or not after.isalnum()
    )
