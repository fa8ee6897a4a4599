import multiprocessing
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from multiprocessing.synchronize import Event
from pathlib import Path

import duckdb
import pytest

from tests.support.ledger_rows import make_article, make_shard
from warehouse.catalogue import catalogue
from warehouse.catalogue.reader import pinned_versions, read_state
from warehouse.export.export import Order, export
from warehouse.folder import layout
from warehouse.folder.errors import WarehouseError
from warehouse.ledger.ledger import open_ledger
from warehouse.ledger.schemas import column_types
from warehouse.proofs.prove import prove
from warehouse.reading.stored import stored_articles
from warehouse.records import TABLES
from warehouse.views.relations import VIEWS

CHILDREN = multiprocessing.get_context("forkserver")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published") / "ledger"
    with open_ledger(folder) as opened:
        opened.land(make_shard([make_article(number) for number in range(1, 4)]))
    catalogue.publish(folder)
    return folder


@pytest.fixture
def warehouse(published: Path, tmp_path: Path) -> Iterator[Path]:
    """The warehouse, to be changed at will: afterwards it is again what it was, in the same place."""
    backup = shutil.copytree(published, tmp_path / "backup", symlinks=True)
    yield published
    shutil.rmtree(published, ignore_errors=True)
    shutil.copytree(backup, published, symlinks=True)


@pytest.fixture
def reader(published: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with catalogue.connect(published) as connection:
        yield connection


def land(folder: Path, *numbers: int) -> None:
    with open_ledger(folder) as opened:
        opened.land(make_shard([make_article(number) for number in numbers]))


def test_publish_comments_every_view_and_column(reader: duckdb.DuckDBPyConnection) -> None:
    schemas = "('main', 'marts', 'internal')"
    uncommented = reader.execute(f"""
        SELECT schema_name, view_name FROM duckdb_views() WHERE schema_name IN {schemas} AND NOT internal
        AND comment IS NULL
        UNION ALL
        SELECT schema_name, table_name FROM duckdb_tables() WHERE schema_name IN {schemas} AND comment IS NULL
        UNION ALL
        SELECT table_name, column_name FROM duckdb_columns() WHERE schema_name IN {schemas} AND NOT internal
        AND comment IS NULL
    """).fetchall()
    assert uncommented == []


@pytest.mark.parametrize("record", TABLES, ids=lambda record: record.table)
def test_publish_shows_every_stored_column(reader: duckdb.DuckDBPyConnection, record: type) -> None:
    shown = [name for name, *_ in reader.execute(f"DESCRIBE {record.table}").fetchall()]
    stored = list(column_types(record))
    assert [name for name in shown if name in stored] == stored, f"{VIEWS}/ledger/{record.table}.sql lacks a column"


def test_publish_shows_empty_tables_with_their_types(reader: duckdb.DuckDBPyConnection) -> None:
    described = reader.execute("DESCRIBE quotations").fetchall()
    types = {name: kind for name, kind, *_ in described}
    assert reader.execute("SELECT count(*) FROM quotations").fetchall() == [(0,)]
    assert (types["is_hedged"], types["cue_start_char"], types["speaker"]) == ("BOOLEAN", "BIGINT", "VARCHAR")


def test_publish_adds_what_is_derived(tmp_path: Path) -> None:
    first, second = make_article(1), make_article(1)
    other_source = {"source": "again.txt", "source_path": "/inbox/again.txt", "article_id": "0" * 20}
    twin = type(first)(**{name: other_source.get(name, getattr(second, name)) for name in first.__slots__})
    with open_ledger(tmp_path / "ledger") as opened:
        opened.land(make_shard([first, twin, make_article(2)]))
    catalogue.publish(tmp_path / "ledger")
    with catalogue.connect(tmp_path / "ledger") as connection:
        query = "SELECT article_id, duplicate_of FROM articles WHERE duplicate_of IS NOT NULL"
        assert connection.execute(query).fetchall() == [(first.article_id, twin.article_id)]
        query = "SELECT body FROM articles WHERE article_id = ?"
        assert connection.execute(query, [first.article_id]).fetchall() == [(first.body,)]
        query = "SELECT DISTINCT value_double, value_high_double FROM figures WHERE unit = 'USD'"
        assert connection.execute(query).fetchall() == [(6.5e9, None)]
        names = [name for name, *_ in connection.execute("DESCRIBE figures").fetchall()]
    at = names.index("value_high")
    assert names[at + 1 : at + 3] == ["value_double", "value_high_double"]


def test_publish_shows_offsets_that_duckdb_counts_as_python_does(reader: duckdb.DuckDBPyConnection) -> None:
    wrong = reader.execute("""
        SELECT count(*) FROM mentions JOIN articles USING (article_id)
        WHERE substring(articles.text, start_char + 1, end_char - start_char) <> mentions.text
    """).fetchall()
    assert wrong == [(0,)]


def test_publish_does_nothing_where_nothing_is_new(warehouse: Path) -> None:
    before = (warehouse / layout.CATALOGUE).stat()
    assert catalogue.publish(warehouse) is False
    assert (warehouse / layout.CATALOGUE).stat() == before
    land(warehouse, 4)
    assert catalogue.publish(warehouse) is True


def test_publish_follows_the_way_things_are_shown(warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("warehouse.marts.marts.fingerprint", lambda: "another")
    assert catalogue.publish(warehouse) is True


def test_publish_of_a_new_ledger_shows_empty_tables(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger"):
        pass
    assert catalogue.publish(tmp_path / "ledger") is True
    with catalogue.connect(tmp_path / "ledger") as connection:
        assert connection.execute("SELECT count(*) FROM marts.figures").fetchall() == [(0,)]


def test_publish_builds_an_unreadable_catalogue_again(warehouse: Path) -> None:
    (warehouse / layout.CATALOGUE).write_bytes(b"no database")
    with pytest.raises(WarehouseError, match=r"cannot be read .*newsledger repair"):
        catalogue.connect(warehouse)
    assert catalogue.publish(warehouse) is True
    catalogue.connect(warehouse).close()


def test_publish_refuses_a_folder_without_a_ledger(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="holds no warehouse"):
        catalogue.publish(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_publish_writes_a_file_that_older_clients_read(published: Path) -> None:
    header = (published / layout.CATALOGUE).read_bytes()[:64]
    assert header[8:12] == b"DUCK"
    assert header[12] == 65  # the storage of DuckDB 1.2, which every later version reads


def test_connect_goes_on_reading_what_it_opened(warehouse: Path) -> None:
    query = "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM marts.articles)"
    with catalogue.connect(warehouse) as old:
        land(warehouse, 4)
        catalogue.publish(warehouse)
        with catalogue.connect(warehouse) as new:
            assert old.execute(query).fetchall() == [(3, 3)]
            assert new.execute(query).fetchall() == [(4, 4)]


def test_connect_lets_nothing_be_written(reader: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(duckdb.InvalidInputException, match="read-only"):
        reader.execute("CREATE TABLE notes (note VARCHAR)")


def test_connect_of_a_plain_client_reads_the_same(published: Path) -> None:
    with duckdb.connect(str(published / layout.CATALOGUE), read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM figures").fetchall() == [(6,)]


def test_connect_knows_a_folder_without_a_warehouse(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match=r"holds no warehouse\. Name its folder with --warehouse"):
        catalogue.connect(tmp_path)


def test_connect_names_the_remedy_where_catalogue_and_marts_are_gone(warehouse: Path) -> None:
    (warehouse / layout.CATALOGUE).unlink()
    (warehouse / layout.MARTS).unlink()
    shutil.rmtree(warehouse / layout.MARTS_STORE)
    with pytest.raises(WarehouseError, match=r"newsledger\.duckdb is missing\. Run `newsledger repair"):
        catalogue.connect(warehouse)


def test_connect_knows_a_ledger_that_was_never_published(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger"):
        pass
    with pytest.raises(WarehouseError, match="Nothing has been ingested into"):
        catalogue.connect(tmp_path / "ledger")


MARTS_QUERY = "SELECT count(*), count(text), (SELECT count(*) FROM marts.dim_article) FROM marts.figures"
MAIN_QUERY = "SELECT count(*), count(body), (SELECT count(*) FROM search('trade')) FROM articles"


def asked_plainly(path: Path, query: str) -> list[tuple[int, ...]]:
    """Ask as a client does that knows nothing of Newsledger."""
    with duckdb.connect(":memory:") as connection:
        connection.execute(f"ATTACH '{path}' AS asked (READ_ONLY); USE asked")
        return connection.execute(query).fetchall()


def test_publish_writes_a_catalogue_that_needs_no_other_file(warehouse: Path, tmp_path: Path) -> None:
    alone = shutil.copy(warehouse / layout.CATALOGUE, tmp_path / "alone.duckdb")
    expected = {query: asked_plainly(warehouse / layout.CATALOGUE, query) for query in (MARTS_QUERY, MAIN_QUERY)}
    assert expected[MARTS_QUERY] == [(6, 6, 4)]
    assert expected[MAIN_QUERY] == [(3, 3, 3)]
    land(warehouse, 4)
    catalogue.publish(warehouse)
    assert asked_plainly(warehouse / layout.CATALOGUE, MARTS_QUERY) == [(8, 8, 5)]
    for folder in (layout.TABLES, layout.MARTS_STORE):
        shutil.rmtree(warehouse / folder)
    for query, rows in expected.items():
        assert asked_plainly(alone, query) == rows


def test_publish_above_the_limit_shows_files_and_says_what_to_run_once_they_are_gone(
    warehouse: Path, tmp_path: Path
) -> None:
    expected = asked_plainly(warehouse / layout.CATALOGUE, MARTS_QUERY)
    assert catalogue.publish(warehouse, max_bytes=0) is True
    assert catalogue.publish(warehouse, max_bytes=0) is False
    assert asked_plainly(warehouse / layout.CATALOGUE, MARTS_QUERY) == expected
    moved = warehouse.rename(tmp_path / "moved")
    for query in (MARTS_QUERY, MAIN_QUERY):
        with pytest.raises(duckdb.IOException, match="warehouse was moved, run `newsledger relocate`"):
            asked_plainly(moved / layout.CATALOGUE, query)
    assert catalogue.publish(moved, max_bytes=0) is True
    assert asked_plainly(moved / layout.CATALOGUE, MARTS_QUERY) == expected


def test_publish_follows_the_limit(warehouse: Path) -> None:
    (whole,) = asked_plainly(warehouse / layout.CATALOGUE, "SELECT is_complete FROM internal.state")
    assert catalogue.publish(warehouse, max_bytes=1000) is True
    (shown,) = asked_plainly(warehouse / layout.CATALOGUE, "SELECT is_complete FROM internal.state")
    assert catalogue.publish(warehouse) is True
    assert (whole, shown) == ((True,), (False,))


def test_connect_reads_a_copy_of_a_complete_catalogue_as_it_is(warehouse: Path, tmp_path: Path) -> None:
    moved = tmp_path / "moved"
    shutil.copytree(warehouse, moved)  # links followed, as an archive does that is packed and unpacked
    land(warehouse, 4)
    catalogue.publish(warehouse)
    with catalogue.connect(moved) as connection:
        assert connection.execute(MARTS_QUERY).fetchall() == [(6, 6, 4)]
    assert catalogue.publish(moved) is False


@pytest.mark.parametrize("is_copy", ["copy", "move"])
def test_connect_knows_a_moved_folder_and_publish_repairs_it(warehouse: Path, tmp_path: Path, is_copy: str) -> None:
    catalogue.publish(warehouse, max_bytes=0)
    moved = tmp_path / "moved"
    if is_copy == "copy":
        shutil.copytree(warehouse, moved, symlinks=True)
    else:
        warehouse.rename(moved)
    with pytest.raises(WarehouseError, match=r"was built in .*ledger and points .*newsledger relocate"):
        catalogue.connect(moved)
    assert catalogue.publish(moved, max_bytes=0) is True
    with catalogue.connect(moved) as connection:
        assert connection.execute("SELECT count(*) FROM marts.figures").fetchall() == [(6,)]


def test_connect_takes_another_path_to_the_same_folder(published: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(published)
    catalogue.connect(link).close()
    assert catalogue.publish(link) is False


def test_pinned_versions_are_those_of_the_current_and_the_previous_catalogue(warehouse: Path) -> None:
    for number in (4, 5, 6):
        land(warehouse, number)
        catalogue.publish(warehouse)
    assert pinned_versions(warehouse)["articles"] == {3, 4}
    state = read_state(warehouse)
    assert state
    assert state.sequence == 4
    assert {path.name for path in (warehouse / layout.MARTS_STORE).iterdir()} == {
        state.marts,
        f"3-{state.marts.removeprefix('4-')}",
    }


def read_until(folder: Path, done: Event, report: Path) -> None:
    """Opens the catalogue again and again; reports how often, and every failure and every torn state."""
    faults = []
    opened = 0
    while not done.is_set() or opened < 3:
        try:
            with catalogue.connect(folder) as connection:
                ((articles, files, mart),) = connection.execute(
                    "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM files), "
                    "(SELECT count(*) FROM marts.articles)"
                ).fetchall()
            if not articles == files == mart:
                faults.append(f"{articles} articles, {files} files, {mart} in the mart")
        except (WarehouseError, duckdb.Error) as error:
            faults.append(str(error))
        opened += 1
    report.write_text("\n".join([str(opened), *faults]))


def test_connect_works_at_every_moment_of_a_publication(warehouse: Path, tmp_path: Path) -> None:
    done = CHILDREN.Event()
    report = tmp_path / "report"
    child = CHILDREN.Process(target=read_until, args=(warehouse, done, report))
    child.start()
    for number in range(4, 7):
        land(warehouse, number)
        catalogue.publish(warehouse)
    done.set()
    child.join(60)
    opened, *faults = report.read_text().splitlines()
    assert faults == []
    assert int(opened) >= 3


def damaged_figures(folder: Path, how: str) -> None:
    """Cut the files of a table off, or delete them."""
    for path in (folder / layout.TABLES / "figures").glob("*.parquet"):
        path.unlink() if how == "gone" else path.write_bytes(path.read_bytes()[:200])


def proved(folder: Path) -> None:
    list(prove(folder))


def read_through(folder: Path) -> None:
    stored_articles(folder, first="", last="g")


def exported(folder: Path) -> None:
    export(folder, folder.parent / "exported", Order(format="csv", tables=("main.figures",)))


def ingested(folder: Path) -> None:
    land(folder, 1)


def published_again(folder: Path) -> None:
    shutil.rmtree(folder / layout.MARTS_STORE)
    catalogue.publish(folder)


@pytest.mark.parametrize("how", ["cut", "gone"])
@pytest.mark.parametrize("command", [proved, read_through, exported, ingested, published_again])
def test_whoever_meets_a_damaged_table_is_told_to_repair(
    warehouse: Path, command: Callable[[Path], None], how: str
) -> None:
    catalogue.publish(warehouse, max_bytes=0)
    damaged_figures(warehouse, how)
    with pytest.raises(WarehouseError, match=r"(?s)figures.*`newsledger repair"):
        command(warehouse)


def test_query_is_imported_without_heavy_libraries() -> None:
    code = "import sys, warehouse.reading.query; print(*sys.modules)"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"pyarrow", "pandas", "numpy", "deltalake"}.intersection(answer.stdout.split())
