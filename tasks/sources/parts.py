"""The articles of a file that holds many: what a part is, and how a file is cut into parts while it is read.

How a kind of file is cut is known to whoever knows the kind (`tasks/formats/forms/`), and comes in from there.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from tasks.sources.budget import Readable
from tasks.sources.limits import Limits
from tasks.sources.locations import Location, SkipListener, raw_file, rejection
from tasks.sources.refusal import Refusal
from warehouse.records import RawFile, Rejection

HEAD_BYTES = 65_536
"""First bytes by which a file's form is recognised: a page's head, or the names in a packed document, fit in."""

LONGEST_LOCATOR = 150
LOCATOR_SAFE = " @<>$&+,:;=()[]{}|~^'\"*"
"""What a locator keeps as it is; marks that divide paths are written as `%2F`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """An article's share of a file. `locator` tells it from the file's others; its bytes alone can be read as a file.

    `problem` says why it is refused ahead of all reading, such as that it is larger than any article.
    """

    locator: str
    content: bytes = b""
    problem: Refusal | None = None


Cut = Callable[[Readable, int], Iterator[Part] | None]
"""Cuts a stream into parts of at most so many bytes; None where it turns out to hold one article after all."""

Cutter = Callable[[bytes], Cut | None]
"""Says by its first bytes how a file is cut; None for a file that is one article."""


def uncut(_head: bytes) -> None:
    """Take every file for one article."""


def unheld(_file: RawFile) -> bool:
    """Hold no file."""
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """How files are read: within which limits, who is told of what is left out, and how files are cut.

    One that `is_held` was found to be one article before: it is not asked again what it is.
    """

    limits: Limits
    on_skip: SkipListener
    cutter: Cutter = uncut
    is_held: Callable[[RawFile], bool] = unheld


@dataclass(slots=True, kw_only=True)
class Peeked:
    """A stream whose first bytes have been read already: they come first."""

    head: bytes
    stream: Readable

    def read(self, size: int, /) -> bytes:
        """Read up to `size` bytes."""
        if self.head:
            content, self.head = self.head[:size], self.head[size:]
            return content
        return self.stream.read(size)


def read_parts(location: Location, parts: Iterable[Part]) -> Iterator[RawFile | Rejection]:
    """Yield a file's parts as files; those of the same locator are numbered, and a file without any is refused."""
    seen: dict[str, int] = {}
    for part in parts:
        locator = quote(part.locator, safe=LOCATOR_SAFE)[:LONGEST_LOCATOR]
        seen[locator] = number = seen.get(locator, 0) + 1
        place = location.part(locator if number == 1 else f"{locator} ({number})")
        if part.problem:
            yield rejection(place, part.problem)
        else:
            yield raw_file(place, part.content, container_path=location.path)
    if not seen:
        raise Refusal("empty_container", "The file holds no article", repair="Leave it out.")
