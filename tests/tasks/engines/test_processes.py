"""Worker processes: none is left behind, however the work ends."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from tasks.engines import worker
from tasks.engines.engine import EngineError
from tasks.engines.processes import ProcessEngine
from tasks.engines.worker import Preloaded, Worker
from tests.support.jobs import Doubling, Sleeping, tens
from tests.support.places import ROOT

SECONDS = 120
"""Longer than anything here takes on a machine that has much else to do."""

SLEEPING = """
import signal
import sys
from pathlib import Path
from tasks.engines.ahead import map_ahead
from tasks.engines.choice import EngineChoice, working_with
from tests.support.jobs import Sleeping, tens

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # as in a terminal: whoever runs the tests may ignore it
    with working_with(EngineChoice(workers=2), is_much=True) as engine:
        list(map_ahead(engine, Sleeping(folder=Path(sys.argv[1])), tens(4)))
"""


def wait_until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + SECONDS
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.05)


def is_running(process_id: int) -> bool:
    try:
        return psutil.Process(process_id).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def workers_noted(folder: Path) -> list[int]:
    return [int(path.name) for path in folder.iterdir()]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda number: number.name)
def test_workers_end_with_their_parent(tmp_path: Path, number: signal.Signals) -> None:
    noted = tmp_path / "noted"
    noted.mkdir()
    script = tmp_path / "sleeping.py"
    script.write_text(SLEEPING)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    parent = subprocess.Popen([sys.executable, str(script), str(noted)], env=environment, stderr=subprocess.DEVNULL)
    wait_until(lambda: len(workers_noted(noted)) == 2)
    parent.send_signal(number)
    assert parent.wait(SECONDS) != 0
    wait_until(lambda: not any(map(is_running, workers_noted(noted))))


def test_closing_ends_workers_in_the_middle_of_their_work(tmp_path: Path) -> None:
    engine = ProcessEngine(2, preloaded=Preloaded())
    pending = [engine.submit(Sleeping(folder=tmp_path), part) for part in tens(4)]
    wait_until(lambda: len(workers_noted(tmp_path)) == 2)
    engine.close()
    assert not any(map(is_running, workers_noted(tmp_path)))
    assert all(each.done() for each in pending)


def test_a_worker_that_cannot_begin_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "serve", os._exit)  # called with a connection, which is no exit code: it fails
    with pytest.raises(EngineError, match="--engine local"):
        Worker().run(Doubling(), tens(1)[0])
