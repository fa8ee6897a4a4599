"""What the vendors' layouts have in common: text, decoded, and its blocks of lines."""

import re
from dataclasses import replace

from tasks.formats.forms.form import Head
from tasks.formats.text import DecodedText, decode

BLANK_LINE = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
PAGE_LINE = re.compile(
    r"^[ \t]*(?:Page \d+ of \d+[ \t]*(?:(?:©|\(c\)|Copyright) \d{4} [^\n]{0,100})?|"
    r"(?:©|\(c\)|Copyright) \d{4} Factiva[^\n]{0,100})[ \t]*$\n?",
    re.MULTILINE | re.IGNORECASE,
)
"""What stands on each page of a print: `Page 2 of 12 © 2001 Factiva, Inc. All rights reserved.`"""

COVER = re.compile(
    rb"(?:[ \t\f]*(?:Page \d+ of \d+)?[ \t]*(?:(?:\xc2?\xa9|\(c\)|Copyright) \d{4} Factiva[^\n]*)?[ \t\r]*\n)*"
    rb"(?:(?:Print Request|Time of Request|User Name|Date and Time):[^\n]*\n(?:[^\n]*\n)*?"
    rb"(?=[ \t\f]*(?:1 of \d+ DOCUMENTS?\b|\Z))|"
    rb"Report Information from ProQuest[^\n]*\n(?:[^\n]*\n)*?(?=_{30,}|\Z))?",
    re.IGNORECASE,
)
"""What may stand before the first article: the head of a page, or a cover with a table of contents."""


def after_cover(head: Head) -> str:
    """Return the beginning of a file below its cover."""
    match = COVER.match(head.start.encode("latin-1", "replace"))
    return head.start[match.end() if match else 0 :].lstrip()


def decoded_export(content: bytes) -> DecodedText:
    """Decode a vendor's text, with line feeds at the ends of lines and without the heads of printed pages."""
    decoded = decode(content)
    text = PAGE_LINE.sub("", decoded.text)
    repairs = (*decoded.repairs, "page headers") if text != decoded.text else decoded.repairs
    return replace(decoded, text=text, repairs=repairs)


def blocks_of(text: str) -> list[str]:
    """Return the blocks of a text that blank lines divide."""
    return [block for block in BLANK_LINE.split(text) if block.strip()]


def paragraphs_of(text: str) -> list[str]:
    """Return the paragraphs of a text: its blocks, or its lines where no blank line divides them."""
    blocks = blocks_of(text)
    return [one_line(each) for each in (blocks if len(blocks) > 1 else text.split("\n")) if each.strip()]


def one_line(block: str) -> str:
    """Return a block's lines as one."""
    return " ".join(block.split())


def first_block(value: str) -> str:
    """Return the first block of a field as a line: links and notices may follow below it."""
    return next(map(one_line, blocks_of(value)), "")
