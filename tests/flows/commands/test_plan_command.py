"""`newsledger ingest --plan`: what would be done, why and how much, and nothing of it done."""

import dataclasses
from pathlib import Path

import pytest

from flows.commands.ingest import Order
from flows.commands.plan import planned, run_plan
from tasks.extractors import EXTRACTORS
from tasks.settings.configuration import read_configuration
from tests.support.briefs import write_briefs
from tests.support.shard_by_shard import ingest_without_suites
from tests.support.warehouse_rows import tables
from warehouse.reading.query import run_query

EARLIER = EXTRACTORS["dates"].version


def plan(paths: list[str], warehouse: Path) -> list[tuple[int, str, str]]:
    return planned(Order(paths=paths), warehouse=warehouse, configuration=read_configuration(warehouse))


def test_a_plan_makes_no_warehouse(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = write_briefs(tmp_path / "briefs")
    assert run_plan(Order(paths=[str(tmp_path / "briefs")]), warehouse=tmp_path / "ledger") == 0
    assert f"{len(paths)}" in capsys.readouterr().out
    assert not (tmp_path / "ledger").exists()


def test_a_plan_of_nothing_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_plan(Order(paths=[str(tmp_path / "absent")]), warehouse=tmp_path / "ledger") == 1
    assert "no such file" in capsys.readouterr().err


def test_a_plan_names_what_is_new_changed_and_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    briefs, warehouse = write_briefs(tmp_path / "briefs"), tmp_path / "ledger"
    held = [briefs["193"], briefs["512"]]
    ingest_without_suites(held, warehouse)
    assert plan(held, warehouse) == []
    before = tables(warehouse)
    Path(briefs["193"]).write_text(Path(briefs["195"]).read_text())
    later = dataclasses.replace(EXTRACTORS["dates"], rules_version="later")
    monkeypatch.setitem(EXTRACTORS, "dates", later)
    found = plan([*held, briefs["195"]], warehouse)
    assert found[:3] == [
        (1, "files: find dates, figures again in the stored text", f"dates {EARLIER} → later"),
        (1, "files: read", "changed"),
        (1, "files: read", "new"),
    ]
    assert [what for _, what, _ in found[3:]] == ["volumes dated again", "corpus of entities resolved again"]
    assert tables(warehouse) == before


def test_a_plan_names_corrections_that_wait_and_days_that_they_set(tmp_path: Path) -> None:
    briefs, warehouse = write_briefs(tmp_path / "briefs"), tmp_path / "ledger"
    dispatch = tmp_path / "dispatch.md"
    dispatch.write_text("---\ntitle: Osh Market Reopens\ndate: 2001-05-01\n---\nTraders came back to Osh.\n")
    held = [briefs["193"], str(dispatch)]
    ingest_without_suites(held, warehouse)
    found = run_query(warehouse, "FROM articles SELECT article_id WHERE volume IS NULL").rows
    ((article_id,),) = found
    corrections = warehouse / "corrections.csv"
    header = "action,kind,name,value,article_id,column\n"
    rename, day = "rename,place,Osh,Osh City,,\n", f"correct,article,,2001-05-07,{article_id},published_on\n"
    resolved = (1, "corpus of entities resolved again", "follows from the above")
    corrections.write_text(header + rename, encoding="utf-8")
    assert plan(held, warehouse) == [(1, "corrections applied", "they are new in corrections.csv"), resolved]
    ingest_without_suites(held, warehouse)
    assert plan(held, warehouse) == []
    corrections.write_text(header + day, encoding="utf-8")
    assert plan(held, warehouse) == [
        (1, "corrections applied", "they are new in corrections.csv"),
        (1, "corrections undone", "they are in corrections.csv no more"),
        (1, "articles dated again", "corrections.csv sets another day, or sets it no more"),
        resolved,
    ]


def test_a_plan_follows_what_is_asked_besides(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    briefs, warehouse = write_briefs(tmp_path / "briefs"), tmp_path / "ledger"
    ingest_without_suites([briefs["193"], briefs["512"]], warehouse)
    Path(briefs["193"]).unlink()
    configuration, folder = read_configuration(warehouse), [str(tmp_path / "briefs")]
    pruned = planned(Order(paths=folder, prune_missing=True), warehouse=warehouse, configuration=configuration)
    assert (1, "files removed, with their articles", "they are not there any more") in pruned
    assert not any(what.startswith("files removed") for _, what, _ in plan(folder, warehouse))
    assert run_plan(Order(paths=folder, is_forced=True), warehouse=warehouse) == 1
    assert "--force goes with --format" in capsys.readouterr().err
