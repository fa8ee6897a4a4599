"""A stream that a byte order mark begins, as UTF-8 without it: what cuts a file looks for its marks in such bytes."""

import codecs
import re
from collections.abc import Iterator

from tasks.sources.budget import Readable
from tasks.sources.parts import Cut, Part

MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
DECLARED = re.compile(r"""(<\?xml\b[^<>]*?)\s+encoding\s*=\s*(?:"[^"]*"|'[^']*')""")
"""The encoding that a declaration of XML states, which holds no longer."""


def unmarked(cut: Cut, head: bytes) -> Cut:
    """Return what cuts a file that begins so; one with a byte order mark is made UTF-8 while it is read."""
    mark = next((mark for mark in MARKS if head.startswith(mark)), None)
    if mark is None:
        return cut

    def cut_unmarked(stream: Readable, most: int) -> Iterator[Part] | None:
        return cut(Transcoded(stream, mark), most)

    return cut_unmarked


class Transcoded:
    """Gives a stream's characters in UTF-8; what is damaged is given as U+FFFD, for who reads the article to see."""

    def __init__(self, stream: Readable, mark: bytes) -> None:
        """Take a stream of which nothing has been read."""
        self.stream = stream
        self.decoder = codecs.getincrementaldecoder(MARKS[mark])("replace")
        self.waiting = b""
        self.is_begun = False

    def read(self, size: int, /) -> bytes:
        """Read up to `size` bytes."""
        while not self.waiting:
            chunk = self.stream.read(size)
            self.waiting = self.transcoded(chunk)
            if not chunk:
                break
        content, self.waiting = self.waiting[:size], self.waiting[size:]
        return content

    def transcoded(self, chunk: bytes) -> bytes:
        """Return the next bytes in UTF-8, the first without their mark; no bytes are the end."""
        text = self.decoder.decode(chunk, final=not chunk)
        if text and not self.is_begun:
            self.is_begun = True
            text = DECLARED.sub(r"\1", text.removeprefix("\ufeff"), count=1)
        return text.encode()
