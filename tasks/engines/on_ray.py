"""The engine of a Ray cluster: the user's own, by its address, or one that is started on this machine.

The package `ray` is an extra; without it, asking for this engine says how to have it.
"""

import logging
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import ray
from ray.exceptions import (
    GetTimeoutError,
    NodeDiedError,
    OutOfMemoryError,
    RayError,
    RayTaskError,
    WorkerCrashedError,
)

from tasks.engines.engine import EngineError, Job, Part, WorkerLost
from tasks.engines.remote import CLUSTER_LOST, SECONDS_TO_CONNECT, raise_from_worker, require_listening

Result = TypeVar("Result")

PARTS_AHEAD_OF_EACH = 4
SECONDS_BETWEEN_LOOKS = 2.0


def do(job: Job[Any], part: Part) -> object:
    """Do a part of a job, as a worker."""
    return job(part)


class RayEngine:
    """Gives parts to a cluster's workers, and ends the cluster with itself if it has started it."""

    def __init__(self, *, workers: int, cluster: str | None) -> None:
        """Start some workers here, or join the cluster at an address such as `10.0.0.5:6379`.

        Raises EngineError where no cluster is at that address.
        """
        self._where = cluster or "this machine"
        if cluster:
            require_listening(cluster, seconds=SECONDS_TO_CONNECT)
        here = {} if cluster else {"num_cpus": workers, "include_dashboard": False}
        try:
            ray.init(address=cluster or "local", log_to_driver=False, logging_level=logging.CRITICAL, **here)
        except (RayError, OSError, RuntimeError, ValueError) as error:
            raise EngineError(f"No cluster of Ray's can be had at {self._where}: {error}") from error
        self._do = ray.remote(num_cpus=1, max_retries=0)(do)

    @property
    def parts_ahead(self) -> int:
        """Some for each core that the cluster has now."""
        return PARTS_AHEAD_OF_EACH * max(1, int(ray.cluster_resources().get("CPU", 1)))

    def submit(self, job: Job[Result], part: Part) -> "RayPending[Result]":
        """Give a part to the cluster."""
        return RayPending(self._where, self._do.remote(job, part))

    def close(self) -> None:
        """Let go of all that was asked for, and end what was started here."""
        ray.shutdown()


@dataclass(frozen=True, slots=True)
class RayPending(Generic[Result]):
    """A part that the cluster has been given."""

    where: str
    reference: Any

    def result(self) -> Result:
        """Wait for the result; raise what the job raised, `WorkerLost`, or EngineError where the cluster is gone."""
        while True:
            try:
                done: Result = ray.get(self.reference, timeout=SECONDS_BETWEEN_LOOKS)
            except GetTimeoutError:
                continue
            except (WorkerCrashedError, OutOfMemoryError, NodeDiedError) as lost:
                raise WorkerLost(str(lost)) from lost
            except RayTaskError as error:
                raise_from_worker(error.cause if isinstance(error.cause, Exception) else error)
            except RayError as error:
                raise EngineError(CLUSTER_LOST.format(where=self.where)) from error
            return done
