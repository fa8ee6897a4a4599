"""Files that are still being written: left for the next run where somebody else fills the folder."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from tasks.sources.locations import Location

SETTLE_SECONDS: ContextVar[float] = ContextVar("SETTLE_SECONDS", default=0.0)


@contextmanager
def settling(seconds: float) -> Iterator[None]:
    """Within the block, leave out files that have changed within so many seconds."""
    token = SETTLE_SECONDS.set(seconds)
    try:
        yield
    finally:
        SETTLE_SECONDS.reset(token)


def is_settled(location: Location) -> bool:
    """Tell whether a file has not changed of late; one that cannot be looked at is left to whoever reads it.

    By the time of the last change of any kind, because programs that copy set the time of writing back. A clock that
    is ahead of ours by more than that does not keep a file out for ever.
    """
    seconds = SETTLE_SECONDS.get()
    if not seconds:
        return True
    try:
        changed_at = os.stat(location.path).st_ctime  # noqa: PTH116 - a name that is not UTF-8 stays as it is
    except OSError:
        return True
    return abs(time.time() - changed_at) >= seconds
