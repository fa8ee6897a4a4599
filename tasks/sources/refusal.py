"""The one exception of the formats: a file that cannot become an article, with the reason and the remedy."""

from typing import NamedTuple

EXCERPT_LENGTH = 120
"""Characters of the text that an excerpt shows: about a line of a terminal."""

CONTEXT = 50
"""Characters shown on either side of a place within a text."""


class MarkedExcerpt(NamedTuple):
    """A stretch of a text on one line, and the offsets in it between which the place concerned stands."""

    excerpt: str
    mark_start: int
    mark_end: int


class Refusal(Exception):  # noqa: N818 - it is the field's word for it, and a `Rejection` is the record made from it
    """A file refused: `rule` names the demand that failed, `reason` says why, `repair` what to do about it."""

    def __init__(
        self, rule: str, reason: str, *, repair: str, excerpt: str | None = None, start_char: int | None = None
    ) -> None:
        """Keep the parts apart, so that they land in columns of their own."""
        super().__init__(f"{reason}. {repair}")
        self.rule = rule
        self.reason = reason
        self.repair = repair
        self.excerpt = excerpt
        self.start_char = start_char


def excerpt_of(text: str, start_char: int = 0) -> str:
    """Return the text from an offset on, shortened to one line, with control characters escaped."""
    shown = text[start_char : start_char + EXCERPT_LENGTH]
    ending = "…" if len(text) > start_char + EXCERPT_LENGTH else ""
    return one_line(shown) + ending


def marked_excerpt(text: str, start_char: int, end_char: int) -> MarkedExcerpt:
    """Show a place of a text with what stands around it; a long place is cut short."""
    end = min(end_char, start_char + EXCERPT_LENGTH)
    before, place = one_line(text[max(0, start_char - CONTEXT) : start_char]), one_line(text[start_char:end])
    opening = "…" if start_char > CONTEXT else ""
    place += "…" if end < end_char else ""
    closing = "…" if end + CONTEXT < len(text) else ""
    start = len(opening) + len(before)
    excerpt = f"{opening}{before}{place}{one_line(text[end : end + CONTEXT])}{closing}"
    return MarkedExcerpt(excerpt=excerpt, mark_start=start, mark_end=start + len(place))


def one_line(text: str) -> str:
    """Escape the characters that cannot be shown on a line."""
    return "".join(char if char.isprintable() else escape(char) for char in text)


def escape(char: str) -> str:
    r"""Write a character that cannot be shown as its escape: a line feed as `\n`."""
    return char.encode("unicode_escape", "surrogatepass").decode("ascii")
