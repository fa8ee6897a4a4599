"""The engine of several processes beside this one, for which this one reads and writes what is small."""

from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from threading import Lock
from typing import TypeVar

from tasks.engines.engine import Job, Part, WorkerLost
from tasks.engines.worker import Preloaded, Worker, preload

Result = TypeVar("Result")

PARTS_AHEAD_OF_EACH = 8
"""Parts that wait for each worker, so that none is idle while the parent checks and lands what is done."""


class ProcessEngine:
    """Keeps some worker processes busy; a thread of the parent waits for each of them."""

    def __init__(self, workers: int, *, preloaded: Preloaded) -> None:
        """Start the workers, forked from a process that has imported what they want to be preloaded."""
        preload(preloaded)
        self.parts_ahead = workers * PARTS_AHEAD_OF_EACH
        self._lock = Lock()
        self._is_closed = False
        self._workers: set[Worker] = set()
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="engine")
        for _ in range(workers):
            self._idle.put(self._start())

    def submit(self, job: Job[Result], part: Part) -> Future[Result]:
        """Give a part to the next worker that is idle."""
        return self._threads.submit(self._run, job, part)

    def close(self) -> None:
        """End all workers at once, whatever they are doing, and the threads that wait for them."""
        with self._lock:
            self._is_closed = True
            for worker in self._workers:
                worker.end()
        self._threads.shutdown(cancel_futures=True)

    def _run(self, job: Job[Result], part: Part) -> Result:
        """Have a worker do a part; one that is lost over it gets a successor."""
        worker = self._idle.get()
        try:
            return worker.run(job, part)
        except WorkerLost:
            worker = self._successor(worker)
            raise
        finally:
            self._idle.put(worker)

    def _start(self) -> Worker:
        """Start a worker, unless all have been ended."""
        with self._lock:
            if self._is_closed:
                raise WorkerLost("the engine is closed")
            worker = Worker()
            self._workers.add(worker)
        return worker

    def _successor(self, lost: Worker) -> Worker:
        """Start a worker in place of one that is lost; the lost one itself once the engine is closed."""
        with self._lock:
            if self._is_closed:
                return lost
            lost.end()
            self._workers.remove(lost)
        return self._start()
