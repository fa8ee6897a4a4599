"""What the model proposes, as our kinds and with our idea of where a name begins and ends."""

import re
from collections.abc import Iterator, Sequence

from tasks.extractors.mentions.compounds import parts
from tasks.extractors.mentions.lexicon import is_dropped, kind_of
from tasks.extractors.mentions.people import merged
from tasks.extractors.mentions.spans import Span
from tasks.extractors.mentions.titles import title_end
from tasks.extractors.mentions.trimming import trimmed
from tasks.extractors.model import Label

KINDS = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "facility",
    "NORP": "nationality",
    "EVENT": "event",
    "LAW": "event",
    "LANGUAGE": "nationality",
}
LONGEST_CHARS = 120
SEAM = re.compile(r"\s*[\r\n]+\s*|\s+[(–—]\s*|\)\s*|\s*[;•|]\s*")
"""What no name runs across: a line's end, a bracket, a dash between spaces, a semicolon."""
REST_OF_ACRONYM = re.compile(r"-[A-Z]{1,4}\b")
LIST_SEAM = re.compile(r",\s+|\s+and\s+")
REST_OF_WORD = re.compile(r"(?:[-‐‑’']\w+)+")


def candidates(text: str, labels: Sequence[Label]) -> list[Span]:
    """Turn the model's labels into trimmed spans of our kinds, in the order of the text."""
    spans = [part for label in labels for span in spans_of(text, label) for part in parts(text, span)]
    return list(merged(text, spans))


def spans_of(text: str, label: Label) -> Iterator[Span]:
    """Yield the names that a label holds, if it is of a kind we keep."""
    kind = KINDS.get(label.label)
    if kind is None:
        return
    for start, end in seamless(text, label.start, label.end):
        for first, last in listed(text, start, end):
            span = trimmed_span(text, first, last, kind)
            if span:
                yield span


def seamless(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a stretch at its seams: `Women Leaders (NCWL` into two."""
    for seam in SEAM.finditer(text, start, end):
        if seam.start() > start:
            yield start, seam.start()
        start = seam.end()
    if start < end:
        yield start, end


def listed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a list of known names into its members: `Yonhap, Itar-Tass`; leave any other stretch whole."""
    members = []
    first = start
    for seam in LIST_SEAM.finditer(text, start, end):
        members.append((first, seam.start()))
        first = seam.end()
    members.append((first, end))
    return members if all(kind_of(text[a:b]) for a, b in members) else [(start, end)]


def trimmed_span(text: str, start: int, end: int, kind: str) -> Span | None:
    """Narrow a stretch to the name in it, or to nothing where it holds none."""
    start, end = trimmed(text, start, end)
    if kind == "person":
        start = title_end(text, start, end)
        rest = REST_OF_WORD.match(text, end)
        if rest and not rest.group().startswith(("'s", "’s")) and text[end - 1].isalpha():
            end = rest.end()
    if kind == "organization":
        rest = REST_OF_ACRONYM.match(text, end)
        end = rest.end() if rest else end
    name = text[start:end]
    if not 0 < end - start <= LONGEST_CHARS or not any(character.isupper() for character in name):
        return None
    return None if is_dropped(name) else Span(start=start, end=end, kind=kind, rule="model")
