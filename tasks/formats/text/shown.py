"""The text that HTML shows: without what is struck out or hidden, raised digits told from those on the line."""

import html
import re
from collections import defaultdict
from collections.abc import Iterator
from html.parser import HTMLParser

from tasks.formats.text.raised import raised

BREAK = re.compile(
    r"</?(?:address|article|aside|blockquote|caption|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure"
    r"|footer|form|h[1-6]|header|hgroup|hr|legend|li|listing|main|menu|nav|ol|optgroup|option|p|plaintext|pre|search"
    r"|section|summary|table|tbody|tfoot|thead|tr|ul|xmp)\b[^<>]*>",
    re.IGNORECASE,
)
"""What a page shows as a block of its own (WHATWG HTML 15.3.3, 15.3.4, 15.3.8, 15.3.12)."""

CELL_EDGE = re.compile(r"(?:</t[dh]\s*>\s*)?<t[dh]\b[^<>]*>|</t[dh]\s*>", re.IGNORECASE)
CELL_BLOCK = re.compile(
    r"(?P<start><t[dh]\b[^<>]*>)\s*<(?P<name>p|div)\b[^<>]*>(?P<text>(?:[^<]|<(?!/?(?:p|div|t[dh]|tr|br|li|h[1-6])\b))*)"
    r"</(?P=name)\s*>\s*(?P<end></t[dh]\s*>)",
    re.IGNORECASE,
)
"""A cell that is one paragraph: word processors write each so."""

BLANK_LINES = re.compile(r"\n\s*\n")
PREFORMATTED = re.compile(r"<pre\b[^<>]*>(?P<text>(?:[^<]|<(?!/?pre\b))*)</pre\s*>", re.IGNORECASE)
COLUMN_EDGE = re.compile(r"(?<=\S)(?:\t|[ \t]{2,})(?=\S)")
"""White space between columns of a preformatted text."""

BETWEEN_CELLS = "\ue000"
"""Stands for the edge of a cell where white space is made single: a character for private use, which no page has."""

LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
HIDDEN = re.compile(r"<!--.*?-->|<(head|style|script|noscript|template)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)?[^<>]*>", re.IGNORECASE)
RAISED = re.compile(
    r"(?P<start><sup\b[^<>]*>)(?P<text>[^<>]*(?:<(?!/?sup\b)[^<>]*>[^<>]*)*)(?P<end></sup\s*>)", re.IGNORECASE
)
FRACTION = re.compile(
    r"<sup\b[^<>]*>\s*(\d{1,3})\s*</sup\s*>\s*(?:[/\u2044]|&frasl;)\s*<sub\b[^<>]*>\s*(\d{1,3})\s*</sub\s*>",
    re.IGNORECASE,
)
"""A fraction set in small digits: `3<sup>1</sup>/<sub>2</sub>` is `3 1/2`."""

STRUCK = frozenset({"del", "s", "strike"})
"""What a writer took back: no longer accurate, or removed (HTML 4.5.5, 4.7.2; `strike` is the older name)."""

MAY_BE_UNSEEN = re.compile(r"<(?:del|s|strike)\b|<[^<>]*\b(?:hidden|display)\b", re.IGNORECASE)
NOT_DISPLAYED = re.compile(r"\bdisplay\s*:\s*none\b", re.IGNORECASE)


class Attributes(HTMLParser):
    """The attributes of one tag, by their names in small letters."""

    def __init__(self, tag: str) -> None:
        """Read the tag."""
        super().__init__()
        self.named: dict[str, str | None] = {}
        self.feed(tag)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base's names
        """Keep what the tag states."""
        self.named.update(attrs)


def with_columns(text: str) -> str:
    """Return a preformatted text with its lines of columns as rows; other lines are prose, which may be broken."""
    lines = text.split("\n")
    rows = [COLUMN_EDGE.sub(BETWEEN_CELLS, line) for line in lines]
    return "\n".join(line if row == line else f"\n\n{row}\n\n" for line, row in zip(lines, rows, strict=True))


def text_of_page(page: str) -> str:
    """Return the text that a page or a message in HTML shows, block by block; two spaces between the cells of a row."""
    laid_out = PREFORMATTED.sub(lambda match: with_columns(match["text"]), as_shown(HIDDEN.sub(" ", page)))
    shown = CELL_BLOCK.sub(r"\g<start>\g<text>\g<end>", laid_out)
    blocks = BREAK.sub("\n\n", LINE_BREAK.sub("\v", CELL_EDGE.sub(BETWEEN_CELLS, shown)))
    plain = html.unescape(TAG.sub("", blocks))
    return "\n\n".join(filter(None, map(paragraph_of, BLANK_LINES.split(plain))))


def paragraph_of(block: str) -> str:
    """Return a block with its white space made single, but for that between cells."""
    cells = (" ".join(cell.split()) for cell in block.split(BETWEEN_CELLS))
    return "  ".join(filter(None, cells))


def as_shown(page: str) -> str:
    """Return a page without what is struck out or hidden in it, and raised digits as characters of their own."""
    parts, position = [], 0
    for start, end in sorted(unseen(page)) if MAY_BE_UNSEEN.search(page) else ():
        if end > position:
            parts.append(page[position : max(start, position)])
            position = end
    parts.append(page[position:])
    left = FRACTION.sub(r" \1/\2", "".join(parts))
    return RAISED.sub(lambda match: match["start"] + raised_text(match["text"]) + match["end"], left)


def raised_text(markup: str) -> str:
    """Raise the digits between tags, and leave those within them."""
    position, parts = 0, []
    for tag in TAG.finditer(markup):
        parts += [raised(markup[position : tag.start()]), tag[0]]
        position = tag.end()
    return "".join([*parts, raised(markup[position:])])


def unseen(page: str) -> Iterator[tuple[int, int]]:
    """Yield where the elements stand that are struck out or hidden, each from its first tag to its last.

    An element without an end hides nothing: more would be lost than its writer meant.
    """
    opened: dict[str, list[tuple[int, bool]]] = defaultdict(list)
    for tag in TAG.finditer(page):
        name = (tag["name"] or "").lower()
        if not tag["end"]:
            opened[name].append((tag.start(), name in STRUCK or is_hidden(tag[0])))
        elif opened[name]:
            start, is_unseen = opened[name].pop()
            if is_unseen:
                yield start, tag.end()


def is_hidden(tag: str) -> bool:
    """Tell whether a tag hides its element: by the attribute `hidden`, or a style that displays nothing."""
    if "hidden" not in tag.lower() and "display" not in tag.lower():
        return False
    stated = Attributes(tag).named
    return "hidden" in stated or NOT_DISPLAYED.search(stated.get("style") or "") is not None
