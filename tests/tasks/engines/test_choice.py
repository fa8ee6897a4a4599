"""Which engine works, and that nobody can tell from the tables which one it was."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tasks.engines.choice import EngineChoice, working_with
from tasks.engines.local import LocalEngine
from tasks.engines.processes import ProcessEngine
from tests.support.places import EXAMPLES, ROOT


@pytest.mark.parametrize(
    ("choice", "is_much", "kind"),
    [
        (EngineChoice(), False, LocalEngine),
        (EngineChoice(), True, ProcessEngine),
        (EngineChoice(workers=1), False, ProcessEngine),
        (EngineChoice(name="local"), True, LocalEngine),
        (EngineChoice(name="processes"), False, ProcessEngine),
    ],
)
def test_the_engine_follows_from_the_choice_and_the_work(choice: EngineChoice, *, is_much: bool, kind: type) -> None:
    with working_with(choice, is_much=is_much) as engine:
        assert isinstance(engine, kind)


def test_what_is_asked_for_goes_before_the_settings() -> None:
    settings = EngineChoice(name="processes", workers=4)
    assert settings.overridden(None) == settings
    assert settings.overridden(EngineChoice(workers=2)) == EngineChoice(name="processes", workers=2)


class Way(NamedTuple):
    """A way of doing the same work."""

    engine: str
    workers: int
    files_in_a_shard: int
    zone: str
    hash_seed: str
    is_reversed: bool


WAYS = (
    Way("local", 1, 500, "UTC", "0", is_reversed=False),
    Way("processes", 1, 4, "Asia/Kamchatka", "1", is_reversed=True),
    Way("processes", 2, 1, "America/St_Johns", "2", is_reversed=False),
)


def checksum(way: Way, warehouse: Path) -> str:
    """Ingest the examples in a way; return the hash of what has landed."""
    paths = sorted(map(str, EXAMPLES.glob("*.txt")), reverse=way.is_reversed)
    arguments = [way.engine, str(way.workers), str(way.files_in_a_shard), str(warehouse), *paths]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TZ": way.zone, "PYTHONHASHSEED": way.hash_seed}
    command = [sys.executable, "-m", "tests.support.checksum", *arguments]
    done = subprocess.run(command, env=environment, cwd=ROOT, check=True, capture_output=True, text=True)
    return done.stdout


def test_tables_are_the_same_in_whatever_way_they_were_made(tmp_path: Path) -> None:
    found = {checksum(way, tmp_path / str(number)) for number, way in enumerate(WAYS)}
    assert len(found) == 1
