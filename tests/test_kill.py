"""A kill at any moment: what was published stays readable, and the same command again gives the same tables."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.warehouse_rows import tables
from warehouse.reader import connect

EXAMPLES = Path(__file__).parents[1] / "examples" / "articles"

CHILD = """
import sys
from pathlib import Path
from tests.shard_by_shard import ingest_without_prefect
print("ready", flush=True)
ingest_without_prefect([sys.argv[1]], Path(sys.argv[2]), files_in_a_shard=2)
"""
"""The stages of the flow, one after the other, without the seconds that Prefect takes to start."""


def start(warehouse: Path) -> subprocess.Popen[str]:
    """Start an ingest of the examples and wait until its modules are loaded."""
    command = [sys.executable, "-c", CHILD, str(EXAMPLES), str(warehouse)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1])
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    return child


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, float]:
    """Ingest the examples in peace; return the warehouse and the seconds it took."""
    warehouse = tmp_path_factory.mktemp("undisturbed") / "ledger"
    started = time.monotonic()
    assert start(warehouse).wait() == 0
    return warehouse, time.monotonic() - started


@pytest.mark.parametrize("moment", [0.25, 0.5, 0.7, 0.85, 0.95])
def test_kill_and_again_gives_the_same_tables(undisturbed: tuple[Path, float], tmp_path: Path, moment: float) -> None:
    expected, seconds = undisturbed
    warehouse = tmp_path / "ledger"
    child = start(warehouse)
    time.sleep(moment * seconds)
    child.send_signal(signal.SIGKILL)
    child.wait()
    if (warehouse / "newsledger.duckdb").exists():
        connect(warehouse).close()
    assert start(warehouse).wait() == 0
    assert tables(warehouse) == tables(expected)
