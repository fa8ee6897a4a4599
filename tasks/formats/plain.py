"""Any other text: a title line, perhaps a byline and a date, then paragraphs; or paragraphs alone.

Every text fits, so this format is used only where the user names it (`--format plain`, or a rule in the
configuration).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.formats.bylines import byline_of
from tasks.formats.datelines import date_of, dateline_day
from tasks.formats.endings import read_ending
from tasks.formats.format import Format, ParsedArticle
from tasks.formats.headlines import headline_text, is_headline
from tasks.formats.lines import Line, read_lines
from tasks.sources.refusal import Refusal, excerpt_of

MAXIMUM_TITLE_LENGTH = 200
"""Characters; a longer first line is the first paragraph of an article without a title."""

SENTENCE_END = re.compile(r"(?<!\.)\.[\"'”’)]*\s*$")
"""`came back to the bazaar.”`, but not the ellipsis of `A Title...`."""


def recognise(text: str) -> bool:
    """Tell whether there is any text."""
    return next(read_lines(text), None) is not None


def parse(text: str) -> ParsedArticle:
    """Read title, byline, date and body of a text, or raise `Refusal`.

    The date is that of a line below the title or, where there is none, of the dateline that the body begins with.
    """
    lines = list(read_lines(text))
    if lines and not is_title(lines[0].text):
        return replace(body_of(lines), published_on=dateline_day(lines[0].text))
    byline = next(filter(None, (byline_of(line.text) for line in lines[1:3])), None)
    published_on = next(filter(None, (date_of(line.text) for line in lines[1:3])), None)
    following = lines[1:]
    while following and (byline_of(following[0].text) or date_of(following[0].text)):
        following = following[1:]
    if not following:
        raise without_body(lines)
    published_on = published_on or dateline_day(following[0].text)
    headline = headline_text(lines[0].text) or None
    return replace(body_of(following), headline=headline, byline=byline, published_on=published_on)


def is_title(line: str) -> bool:
    """Tell whether a first line can be a title: it is short, and no sentence that ends in a period."""
    return len(line) <= MAXIMUM_TITLE_LENGTH and (is_headline(line) or not SENTENCE_END.search(line))


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
    version="3",
    is_automatic=False,
)
