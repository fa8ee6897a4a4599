"""A kill at any moment: what was published stays readable, and the same command again gives the same tables."""

import multiprocessing
import signal
import time
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import pytest

from flows.commands.ingest import Order, count_if_unchanged
from flows.commands.plan import planned
from tasks.settings.configuration import read_configuration
from tests.support.briefs import write_briefs
from tests.support.shard_by_shard import KillPoint, copied, ingest_in_a_process
from tests.support.warehouse_rows import rows, tables
from warehouse.catalogue.reader import connect
from warehouse.ledger.ledger import REPLACED_BY

PROCESSES = multiprocessing.get_context("forkserver")
"""Processes that find the modules loaded; a plain fork would not do, since delta-rs does not work in one."""

POINTS = {
    "between the tables of the first landing": KillPoint("warehouse.ledger.ledger.commit", 3),
    "when all has landed and earlier articles are to be dated again": KillPoint(
        "tasks.stages.settle_dates.landed_records", 1
    ),
    "between the tables of articles dated again": KillPoint("warehouse.ledger.ledger.commit", 2 * len(REPLACED_BY) + 3),
    "before the volumes are noted as settled": KillPoint("tests.support.shard_by_shard.note_settled", 1),
    "between the tables of entities": KillPoint("warehouse.ledger.ledger.exchange", 3),
    "before the entities are noted as resolved": KillPoint("tasks.stages.resolve_entities.note_resolved", 1),
    "before the catalogue is published": KillPoint("tasks.stages.publish.publish_catalogue", 1),
}
"""Calls of functions at which the process kills itself, by what has been done then; two shards land before."""


def start(paths: list[str], warehouse: Path, *, kill_point: KillPoint | None = None) -> ForkServerProcess:
    """Start an ingest in a process of its own."""
    process = PROCESSES.Process(target=ingest_in_a_process, args=(paths, warehouse, kill_point))
    process.start()
    return process


def ended(process: ForkServerProcess) -> int | None:
    """Wait for the end of a process; return its exit code."""
    process.join(timeout=120)
    return process.exitcode


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    PROCESSES.set_forkserver_preload(["tests.support.shard_by_shard"])
    return write_briefs(tmp_path_factory.mktemp("raw") / "briefs")


@pytest.fixture(scope="module")
def undated(paths: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ingest the undated brief alone, so that the next run has an earlier article to date again."""
    warehouse = tmp_path_factory.mktemp("undated") / "ledger"
    assert ended(start([paths["194"]], warehouse)) == 0
    return warehouse


@pytest.fixture(scope="module")
def undisturbed(
    undated: Path, paths: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> tuple[dict[str, list[tuple[object, ...]]], float]:
    """Ingest all briefs in peace; return the tables and the seconds that it took."""
    warehouse = copied(undated, tmp_path_factory.mktemp("undisturbed"))
    started = time.monotonic()
    assert ended(start(list(paths.values()), warehouse)) == 0
    return tables(warehouse), time.monotonic() - started


@pytest.mark.parametrize("kill_point", POINTS.values(), ids=POINTS)
def test_kill_at_a_point_and_again_gives_the_same_tables(
    undisturbed: tuple[object, float], undated: Path, paths: dict[str, str], tmp_path: Path, kill_point: KillPoint
) -> None:
    warehouse = copied(undated, tmp_path)
    assert ended(start(list(paths.values()), warehouse, kill_point=kill_point)) == -signal.SIGKILL
    assert rows(warehouse, "FROM articles SELECT issue") == [(194,)]
    assert ended(start(list(paths.values()), warehouse)) == 0
    assert tables(warehouse) == undisturbed[0]


@pytest.mark.parametrize("moment", [0.7])
def test_kill_at_a_moment_and_again_gives_the_same_tables(
    undisturbed: tuple[object, float], paths: dict[str, str], tmp_path: Path, moment: float
) -> None:
    expected, seconds = undisturbed
    warehouse = tmp_path / "ledger"
    process = start(list(paths.values()), warehouse)
    time.sleep(moment * seconds)
    process.kill()
    ended(process)
    if (warehouse / "newsledger.duckdb").exists():
        connect(warehouse).close()
    assert ended(start(list(paths.values()), warehouse)) == 0
    assert tables(warehouse) == expected


def test_a_run_cut_off_before_it_was_entered_is_gone_on_with(paths: dict[str, str], tmp_path: Path) -> None:
    """All its files have landed, but nothing was checked as a whole, and no run tells of them."""
    warehouse, brief = tmp_path / "ledger", [paths["194"]]
    kill_point = KillPoint("tests.support.shard_by_shard.make_run", 1)
    assert ended(start(brief, warehouse, kill_point=kill_point)) == -signal.SIGKILL
    assert count_if_unchanged(brief, warehouse=warehouse) is None
    assert planned(Order(paths=brief), warehouse=warehouse, configuration=read_configuration(warehouse)) == [
        (1, "run finished", "the last one was cut off before it was checked as a whole and entered")
    ]
    assert ended(start(brief, warehouse)) == 0
    assert count_if_unchanged(brief, warehouse=warehouse) == 1
