"""The engine of a Dask cluster: the user's own, by the address of its scheduler, or one of processes on this machine.

Dask gives the parts of a lost worker to others by itself, as often as the scheduler is set to; after that they are lost
to us. Who works, and how many, is asked anew for each part: clusters grow and shrink.
"""

import logging
import time
from concurrent.futures import CancelledError
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from struct import Struct
from threading import Lock
from typing import Any, Generic, TypeVar

import dask
from distributed import Client, Future, LocalCluster
from distributed.scheduler import KilledWorker

from tasks.engines.engine import EngineError, Job, Part, WorkerLost
from tasks.engines.remote import CLUSTER_LOST, SECONDS_TO_CONNECT, raise_from_worker, require_listening
from tasks.engines.worker import Preloaded, preload

Result = TypeVar("Result")

PARTS_AHEAD_OF_EACH = 4
SECONDS_BETWEEN_LOOKS = 2.0
SECONDS_WITHOUT_WORKERS = 60.0
"""How long a cluster may be without any worker: nannies start them again, and elastic ones fetch machines."""

HOST = "127.0.0.1"
GREETING_LENGTH = Struct("<Q")
MOST_GREETING_BYTES = 1_000_000
SETTINGS = {
    "distributed.worker.multiprocessing-method": "forkserver",  # workers share what is preloaded
    "distributed.comm.timeouts.connect": f"{SECONDS_TO_CONNECT}s",
    "distributed.deploy.lost-worker-timeout": "1h",  # a busy machine takes more than the usual 15 s to start another
}
WORKING = Lock()
"""A worker with several threads does one part at a time all the same: the model of English is one for all of them."""


def do(job: Job[Result], part: Part) -> Result:
    """Do a part of a job, as a worker."""
    with WORKING:
        return job(part)


class DaskEngine:
    """Gives parts to a cluster's workers, and ends the cluster with itself if it has started it."""

    def __init__(self, *, workers: int, cluster: str | None, preloaded: Preloaded) -> None:
        """Start a cluster of some workers here, or join the one at an address such as `tcp://10.0.0.5:8786`.

        Raises EngineError where no scheduler, or no worker, is at that address.
        """
        logging.getLogger("distributed").setLevel(logging.CRITICAL)
        self._where = cluster or "this machine"
        with ExitStack() as opening:
            opening.enter_context(dask.config.set(SETTINGS))
            address = cluster or opening.enter_context(local_cluster(workers, preloaded)).scheduler_address
            self._client = opening.enter_context(client_of(address))
            self._require_any_worker()
            self._to_be_closed = opening.pop_all()

    @property
    def parts_ahead(self) -> int:
        """Some for each worker that there is now."""
        return PARTS_AHEAD_OF_EACH * max(1, self._worker_count())

    def submit(self, job: Job[Result], part: Part) -> "DaskPending[Result]":
        """Give a part to the scheduler."""
        return DaskPending(self, self._client.submit(do, job, part, pure=False))

    def wait_for(self, future: "Future[Any]") -> None:
        """Wait until a future is done, in one way or another; raise EngineError where nobody is left to do it."""
        seen_at = time.monotonic()
        while not future.done():
            with suppress(TimeoutError, CancelledError):
                future.exception(timeout=SECONDS_BETWEEN_LOOKS)
            if future.done() or self._worker_count():
                seen_at = time.monotonic()
            elif time.monotonic() - seen_at > SECONDS_WITHOUT_WORKERS:
                raise EngineError(f"The cluster at {self._where} has no worker left. Start some, then run it again.")

    def lost(self) -> EngineError:
        """Return the error of a scheduler that is gone."""
        return EngineError(CLUSTER_LOST.format(where=self._where))

    def close(self) -> None:
        """Let go of all that was asked for, and end what was started here."""
        self._to_be_closed.close()

    def _worker_count(self) -> int:
        """Ask the scheduler how many workers it has; raise EngineError where it is gone."""
        try:
            return len(self._client.nthreads())
        except (OSError, RuntimeError, TypeError, CancelledError) as error:
            raise self.lost() from error

    def _require_any_worker(self) -> None:
        """Raise EngineError unless there is a worker within some seconds."""
        try:
            self._client.wait_for_workers(1, timeout=SECONDS_TO_CONNECT)
        except TimeoutError as error:
            raise EngineError(
                f"The cluster at {self._where} has no worker: start one by `dask worker {self._where} --nthreads 1`."
            ) from error


@dataclass(frozen=True, slots=True)
class DaskPending(Generic[Result]):
    """A part that the cluster has been given."""

    engine: DaskEngine
    future: "Future[Result]"

    def result(self) -> Result:
        """Wait for the result; raise what the job raised, `WorkerLost`, or EngineError where the cluster is gone."""
        self.engine.wait_for(self.future)
        if self.future.status in {"cancelled", "lost"}:
            raise self.engine.lost()
        error = self.future.exception()
        if isinstance(error, KilledWorker):
            raise WorkerLost(str(error)) from error
        if error is not None:
            raise_from_worker(error)
        done: Result = self.future.result()
        return done


def client_of(address: str) -> Client:
    """Connect to a scheduler; raise EngineError where what listens there is none.

    Dask's own client waits for ever where something listens and is silent. A scheduler speaks first, unless by TLS: it
    says how many bytes its greeting has.
    """
    no_scheduler = EngineError(f"What answers at {address} is no scheduler of Dask's. Look at --cluster.")
    said = require_listening(address, seconds=SECONDS_TO_CONNECT, greeting_bytes=GREETING_LENGTH.size)
    if not address.startswith("tls:") and (
        len(said) < GREETING_LENGTH.size or GREETING_LENGTH.unpack(said)[0] > MOST_GREETING_BYTES
    ):
        raise no_scheduler
    try:
        return Client(address, timeout=SECONDS_TO_CONNECT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise no_scheduler from error


def local_cluster(workers: int, preloaded: Preloaded) -> LocalCluster:
    """Start processes of one thread each; a part that loses one of them is ours to give again."""
    preload(replace(preloaded, modules=(*preloaded.modules, "distributed")))
    return LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        processes=True,
        memory_limit=0,  # the machine's own: a worker that is paused, or spills, does nothing at all for us
        dashboard_address=f"{HOST}:0",
        silence_logs=logging.CRITICAL,
        scheduler_kwargs={"allowed_failures": 0},
    )
