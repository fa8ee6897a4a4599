"""Files that are replaced whole or not at all, and failures of the file system in words."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from warehouse.folder.errors import PassingError, WarehouseError

REMEDIES = {
    errno.ENOSPC: "Free some disk space",
    errno.EDQUOT: "Free some disk space or raise the quota",
    errno.EFBIG: "Raise the limit on file sizes (`ulimit -f`)",
    errno.EACCES: "Give yourself the right to write there",
    errno.EPERM: "Give yourself the right to write there",
    errno.EROFS: "Make the file system writable or choose another folder with --warehouse",
}
"""What to do, by the error number of the operating system."""

PASSING = frozenset(
    {
        *(errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EAGAIN, errno.EBUSY, errno.ETIMEDOUT, errno.ESTALE),
        *(errno.ENFILE, errno.EMFILE, errno.ENOMEM, errno.EHOSTDOWN, errno.EHOSTUNREACH, errno.ENETDOWN),
    }
)
"""Failures that may be over a little later: a disk that is cleared, a share that comes back, a busy machine."""

OTHER_REMEDY = "Check the disk and the folder's permissions"

REPAIR = "Check the disk; mend a file that is damaged or missing with `newsledger repair`"
"""What to do about a table's file, where the operating system refuses nothing."""


@contextmanager
def failures_explained(path: Path) -> Iterator[None]:
    """Turn a failure of the file system within the block into a `WarehouseError` that says what to do."""
    try:
        yield
    except OSError as error:
        raise failure(path, reason=error.strerror or str(error), number=error.errno) from error


@contextmanager
def no_remains(folder: Path) -> Iterator[None]:
    """Delete what is being built in a folder aside where the block fails, so that a full disk has the room again."""
    try:
        yield
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def failure(path: Path, *, reason: str, remedy: str | None = None, number: int | None = None) -> WarehouseError:
    """Build the error for a path that could not be read or written; the operating system's number says what to do."""
    other_remedy = REPAIR if ".parquet" in reason else OTHER_REMEDY
    remedy = remedy or REMEDIES.get(number or 0, other_remedy)
    return (PassingError if number in PASSING else WarehouseError)(
        f"{path}: {reason}. Nothing of this step was published; what had landed before stands. "
        f"{remedy}, then run the same command again."
    )


def unreadable(path: Path) -> WarehouseError:
    """Build the error for a file of the warehouse that is there, but closed to whoever asks."""
    reason = os.strerror(errno.EACCES)
    return WarehouseError(f"{path} cannot be read: {reason}. Give yourself the right to read the warehouse's files.")


def is_closed(message: str) -> bool:
    """Tell whether a library's message passes on that the operating system lets a file not be opened."""
    return number_said(message) == errno.EACCES


def number_said(message: str) -> int | None:
    """Find the number of the operating system's error that a library passes on in words, of those with a remedy."""
    return next((number for number in REMEDIES if os.strerror(number) in message), None)


def check_room(path: Path, byte_count: int) -> None:
    """Raise `WarehouseError` where the disk has less room than a step may need, before anything is written."""
    free = shutil.disk_usage(path).free
    if free < byte_count:
        reason = f"{free:,} bytes are free there, but this step may need {byte_count:,}"
        raise failure(path, reason=reason, number=errno.ENOSPC)


def replace_file(path: Path, content: bytes, *, work: Path) -> None:
    """Replace a file's content at once: a reader, or a crash, finds the old content or the new, never a part.

    The new content is written below `work` first, on the same file system.
    """
    temporary = work / f"{path.name}.part"
    with temporary.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    temporary.replace(path)
    sync(path.parent)


def link_or_copy(source: Path, target: Path) -> None:
    """Show the same file under a second name; copy it where the file system knows no hard links."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def sync(path: Path) -> None:
    """Make a file or a folder's list of names survive a loss of power."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
