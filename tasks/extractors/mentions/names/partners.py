"""Companies of several partners: `Dillon, Read and Co Inc`."""

import re
from collections.abc import Iterator

from tasks.extractors.mentions.lexicon.spans import Span

PARTNERS = re.compile(
    r"(?<![\w’'-])[A-Z][\w’'-]+(?:,? [A-Z][\w’'-]+){0,3} (?:and|&) "
    r"Co(?:mpany|s)?(?!\w)(?:,? (?:Inc|Ltd|Plc|PLC|LLC|LP)\b)?"
)


def partnerships(text: str) -> Iterator[Span]:
    """Yield the names that end in `and Co`."""
    for match in PARTNERS.finditer(text) if " Co" in text else ():
        yield Span(start=match.start(), end=match.end(), kind="organization", rule="partners")
