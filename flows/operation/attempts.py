"""Waits for a warehouse that another run holds, and tries again after failures of disk or network that may pass.

Every attempt is what a user would do by hand, the same command again: what has landed is not done again.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from warehouse.folder.errors import BusyError, PassingError

Result = TypeVar("Result")

POLL_SECONDS = 5.0
"""How often it is asked whether the warehouse is free; asking costs the opening of one file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long to wait for another run in all, and how long before each new attempt after a failure, in seconds."""

    wait_seconds: float
    retry_delays: tuple[float, ...]


def patiently(
    work: Callable[[], Result],
    *,
    patience: Patience,
    say: Callable[[str], object],
    sleep: Callable[[float], object] = time.sleep,
) -> Result:
    """Return what the work returns, as soon as it can be done; `say` is told what is waited for.

    Raises the last BusyError or PassingError once the patience is at its end, and at once whatever else goes wrong.
    """
    delays = iter(patience.retry_delays)
    waited_seconds = 0.0
    while True:
        try:
            return work()
        except BusyError as error:
            seconds = min(POLL_SECONDS, patience.wait_seconds - waited_seconds)
            if seconds <= 0:
                raise
            if not waited_seconds:
                say(f"{error} Waiting for it up to {patience.wait_seconds:,.0f} s.")
            waited_seconds += seconds
        except PassingError as error:
            seconds = next(delays, -1.0)
            if seconds < 0:
                raise
            say(f"{error} Trying again in {seconds:g} s.")
        sleep(seconds)
