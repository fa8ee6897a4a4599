"""Any other text: a title line, perhaps a byline and a date, then paragraphs; or paragraphs alone.

Every text fits, so this format is used only where the user names it (`--format plain`, or a rule in the
configuration).
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tasks.formats.bylines import byline_of
from tasks.formats.datelines import dateline_day, head_day, is_release
from tasks.formats.endings import read_ending
from tasks.formats.format import Format, ParsedArticle
from tasks.formats.headlines import headline_text, is_headline
from tasks.formats.lines import Line, read_lines
from tasks.sources.refusal import Refusal, excerpt_of

MAXIMUM_TITLE_LENGTH = 200
"""Characters; a longer first line is the first paragraph of an article without a title."""

MOST_LINES_ABOVE_DATELINE = 6
"""As a press release has them below its title: a second one, whom to ask, a telephone."""

SENTENCE_END = re.compile(r"(?<!\.)\.[\"'”’)]*\s*$")
"""`came back to the bazaar.”`, but not the ellipsis of `A Title...`."""


def recognise(text: str) -> bool:
    """Tell whether there is any text."""
    return next(read_lines(text), None) is not None


def parse(text: str) -> ParsedArticle:
    """Read title, byline, date and body of a text, or raise `Refusal`.

    The date is that of a line around the title or, where there is none, of the dateline that the body begins with.
    """
    lines = list(read_lines(text))
    front, rest = front_of(lines)
    headline = None
    if rest and is_title(rest[0].text):
        headline = headline_text(rest[0].text) or None
        below, rest = front_of(rest[1:])
        front += below
    if not rest:
        raise without_body(lines)
    beside = rest[:2] if headline else rest[:0]  # a title may go on, or a second one follow, above its byline
    found = [line.text for line in (*front, *beside)]
    byline = next(filter(None, map(byline_of, found)), None)
    published_on = next(filter(None, map(head_day, found)), None) or body_day(rest)
    return replace(body_of(rest), headline=headline, byline=byline, published_on=published_on)


def front_of(lines: Sequence[Line]) -> tuple[list[Line], Sequence[Line]]:
    """Part lines at the first that is no byline, date or mark of a press release."""
    for at, line in enumerate(lines):
        if not (byline_of(line.text) or head_day(line.text) or is_release(line.text)):
            return list(lines[:at]), lines[at:]
    return list(lines), ()


def body_day(lines: Sequence[Line]) -> date | None:
    """Return the day of the dateline that the body begins with, below further titles and addresses if it has any."""
    for at, line in enumerate(lines[:MOST_LINES_ABOVE_DATELINE]):
        if (at == 0 or line.is_paragraph_start) and (day := dateline_day(line.text)):
            return day
        if not is_title(line.text):
            return None
    return None


def is_title(line: str) -> bool:
    """Tell whether a first line can be a title: it is short, no sentence that ends in a period, and no dateline."""
    if len(line) > MAXIMUM_TITLE_LENGTH or dateline_day(line):
        return False
    return is_headline(line) or not SENTENCE_END.search(line)


def body_of(lines: Sequence[Line]) -> ParsedArticle:
    """Take lines as the paragraphs of an article, and the notes below them."""
    ending = read_ending(lines, publication=None, has_next_item=False)
    return ParsedArticle(
        body_start_char=lines[0].start_char,
        body_end_char=lines[ending.body_line_count - 1].end_char,
        notes_start_char=ending.notes[0].start_char if ending.notes else None,
        notes_end_char=ending.notes[-1].end_char if ending.notes else None,
    )


def without_body(lines: Sequence[Line]) -> Refusal:
    """Make the refusal of a title alone."""
    return Refusal(
        "body_missing",
        "The title line is followed by no paragraph",
        repair="Complete the file; where the line is the whole article, put a title on a line above it.",
        excerpt=excerpt_of(lines[0].text) if lines else None,
        start_char=lines[0].start_char if lines else None,
    )


FORMAT = Format(
    recognises="any text",
    demands=("a paragraph, below the title if there is one",),
    recognise=recognise,
    parse=parse,
    version="4",
    is_automatic=False,
)
