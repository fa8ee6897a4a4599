"""Reads one file whole: bounded, never waiting, and twice if it changes under the reader."""

import os
import stat
from typing import BinaryIO

from tasks.sources.limits import Limits
from tasks.sources.locations import Location
from tasks.sources.refusal import Refusal
from tasks.sources.walking import irregular_refusal

TOO_LARGE = "too_large"
"""The rule of a file that is larger than any article; one that holds many is read all the same."""

ATTEMPTS = 2
"""A file that is being written is read again once; one that still changes is left for the next ingest."""


def open_regular(path: str) -> BinaryIO:
    """Open a file for reading; a named pipe put in its place since it was found is refused, not waited for."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    file = os.fdopen(descriptor, "rb")
    mode = os.fstat(descriptor).st_mode
    if not stat.S_ISREG(mode):
        file.close()
        raise irregular_refusal(mode)
    return file


def read_whole(location: Location, limits: Limits) -> bytes:
    """Return a file's bytes as they were at one moment."""
    for _ in range(ATTEMPTS):
        with open_regular(location.path) as file:
            before = state_of(file)
            if before[0] > limits.max_file_bytes:
                raise too_large(before[0], limits)
            content = file.read(before[0] + 1)
            if state_of(file) == before and len(content) == before[0]:
                return content
    raise changed_refusal("The file changed while it was read, twice")


def state_of(file: BinaryIO) -> tuple[int, int]:
    """Return size and time of change, which show whether a file was written to."""
    status = os.fstat(file.fileno())
    return status.st_size, status.st_mtime_ns


def changed_refusal(reason: str) -> Refusal:
    """Make the refusal of a file that is being written to."""
    return Refusal("changed_during_read", reason, repair="Ingest again when nothing writes to it any more.")


def too_large(byte_count: int, limits: Limits) -> Refusal:
    """Make the refusal of a file above the limit."""
    return Refusal(
        TOO_LARGE,
        f"The file has {byte_count:,} bytes, more than the {limits.max_file_bytes:,} allowed",
        repair="Cut it into one file per article, or raise `max_file_bytes` in the configuration.",
    )
