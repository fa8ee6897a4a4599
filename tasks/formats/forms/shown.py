"""The text that HTML shows."""

import html
import re

BREAK = re.compile(r"</?(?:p|div|h[1-6]|table|tr|ul|ol|li|blockquote|section|article)\b[^<>]*>", re.IGNORECASE)
LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
HIDDEN = re.compile(r"<!--.*?-->|<(head|style|script)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"<[^<>]*>")


def text_of_page(page: str) -> str:
    """Return the text that a message in HTML shows: all of it, block by block."""
    blocks = BREAK.sub("\n\n", LINE_BREAK.sub("\v", HIDDEN.sub(" ", page)))
    plain = html.unescape(TAG.sub("", blocks))
    paragraphs = (" ".join(block.split()) for block in re.split(r"\n\s*\n", plain))
    return "\n\n".join(filter(None, paragraphs))
