"""A job mapped over its parts: results in the parts' order, whoever does them, and whatever becomes of the workers."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from tasks.engines.engine import Engine, EngineError, Job, Part, Pending, WorkerLost

Result = TypeVar("Result")

ATTEMPTS = 2
"""Workers are lost for reasons of their own too: a part is held at fault when it has lost two of them."""

NO_WORKER_LASTS = (
    "Every worker process ends over its work, also over an article of Newsledger's own: most likely there is too "
    "little memory. Free some, or ask for fewer --workers; then run the same command again."
)


@dataclass(frozen=True, slots=True)
class Trial(Generic[Result]):
    """A job of which a worker does what has nothing to do with any part."""

    job: Job[Result]

    def __call__(self, _: Part) -> None:
        """Do it."""
        self.job.try_out()

    def try_out(self) -> None:
        """Do the same."""
        self.job.try_out()

    def give_up(self, _: Part) -> None:
        """Put nothing down: it concerns no part."""


def map_ahead(engine: Engine, job: Job[Result], parts: Iterable[Part]) -> Iterator[list[Result]]:
    """Yield for each part, in order, the results of what it had to be cut into: one, unless a worker was lost over it.

    As many parts as the engine wants are given to it ahead of the one that is waited for.
    """
    coming = iter(parts)
    waiting: deque[tuple[Part, Pending[Result]]] = deque()
    while True:
        for part in islice(coming, max(0, engine.parts_ahead - len(waiting))):
            waiting.append((part, engine.submit(job, part)))
        if not waiting:
            return
        part, pending = waiting.popleft()
        yield results(engine, job, part, pending)


def results(engine: Engine, job: Job[Result], part: Part, pending: Pending[Result]) -> list[Result]:
    """Wait for a part. Where its worker is lost it is done again, where that one is lost too by halves.

    So whatever ends every worker is found in the end, and given up alone. Raises EngineError where parts are not to
    blame, since workers end without any.
    """
    for attempt in range(ATTEMPTS):
        try:
            return [(engine.submit(job, part) if attempt else pending).result()]
        except WorkerLost:
            continue
    require_sound_workers(engine, job, part)
    halves = part.halves()
    if halves is None:
        return [job.give_up(part)]
    return [result for half in halves for result in results(engine, job, half, engine.submit(job, half))]


def require_sound_workers(engine: Engine, job: Job[Result], part: Part) -> None:
    """Raise EngineError where workers are lost over the job's trial as they were over a part of it."""
    for _ in range(ATTEMPTS):
        try:
            engine.submit(Trial(job), part).result()
        except WorkerLost:
            continue
        return
    raise EngineError(NO_WORKER_LASTS)
