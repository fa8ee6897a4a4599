"""The words of articles in a file of their own, from which those of any one are taken at once.

Pairs to be compared come in no order of the table that has the texts, and that can only be read many rows at a time:
read from there for some thousand pairs after the other, it was read as often as there were thousands of pairs.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache, partial
from pathlib import Path
from sys import intern
from tempfile import TemporaryFile
from typing import IO, NamedTuple

from tasks.resolvers.stories.wording import Wording

TEXTS_IN_MEMORY = 2000
"""Articles whose words stay in memory, those taken last: some 20 megabytes."""


class Place(NamedTuple):
    """Where an article's words lie in the file."""

    start: int
    size: int


@contextmanager
def shelved(wordings: Iterable[tuple[str, Wording]], *, folder: Path | None) -> Iterator[Callable[[str], Wording]]:
    """Put down the words of articles, given by key; within the block those of any key can be taken.

    The file has no name; it lies in the folder, or else where the operating system has its temporary files.
    """
    with TemporaryFile(dir=folder) as file:
        places = {key: Place(file.tell(), file.write(as_bytes(wording))) for key, wording in wordings}
        yield lru_cache(TEXTS_IN_MEMORY)(partial(taken, file, places))


def taken(file: IO[bytes], places: Mapping[str, Place], key: str) -> Wording:
    """Read an article's words."""
    place = places[key]
    file.seek(place.start)
    return of_bytes(file.read(place.size))


def as_bytes(wording: Wording) -> bytes:
    """Write words down; those in small letters follow from those written."""
    return json.dumps([wording.written, wording.paragraph_starts, wording.headline]).encode()


def of_bytes(content: bytes) -> Wording:
    """Read words that were written down."""
    written, starts, headline = json.loads(content)
    return Wording(
        words=tuple(intern(word.lower()) for word in written),
        written=tuple(map(intern, written)),
        paragraph_starts=tuple(starts),
        headline=tuple(headline),
    )
