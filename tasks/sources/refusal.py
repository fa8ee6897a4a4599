"""The one exception of the formats: a file that cannot become an article, with the reason and the remedy."""

EXCERPT_LENGTH = 120
"""Characters of the text that an excerpt shows: about a line of a terminal."""


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
    return "".join(char if char.isprintable() else escape(char) for char in shown) + ending


def escape(char: str) -> str:
    r"""Write a character that cannot be shown as its escape: a line feed as `\n`."""
    return char.encode("unicode_escape", "surrogatepass").decode("ascii")
