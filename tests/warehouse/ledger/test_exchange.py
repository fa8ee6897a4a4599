"""A table of the corpus is exchanged for new rows: what differs is written, what stays is not."""

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from deltalake import DeltaTable

from warehouse.ledger import delta, exchange
from warehouse.ledger.schemas import to_arrow
from warehouse.records import MentionEntity

STANDING = {"a": "one", "b": "two", "c": "three"}


def links(entities: Mapping[str, str]) -> pa.Table:
    rows = [MentionEntity(mention_id=key, entity_id=entity) for key, entity in entities.items()]
    return to_arrow(MentionEntity, [row.as_row() for row in rows])


def exchanged(path: Path, entities: Mapping[str, str]) -> bool:
    return exchange.exchange(path, delta.open_table(path), links(entities), MentionEntity)


def stored(path: Path) -> dict[str, str]:
    rows = [row for file in delta.data_files(path, DeltaTable(path)) for row in pq.read_table(file).to_pylist()]
    return {row["mention_id"]: row["entity_id"] for row in rows}


@pytest.fixture(params=["written whole", "large"])
def table(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if request.param == "large":
        monkeypatch.setattr(exchange, "WHOLE_ROWS", 0)
    path = tmp_path / "tables" / MentionEntity.table
    (tmp_path / "work").mkdir()
    delta.create_table(path, MentionEntity)
    exchanged(path, STANDING)
    return path


@pytest.mark.parametrize(
    "entities",
    [
        pytest.param({**STANDING, "d": "four"}, id="one more"),
        pytest.param({**STANDING, "b": "other"}, id="one changed"),
        pytest.param({"a": "one", "c": "three"}, id="one gone"),
        pytest.param({"d": "one", "b": "other"}, id="all at once"),
        pytest.param({}, id="none left"),
    ],
)
def test_exchange_leaves_exactly_the_new_rows(table: Path, entities: dict[str, str]) -> None:
    assert exchanged(table, entities)
    assert stored(table) == entities


def test_exchange_writes_nothing_where_rows_are_the_same_in_another_order(table: Path) -> None:
    version = DeltaTable(table).version()
    assert not exchanged(table, dict(reversed(STANDING.items())))
    assert DeltaTable(table).version() == version


def test_exchange_keeps_the_files_of_a_large_table_when_rows_are_added(
    table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "WHOLE_ROWS", 0)
    before = set(delta.data_files(table, DeltaTable(table)))
    exchanged(table, {**STANDING, "d": "four"})
    after = set(delta.data_files(table, DeltaTable(table)))
    assert before < after
    assert [pq.read_table(file).num_rows for file in after - before] == [1]


def test_exchange_writes_a_large_table_whole_where_many_rows_have_changed(
    table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "WHOLE_ROWS", 0)
    monkeypatch.setattr(delta, "KEYS_PER_COMMIT", 1)
    version = DeltaTable(table).version()
    changed = {"a": "x", "b": "y", "c": "three"}
    exchanged(table, changed)
    assert stored(table) == changed
    assert DeltaTable(table).version() == version + 1
