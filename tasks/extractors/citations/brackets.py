"""What may hold sources in running text: parentheses, also doubled or never closed, square brackets and braces."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tasks.extractors.citations.parentheses import LONGEST, parentheses
from warehouse.records import PARAGRAPH_BREAK

DOUBLED = re.compile(r"\(\s*\((?P<content>[^()]*)\)\s*\)")
"""`((Interfax, March 3))`."""

OTHER = re.compile(rf"[(\[{{](?P<content>(?:[^()\[\]{{}}]|\([^()\[\]{{}}]{{0,60}}\)){{1,{LONGEST}}})[)\]}}]")
"""`[Day (Kyiv), March 3]`, `{Interfax, March 3}`, and with a slip of the pen `(Interfax, March 3]`."""

UNCLOSED_END = " \t\r\n.,;:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bracketed:
    """A stretch in brackets, where its content stands, and its form: parenthesis, bracket or unclosed parenthesis."""

    start: int
    end: int
    content_start: int
    content_end: int
    form: str


def bracketed(text: str, *, start: int, end: int) -> list[Bracketed]:
    """Return the stretches in brackets, in the order of the text; those of other forms may overlap the parentheses."""
    found = [as_parenthesis(text, *span) for span in parentheses(text, start=start, end=end)]
    if any(text.find(mark, start, end) >= 0 for mark in "[{]}"):
        found += other_brackets(text, start=start, end=end)
    found += unclosed(text, start=start, end=end)
    return sorted(found, key=lambda one: (one.start, one.form != "parenthesis"))


def as_parenthesis(text: str, start: int, end: int) -> Bracketed:
    """Return a parenthesis, its content without brackets that double its own."""
    doubled = DOUBLED.fullmatch(text, start, end)
    content = doubled.span("content") if doubled else (start + 1, end - 1)
    return Bracketed(start=start, end=end, content_start=content[0], content_end=content[1], form="parenthesis")


def other_brackets(text: str, *, start: int, end: int) -> Iterator[Bracketed]:
    """Yield what stands in square brackets, braces or a pair that does not match, within a paragraph."""
    for match in OTHER.finditer(text, start, end):
        is_round = match[0][0] == "(" and match[0][-1] == ")"
        if not is_round and not PARAGRAPH_BREAK.search(match[0]):
            first, last = match.span("content")
            yield Bracketed(start=match.start(), end=match.end(), content_start=first, content_end=last, form="bracket")


def unclosed(text: str, *, start: int, end: int) -> Iterator[Bracketed]:
    """Yield a parenthesis that is still open at a paragraph's end."""
    first = start
    for last in (*(blank.start() for blank in PARAGRAPH_BREAK.finditer(text, start, end)), end):
        opened = text.rfind("(", max(first, last - LONGEST), last)
        if opened >= 0 and text.find(")", opened, last) < 0:
            content_end = opened + len(text[opened:last].rstrip(UNCLOSED_END))
            yield Bracketed(
                start=opened,
                end=content_end,
                content_start=opened + 1,
                content_end=content_end,
                form="unclosed parenthesis",
            )
        first = last
