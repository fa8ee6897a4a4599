"""What a format is, and what it makes of a text: the shapes shared by every format module."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedArticle:
    """The parts of a text as a format reads them; offsets refer to the text given to it."""

    body_start_char: int
    body_end_char: int
    publication: str | None = None
    volume: int | None = None
    issue: int | None = None
    headline: str | None = None
    byline: str | None = None
    trailing_headline: str | None = None
    published_on: date | None = None
    notes_start_char: int | None = None
    notes_end_char: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """An entry of the registry: what a format recognises and demands, in words and as functions.

    `recognise` tells whether a text claims to be of this format; `parse` then reads it, or raises `Refusal`. A format
    that is not automatic recognises what others might be meant by, and is used only where the user names it.
    """

    recognises: str
    demands: tuple[str, ...]
    recognise: Callable[[str], bool]
    parse: Callable[[str], ParsedArticle]
    version: str
    is_automatic: bool = True
