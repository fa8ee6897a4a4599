"""One process beside this one, which does one part of a job after the other until nobody asks any more.

Workers are forked from a server that has loaded the model before it had any thread, so that all of them share it. A
worker ends when its parent does, however that ends.
"""

import multiprocessing
import os
import signal
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from threading import Thread
from typing import Any, TypeVar

from tasks.engines.engine import EngineError, WorkerLost

Result = TypeVar("Result")

PROCESSES = multiprocessing.get_context("forkserver")
FRESH_PROCESSES = multiprocessing.get_context("spawn")
"""Processes that share nothing and have nothing loaded."""

READY = "ready"
"""What a worker says first: one that ends before it has said so was not ended by any part of a job."""
CANNOT_BEGIN = (
    "A worker process ended before it could begin; what it printed, if anything, says why. "
    "Free memory, ask for fewer --workers, or take --engine local."
)
SECONDS_TO_END = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Preloaded:
    """Modules to be imported once for all workers, and what of the environment tells these what to load."""

    modules: tuple[str, ...] = ()
    variables: Mapping[str, str] = field(default_factory=dict)


def preload(wanted: Preloaded) -> None:
    """Let the server that workers are forked from import some modules; one that runs already goes without them."""
    os.environ.update(wanted.variables)
    PROCESSES.set_forkserver_preload(list(wanted.modules))


def start_preloading(wanted: Preloaded) -> None:
    """Start the server that workers are forked from, and return while it imports what they want to be preloaded."""
    preload(wanted)
    forkserver.ensure_running()


class Worker:
    """The parent's end of a worker."""

    def __init__(self, *, is_fresh: bool = False) -> None:
        """Start a process, forked from the server or a fresh one; it is ready some time later."""
        processes = FRESH_PROCESSES if is_fresh else PROCESSES
        self._connection, far_end = processes.Pipe()
        self._process = processes.Process(target=serve, args=(far_end,), name="newsledger-worker", daemon=True)
        self._is_ready = False
        try:
            self._process.start()
        except (EOFError, OSError) as error:
            raise EngineError(CANNOT_BEGIN) from error
        far_end.close()

    def run(self, job: Callable[[Any], Result], part: object) -> Result:
        """Have a part of a job done; raise what it raised, or `WorkerLost` where the process ended over it."""
        self._wait_until_ready()
        try:
            self._connection.send((job, part))
            result, error = self._connection.recv()
        except (EOFError, OSError) as lost:
            raise WorkerLost(f"process {self._process.pid} ended over {part}") from lost
        if error is not None:
            raise error
        done: Result = result
        return done

    def _wait_until_ready(self) -> None:
        """Wait for the first sign of life; raise EngineError where there is none."""
        if self._is_ready:
            return
        try:
            self._is_ready = self._connection.recv() == READY
        except (EOFError, OSError) as error:
            raise EngineError(CANNOT_BEGIN) from error

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.join(SECONDS_TO_END)
        with suppress(OSError):
            self._connection.close()


def serve(connection: Connection) -> None:
    """Do one part after the other, as a worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the parent too, which ends its workers itself
    Thread(target=end_with_parent, name="end-with-parent", daemon=True).start()
    connection.send(READY)
    while True:
        try:
            job, part = connection.recv()
        except EOFError:
            return
        connection.send(outcome(job, part))


def end_with_parent() -> None:
    """Wait for the parent's end, and end at once: nothing may write into a folder that another run has taken over."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def outcome(job: Callable[[Any], Any], part: object) -> tuple[object, Exception | None]:
    """Do a part of a job; return its result, or what it raised with the place where it did."""
    try:
        return job(part), None
    except Exception as error:  # noqa: BLE001 - it is raised again where the result is waited for
        error.add_note(f"In a worker:\n{traceback.format_exc()}")
        return None, error
