"""What a form is: what a file comes in, recognised by its first bytes, and what is made of it."""

import codecs
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from tasks.formats.format import ParsedArticle
from tasks.sources.parts import Cut
from tasks.sources.refusal import Refusal, excerpt_of

UTF_16_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
UTF_8_MARK = "\u00ef\u00bb\u00bf"
"""The byte order mark of UTF-8, as Latin-1 reads it."""

START_CHARACTERS = 4_000
"""Characters of a file's beginning in which a form shows."""


@dataclass(frozen=True)
class Head:
    """The first bytes of a file, or all where it is short, and the characters that they seem to be."""

    content: bytes

    @cached_property
    def without_mark(self) -> bytes:
        """The bytes without the byte order mark of UTF-8 that they may begin with."""
        return self.content.removeprefix(codecs.BOM_UTF8)

    @cached_property
    def start(self) -> str:
        """The beginning as characters, from the first that is no white space on; what is not ASCII may be wrong."""
        encoding = UTF_16_MARKS.get(self.content[:2], "latin-1")
        text = self.content[: 2 * START_CHARACTERS].decode(encoding, "replace").removeprefix("\ufeff")
        return text.removeprefix(UTF_8_MARK).replace("\r\n", "\n").replace("\r", "\n").lstrip()[:START_CHARACTERS]

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the beginning that are not blank; one that may be cut short is left out."""
        lines = self.start.rstrip().split("\n")
        whole = lines[:-1] if len(self.start) == START_CHARACTERS and len(lines) > 1 else lines
        return [line for line in whole if line.strip()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read of a file: the text that offsets refer to, its parts, and what else the file states, by name."""

    text: str
    parsed: ParsedArticle
    encoding: str
    repairs: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns of text, title, day and the rest; `date_format` says how days are written, as `%d/%m/%Y` does."""

    text: str = "text"
    title: str = "title"
    published_on: str = "published_on"
    publication: str = "publication"
    url: str = "url"
    language: str = "language"
    byline: str = "byline"
    date_format: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """An entry of the registry: `says` what such a file is, after "The file is".

    `recognise` tells by the first bytes; what it tells must be plain, for the file is then read as nothing else. `read`
    makes an article of the whole content or raises `Refusal`, and `read_row` one of a table's row; without both, a file
    is refused under `rule` with what to do, `repair`. `cut` divides a file that may hold many articles into parts, each
    of which is then read as a file.
    """

    says: str
    recognise: Callable[[Head], bool]
    version: str = "1"
    read: Callable[[bytes], Reading] | None = None
    read_row: Callable[[bytes, Columns], Reading] | None = None
    cut: Cut | None = None
    rule: str = "markup"
    repair: str = "Save its text alone, and ingest that."

    @property
    def is_read(self) -> bool:
        """Tell whether articles are made of such files."""
        return bool(self.read or self.read_row)

    def refusal(self, head: Head) -> Refusal:
        """Make the refusal of a file that is recognised but not read."""
        return Refusal(self.rule, f"The file is {self.says}", repair=self.repair, excerpt=excerpt_of(head.start))
