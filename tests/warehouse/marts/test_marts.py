import dataclasses
import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.support.ledger_rows import filled, make_article, make_rejection, make_shard, span, table_of
from warehouse.folder import layout
from warehouse.folder.errors import WarehouseError
from warehouse.ledger.head import published_head
from warehouse.ledger.ledger import open_ledger
from warehouse.marts import marts, parquet
from warehouse.marts.marts import refresh_marts, show_marts
from warehouse.records import MARTS, Mention, Rejection

FILES = sorted(f"{mart}.parquet" for mart in MARTS)
DAYS = {1: date(1999, 3, 9), 2: date(1998, 3, 9), 3: date(1999, 3, 9)}
ARTICLES = [make_article(number, published_on=day) for number, day in DAYS.items()]


def write_marts(folder: Path) -> list[str]:
    """Bring the marts to what is published, as the catalogue does; return the names of those written anew.

    The files of the index are left out: `tests/warehouse/search/test_index.py` looks at them.
    """
    head = published_head(folder)
    written = refresh_marts(folder, head)
    show_marts(folder, head)
    return [path for path in written if not path.startswith(f"{layout.INDEX}/")]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("marts") / "ledger"
    with open_ledger(folder) as opened:
        opened.land(make_shard(ARTICLES))
    assert write_marts(folder) == FILES
    return folder


@pytest.fixture
def warehouse(written: Path, tmp_path: Path) -> Path:
    return shutil.copytree(written, tmp_path / "ledger", symlinks=True)


@pytest.mark.parametrize("mart", MARTS)
def test_refresh_marts_describes_file_and_columns(written: Path, mart: str) -> None:
    schema = pq.read_schema(written / "marts" / f"{mart}.parquet")
    assert schema.metadata[b"description"].decode() == MARTS[mart].grain
    assert all(field.metadata[b"description"] for field in schema)
    assert not any(pa.types.is_nested(field.type) for field in schema)


def test_refresh_marts_sorts_by_day_and_article(written: Path) -> None:
    rows = pq.read_table(written / "marts" / "figures.parquet").to_pylist()
    order = [(row["published_on"], row["article_id"], row["start_char"]) for row in rows]
    assert len(order) == 6
    assert order == sorted(order)


def test_refresh_marts_joins_the_article_in(written: Path) -> None:
    frame = pd.read_parquet(written / "marts" / "figures.parquet")
    row = frame[frame["article_id"] == ARTICLES[1].article_id].iloc[0].to_dict()
    expected = {
        "published_on": date(1998, 3, 9),
        "publication": "Monitor",
        "volume": 5,
        "issue": 2,
        "headline": "Trade grows",
        "text": "US$6.5 billion",
        "value": Decimal("6500000000"),
        "value_double": 6.5e9,
        "unit": "USD",
    }
    assert {name: row[name] for name in expected} == expected


def test_refresh_marts_keeps_offsets_usable_in_the_body(written: Path) -> None:
    articles = {row["article_id"]: row for row in pq.read_table(written / "marts" / "articles.parquet").to_pylist()}
    assert "text" not in articles[ARTICLES[0].article_id]
    for row in pq.read_table(written / "marts" / "citations.parquet").to_pylist():
        article = articles[row["article_id"]]
        start, end = (row[name] - article["body_start_char"] for name in ("start_char", "end_char"))
        assert article["body"][start:end] == row["text"]


def test_refresh_marts_writes_empty_marts_with_their_columns(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger"):
        pass
    write_marts(tmp_path / "ledger")
    table = pq.read_table(tmp_path / "ledger" / "marts" / "figures.parquet")
    assert table.num_rows == 0
    assert table.schema.field("value").type == pa.decimal128(38, 9)
    assert table.schema.field("published_on").type == pa.date32()


def test_refresh_marts_gathers_large_row_groups(warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert pq.read_metadata(warehouse / "marts" / "figures.parquet").num_row_groups == 1
    shutil.rmtree(warehouse / layout.MARTS_STORE)
    monkeypatch.setattr(parquet, "BYTES_PER_GROUP", 1)
    write_marts(warehouse)
    metadata = pq.read_metadata(warehouse / "marts" / "figures.parquet")
    assert metadata.num_rows == 6


def test_refresh_marts_does_nothing_where_nothing_is_new(warehouse: Path) -> None:
    before = (warehouse / layout.MARTS).readlink()
    assert write_marts(warehouse) == []
    assert (warehouse / layout.MARTS).readlink() == before


def test_refresh_marts_links_those_whose_inputs_are_the_same(warehouse: Path) -> None:
    inode = (warehouse / "marts" / "figures.parquet").stat().st_ino
    with open_ledger(warehouse) as opened:
        opened.land({"rejections": table_of(Rejection, [make_rejection(1)])})
        assert write_marts(warehouse) == []
        assert (warehouse / "marts" / "figures.parquet").stat().st_ino == inode
        mention = filled(Mention, **span(ARTICLES[0], "Itar-Tass"), kind="organization", name="Itar-Tass")
        opened.land({"mentions": table_of(Mention, [mention])})
    assert write_marts(warehouse) == ["fct_mentions.parquet", "mentions.parquet"]
    assert (warehouse / "marts" / "figures.parquet").stat().st_ino == inode


def test_refresh_marts_swaps_a_relative_link(warehouse: Path) -> None:
    before = (warehouse / layout.MARTS).resolve()
    with open_ledger(warehouse) as opened:
        opened.land(make_shard([make_article(4)]))
    assert "articles.parquet" in write_marts(warehouse)
    assert not (warehouse / layout.MARTS).readlink().is_absolute()
    assert pq.read_metadata(warehouse / "marts" / "articles.parquet").num_rows == 4
    assert pq.read_metadata(before / "articles.parquet").num_rows == 3  # whoever reads the old ones goes on


def test_refresh_marts_shows_nothing_half_written(warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_ledger(warehouse) as opened:
        opened.land(make_shard([make_article(4)]))
    before = (warehouse / layout.MARTS).readlink()
    write_parquet = marts.write_parquet

    def disk_full_at_figures(connection: object, query: str, path: Path, **described: object) -> int:
        if path.name == "figures.parquet":
            raise OSError(28, "No space left on device")
        return write_parquet(connection, query, path, **described)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(marts, "write_parquet", disk_full_at_figures)
        with pytest.raises(WarehouseError, match=r"No space left on device.*Free some disk space"):
            write_marts(warehouse)
    assert (warehouse / layout.MARTS).readlink() == before
    assert [path.name for path in (warehouse / layout.MARTS_STORE).iterdir()] == [before.name]
    assert "figures.parquet" in write_marts(warehouse)


def test_refresh_marts_leaves_a_folder_of_others_in_its_place_alone(warehouse: Path) -> None:
    (warehouse / layout.MARTS).unlink()
    shutil.copytree(next((warehouse / layout.MARTS_STORE).iterdir()), warehouse / layout.MARTS)
    (warehouse / layout.MARTS / "mine.csv").touch()
    with pytest.raises(WarehouseError, match=r"marts is a folder where .* Move it away"):
        write_marts(warehouse)
    assert (warehouse / layout.MARTS / "mine.csv").exists()


def test_refresh_marts_links_again_where_a_copy_followed_the_link(written: Path, tmp_path: Path) -> None:
    warehouse = shutil.copytree(written, tmp_path / "ledger", symlinks=False)
    assert write_marts(warehouse) == []
    assert (warehouse / layout.MARTS).is_symlink()
    assert pq.read_metadata(warehouse / "marts" / "figures.parquet").num_rows == 6


def test_refresh_marts_takes_over_files_whose_rows_are_the_same(warehouse: Path) -> None:
    before = {path.name: path.stat().st_ino for path in (warehouse / "marts").glob("*.parquet")}
    with open_ledger(warehouse) as opened:
        opened.land(make_shard(ARTICLES[:1]))  # the very same rows, in a new commit
    assert write_marts(warehouse) == []
    assert {path.name: path.stat().st_ino for path in (warehouse / "marts").glob("*.parquet")} == before


def test_refresh_marts_cuts_large_tables_by_year(warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = pq.read_table(warehouse / "marts" / "fct_figures.parquet").to_pylist()
    shutil.rmtree(warehouse / layout.MARTS_STORE)
    monkeypatch.setattr(marts, "LARGE_BYTES", 1)
    write_marts(warehouse)
    folder = warehouse / "marts" / "fct_figures"
    assert sorted(path.name for path in folder.iterdir()) == ["1998.parquet", "1999.parquet"]
    assert [row for path in sorted(folder.iterdir()) for row in pq.read_table(path).to_pylist()] == rows
    assert (warehouse / "marts" / "dim_entity.parquet").exists()  # it has no day to be cut by
    inode = (folder / "1998.parquet").stat().st_ino
    with open_ledger(warehouse) as opened:
        opened.land(make_shard([make_article(7, published_on=date(1999, 5, 5))]))
    assert {path for path in write_marts(warehouse) if path.startswith("fct_figures")} == {"fct_figures/1999.parquet"}
    assert (warehouse / "marts" / "fct_figures" / "1998.parquet").stat().st_ino == inode


def test_refresh_marts_keeps_articles_of_no_known_day_in_a_file_of_their_own(
    warehouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(marts, "LARGE_BYTES", 1)
    undated = dataclasses.replace(make_article(8), published_on=None)
    with open_ledger(warehouse) as opened:
        opened.land(make_shard([undated]))
    write_marts(warehouse)
    table = pq.read_table(warehouse / "marts" / "fct_figures" / "unknown.parquet")
    assert set(table["date_key"].to_pylist()) == {-1}
    assert set(table["article_id"].to_pylist()) == {undated.article_id}
