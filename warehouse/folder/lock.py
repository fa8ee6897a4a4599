"""One writer per warehouse: an advisory lock that the operating system takes back when the process ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from warehouse.folder.errors import BusyError
from warehouse.folder.files import failures_explained

HELD_LOCKS: set[int] = set()
"""Descriptors of the locks that this process holds."""


def acquire(path: Path) -> int:
    """Take the lock at once or raise `BusyError` with the holder's process id; return its descriptor."""
    descriptor = opened(path)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.pread(descriptor, 32, 0).decode("ascii", "replace").strip() or "unknown"
        os.close(descriptor)
        raise BusyError(
            f"{path.parent.parent} is being written by process {holder}. Wait until it is done, or end it."
        ) from None
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, f"{os.getpid()}\n".encode("ascii"), 0)
    HELD_LOCKS.add(descriptor)
    return descriptor


def opened(path: Path) -> int:
    """Open a lock's file, made where it is missing; return its descriptor."""
    with failures_explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)


def release(descriptor: int) -> None:
    """Give the lock back; nothing happens where it was given back before."""
    if descriptor in HELD_LOCKS:
        HELD_LOCKS.remove(descriptor)
        os.close(descriptor)


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock within the block."""
    descriptor = acquire(path)
    try:
        yield
    finally:
        release(descriptor)


@contextmanager
def awaited(path: Path) -> Iterator[None]:
    """Hold the lock within the block, once whoever holds it has given it back: for work that is soon done."""
    descriptor = opened(path)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    HELD_LOCKS.add(descriptor)
    try:
        yield
    finally:
        release(descriptor)


def forget_inherited_locks() -> None:
    """Close the parent's locks in a forked child, which would otherwise hold them beyond the parent's death."""
    while HELD_LOCKS:
        os.close(HELD_LOCKS.pop())


os.register_at_fork(after_in_child=forget_inherited_locks)
