"""A job mapped over its parts: results in the parts' order, whoever does them, and whatever becomes of the workers."""

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from tasks.engines.engine import Engine, Job, Part, Pending, WorkerLost

Result = TypeVar("Result")

ATTEMPTS = 2
"""Workers are lost for reasons of their own too: a part is held at fault when it has lost two of them."""


def map_ahead(engine: Engine, job: Job[Result], parts: Iterable[Part]) -> Iterator[list[Result]]:
    """Yield for each part, in order, the results of what it had to be cut into: one, unless a worker was lost over it.

    As many parts as the engine wants are given to it ahead of the one that is waited for.
    """
    coming = iter(parts)
    waiting: deque[tuple[Part, Pending[Result]]] = deque()
    while True:
        for part in islice(coming, engine.parts_ahead - len(waiting)):
            waiting.append((part, engine.submit(job, part)))
        if not waiting:
            return
        part, pending = waiting.popleft()
        yield results(engine, job, part, pending)


def results(engine: Engine, job: Job[Result], part: Part, pending: Pending[Result]) -> list[Result]:
    """Wait for a part. Where its worker is lost it is done again, where that one is lost too by halves.

    So whatever ends every worker is found in the end, and given up alone.
    """
    for attempt in range(ATTEMPTS):
        try:
            return [(engine.submit(job, part) if attempt else pending).result()]
        except WorkerLost:
            continue
    halves = part.halves()
    if halves is None:
        return [job.give_up(part)]
    return [result for half in halves for result in results(engine, job, half, engine.submit(job, half))]
