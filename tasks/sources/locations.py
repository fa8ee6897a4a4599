"""Where files are: the paths, folders and globs of a command line, walked in sorted order."""

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass

from tasks.sources.names import printable
from tasks.sources.refusal import Refusal
from warehouse.records import RawFile, Rejection


class NothingFound(FileNotFoundError):  # noqa: N818 - reads as what it says, like `Refusal`
    """A path or glob on the command line that leads to nothing: the user's mistake, not a file's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A file to be read: its absolute path as it was reached, and its name relative to what the user named.

    `real_path` is the path without symbolic links, by which a file that is reached twice is known.
    """

    path: str
    source: str
    real_path: str

    def member(self, name: str) -> "Location":
        """Return the location of a member of this archive."""
        path = f"{self.path}!{name}"
        return Location(path=path, source=f"{self.source}!{name}", real_path=path)

    def part(self, locator: str) -> "Location":
        """Return the location of one of the articles that this file holds."""
        path = f"{self.path}#{locator}"
        return Location(path=path, source=f"{self.source}#{locator}", real_path=path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A file that was left out on purpose, and why; it is no rejection, because nobody meant it to be read, or not yet.

    `is_settled` is false of one that is still being written.
    """

    source: str
    source_path: str
    reason: str
    is_settled: bool = True


SkipListener = Callable[[Skipped], None]


def skipped(location: Location) -> Skipped:
    """Describe a hidden file that is left out."""
    source, source_path = printable(location.source), printable(location.path)
    return Skipped(source=source, source_path=source_path, reason="hidden, or a system's own file")


def unsettled(location: Location) -> Skipped:
    """Describe a file that is left for the next run."""
    source, source_path = printable(location.source), printable(location.path)
    return Skipped(source=source, source_path=source_path, reason="still being written", is_settled=False)


def raw_file(location: Location, content: bytes, *, container_path: str | None = None) -> RawFile:
    """Make the record of a file that was read, or of a part of the container at a path."""
    return RawFile(
        source=printable(location.source),
        source_path=printable(location.path),
        content_sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        container_path=printable(container_path) if container_path else None,
    )


def rejection(location: Location, refusal: Refusal) -> Rejection:
    """Make the record of a file that could not be read."""
    return Rejection(
        source=printable(location.source),
        source_path=printable(location.path),
        content_sha256=None,
        article_id=None,
        stage="read",
        rule=refusal.rule,
        reason=refusal.reason,
        start_char=None,
        excerpt=refusal.excerpt,
        repair=refusal.repair,
    )


def refusal_of(error: OSError) -> Refusal:
    """Say in the user's words why the operating system would not give a file."""
    if isinstance(error, FileNotFoundError):
        return Refusal("vanished", "The file vanished before it could be read", repair="Ingest again.")
    if isinstance(error, PermissionError):
        reason = "The file cannot be read: permission denied"
        return Refusal("unreadable", reason, repair="Grant read permission to it and to its folder.")
    reason = f"The file cannot be read: {error.strerror or error}"
    return Refusal("unreadable", reason, repair="Check the disk and the file, then ingest again.")


def absolute(path: str) -> str:
    """Return a path from the root on, its symbolic links as they are."""
    return os.path.abspath(path)  # noqa: PTH100 - Path.absolute keeps `..`, Path.resolve follows links
