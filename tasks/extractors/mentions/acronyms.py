"""Acronyms with their expansions: `theater missile defense (TMD)`, `Kosovo Liberation Army (KLA)`."""

import re
from collections.abc import Iterator, Sequence

from tasks.extractors.mentions.spans import Span
from tasks.extractors.mentions.tables import words_for
from tasks.extractors.mentions.words import Word, words_of

DEFINITION = re.compile(
    r"\(\s*(?:the |or )?[“\"']?(?P<acronym>[A-Z][A-Za-z]{0,3}[A-Z]{1,6}|[A-Z]{2,8}s?)[”\"']?\s*[),;]"
)
"""An acronym in parentheses: `(TMD)`, `(RFE)`, `(NDPs)`."""
REACH = 90


def definitions(text: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield the offsets of each acronym defined in the text and of its expansion, which stands before it."""
    for match in DEFINITION.finditer(text):
        start, end = match.span("acronym")
        words = words_of(text, max(0, match.start() - REACH), match.start())
        expansion = expansion_start(match["acronym"], words)
        if expansion is not None and text[words[-1].end : match.start()].strip(" ’'”\"") == "":
            yield start, end, expansion, words[-1].end


def expansion_start(acronym: str, words: list[Word]) -> int | None:
    """Find the word before an acronym from which on the words' initials spell it."""
    letters = [letter.lower() for letter in acronym.rstrip("s") if letter.isalpha()]
    position = len(words)
    while letters and position:
        position -= 1
        initial = words[position].text[0].lower()
        if initial == letters[-1]:
            letters.pop()
        elif words[position].text.lower() not in words_for("small in acronyms"):
            return None
    return None if letters else words[position].start


def defined(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield each acronym whose expansion is named, as of the expansion's kind."""
    kinds = {span.end: span.kind for span in spans}
    for start, end, _, expansion_end in definitions(text):
        if expansion_end in kinds:
            yield Span(start=start, end=end, kind=kinds[expansion_end], rule="acronym")


def expansions(text: str) -> dict[str, str]:
    """Map each acronym that the text defines to its expansion, where it gives only one."""
    found: dict[str, set[str]] = {}
    for start, end, expansion, expansion_end in definitions(text):
        found.setdefault(text[start:end], set()).add(" ".join(text[expansion:expansion_end].split()))
    return {acronym: next(iter(names)) for acronym, names in found.items() if len(names) == 1}
