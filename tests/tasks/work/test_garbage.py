"""Garbage is looked for seldom."""

import subprocess
import sys

import pytest

from tasks.work.garbage import NEW_OBJECTS


@pytest.mark.parametrize("module", ["flows.cli", "tasks.work.loaded"])
def test_who_works_much_looks_for_garbage_seldom(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLEDGER_WORKERS_LOAD", "en_core_web_sm")
    asked = f"import gc, {module}; print(gc.get_threshold()[0])"
    printed = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout
    assert printed.split() == [str(NEW_OBJECTS)]
