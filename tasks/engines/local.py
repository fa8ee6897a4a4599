"""The engine that is this process itself: each part is done when its result is asked for."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from tasks.engines.engine import Job, Part

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Deferred(Generic[Result]):
    """A part that waits until somebody asks for its result."""

    job: Job[Result]
    part: Part

    def result(self) -> Result:
        """Do it."""
        return self.job(self.part)


class LocalEngine:
    """Does everything here, one part after the other."""

    parts_ahead = 1

    def submit(self, job: Job[Result], part: Part) -> Deferred[Result]:
        """Take note of a part."""
        return Deferred(job, part)

    def close(self) -> None:
        """Leave nothing behind: nothing was begun."""
