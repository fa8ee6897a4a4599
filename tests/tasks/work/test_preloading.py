"""The model is in memory before it is asked, where it will be asked."""

import os
import subprocess
import sys

import pytest

from tasks.engines.choice import EngineChoice
from tasks.work import preloading
from tasks.work.preloading import load_ahead
from tests.support.places import ROOT

SECONDS = 120


@pytest.mark.parametrize(
    ("choice", "is_much", "loaded"),
    [
        (EngineChoice(), False, ["here"]),
        (EngineChoice(), True, ["for workers"]),
        (EngineChoice(name="processes"), False, ["for workers"]),
        (EngineChoice(name="local"), True, ["here"]),
        (EngineChoice(name="dask"), True, []),
    ],
)
def test_the_model_is_loaded_where_the_articles_will_be_read(
    choice: EngineChoice, *, is_much: bool, loaded: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    noted: list[str] = []
    monkeypatch.setattr(preloading, "load", lambda _: noted.append("here"))
    monkeypatch.setattr(preloading, "start_preloading", lambda _: noted.append("for workers"))
    load_ahead("en_core_web_sm", choice=choice, is_much=is_much)
    assert noted == loaded


WORKING = """
import sys
from tasks.engines.choice import EngineChoice
from tasks.engines.processes import ProcessEngine
from tasks.engines.worker import Preloaded
from tasks.work.preloading import load_ahead
from tests.support.jobs import Importing, tens

if __name__ == "__main__":
    load_ahead("en_core_web_sm", choice=EngineChoice(name="processes"), is_much=False)
    engine = ProcessEngine(1, preloaded=Preloaded())
    sys.stdout.write(str(engine.submit(Importing(module="tasks.work.loaded"), tens(1)[0]).result()))
    engine.close()
"""


def test_workers_find_it_loaded() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", WORKING]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=SECONDS, check=True)
    assert done.stdout == "True"
