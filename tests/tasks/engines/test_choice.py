"""Which engine works, and that nobody can tell from the tables which one it was."""

import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from distributed import LocalCluster

from flows.commands.ingest import Order, run_ingest
from tasks.engines import on_dask
from tasks.engines.ahead import map_ahead
from tasks.engines.choice import EngineChoice, working_with
from tasks.engines.engine import EngineError
from tasks.engines.local import LocalEngine
from tasks.engines.processes import ProcessEngine
from tests.support.jobs import Doubling, tens
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


def test_what_does_not_go_with_what_is_asked_for_goes() -> None:
    settings = EngineChoice(name="dask", cluster="tcp://10.0.0.5:8786")
    assert settings.overridden(EngineChoice(name="local")) == EngineChoice(name="local")
    assert settings.overridden(EngineChoice(name="dask")) == settings
    assert settings.overridden(EngineChoice(workers=2)) == EngineChoice(name="dask", workers=2)
    assert EngineChoice(name="dask", workers=4).overridden(settings) == settings


@pytest.mark.parametrize(
    ("choice", "reason"),
    [
        (EngineChoice(cluster="tcp://127.0.0.1:9"), "ask for --engine dask or ray"),
        (EngineChoice(name="dask", workers=2, cluster="tcp://127.0.0.1:9"), "leave out --workers"),
        (EngineChoice(name="dask", cluster="tcp://127.0.0.1:9"), "No cluster answers at tcp://127.0.0.1:9: Connection"),
        (EngineChoice(name="dask", cluster="tcp://no-such-host.invalid:9"), "No cluster answers at tcp://no-such"),
        (EngineChoice(name="dask", cluster="10.0.0.5"), "Write --cluster HOST:PORT"),
        (EngineChoice(name="dask", cluster="tcp://10.0.0.5:many"), "Write --cluster HOST:PORT"),
    ],
    ids=str,
)
def test_a_cluster_that_cannot_be_had_is_told_of_in_words(choice: EngineChoice, reason: str) -> None:
    with pytest.raises(EngineError, match=reason), working_with(choice):
        pass


def test_an_ingest_with_a_wrong_address_ends_before_anything_is_started(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order = Order(paths=[str(EXAMPLES)], engine=EngineChoice(name="dask", cluster="tcp://127.0.0.1:9"))
    assert run_ingest(order, warehouse=tmp_path / "ledger") == 1
    said = capsys.readouterr().err
    assert said.startswith("newsledger: No cluster answers at tcp://127.0.0.1:9: Connection refused.")
    assert said.count("\n") == 1


@pytest.fixture
def few_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(on_dask, "SECONDS_TO_CONNECT", 2)


@pytest.mark.usefixtures("few_seconds")
def test_what_is_no_scheduler_is_told_of_in_words() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        address = f"tcp://127.0.0.1:{listening.getsockname()[1]}"
        with (
            pytest.raises(EngineError, match="is no scheduler"),
            working_with(EngineChoice(name="dask", cluster=address)),
        ):
            pass


@pytest.mark.usefixtures("few_seconds")
def test_a_cluster_is_joined_and_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(on_dask, "SECONDS_BETWEEN_LOOKS", 0.2)
    monkeypatch.setattr(on_dask, "SECONDS_WITHOUT_WORKERS", 1.0)
    with LocalCluster(n_workers=0, processes=False, protocol="tcp://", dashboard_address="127.0.0.1:0") as cluster:
        choice = EngineChoice(name="dask", cluster=cluster.scheduler_address)
        with pytest.raises(EngineError, match="has no worker: start one by `dask worker"), working_with(choice):
            pass
        cluster.scale(1)
        with working_with(choice) as engine:
            assert list(map_ahead(engine, Doubling(), tens(2))) == [[[*range(0, 20, 2)]], [[*range(20, 40, 2)]]]
            cluster.scale(0)
            with pytest.raises(EngineError, match="has no worker left"):
                list(map_ahead(engine, Doubling(), tens(1)))
        assert cluster.status.name == "running"


def test_an_engine_whose_package_is_not_there_says_how_to_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    monkeypatch.delitem(sys.modules, "tasks.engines.on_ray", raising=False)
    with (
        pytest.raises(EngineError, match=r"pip install --editable '\.\[ray\]'"),
        working_with(EngineChoice(name="ray")),
    ):
        pass


class Way(NamedTuple):
    """A way of doing the same work."""

    engine: str
    workers: int
    files_in_a_shard: int
    shards_in_a_wave: int
    large_bytes: int
    zone: str
    hash_seed: str
    is_reversed: bool


WAYS = (
    Way("local", 1, 500, 40, 10**9, "UTC", "0", is_reversed=False),
    Way("processes", 1, 4, 40, -1, "Asia/Kamchatka", "1", is_reversed=True),
    Way("processes", 2, 1, 3, 10**9, "America/St_Johns", "2", is_reversed=False),
    Way("dask", 2, 4, 1, -1, "Pacific/Apia", "3", is_reversed=True),
)


def checksum(way: Way, warehouse: Path) -> str:
    """Ingest the examples in a way; return the hash of what has landed."""
    paths = sorted(map(str, EXAMPLES.glob("*.txt")), reverse=way.is_reversed)
    numbers = map(str, (way.workers, way.files_in_a_shard, way.shards_in_a_wave, way.large_bytes))
    arguments = [way.engine, *numbers, str(warehouse), *paths]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TZ": way.zone, "PYTHONHASHSEED": way.hash_seed}
    command = [sys.executable, "-m", "tests.support.checksum", *arguments]
    done = subprocess.run(command, env=environment, cwd=ROOT, check=True, capture_output=True, text=True)
    return done.stdout


def test_tables_are_the_same_in_whatever_way_they_were_made(tmp_path: Path) -> None:
    found = {checksum(way, tmp_path / str(number)) for number, way in enumerate(WAYS)}
    assert len(found) == 1
