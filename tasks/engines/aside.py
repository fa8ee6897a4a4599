"""Work on a whole ledger in a process of its own, where it is large: the memory that it takes goes with the process."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from tasks.engines.engine import EngineError, WorkerLost
from tasks.engines.worker import Worker
from warehouse.ledger.ledger import Ledger
from warehouse.ledger.published import files_by_table

Result = TypeVar("Result")

LARGE_BYTES = 8 * 1024 * 1024
"""Parquet of a ledger from which the work takes longer than to start a process: some 7,000 short articles."""

LOST = (
    "The process that works on the ledger as a whole ended over it: most likely there is too little memory. Free some; "
    "then run the same command again."
)


@dataclass(frozen=True, slots=True)
class Whole(Generic[Result]):
    """Work that is not done in parts, as a worker takes it."""

    work: Callable[[], Result]

    def __call__(self, _: None) -> Result:
        """Do it."""
        return self.work()


def done_aside(work: Callable[[], Result], *, of: Ledger) -> Result:
    """Do work on a ledger, here where it is small; return what it returns, raise what it raises.

    Raises EngineError where the process ends over it.
    """
    return in_process(work) if is_large(of) else work()


def is_large(ledger: Ledger) -> bool:
    """Tell whether a ledger is large enough for a process of its own."""
    files = files_by_table(ledger.folder, ledger.head).values()
    return sum(file.stat().st_size for listed in files for file in listed) > LARGE_BYTES


def in_process(work: Callable[[], Result]) -> Result:
    """Do work in a process that ends with it, and has none of what workers share: the model takes 250 megabytes."""
    worker = Worker(is_fresh=True)
    try:
        return worker.run(Whole(work), None)
    except WorkerLost as error:
        raise EngineError(LOST) from error
    finally:
        worker.end()
