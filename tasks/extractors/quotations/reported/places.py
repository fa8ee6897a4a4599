"""Tells where words of a parse stand in the article, without punctuation and sources at their ends."""

import re

from tasks.extractors.quotations.direct.readings import Parsed

EDGES = " \t\r\n,.;:–—-\"“”'‘’„«»"
SOURCE = re.compile(r"\([^()]*\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? [0-9][^()]*\)$")
"""A source cited with its day: `(Russian agencies, March 15)`."""
MARK = re.compile(r"[\"“”]")
CLOSING = re.compile(r"[.,]?[\"”]")
LONGEST_SOURCE = 200
LAST_CONJUNCTION = re.compile(r"\s(?:and|but|or)$")
"""What leads over to the writer's own words: `said he would stay, and | promised more`."""


def place_in(text: str, sentence: Parsed, part: tuple[int, int]) -> tuple[int, int] | None:
    """Give where the first to the last word of a part stand in the article; nothing where quoted words are cut."""
    tokens = sentence.document[part[0] : part[1] + 1]
    pieces = [sentence.frame.piece_at(token.idx) for token in tokens]
    if not pieces or any(piece.is_placeholder and piece.stretch is not None for piece in pieces):
        return None
    start = sentence.frame.text_offset(tokens[0].idx)
    end = sentence.frame.text_offset(tokens[-1].idx + len(tokens[-1]) - 1) + 1
    start, end = with_marks(text, *without_edges(text, start, end))
    return (start, end) if start < end else None


def with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Take along the mark at an edge whose other one stands within: `|“cheap” loans`, not `cheap” loans`."""
    if len(MARK.findall(text, start, end)) % 2 == 0:
        return start, end
    if start and MARK.match(text, start - 1):
        return start - 1, end
    closing = CLOSING.match(text, end)
    return start, closing.end() if closing else end


def without_edges(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out punctuation and white space at both ends, and a conjunction or a source in parentheses at the last."""
    part = LAST_CONJUNCTION.sub("", text[start:end].rstrip(EDGES))
    source = SOURCE.search(part, max(0, len(part) - LONGEST_SOURCE))
    return bare(part[: source.start()] if source else part, start)


def bare(part: str, start: int) -> tuple[int, int]:
    """Give the place of a part that begins at `start`, without punctuation and white space at both ends."""
    return start + len(part) - len(part.lstrip(EDGES)), start + len(part.rstrip(EDGES))
