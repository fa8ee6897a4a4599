"""The text that HTML shows: without what is struck out or hidden, raised digits told from those on the line."""

import html
import re
from collections import defaultdict
from collections.abc import Iterator
from html.parser import HTMLParser

from tasks.formats.text.raised import raised

BREAK = re.compile(r"</?(?:p|div|h[1-6]|table|tr|ul|ol|li|blockquote|section|article)\b[^<>]*>", re.IGNORECASE)
CELL_END = re.compile(r"</t[dh]\s*>", re.IGNORECASE)
LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
HIDDEN = re.compile(r"<!--.*?-->|<(head|style|script)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
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


def text_of_page(page: str) -> str:
    """Return the text that a page or a message in HTML shows: all of it, block by block."""
    shown = CELL_END.sub(" ", as_shown(HIDDEN.sub(" ", page)))
    blocks = BREAK.sub("\n\n", LINE_BREAK.sub("\v", shown))
    plain = html.unescape(TAG.sub("", blocks))
    paragraphs = (" ".join(block.split()) for block in re.split(r"\n\s*\n", plain))
    return "\n\n".join(filter(None, paragraphs))


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
