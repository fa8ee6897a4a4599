import hashlib
import multiprocessing
import os
import random
import resource
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pyarrow as pa
import pytest

from tests.support.ledger_rows import (
    filled,
    make_article,
    make_file,
    make_rejection,
    make_shard,
    published_rows,
    table_of,
)
from warehouse.catalogue import catalogue
from warehouse.catalogue.tidying import tidy
from warehouse.folder import files, layout
from warehouse.folder.errors import WarehouseError
from warehouse.ledger import delta, ledger, upgrade
from warehouse.ledger.head import Head, published_head, read_head
from warehouse.ledger.ledger import KnownFile, Ledger, open_ledger
from warehouse.ledger.schemas import arrow_schema
from warehouse.ledger.shards import write_rows
from warehouse.marts import marts
from warehouse.records import TABLES, Figure, File, Record, Rejection

FIRST = [make_article(number) for number in range(1, 6)]
REVISED = [make_article(2, revision=1), make_article(3, revision=1)]
REPLACED = {make_article(2).article_id, make_article(3).article_id}

CHILDREN = multiprocessing.get_context("forkserver")
CHILDREN.set_forkserver_preload(["ledger_rows", "warehouse.catalogue.catalogue", "warehouse.ledger.ledger"])


def ingest(folder: Path) -> None:
    """Lands three shards, of which the second replaces two articles and adds a rejection, tidies and publishes."""
    with open_ledger(folder) as opened:
        opened.land(make_shard(FIRST))
        opened.land(
            {**make_shard(REVISED), "rejections": table_of(Rejection, [make_rejection(1)])},
            replaced_article_ids=REPLACED,
        )
        opened.land(make_shard([make_article(6)]))
        tidy(opened)
    catalogue.publish(folder)


@pytest.fixture(scope="module")
def ingested(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ingested") / "ledger"
    ingest(folder)
    return folder


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("empty") / "ledger"
    open_ledger(folder).close()
    return folder


@pytest.fixture
def opened(empty: Path, tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(shutil.copytree(empty, tmp_path / "ledger")) as fresh:
        yield fresh


def counts(folder: Path) -> dict[str, int]:
    return {table: len(rows) for table, rows in published_rows(folder).items() if rows}


def run_in_child(target: Callable[..., None], *arguments: object) -> int | None:
    child = CHILDREN.Process(target=target, args=arguments)
    child.start()
    child.join(60)
    return child.exitcode


def test_open_ledger_makes_an_empty_table_of_each_record(opened: Ledger) -> None:
    assert counts(opened.folder) == {}
    assert read_head(opened.folder) == opened.head
    assert opened.head.sequence == 0
    assert opened.head.tables.keys() == {record.table for record in TABLES}


def test_land_publishes_all_tables_at_once(opened: Ledger) -> None:
    opened.land(make_shard(FIRST))
    assert counts(opened.folder) == {"articles": 5, "mentions": 5, "figures": 10, "citations": 5, "files": 5}
    assert opened.head.sequence == 1
    assert published_head(opened.folder) == opened.head


def test_land_takes_the_paths_of_shards(opened: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "rejections.parquet"
    write_rows(path, Rejection, [make_rejection(1).as_row()])
    opened.land({"rejections": path})
    assert counts(opened.folder) == {"rejections": 1}


def test_land_twice_is_landing_once(opened: Ledger) -> None:
    opened.land(make_shard(FIRST))
    once = published_rows(opened.folder)
    opened.land(make_shard(FIRST))
    opened.land(make_shard(FIRST[:2]))
    assert published_rows(opened.folder) == once


def test_land_replaces_articles_and_their_facts(opened: Ledger) -> None:
    opened.land(make_shard(FIRST))
    opened.land(make_shard(REVISED), replaced_article_ids=REPLACED)
    assert counts(opened.folder) == {"articles": 5, "mentions": 5, "figures": 10, "citations": 5, "files": 5}
    rows = "".join(row for table in published_rows(opened.folder).values() for row in table)
    assert not any(article_id in rows for article_id in REPLACED)


def test_land_removes_without_new_rows(opened: Ledger) -> None:
    opened.land({**make_shard(FIRST), "rejections": table_of(Rejection, [make_rejection(1)])})
    gone = FIRST[0]
    opened.land(
        {},
        replaced_article_ids={gone.article_id},
        replaced_source_paths={gone.source_path, make_rejection(1).source_path},
    )
    assert counts(opened.folder) == {"articles": 4, "mentions": 4, "figures": 8, "citations": 4, "files": 4}


def test_land_leaves_alone_what_does_not_change(opened: Ledger) -> None:
    opened.land(make_shard(FIRST))
    before = opened.head
    opened.land({}, replaced_article_ids={"none such"}, replaced_source_paths={"/none/such"})
    opened.land({"figures": make_shard([])["figures"]})
    assert opened.head == before
    opened.land({"rejections": table_of(Rejection, [make_rejection(1)])})
    changed = {name for name, state in opened.head.tables.items() if state != before.tables[name]}
    assert changed == {"rejections"}


def test_land_replaces_more_keys_than_one_commit_takes(opened: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delta, "KEYS_PER_COMMIT", 2)
    opened.land(make_shard(FIRST))
    once = published_rows(opened.folder)
    opened.land(make_shard(FIRST))
    assert published_rows(opened.folder) == once


@pytest.mark.parametrize("name", ["it's", 'a"b', "back\\slash", "new\nline", "naïve 😀", "%_", "''; --"], ids=repr)
def test_land_replaces_by_any_source_path(opened: Ledger, name: str) -> None:
    rows = [make_rejection(1).as_row(), {**make_rejection(2).as_row(), "source_path": name}]
    table = pa.Table.from_pylist(rows, schema=table_of(Rejection, []).schema)
    opened.land({"rejections": table})
    opened.land({}, replaced_source_paths={name})
    assert counts(opened.folder) == {"rejections": 1}


@pytest.mark.parametrize(
    ("tables", "message"),
    [
        ({"figurines": table_of(Rejection, [])}, "no such tables: figurines"),
        ({"figures": table_of(Rejection, [])}, "rows for figures have the schema"),
    ],
)
def test_land_refuses_rows_that_are_not_the_tables(opened: Ledger, tables: dict[str, pa.Table], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        opened.land(tables)
    assert opened.head.sequence == 0


def test_known_files_says_what_became_of_each(opened: Ledger) -> None:
    article = FIRST[0]
    rejected = filled(File, source_path="/inbox/a b.txt", outcome="rejected", pipeline_version="2")
    assert opened.known_files() == {}
    opened.land({"files": table_of(File, [make_file(article), rejected])})
    assert opened.known_files() == {
        article.source_path: KnownFile(article.content_sha256, "accepted", article.article_id, "1"),
        "/inbox/a b.txt": KnownFile(None, "rejected", None, "2"),
    }


def test_keep_rejected_keeps_bytes_under_their_hash(opened: Ledger) -> None:
    content = b"\x00\xffnot text"
    digest = hashlib.sha256(content).hexdigest()
    with pytest.raises(ValueError, match="is not the SHA-256"):
        opened.keep_rejected(digest, content + b"!")
    path = opened.keep_rejected(digest, content)
    assert opened.keep_rejected(digest, content) == path == opened.folder / "rejected" / digest
    assert path.read_bytes() == content


def test_compact_merges_small_files_and_spares_those_of_readers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "SMALL_FILES", 3)
    monkeypatch.setattr(delta, "RETENTION_HOURS", 0)
    monkeypatch.setitem(delta.CONFIGURATION, "delta.deletedFileRetentionDuration", "interval 0 seconds")
    with open_ledger(tmp_path / "ledger") as opened:
        for number in range(1, 4):
            opened.land(make_shard([make_article(number)]))
        catalogue.publish(opened.folder)
        with catalogue.connect(opened.folder) as reader:
            for number in range(4, 9):
                opened.land(make_shard([make_article(number)]))
            before = published_rows(opened.folder)
            assert set(tidy(opened)) == {"articles", "mentions", "figures", "citations", "files"}
            assert tidy(opened) == []
            assert published_rows(opened.folder) == before
            assert reader.execute("SELECT count(*), count(body) FROM articles").fetchall() == [(3, 3)]
        assert len(list((opened.folder / "tables" / "articles").glob("*.parquet"))) == 3 + 1
        assert read_head(opened.folder) == opened.head


def test_compact_lets_marts_stay(opened: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "SMALL_FILES", 1)
    for number in range(1, 4):
        opened.land(make_shard([make_article(number)]))
    changed_in = {name: state.changed_in for name, state in opened.head.tables.items()}
    tidy(opened)
    assert {name: state.changed_in for name, state in opened.head.tables.items()} == changed_in


def test_open_ledger_takes_one_writer_and_names_it(opened: Ledger) -> None:
    with pytest.raises(WarehouseError, match=rf"being written by process {os.getpid()}\."):
        open_ledger(opened.folder)
    opened.land(make_shard(FIRST))


def hold(folder: Path, seconds: float) -> None:
    with open_ledger(folder) as held:
        (held.folder / "work" / "held").touch()
        if os.fork() == 0:  # a worker that outlives its parent must not hold the lock
            time.sleep(seconds)
            os._exit(0)
        os.kill(os.getpid(), signal.SIGKILL)


def test_open_ledger_takes_back_the_lock_of_a_killed_process_with_workers(tmp_path: Path) -> None:
    assert run_in_child(hold, tmp_path / "ledger", 5.0) == -signal.SIGKILL
    with open_ledger(tmp_path / "ledger") as opened:
        assert opened.head.sequence == 0


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("a[1]", "a path with '\\[' in it cannot hold a warehouse"),
        ("what?", "a path with '\\?' in it"),
        ("100%25", "a path with '%25' in it"),
    ],
)
def test_open_ledger_refuses_paths_that_its_libraries_misread(tmp_path: Path, name: str, message: str) -> None:
    with pytest.raises(WarehouseError, match=message):
        open_ledger(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["my news & 'quotes' #1 (50% a=b)", "ünï 中 semi;colon {y}"])
def test_open_ledger_bears_any_other_path(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    with open_ledger(folder) as opened:
        opened.land(make_shard(FIRST[:1]))
        opened.land(make_shard(FIRST[:1]))
    catalogue.publish(folder)
    with catalogue.connect(folder) as reader:
        assert reader.execute("SELECT count(*) FROM marts.figures").fetchall() == [(2,)]


def test_open_ledger_leaves_a_folder_of_other_files_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").touch()
    with pytest.raises(WarehouseError, match=r"is no warehouse and holds other files \(thesis\.doc\)"):
        open_ledger(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.doc"]


def test_open_ledger_refuses_a_file(tmp_path: Path) -> None:
    (tmp_path / "ledger").touch()
    with pytest.raises(WarehouseError, match="is a file"):
        open_ledger(tmp_path / "ledger")


def test_open_ledger_refuses_tables_without_a_head(ingested: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(ingested, tmp_path / "ledger", symlinks=True)
    (folder / layout.HEAD).unlink()
    with pytest.raises(WarehouseError, match=r"has rows, but HEAD\.json.* is missing.*newsledger repair"):
        open_ledger(folder)


def test_open_ledger_makes_the_rest_of_a_folder_begun(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger"):
        pass
    (tmp_path / "ledger" / layout.HEAD).unlink()
    shutil.rmtree(tmp_path / "ledger" / "tables" / "runs")
    (tmp_path / "ledger" / "tables" / "checks" / "_delta_log" / "00000000000000000000.json").unlink()
    ingest(tmp_path / "ledger")
    assert counts(tmp_path / "ledger")["articles"] == 6


@pytest.mark.parametrize("content", ["", "{", "[]", '{"sequence": 3}', '{"sequence": 1, "tables": {"files": 7}}'])
def test_open_ledger_refuses_a_damaged_head(ingested: Path, tmp_path: Path, content: str) -> None:
    folder = shutil.copytree(ingested, tmp_path / "ledger", symlinks=True)
    (folder / layout.HEAD).write_text(content)
    with pytest.raises(WarehouseError, match=r"HEAD\.json is damaged .*newsledger repair"):
        open_ledger(folder)


@pytest.mark.parametrize("lost", ["tables/figures", "tables/figures/_delta_log/00000000000000000003.json"])
def test_open_ledger_refuses_a_table_behind_its_head(ingested: Path, tmp_path: Path, lost: str) -> None:
    folder = shutil.copytree(ingested, tmp_path / "ledger", symlinks=True)
    path = folder / lost
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    with pytest.raises(WarehouseError, match=r"figures: version 3, which HEAD\.json names, is not there"):
        open_ledger(folder)


def test_open_ledger_adds_a_table_that_the_head_lacks(ingested: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(ingested, tmp_path / "ledger", symlinks=True)
    before = published_head(folder)
    shutil.rmtree(folder / "tables" / "dates")
    tables = {name: state for name, state in before.tables.items() if name != "dates"}
    ledger.write_head(folder, Head(sequence=before.sequence, tables=tables))
    with open_ledger(folder) as opened:
        assert opened.head.tables["dates"].version == 0
        assert opened.head.sequence == before.sequence


def as_nobody(folder: Path, errors: Path) -> None:
    if os.getuid() == 0:
        os.setuid(65534)
    try:
        open_ledger(folder)
    except WarehouseError as error:
        errors.write_text(str(error))


@pytest.mark.parametrize("kind", ["new folder", "warehouse"])
def test_open_ledger_says_what_to_do_about_a_read_only_folder(ingested: Path, kind: str) -> None:
    place = Path("/tmp") / f"newsledger-test-{os.getpid()}"  # pytest's own folders are closed to other users
    place.mkdir()
    folder = place / "ledger"
    try:
        folder.mkdir() if kind == "new folder" else shutil.copytree(ingested, folder, symlinks=True)
        errors = place / "errors"
        errors.touch()
        errors.chmod(0o666)
        folder.chmod(0o555)
        run_in_child(as_nobody, folder, errors)
        assert "ledger is read-only. Give yourself the right to write there" in errors.read_text()
    finally:
        folder.chmod(0o755)
        shutil.rmtree(place)


# Tables of an earlier version


def land_without(column: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lands articles as a version did whose figures lacked a column."""

    def older(record: type[Record]) -> pa.Schema:
        schema = arrow_schema(record)
        return schema.remove(schema.get_field_index(column)) if record is Figure else schema

    shard = make_shard(FIRST)
    with monkeypatch.context() as patched:
        for module in (delta, ledger, upgrade):
            patched.setattr(module, "arrow_schema", older)
        with open_ledger(folder) as opened:
            opened.land({**shard, "figures": shard["figures"].drop_columns([column])})


def test_open_ledger_gives_tables_the_columns_that_records_gained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    land_without("unit", tmp_path / "ledger", monkeypatch)
    with open_ledger(tmp_path / "ledger") as opened:
        opened.land(make_shard([make_article(6)]))
    catalogue.publish(tmp_path / "ledger")
    with catalogue.connect(tmp_path / "ledger") as reader:
        query = "SELECT unit, count(*) FROM figures GROUP BY unit ORDER BY unit"
        assert reader.execute(query).fetchall() == [("USD", 1), ("percent", 1), (None, 10)]


def test_open_ledger_takes_rows_whose_columns_are_described_otherwise_by_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def older(record: type[Record]) -> pa.Schema:
        schema = arrow_schema(record)
        place = schema.get_field_index(schema.names[0])
        return schema.set(place, schema.field(place).with_metadata({"description": "What it was called before."}))

    with monkeypatch.context() as patched:
        for module in (delta, ledger, upgrade):
            patched.setattr(module, "arrow_schema", older)
        with open_ledger(tmp_path / "ledger") as opened:
            shard = make_shard(FIRST)
            described = {name: rows.cast(older(Figure)) if name == "figures" else rows for name, rows in shard.items()}
            opened.land({"figures": described["figures"]})
    with open_ledger(tmp_path / "ledger") as opened:
        opened.land(make_shard([make_article(6)]))
        stored = delta.stored_schema(delta.open_table(tmp_path / "ledger" / "tables" / "figures"))
    assert stored.field(0).metadata == arrow_schema(Figure).field(0).metadata


def test_publish_asks_for_an_ingest_where_records_gained_columns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    land_without("unit", tmp_path / "ledger", monkeypatch)
    with pytest.raises(WarehouseError, match=r"figures is of an earlier version .* Any `newsledger ingest`"):
        catalogue.publish(tmp_path / "ledger")


def test_open_ledger_refuses_rows_that_cannot_have_a_gained_column(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    land_without("rule", tmp_path / "ledger", monkeypatch)
    with pytest.raises(WarehouseError, match=r"figures was written by another version .* differs in rule\."):
        open_ledger(tmp_path / "ledger")


# What a crash leaves


def die_at(step: int) -> None:
    """Lets this process kill itself at the given one of the moments at which something becomes durable."""
    left = iter(range(step, -1, -1))
    for module in (files, delta, marts, catalogue):
        durable = module.sync

        def dying(path: Path, durable: Callable[[Path], None] = durable) -> None:
            if next(left, 0) == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            durable(path)

        module.sync = dying  # type: ignore[attr-defined]


def ingest_until(folder: Path, step: int) -> None:
    ledger.SMALL_FILES = 1  # so that tables are compacted too
    die_at(step)
    ingest(folder)


def ingest_for(folder: Path, seconds: float) -> None:
    signal.setitimer(signal.ITIMER_REAL, seconds)  # SIGALRM, not handled, ends a process as SIGKILL does
    ingest(folder)


def check_after_crash(folder: Path, expected: dict[str, list[str]]) -> None:
    """Whatever is published is whole, the catalogue opens if it is there, and a redo gives the same tables."""
    if (folder / layout.CATALOGUE).exists():
        with catalogue.connect(folder) as reader:
            assert reader.execute("SELECT count(*) FROM articles").fetchall() == [(6,)]
    if (folder / layout.HEAD).exists():
        rows = published_rows(folder)
        assert len(rows["figures"]) == 2 * len(rows["articles"])
        assert len(rows["files"]) == min(6, len(rows["articles"]))
    ingest(folder)
    assert published_rows(folder) == expected
    with catalogue.connect(folder) as reader:
        assert reader.execute("SELECT count(*) FROM marts.figures").fetchall() == [(12,)]


@pytest.mark.parametrize(
    "step",
    [
        17,  # while the tables are made
        51,  # at the first HEAD
        60,  # amid the first landing
        85,  # amid the replacement
        125,  # amid the compaction
        139,  # at the HEAD that publishes it
        142,  # amid the marts
        145,  # before the marts are shown
        147,  # before the catalogue is swapped
        148,  # after it
    ],
)
def test_ingest_killed_at_a_step_and_repeated_gives_the_same_tables(ingested: Path, tmp_path: Path, step: int) -> None:
    folder = tmp_path / "ledger"
    assert run_in_child(ingest_until, folder, step) in {0, -signal.SIGKILL}
    check_after_crash(folder, published_rows(ingested))


def test_ingest_killed_at_any_moment_and_repeated_gives_the_same_tables(ingested: Path, tmp_path: Path) -> None:
    moments = random.Random(7)
    folder = tmp_path / "ledger"
    for _ in range(4):
        run_in_child(ingest_for, folder, moments.uniform(0.02, 0.9))
    check_after_crash(folder, published_rows(ingested))


def land_with_little_room(folder: Path, errors: Path) -> None:
    """Lands three times: with room, without, and with room again, in one open ledger."""
    with open_ledger(folder) as opened:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4000, resource.RLIM_INFINITY))
        try:
            opened.land(make_shard(REVISED), replaced_article_ids=REPLACED)
        except WarehouseError as error:
            errors.write_text(str(error)[:3000])
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        opened.land(make_shard([make_article(9)]))


def test_land_refuses_a_shard_that_the_disk_has_no_room_for(opened: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(files.shutil, "disk_usage", lambda path: SimpleNamespace(free=4096, path=path))
        with pytest.raises(WarehouseError, match=r"ledger: 4,096 bytes are free there, .* Free some disk space"):
            opened.land(make_shard(FIRST))
    opened.land(make_shard(FIRST))
    assert counts(opened.folder)["articles"] == 5


def test_land_on_a_full_disk_leaves_everything_as_it_was(ingested: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(ingested, tmp_path / "ledger", symlinks=True)
    catalogue.publish(folder)
    shown = (folder / layout.CATALOGUE).read_bytes()
    before = published_rows(folder)
    assert run_in_child(land_with_little_room, folder, tmp_path / "errors") == 0
    message = (tmp_path / "errors").read_text()
    assert "File too large" in message
    assert "Raise the limit on file sizes" in message
    assert "Nothing of this step was published" in message
    assert (folder / layout.CATALOGUE).read_bytes() == shown
    after = published_rows(folder)
    assert {name: set(rows) - set(after[name]) for name, rows in before.items()} == {name: set() for name in before}
    assert len(after["articles"]) == 7
