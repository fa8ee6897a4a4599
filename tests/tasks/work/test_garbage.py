"""Garbage is looked for seldom."""

import os
import subprocess
import sys

import pytest

from tasks.work.garbage import NEW_OBJECTS
from tests.support.places import ROOT


@pytest.mark.parametrize("module", ["flows.cli", "tasks.work.loaded"])
def test_who_works_much_looks_for_garbage_seldom(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLEDGER_WORKERS_LOAD", "en_core_web_sm")
    asked = f"import gc, {module}; print(gc.get_threshold()[0])"
    printed = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout
    assert printed.split() == [str(NEW_OBJECTS)]


def test_arrow_takes_its_memory_from_the_system() -> None:
    shown = "import flows.cli, pyarrow; print(pyarrow.default_memory_pool().backend_name)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("ARROW_DEFAULT_MEMORY_POOL", None)
    done = subprocess.run([sys.executable, "-c", shown], env=environment, check=True, capture_output=True, text=True)
    assert done.stdout == "system\n"
