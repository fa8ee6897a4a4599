from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from tests.support.ledger_rows import STAMP, make_article, make_facts
from warehouse.folder.errors import RowError, WarehouseError
from warehouse.ledger.shards import (
    count_rows,
    read_frame,
    read_raw,
    read_records,
    read_rows,
    write_raw,
    write_rows,
)
from warehouse.records import Article, Figure, Mention, RawFile, stamped

ARTICLE = make_article(1)
FIGURES = [fact for fact in make_facts(ARTICLE) if isinstance(fact, Figure)]
ROWS = [stamped(figure, STAMP) for figure in FIGURES]


def test_write_rows_gives_back_the_same_rows_and_records(tmp_path: Path) -> None:
    path = tmp_path / "figures.parquet"
    assert write_rows(path, Figure, iter(ROWS)) == len(ROWS)
    assert read_rows(path) == ROWS
    assert read_records(path, Figure) == FIGURES
    assert count_rows(path) == len(ROWS)


def test_write_rows_writes_an_empty_shard(tmp_path: Path) -> None:
    path = tmp_path / "mentions.parquet"
    write_rows(path, Mention, [])
    assert read_records(path, Mention) == []
    assert list(read_frame(path).columns)[:2] == ["mention_id", "article_id"]


def test_write_rows_leaves_no_file_where_a_row_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RowError):
        write_rows(tmp_path / "figures.parquet", Figure, [{}])
    assert list(tmp_path.iterdir()) == []


def test_write_rows_says_what_to_do_where_the_folder_is_missing(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match=r"figures\.parquet: .*[Nn]o such file"):
        write_rows(tmp_path / "none" / "figures.parquet", Figure, ROWS)


def test_read_records_gives_articles_whole(tmp_path: Path) -> None:
    write_rows(tmp_path / "articles.parquet", Article, [stamped(ARTICLE, STAMP)])
    assert read_records(tmp_path / "articles.parquet", Article) == [ARTICLE]


def test_read_frame_keeps_nulls_numbers_and_decimals(tmp_path: Path) -> None:
    path = tmp_path / "figures.parquet"
    write_rows(path, Figure, [{**ROWS[0], "measure_start_char": None}, {**ROWS[1], "measure_start_char": 3}])
    frame = read_frame(path)
    assert frame["measure_start_char"].dtype == pd.Int64Dtype()
    assert frame["measure_start_char"].isna().tolist() == [True, False]
    assert frame["value"].tolist() == [Decimal("6500000000"), Decimal(12)]
    assert all(type(value) is Decimal for value in frame["value"])
    assert frame["hedge"].isna().all()


RAW_FILES = [
    RawFile(source=f"{number}.txt", source_path=f"/in/{number}.txt", content_sha256=f"{number:064x}", content=content)
    for number, content in enumerate([b"", b"\0\xff", "naïve".encode("utf-16"), b"x" * 100_000])
]


@pytest.mark.parametrize("group_bytes", [1, 60_000, 10**9], ids=["a group each", "two groups", "one group"])
def test_write_raw_gives_back_every_byte_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, group_bytes: int
) -> None:
    monkeypatch.setattr("warehouse.ledger.shards.RAW_GROUP_BYTES", group_bytes)
    path = tmp_path / "raw.parquet"
    assert write_raw(path, iter(RAW_FILES)) == len(RAW_FILES)
    assert list(read_raw(path)) == RAW_FILES


def test_write_raw_of_nothing_reads_as_nothing(tmp_path: Path) -> None:
    write_raw(tmp_path / "raw.parquet", [])
    assert list(read_raw(tmp_path / "raw.parquet")) == []
