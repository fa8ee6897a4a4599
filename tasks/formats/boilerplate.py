"""The publisher's boilerplate at the end of an article: address, telephone, copyright, how to subscribe."""

import re
from collections.abc import Sequence

from tasks.formats.lines import Line

NOTICE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"[-–—_=*#~.\s]{3,}$",  # a rule: `-----`
        r"(?:copyright\s*(?:\(c\)|©|\d{4}|by\b)|©|\(c\)\s*(?:copyright\b|\d{4}))",  # Copyright (c) 1998 Example Press
        r"(?:[^.]{0,80}\.\s+)?all rights reserved\b",
        r"this (?:newsletter|publication|issue|bulletin) is (?:a|published|distributed|produced)\b",
        r"(?:tel|telephone|phone|fax|facsimile|e-?mail|web ?site|internet|url)\b\.?\s*(?:[:(+]|\d)",  # Fax: (555) 010-0
        r"(?:https?://|www\.)\S+$",
        r"[^\s@]+@[^\s@]+$",
        r"(?:to|if you (?:would like|wish|want) to|for information on how to)\s+(?:un)?subscrib(?:e|ing)\b",
        r"(?:un)?subscri(?:be|ptions?)\s*(?::|to this\b|inquiries\b|rates\b)",
        r"(?:the\s+)?(?:opinions|views)\s+expressed\s+(?:in this|here|herein|are)\b",
        r"(?:unauthorized\s+)?(?:reproduction|redistribution)\b.{0,80}\b(?:prohibited|permitted|forbidden)\b",
        r"no part of this\s+(?:publication|issue|newsletter|article)\b",
        r"(?:executive\s+|senior\s+|managing\s+)?(?:editors?|publishers?|editorial staff)\s*:\s",
        # Case tells an address from a sentence: `12 Long Street NW`, not `12 rebels left the street`.
        r"(?-i:\d+\s+(?:[A-Z0-9]\S*\s+){1,4}(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Boulevard|Blvd\.?)"
        r"(?:,?\s+(?:[NS]\.?[EW]\.?|Suite|Floor)\b.*)?,?$)",
        r"(?-i:(?:Suite|P\.\s?O\.\s+Box)\s+\d)",
        r"(?-i:[^.!?]{3,60},\s+[A-Z]{2}\.?,?\s+\d{5}(?:-\d{4})?(?:\s|$))",  # Springfield, VA 22150
        r"(?-i:(?:The\s+)?(?:[A-Z]\S*\s+){1,4}(?:Foundation|Institute|Press|Inc\.?|Ltd\.?)$)",
    )
)
"""How a line of boilerplate begins; no sentence of a report begins so."""

MAXIMUM_NOTICE_LENGTH = 300
"""Characters of a line that are looked at: enough to tell, and no more work for a line of a megabyte."""

MAXIMUM_NOTICE_LINES = 30

MAXIMUM_LABEL_LENGTH = 60
"""Longest line among boilerplate that may be a mere name, such as the publisher's city."""

OWN_NOTICES = ("is a publication of", "is published by", "is distributed by", "is produced by")


def boilerplate_count(lines: Sequence[Line], *, publication: str | None) -> int:
    """Count the lines at the end that are boilerplate: the last paragraph, or those of its lines that are certain."""
    last = last_paragraph(lines)
    certain = [is_notice(line.text, publication=publication) for line in last]
    is_whole = last[0].is_paragraph_start and (
        certain[0]
        or (any(certain) and all(sure or is_label(line.text) for line, sure in zip(last, certain, strict=True)))
    )
    return len(last) if is_whole else next(count for count, sure in enumerate(reversed([False, *certain])) if not sure)


def last_paragraph(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines of the last paragraph, or as many of its last lines as boilerplate may have."""
    start = len(lines) - 1
    while start > max(0, len(lines) - MAXIMUM_NOTICE_LINES) and not lines[start].is_paragraph_start:
        start -= 1
    return lines[start:]


def is_notice(line: str, *, publication: str | None) -> bool:
    """Tell whether a line is certainly boilerplate."""
    beginning = line[:MAXIMUM_NOTICE_LENGTH]
    return any(shape.match(beginning) for shape in NOTICE) or is_own_notice(beginning, publication)


def is_own_notice(line: str, publication: str | None) -> bool:
    """Tell whether a line says who publishes the publication: `The Monitor is a publication of …`."""
    if publication is None:
        return False
    subject, name = line.lower().removeprefix("the "), publication.lower()
    return subject.startswith(name) and subject[len(name) :].lstrip().startswith(OWN_NOTICES)


def is_label(line: str) -> bool:
    """Tell whether a line among boilerplate is no more than a name."""
    return len(line) <= MAXIMUM_LABEL_LENGTH and not line.endswith((".", "!", "?"))
