"""What an engine is: something that does one part of a job after the other, here or elsewhere.

Jobs and parts travel to workers, so they hold names and paths, never records; results come back, so they are small.
"""

from typing import Any, Protocol, Self, TypeVar

from warehouse.folder.errors import ConfigurationError

Result_co = TypeVar("Result_co", covariant=True)


class EngineError(ConfigurationError):
    """The engine that was asked for cannot work here; the message says what to ask for instead."""


class WorkerLost(Exception):  # noqa: N818 - it says what happened, as `StopIteration` does
    """The worker ended over a part of a job, or was ended: the part may be at fault, or nobody."""


class Part(Protocol):
    """A part of a job, which may be cut further."""

    def halves(self) -> tuple[Self, Self] | None:
        """Cut it in two; None where it is one thing that cannot be cut."""


class Job(Protocol[Result_co]):
    """What is to be done with each part; doing it twice is doing it once."""

    def __call__(self, part: Any, /) -> Result_co:  # noqa: ANN401 - each job has parts of its own
        """Do it, in a worker."""

    def try_out(self) -> None:
        """Do, in a worker, what any part would want of it, with nothing of the user's."""

    def give_up(self, part: Any, /) -> Result_co:  # noqa: ANN401 - as above
        """Put down, where the job was given, that a part which cannot be cut ends every worker that touches it."""


class Pending(Protocol[Result_co]):
    """A part of a job that has been given to an engine."""

    def result(self) -> Result_co:
        """Wait for the result; raise what the job raised, or `WorkerLost`."""


class Engine(Protocol):
    """Whoever does the parts of jobs."""

    @property
    def parts_ahead(self) -> int:
        """How many parts it wants to be given before the first of them is asked for."""

    def submit(self, job: Job[Result_co], part: Part) -> Pending[Result_co]:
        """Take a part of a job; it is done at some time until its result is there."""

    def close(self) -> None:
        """End all that was begun; nothing of it is left behind."""
