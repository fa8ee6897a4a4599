"""Long texts in chunks that the model can take."""

from collections.abc import Iterator

CHUNK_CHARS = 10_000
"""The model's memory grows with the text that it reads at once."""


def chunked(text: str, *, limit: int = CHUNK_CHARS) -> Iterator[tuple[int, str]]:
    """Cut a text into chunks of at most `limit` characters, each with its offset.

    A chunk ends at the last paragraph of its second half, or else sentence, or else word; a run of characters
    without any white space is cut where it stands.
    """
    start = 0
    while len(text) - start > limit:
        end = chunk_end(text, start + limit // 2, start + limit)
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def chunk_end(text: str, low: int, high: int) -> int:
    """Find the best place between two offsets to end a chunk: after a paragraph, a sentence or a word."""
    for mark in ("\n\n", ". ", " "):
        place = text.rfind(mark, low, high)
        if place >= 0:
            return place + len(mark)
    return high
