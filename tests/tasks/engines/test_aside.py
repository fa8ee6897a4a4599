"""Work on a whole ledger in a process of its own: what it returns, what it raises, and that the process goes."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import psutil
import pytest

from tasks.engines import aside
from tasks.engines.aside import done_aside
from tasks.engines.engine import EngineError
from warehouse.folder.errors import WarehouseError
from warehouse.ledger.head import published_head
from warehouse.ledger.ledger import Ledger, open_ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "ledger") as opened:
        yield opened


@pytest.fixture
def _large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every ledger count as large."""
    monkeypatch.setattr(aside, "LARGE_BYTES", -1)


def test_work_on_a_small_ledger_is_done_here(ledger: Ledger) -> None:
    assert done_aside(os.getpid, of=ledger) == os.getpid()


@pytest.mark.usefixtures("_large")
def test_work_on_a_large_ledger_is_done_in_a_process_that_goes(ledger: Ledger) -> None:
    assert not psutil.pid_exists(done_aside(os.getpid, of=ledger))


@pytest.mark.usefixtures("_large")
def test_what_the_work_raises_is_raised(ledger: Ledger, tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="holds no warehouse"):
        done_aside(partial(published_head, tmp_path / "none"), of=ledger)


@pytest.mark.usefixtures("_large")
def test_a_process_that_ends_over_its_work_is_told_of_in_words(ledger: Ledger) -> None:
    with pytest.raises(EngineError, match="too little memory"):
        done_aside(os.abort, of=ledger)
