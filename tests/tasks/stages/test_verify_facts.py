"""Proof of values: without the model where rows are known to be those that landed, by reading the text elsewhere."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import tasks.extractors.model
from flows.commands.keeping.verify import depth_of
from tasks.engines.local import LocalEngine
from tasks.stages.verify_facts import verify_values
from tests.support.shard_by_shard import copied, ingest_without_suites
from tests.support.warehouse_rows import Row, rows, tamper
from warehouse.folder.errors import ConfigurationError

BRIEFS = {
    "harbour.txt": (
        "Publication: Monitor Volume: 4 Issue: 193\n\nHarbour Workers Return.\n\nDockers in Gdansk went back to work "
        "yesterday. “We are content with 8 percent,” Marek Nowicki told Reuters (Interfax, October 19).\n"
    ),
    "grain.txt": (
        "Publication: Monitor Volume: 4 Issue: 195\n\nGrain Terminal Opens.\n\nThe new terminal of Odessa loaded its "
        "first ship on Wednesday. It cost the port $30 million, Olena Marchuk said (Itar-Tass, October 21).\n"
    ),
}


@pytest.fixture(scope="module")
def landed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse of two briefs."""
    return ingested(tmp_path_factory.mktemp("verified"), run_id="run")


def ingested(folder: Path, *, run_id: str) -> Path:
    (folder / "briefs").mkdir()
    for name, text in BRIEFS.items():
        (folder / "briefs" / name).write_text(text, encoding="utf-8")
    return ingest_without_suites([str(folder / "briefs")], folder / "ledger", run_id=run_id)


@pytest.fixture
def read_texts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the model is given to read, as it goes on."""
    seen: list[str] = []
    read = tasks.extractors.model.read

    def noted(texts: Sequence[str], *others: object, **options: object) -> object:
        seen.extend(texts)
        return read(texts, *others, **options)  # type: ignore[arg-type]

    monkeypatch.setattr("tasks.extractors.model.read", noted)
    return seen


def faults(warehouse: Path, *, is_deep: bool = False) -> set[tuple[str, str]]:
    found = verify_values(warehouse, engine=LocalEngine(), is_deep=is_deep)
    return {(fault.table, fault.column) for fault in found}


def change(warehouse: Path, table: str, row_change: Callable[[Row], object]) -> None:
    """Change the first row of a table in each of its files."""
    for path in (warehouse / "tables" / table).glob("*.parquet"):
        tamper(path, lambda stored: [row_change(row) for row in stored[:1]])


def test_rows_that_landed_are_proved_without_the_model(landed: Path, read_texts: list[str]) -> None:
    assert faults(landed) == set()
    assert read_texts == []


def test_the_model_reads_every_text_again_where_that_is_asked_for(landed: Path, read_texts: list[str]) -> None:
    assert faults(landed, is_deep=True) == set()
    assert any("Dockers" in text for text in read_texts)
    assert any("loaded its" in text for text in read_texts)


TAMPERED: list[tuple[str, str, object, set[tuple[str, str]]]] = [
    ("figures", "value", Decimal(9), {("figures", "value")}),
    ("mentions", "kind", "event", {("mentions", "kind")}),
    ("quotations", "cue", "sang", {("quotations", "cue")}),
    ("dates", "start_on", date(1901, 1, 1), {("dates", "start_on")}),
    ("citations", "outlet", "Nobody", {("citations", "outlet")}),
    ("articles", "headline", "Another Headline", {("articles", "")}),
]


@pytest.mark.parametrize(("table", "column", "value", "expected"), TAMPERED)
def test_a_row_that_is_not_what_landed_is_named(
    landed: Path, tmp_path: Path, table: str, column: str, value: object, expected: set[tuple[str, str]]
) -> None:
    warehouse = copied(landed, tmp_path)
    change(warehouse, table, lambda row: row.update({column: value}))
    assert expected <= faults(warehouse)


def test_a_row_that_is_gone_is_missed(landed: Path, tmp_path: Path) -> None:
    warehouse = copied(landed, tmp_path)
    for path in (warehouse / "tables" / "mentions").glob("*.parquet"):
        tamper(path, lambda stored: stored.pop())
    assert ("mentions", "") in faults(warehouse)


def test_only_the_text_that_has_changed_is_read_again(landed: Path, tmp_path: Path, read_texts: list[str]) -> None:
    warehouse = copied(landed, tmp_path)
    edits = {"$30 million": "$90 million"}
    for path in (warehouse / "tables" / "articles").glob("*.parquet"):
        tamper(path, lambda stored: [row.update(text=edited(row["text"], edits)) for row in stored])
    assert {("figures", "text"), ("figures", "value")} <= faults(warehouse)
    assert any("$90 million" in text for text in read_texts)
    assert not any("Dockers" in text for text in read_texts)


def edited(text: str, edits: dict[str, str]) -> str:
    for old, new in edits.items():
        text = text.replace(old, new)
    return text


def test_what_landed_by_another_version_is_read_again(landed: Path, tmp_path: Path, read_texts: list[str]) -> None:
    warehouse = copied(landed, tmp_path)
    change(warehouse, "files", lambda row: row.update(pipeline_version="0"))
    assert faults(warehouse) == set()
    assert read_texts != []


def test_what_landed_without_a_checksum_is_read_again(landed: Path, tmp_path: Path, read_texts: list[str]) -> None:
    warehouse = copied(landed, tmp_path)
    change(warehouse, "files", lambda row: row.update(rows_checksum=None))
    assert faults(warehouse) == set()
    assert read_texts != []


def test_the_checksum_does_not_depend_on_run_and_place(landed: Path, tmp_path: Path) -> None:
    again = ingested(tmp_path, run_id="another")
    query = "FROM files SELECT source, rows_checksum ORDER BY source"
    assert rows(again, query) == rows(landed, query)
    assert all(checksum for _, checksum in rows(again, query))


def test_quick_and_deep_contradict_each_other() -> None:
    assert [depth_of(quick=True, deep=False), depth_of(quick=False, deep=True)] == ["quick", "deep"]
    with pytest.raises(ConfigurationError, match="take one of them"):
        depth_of(quick=True, deep=True)
