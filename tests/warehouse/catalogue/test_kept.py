"""A catalogue that stays open: opened once while it is the newest, and never older than what is published."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from unittest.mock import patch

import duckdb
import pytest

from tests.support.ledger_rows import make_article, make_shard
from warehouse.catalogue import catalogue, kept
from warehouse.catalogue.kept import kept_open
from warehouse.catalogue.reader import KEPT, connect, reading
from warehouse.folder.errors import WarehouseError
from warehouse.ledger.ledger import open_ledger


def publish(folder: Path, number: int) -> None:
    with open_ledger(folder) as opened:
        opened.land(make_shard([make_article(number)]))
    catalogue.publish(folder)


def count(folder: Path) -> int:
    with reading(folder) as connection:
        ((found,),) = connection.execute("FROM articles SELECT count(*)").fetchall()
    return int(found)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    publish(tmp_path / "ledger", 1)
    return tmp_path / "ledger"


def test_it_is_opened_once_a_published_state(folder: Path) -> None:
    with patch.object(kept, "connect", side_effect=connect) as opening, kept_open(folder):
        assert [count(folder) for _ in range(3)] == [1, 1, 1]
        assert opening.call_count == 1
        publish(folder, 2)
        assert [count(folder) for _ in range(3)] == [2, 2, 2]
        assert opening.call_count == 2
    assert folder not in KEPT


def test_who_began_to_read_goes_on_while_another_is_published(folder: Path) -> None:
    with kept_open(folder), reading(folder) as earlier:
        publish(folder, 2)
        assert count(folder) == 2
        assert earlier.execute("FROM articles SELECT count(*)").fetchall() == [(1,)]


def test_what_one_reader_makes_no_other_sees(folder: Path) -> None:
    with kept_open(folder), reading(folder) as one, reading(folder) as other:
        one.execute("CREATE TEMP TABLE own AS SELECT 1")
        with pytest.raises(duckdb.CatalogException):
            other.execute("FROM own")


def test_many_ask_at_once(folder: Path) -> None:
    with kept_open(folder), ThreadPoolExecutor(8) as threads:
        assert list(threads.map(lambda _: count(folder), range(40))) == [1] * 40


def test_what_is_gone_is_not_shown_from_memory(folder: Path) -> None:
    with kept_open(folder):
        assert count(folder) == 1
        (folder / "newsledger.duckdb").unlink()
        with pytest.raises(WarehouseError, match="newsledger repair"):
            count(folder)
