"""Companies by how they are written: `Dillon, Read and Co Inc`, `the firm of Hale, Orr and Finch`, `<Wolf Baking>`."""

import re
from collections.abc import Iterator

from tasks.extractors.mentions.lexicon.spans import Span

PARTNERS = re.compile(
    r"(?<![\w’'.-])(?:(?:[A-Z]\. ?){1,3})?[A-Z][\w’'-]+(?:,? [A-Z][\w’'-]+){0,3} (?:and|&) "
    r"Co(?:mpany|s)?(?!\w)(?:,? (?:Inc|Ltd|Plc|PLC|LLC|LP)\b)?"
)

FIRM_OF = re.compile(
    r"\bfirms?(?: of)? (?P<name>[A-Z][\w’'-]+(?:, [A-Z][\w’'-]+){1,5},? and [A-Z][\w’'-]+)(?! [A-Z])"
    r"|(?<![\w’',-] )(?P<joined>[A-Z][\w’'-]+(?:, [A-Z][\w’'-]+){1,5},? & [A-Z][\w’'-]+)"
)
"""Lawyers and brokers by the names of all partners."""
BRACKETED = re.compile(r"<(?![A-Z.\d]+>)(?P<name>[A-Z][\w.&’'-]*(?: [\w.,&’'-]+){0,6})>")
"""A company's name as dispatches set it, but not its sign: `<Wolf Baking Co>`, `<BP.L>`."""


def partnerships(text: str) -> Iterator[Span]:
    """Yield the names that end in `and Co`, that list partners, and that stand in angle brackets."""
    for match in FIRM_OF.finditer(text) if "irm" in text or " & " in text else ():
        group = "name" if match["name"] else "joined"
        yield Span(start=match.start(group), end=match.end(group), kind="organization", rule="partners")
    for match in BRACKETED.finditer(text) if "<" in text else ():
        yield Span(start=match.start("name"), end=match.end("name"), kind="organization", rule="bracket")
    for match in PARTNERS.finditer(text) if " Co" in text else ():
        yield Span(start=match.start(), end=match.end(), kind="organization", rule="partners")
