"""A warehouse in a bucket: what one machine publishes another reads, whatever happens in between."""

import multiprocessing
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import obstore
import pytest
from obstore.store import S3Store

from tests.support.ledger_rows import make_article, make_shard
from tests.support.s3_server import Server, held_by, make_bucket, objects, put_in_place
from warehouse.catalogue.catalogue import publish
from warehouse.catalogue.reader import connect
from warehouse.folder.errors import WarehouseError
from warehouse.ledger.ledger import open_ledger
from warehouse.remote import requests
from warehouse.remote.lock import give_up
from warehouse.remote.requests import Bucket
from warehouse.remote.working_copy import Access, at_hand, read_address

URL = "s3://news/my ledger"


class Stages(NamedTuple):
    """The same warehouse with an article, and with its revision too, which takes the place of its file."""

    first: Path
    second: Path


def land(folder: Path, *, revision: int = 0) -> None:
    with open_ledger(folder) as ledger:
        ledger.land(make_shard([make_article(1, revision=revision)]))


@pytest.fixture(scope="module")
def stages(tmp_path_factory: pytest.TempPathFactory) -> Stages:
    """Make ledgers without marts and catalogue, which take seconds to build."""
    folder = tmp_path_factory.mktemp("stages")
    land(folder / "first")
    put_in_place(folder / "first", folder / "second")
    land(folder / "second", revision=1)
    return Stages(folder / "first", folder / "second")


@pytest.fixture(scope="module")
def published(stages: Stages, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make marts and catalogue of the first."""
    folder = tmp_path_factory.mktemp("published") / "ledger"
    put_in_place(stages.first, folder)
    publish(folder)
    return folder


@pytest.fixture
def store(s3: Server, monkeypatch: pytest.MonkeyPatch) -> S3Store:
    """Serve, with a bucket, and do without catalogues, which take seconds to build."""
    monkeypatch.setattr(requests, "RETRIES", 1)
    monkeypatch.setattr("warehouse.remote.working_copy.publish", lambda _: True)
    assert s3.requests == []
    return make_bucket("news")


@pytest.fixture
def other_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], None]:
    """Go on with the cache of another machine."""
    return lambda name: monkeypatch.setenv("NEWSLEDGER_CACHE", str(tmp_path / name))


def write(warehouse: Path, url: str = URL, *, meanwhile: Callable[[Path], object] = str) -> None:
    """Do as an ingest would that makes of the copy what a warehouse is; something else happens before the upload."""
    with at_hand(url, Access.WRITING) as opened:
        put_in_place(warehouse, opened.folder)
        meanwhile(opened.folder)


def read(access: Access = Access.READING_PAST) -> dict[str, bytes]:
    with at_hand(URL, access) as opened:
        assert opened.remark == ""
        return held_by(opened.folder)


def named(store: S3Store, pattern: str) -> list[str]:
    return [key for key in objects(store) if pattern in key]


def test_what_one_machine_publishes_another_reads(
    s3: Server, published: Path, other_machine: Callable[[str], None]
) -> None:
    make_bucket("news")
    write(published, url=f"{URL}//")
    other_machine("other")
    for _ in range(2):
        s3.requests.clear()
        with at_hand(URL, Access.READING) as opened, connect(opened.folder) as connection:
            query = "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM marts.fct_figures)"
            assert connection.execute(query).fetchall() == [(1, 2)]
    assert sorted(s3.requests) == [
        f"GET /news/my ledger/{name}" for name in ("PUBLISHED.json", "corrections.csv", "newsledger.toml")
    ], "nothing has changed since the first reading"


@pytest.mark.usefixtures("store")
def test_a_reader_fetches_what_is_published_now_unless_it_asks_for_the_past(
    stages: Stages, other_machine: Callable[[str], None]
) -> None:
    write(stages.second)
    other_machine("other")
    present = read(Access.READING)
    (past,) = held_by(stages.second).keys() - present.keys()
    assert (past.partition("part-")[0], past in held_by(stages.first)) == ("tables/files/", True)
    assert read(Access.READING_PAST) == held_by(stages.second)


def test_only_what_is_new_is_uploaded_and_marts_lie_under_names_that_stay(
    s3: Server, store: S3Store, published: Path
) -> None:
    write(published)
    before = objects(store)
    assert stored_marts(store) == marts_of(published)
    with at_hand(URL, Access.WRITING) as opened:
        land(opened.folder, revision=1)
        publish(opened.folder)
        s3.requests.clear()
    put = [request.removeprefix("PUT /news/") for request in s3.requests if request.startswith("PUT")]
    assert not [key for key in put if key in before and "/tables/" in key]
    assert "my ledger/tables/articles/_delta_log/00000000000000000002.json" in put
    assert stored_marts(store) == marts_of(opened.folder) != marts_of(published)
    assert len(named(store, "/.marts/")) == len(named(store, "/marts/")), "the marts before are gone"
    after = objects(store)
    with at_hand(URL, Access.WRITING):
        pass
    assert objects(store) == after, "a run that changes nothing publishes nothing"


def stored_marts(store: S3Store) -> dict[str, bytes]:
    return {
        key.removeprefix("my ledger/marts/"): bytes(obstore.get(store, key).bytes()) for key in named(store, "/marts/")
    }


def marts_of(warehouse: Path) -> dict[str, bytes]:
    marts = (warehouse / "marts").resolve()
    return {str(path.relative_to(marts)): path.read_bytes() for path in marts.rglob("*") if path.is_file()}


@pytest.mark.parametrize("writes", [0, 4, 11])
def test_an_upload_that_is_cut_off_leaves_the_old_state_and_the_next_run_goes_on(
    s3: Server, store: S3Store, stages: Stages, other_machine: Callable[[str], None], writes: int
) -> None:
    write(stages.first)
    with pytest.raises(WarehouseError, match=r"cannot be reached.*Run the same command again"):
        write(stages.second, meanwhile=lambda _: setattr(s3, "writes_left", writes))
    s3.writes_left = None
    other_machine("other")
    assert read() == held_by(stages.first)
    other_machine("cache")
    with at_hand(URL, Access.WRITING) as opened:
        assert held_by(opened.folder) == held_by(stages.second)
    other_machine("other")
    assert read() == held_by(stages.second)
    assert named(store, "/tables/") == sorted(f"my ledger/{path}" for path in held_by(stages.second) if "/" in path)


def test_a_first_upload_that_is_cut_off_publishes_nothing_and_goes_on(
    s3: Server, store: S3Store, stages: Stages, other_machine: Callable[[str], None]
) -> None:
    with pytest.raises(WarehouseError, match=r"cannot be reached"):
        write(stages.first, meanwhile=lambda _: setattr(s3, "writes_left", 10))
    s3.writes_left = None
    other_machine("other")
    with pytest.raises(WarehouseError, match=r"s3://news/my ledger holds no warehouse"):
        read()
    give_up(Bucket(read_address(URL)))
    with pytest.raises(WarehouseError, match=r"PUBLISHED.json is missing"):
        write(stages.first)
    assert named(store, "/tables/"), "what is there stays"
    other_machine("cache")
    with at_hand(URL, Access.WRITING):
        pass
    assert read() == held_by(stages.first)


def ingest_until_killed(warehouse: Path) -> None:
    os.setpgrp()
    write(warehouse)


def test_a_kill_in_the_middle_of_an_upload_does_no_harm(
    s3: Server, store: S3Store, stages: Stages, other_machine: Callable[[str], None]
) -> None:
    write(stages.first)
    process = multiprocessing.get_context("spawn").Process(target=ingest_until_killed, args=(stages.second,))
    process.start()
    writes = iter(range(8))
    s3.on_write = lambda: next(writes, None) is None and os.kill(process.pid or 0, signal.SIGKILL)
    process.join()
    s3.on_write = int
    assert process.exitcode == -signal.SIGKILL
    assert named(store, "lock.json")
    other_machine("other")
    assert read() == held_by(stages.first)
    with pytest.raises(WarehouseError, match=f"is being written by process {process.pid} on .*newsledger unlock"):
        write(stages.second)
    other_machine("cache")
    with at_hand(URL, Access.WRITING):
        pass
    assert read() == held_by(stages.second)
    assert not named(store, "lock.json")


@pytest.mark.usefixtures("store")
def test_the_second_of_two_writers_is_told_so(stages: Stages, other_machine: Callable[[str], None]) -> None:
    with at_hand(URL, Access.WRITING) as opened:
        put_in_place(stages.first, opened.folder)
        with pytest.raises(WarehouseError, match=rf"^s3://news/my ledger is being written by process {os.getpid()}\."):
            write(stages.second)
        with at_hand(URL, Access.READING) as other:
            assert "is being written from this machine" in other.remark
        other_machine("other")
        with pytest.raises(WarehouseError, match=f"is being written by process {os.getpid()} on "):
            write(stages.second)
    assert read() == held_by(stages.first)


@pytest.mark.usefixtures("store")
def test_a_writer_that_was_overtaken_publishes_nothing(
    stages: Stages, other_machine: Callable[[str], None], tmp_path: Path
) -> None:
    write(stages.first)
    overtaken = tmp_path / "overtaken"
    put_in_place(stages.first, overtaken)
    (overtaken / "history.jsonl").write_text("overtaken\n")

    def overtake(_: Path) -> None:
        other_machine("other")
        give_up(Bucket(read_address(URL)))
        write(stages.second)

    with pytest.raises(WarehouseError, match=r"another writer has published since"):
        write(overtaken, meanwhile=overtake)
    other_machine("fresh")
    assert read() == held_by(stages.second)
    other_machine("cache")
    assert read() == held_by(stages.second), "work upon a state that is no longer published is given up"


@pytest.mark.usefixtures("store")
def test_a_writer_whose_lock_was_given_up_publishes_nothing(stages: Stages) -> None:
    write(stages.first)
    with pytest.raises(WarehouseError, match=r"the lock of this run was given up meanwhile"):
        write(stages.second, meanwhile=lambda _: give_up(Bucket(read_address(URL))))


@pytest.mark.usefixtures("store")
def test_a_run_that_failed_is_not_published_and_the_next_goes_on(
    stages: Stages, other_machine: Callable[[str], None]
) -> None:
    write(stages.first)
    with at_hand(URL, Access.WRITING) as opened:
        put_in_place(stages.second, opened.folder)
        opened.is_withheld = True
    with at_hand(URL, Access.READING) as opened:
        assert "an earlier run ended before it could publish" in opened.remark
        assert held_by(opened.folder) == held_by(stages.second)
    other_machine("other")
    assert read() == held_by(stages.first)
    other_machine("cache")
    with at_hand(URL, Access.WRITING) as opened:
        assert held_by(opened.folder) == held_by(stages.second)
    assert read() == held_by(stages.second)


def test_what_maintenance_deletes_goes_from_the_bucket(store: S3Store, stages: Stages) -> None:
    write(stages.second)
    with at_hand(URL, Access.WRITING) as opened:
        for path in (opened.folder / "tables" / "checks").rglob("*.json"):
            path.unlink()
    assert named(store, "/tables/articles/")
    assert not named(store, "/tables/checks/")


def test_settings_and_corrections_are_the_ones_in_the_bucket(store: S3Store, stages: Stages) -> None:
    obstore.put(store, "my ledger/newsledger.toml", b"[history]\nkeep_runs = 3\n")
    write(stages.first)
    with at_hand(URL, Access.READING) as opened:
        assert (opened.folder / "newsledger.toml").read_bytes() == b"[history]\nkeep_runs = 3\n"
    obstore.delete(store, "my ledger/newsledger.toml")
    obstore.put(store, "my ledger/corrections.csv", b"action,kind,name,value,article_id\n")
    with at_hand(URL, Access.READING) as opened:
        assert not (opened.folder / "newsledger.toml").exists()
        assert (opened.folder / "corrections.csv").exists()


def test_a_prefix_with_other_objects_is_refused(store: S3Store, stages: Stages) -> None:
    obstore.put(store, "my ledger/photos/1.jpg", b"")
    with pytest.raises(WarehouseError, match=r"holds other objects \(photos/1.jpg\). Choose an empty prefix"):
        write(stages.first)
    assert list(objects(store)) == ["my ledger/photos/1.jpg"], "and the lock is given back"


def test_what_is_damaged_in_the_bucket_is_named_and_a_repair_begins_with_the_rest(
    store: S3Store, stages: Stages, other_machine: Callable[[str], None]
) -> None:
    write(stages.first)
    (lost,) = named(store, "/tables/mentions/part-")
    obstore.delete(store, lost)
    other_machine("other")
    with pytest.raises(WarehouseError, match=r"is missing or was replaced.*newsledger repair --warehouse s3://news/my"):
        read()
    with at_hand(URL, Access.MENDING) as opened:
        assert held_by(stages.first).keys() - held_by(opened.folder).keys() == {lost.removeprefix("my ledger/")}


def test_a_lost_pointer_is_brought_back_from_a_machine_that_knows_it(store: S3Store, stages: Stages) -> None:
    write(stages.first)
    obstore.delete(store, "my ledger/PUBLISHED.json")
    with pytest.raises(WarehouseError, match=r"PUBLISHED.json is missing"):
        write(stages.second)
    with at_hand(URL, Access.MENDING):
        pass
    assert read() == held_by(stages.first)


@pytest.mark.usefixtures("store")
def test_errors_name_the_warehouse_as_the_user_does(stages: Stages) -> None:
    def fail(folder: Path) -> None:
        raise WarehouseError(f"{folder}/tables is gone")

    with pytest.raises(WarehouseError, match=r"^s3://news/my ledger/tables is gone$"):
        write(stages.first, meanwhile=fail)


def test_a_folder_is_at_hand_as_it_is(tmp_path: Path) -> None:
    with at_hand(str(tmp_path), Access.WRITING) as opened:
        assert (opened.folder, opened.name) == (tmp_path, str(tmp_path))
