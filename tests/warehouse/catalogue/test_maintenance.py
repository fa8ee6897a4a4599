"""Maintenance frees what nobody needs, spares what somebody may, and keeps a warehouse from growing beyond its data."""

import os
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from benchmarks.growth import grown, ingest
from flows.cli import app
from tests.support.ledger_rows import published_rows
from warehouse.catalogue import catalogue
from warehouse.catalogue.maintenance import MOST_FILES, maintain
from warehouse.folder import layout
from warehouse.ledger.history import read_history
from warehouse.ledger.ledger import open_ledger
from warehouse.proofs.files import prove_files
from warehouse.reading.as_of import connect_as_of
from warehouse.records import TABLES

INGESTS, EVERY, KEEP_RUNS = 18, 6, 4


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many") / "ledger"
    for number in range(1, 13):
        with open_ledger(folder) as ledger:
            ingest(ledger, number, keep_runs=4)
    return folder


def test_growth_is_bounded(tmp_path: Path) -> None:
    folder = tmp_path / "ledger"
    first, *_, last = grown(folder, ingests=INGESTS, maintained_every=EVERY, keep_runs=KEEP_RUNS)
    changed_tables = 6  # those that an ingest of the benchmark writes to
    small, kept_aside = MOST_FILES + EVERY, 2 * (KEEP_RUNS + 2)
    assert last.data_files <= changed_tables * (small + kept_aside)
    assert last.log_files <= len(TABLES) * (3 * EVERY + 8)
    assert last.kept_versions == KEEP_RUNS
    assert last.marts_folders == 2
    assert last.byte_count <= first.byte_count * 1.5
    with connect_as_of(folder, read_history(folder)[0].run_id) as connection:
        oldest = INGESTS - KEEP_RUNS + 1
        assert connection.execute("SELECT count(*), count(body) FROM articles").fetchall() == [(oldest + 1, oldest + 1)]


def test_maintain_leaves_rows_readers_and_history_alone(many: Path) -> None:
    before = published_rows(many)
    states = [state.run_id for state in read_history(many)]
    counts = {}
    for run_id in states:
        with connect_as_of(many, run_id) as connection:
            counts[run_id] = connection.execute("SELECT count(*), count(text) FROM figures").fetchall()
    with catalogue.connect(many) as reader:
        with open_ledger(many) as ledger:
            steps = {step.what: step for step in maintain(ledger, retention_hours=0)}
        assert reader.execute("SELECT count(*), count(text) FROM figures").fetchall() == counts[states[-1]]
        assert reader.execute("SELECT count(*) FROM marts.figures").fetchall() == [(26,)]
    assert steps["files that no kept state needs"].byte_count > 0
    assert steps["entries of logs before the oldest state kept"].count > 0
    assert published_rows(many) == before
    for run_id, counted in counts.items():
        with connect_as_of(many, run_id) as connection:
            assert connection.execute("SELECT count(*), count(text) FROM figures").fetchall() == counted
    with open_ledger(many) as ledger:
        ingest(ledger, 13, keep_runs=4)
    assert len(published_rows(many)["articles"]) == 14


def test_what_is_maintained_time_and_again_is_proved_after_each(tmp_path: Path) -> None:
    folder = tmp_path / "ledger"
    for number in range(1, 9):
        with open_ledger(folder) as ledger:
            ingest(ledger, number, keep_runs=2)
            if number % 2:
                continue
            steps = {step.what: step for step in maintain(ledger, retention_hours=0)}
        assert list(prove_files(folder)) == []
    assert steps["entries of logs before the oldest state kept"].count > 0
    assert (folder / layout.TABLES / "articles" / layout.LOG / "_last_checkpoint").exists()


def test_maintain_spares_young_files(many: Path) -> None:
    with open_ledger(many) as ledger:
        (old, *_) = [step for step in maintain(ledger, retention_hours=168) if step.what.startswith("files")]
    assert (old.count, old.byte_count) == (0, 0)


def test_maintain_clears_what_crashes_left(many: Path) -> None:
    work = many / layout.WORK
    shutil.rmtree(work / "catalogue", ignore_errors=True)  # of the last ingest, where no other test has maintained it
    (work / "shards" / "shard-00001").mkdir(parents=True)
    (work / "shards" / "shard-00001" / "raw.parquet").write_bytes(b"x" * 1000)
    (work / "HEAD.json.part").write_bytes(b"x")
    (work / "prefect").mkdir()
    stale = many / layout.MARTS_STORE / "1-stale"
    stale.mkdir()
    os.utime(stale, (0, 0))
    (many / layout.REJECTED).mkdir(exist_ok=True)
    (many / layout.REJECTED / ("0" * 64)).write_bytes(b"refused")
    done = CliRunner().invoke(app, ["maintain", "--dry-run", "--warehouse", str(many)])
    assert done.exit_code == 0, done.stderr
    for words in (
        "1 marts that",
        "2 leftovers in work of runs that did not end",
        "1 bytes of refused files",
        "bytes would be freed",
    ):
        assert words in done.stdout
    assert stale.exists()
    done = CliRunner().invoke(app, ["maintain", "--warehouse", str(many)])
    assert done.exit_code == 0, done.stderr
    assert "bytes were freed" in done.stdout
    assert sorted(path.name for path in work.iterdir()) == ["lock", "prefect", "publication.lock"]
    assert not stale.exists()
    assert list((many / layout.REJECTED).iterdir()) == []
    assert CliRunner().invoke(app, ["maintain", "--warehouse", str(many)]).stdout == "0 bytes were freed.\n"


@pytest.mark.parametrize("options", [[], ["--dry-run"]])
def test_maintain_refuses_beside_a_writer(many: Path, options: list[str]) -> None:
    with open_ledger(many):
        done = CliRunner().invoke(app, ["maintain", *options, "--warehouse", str(many)])
    assert done.exit_code == 1
    assert f"is being written by process {os.getpid()}" in done.stderr
