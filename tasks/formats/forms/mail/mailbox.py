"""A mailbox: messages one after the other, each below a line that begins with `From ` (RFC 4155)."""

import re
from collections.abc import Iterator

from tasks.formats.forms.cutting import oversized, segments
from tasks.formats.forms.form import Head
from tasks.formats.forms.mail.digest import parts_of
from tasks.sources.budget import Readable
from tasks.sources.parts import Part

CLOCK = rb"\d{1,2}:\d{2}(?::\d{2})?"
FROM_LINE = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\r\n\r\n))From \S+.{0,80}" + CLOCK + rb".{0,20}\r?\n(?=[!-9;-~]+:)")
"""The line above each message, which a blank line and a header enclose: a sentence's `From ` is none."""

QUOTED_FROM = re.compile(rb"(?m)^>(>*From )")


def recognise(head: Head) -> bool:
    """Tell whether a file begins as a mailbox does."""
    return FROM_LINE.match(head.without_mark.lstrip()) is not None


def cut(stream: Readable, most: int) -> Iterator[Part]:
    """Cut a mailbox into its messages, and digests among them into theirs."""
    number = 0
    for found in segments(stream, FROM_LINE, most):
        line = FROM_LINE.match(found.content.lstrip())
        if not line and not found.content.strip():
            continue
        number += 1
        if found.is_too_large:
            yield oversized(str(number), most)
            continue
        content = found.content.lstrip()[line.end() if line else 0 :]
        yield from parts_of(QUOTED_FROM.sub(rb"\1", content), name=str(number))
