"""Any other text: a title line, perhaps a byline and a date, then paragraphs.

Nearly every text fits, so this format is used only where the user names it (`--format plain`, or a rule in the
configuration).
"""

from collections.abc import Sequence

from tasks.formats.bylines import byline_of
from tasks.formats.datelines import date_of
from tasks.formats.endings import read_ending
from tasks.formats.format import Format, ParsedArticle
from tasks.formats.headlines import headline_text
from tasks.formats.lines import Line, read_lines
from tasks.formats.refusal import Refusal, excerpt_of

MAXIMUM_TITLE_LENGTH = 200


def recognise(text: str) -> bool:
    """Tell whether a text has two lines at least, the first of which can be a title."""
    lines = read_lines(text)
    first, second = next(lines, None), next(lines, None)
    return first is not None and second is not None and len(first.text) <= MAXIMUM_TITLE_LENGTH


def parse(text: str) -> ParsedArticle:
    """Read title, byline, date and body of a text, or raise `Refusal`."""
    lines = list(read_lines(text))
    refuse_without_title(lines)
    byline = next(filter(None, (byline_of(line.text) for line in lines[1:3])), None)
    published_on = next(filter(None, (date_of(line.text) for line in lines[1:3])), None)
    following = lines[1:]
    while following and (byline_of(following[0].text) or date_of(following[0].text)):
        following = following[1:]
    if not following:
        raise refused("body_missing", "The title line is followed by no paragraph", lines)
    ending = read_ending(following, publication=None, has_next_item=False)
    return ParsedArticle(
        body_start_char=following[0].start_char,
        body_end_char=following[ending.body_line_count - 1].end_char,
        headline=headline_text(lines[0].text) or None,
        byline=byline,
        published_on=published_on,
        notes_start_char=ending.notes[0].start_char if ending.notes else None,
        notes_end_char=ending.notes[-1].end_char if ending.notes else None,
    )


def refuse_without_title(lines: Sequence[Line]) -> None:
    """Refuse a text whose first line is too long for a title."""
    if lines and len(lines[0].text) > MAXIMUM_TITLE_LENGTH:
        raise refused("title_missing", f"The first line has {len(lines[0].text)} characters and is no title", lines)


def refused(rule: str, reason: str, lines: Sequence[Line]) -> Refusal:
    """Make a refusal that shows the first line."""
    return Refusal(
        rule,
        reason,
        repair="Put a title on a line of its own, and the paragraphs below it.",
        excerpt=excerpt_of(lines[0].text) if lines else None,
        start_char=lines[0].start_char if lines else None,
    )


FORMAT = Format(
    recognises="any text with a title line and paragraphs",
    demands=(f"a first line of {MAXIMUM_TITLE_LENGTH} characters at most", "a paragraph below it"),
    recognise=recognise,
    parse=parse,
    version="1",
    is_automatic=False,
)
