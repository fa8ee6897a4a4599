"""What the vendors' layouts have in common: text, decoded, and its blocks of lines."""

import re

from tasks.formats.text import DecodedText, decode

BLANK_LINE = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def decoded_export(content: bytes) -> DecodedText:
    """Decode a vendor's text, with line feeds at the ends of lines."""
    return decode(content)


def blocks_of(text: str) -> list[str]:
    """Return the blocks of a text that blank lines divide."""
    return [block for block in BLANK_LINE.split(text) if block.strip()]


def one_line(block: str) -> str:
    """Return a block's lines as one."""
    return " ".join(block.split())
