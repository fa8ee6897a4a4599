"""What runs published is known afterwards: which state is meant, what it showed, what differs and why."""

import dataclasses
import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pytest

from tasks.settings.configuration import Configuration, History
from tasks.stages.publish import publish
from tests.support.ledger_rows import make_article, make_run, make_shard, published_rows, table_of
from warehouse.catalogue.tidying import tidy
from warehouse.folder import layout
from warehouse.folder.errors import QueryError, WarehouseError
from warehouse.ledger import delta, history, ledger
from warehouse.ledger.history import note_run, promised_versions, read_history
from warehouse.ledger.ledger import Ledger, open_ledger
from warehouse.ledger.states import state_as_of
from warehouse.reading.as_of import connect_as_of
from warehouse.reading.changes import changes
from warehouse.reading.query import run_query
from warehouse.reading.run_history import run_reports
from warehouse.records import Article, Figure, Run

DAYS = {"first": 1, "second": 2, "third": 4}


def enter(opened: Ledger, run_id: str, *, keep_runs: int = 30) -> None:
    finished_at = datetime(2026, 3, DAYS.get(run_id, 5), 12, tzinfo=UTC)
    configuration = Configuration(history=History(keep_runs=keep_runs))
    publish.fn(opened, run=dataclasses.replace(make_run(run_id), finished_at=finished_at), configuration=configuration)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three runs: articles 1 and 2; article 2 revised and 3 new; article 1 gone, 3 dated and read otherwise."""
    folder = tmp_path_factory.mktemp("history") / "ledger"
    one, two, revised, three = make_article(1), make_article(2), make_article(2, revision=1), make_article(3)
    with open_ledger(folder) as opened:
        opened.land(make_shard([one, two]))
        enter(opened, "first")
        opened.land(make_shard([revised, three]), replaced_article_ids={two.article_id})
        enter(opened, "second")
        redated = make_shard([dataclasses.replace(three, published_on=date(2000, 1, 1))])
        kept = redated[Figure.table].slice(0, 1)  # one figure fewer, found by a later version
        version = kept.schema.get_field_index("extractor_version")
        redated[Figure.table] = kept.set_column(version, kept.schema.field(version), [["test 2"]])
        opened.land(redated, replaced_article_ids={one.article_id})
        enter(opened, "third")
    return folder


def asked(folder: Path, sql: str, as_of: str) -> list[tuple[object, ...]]:
    with connect_as_of(folder, as_of) as connection:
        return connection.execute(sql).fetchall()


@pytest.mark.parametrize(
    ("wanted", "run_id"),
    [
        ("first", "first"),
        ("th", "third"),
        ("2026-03-01", "first"),
        ("2026-03-02", "second"),
        ("2026-03-03", "second"),
        ("2026-03-02T11:59:59", "first"),
        ("2026-03-02T12:00", "second"),
        ("2026-03-02T13:00+02:00", "first"),
        ("2026-03-02T11", "first"),
        ("2026-03-02T12:00:00", "second"),
        ("2026-03-02 12:00:00 (UTC)", "second"),
        ("2026-03-02 12:00 UTC", "second"),
        ("2030-01-01", "third"),
    ],
)
def test_state_as_of_finds_run_or_moment(warehouse: Path, wanted: str, run_id: str) -> None:
    assert state_as_of(warehouse, wanted).run_id == run_id


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("2026-02-28", r"No state is kept from 2026-02-28 or before: the oldest is that of run first"),
        ("fourth", "neither a day or time such as .* nor a run that is kept"),
        ("", "neither a day"),
    ],
)
def test_state_as_of_says_what_is_kept(warehouse: Path, wanted: str, words: str) -> None:
    with pytest.raises(QueryError, match=words):
        state_as_of(warehouse, wanted)


@pytest.mark.parametrize("wanted", ["2026-03-04T12:00", "2026-03-04T12:00:30", "20260304T12:00:30Z"])
def test_state_as_of_means_a_minute_and_a_second_whole(warehouse: Path, tmp_path: Path, wanted: str) -> None:
    *_, last = read_history(warehouse)
    state = dataclasses.replace(last, finished_at=datetime(2026, 3, 4, 12, 0, 30, 250_000, tzinfo=UTC))
    (tmp_path / layout.WORK).mkdir()
    history.write_history(tmp_path, [state])
    assert state_as_of(tmp_path, wanted).run_id == "third"
    with pytest.raises(QueryError, match=r"finished 2026-03-04T12:00:30 \(UTC\)"):
        state_as_of(tmp_path, "2026-03-04T12:00:30.200")


def test_state_as_of_refuses_a_start_of_several_runs(warehouse: Path, tmp_path: Path) -> None:
    states = [dataclasses.replace(state, run_id=f"run-{state.run_id}") for state in read_history(warehouse)]
    (tmp_path / layout.WORK).mkdir()
    history.write_history(tmp_path, states)
    with pytest.raises(QueryError, match="more than one run: run-first, run-second, run-third"):
        state_as_of(tmp_path, "run")


@pytest.mark.parametrize(("as_of", "count"), [("first", 2), ("second", 3), ("third", 2)])
def test_connect_as_of_shows_tables_views_and_marts_of_then(warehouse: Path, as_of: str, count: int) -> None:
    for relation in ("articles", "internal.articles", "marts.articles"):
        assert asked(warehouse, f"SELECT count(*) FROM {relation}", as_of) == [(count,)]
    figures = {"first": 4, "second": 6, "third": 3}[as_of]
    assert asked(warehouse, "SELECT count(*), count(value_double) FROM marts.figures", as_of) == [(figures, figures)]
    assert asked(warehouse, "SELECT sum(citation_count) FROM citations_by_month", as_of) == [(count,)]


@pytest.mark.parametrize("query", ["FROM search('trade')", "SELECT count(*) FROM search_hits('trade', most := 2)"])
def test_connect_as_of_says_that_the_index_is_of_today(warehouse: Path, query: str) -> None:
    with pytest.raises(duckdb.InvalidInputException, match="search without --as-of"):
        asked(warehouse, query, "first")


def test_connect_as_of_the_last_run_shows_what_is_published(warehouse: Path) -> None:
    with connect_as_of(warehouse, "third") as connection:
        for table, rows in published_rows(warehouse).items():
            assert sorted(map(repr, connection.execute(f"FROM internal.{table}").fetchall())) == rows


def test_connect_as_of_fills_columns_and_tables_that_were_not_there(warehouse: Path, tmp_path: Path) -> None:
    states = read_history(warehouse)
    tables = {name: state for name, state in states[0].tables.items() if name != "citations"}
    scanned = history.PublishedState(run_id="older", finished_at=states[0].finished_at, sequence=1, tables=tables)
    (tmp_path / layout.WORK).mkdir()
    (tmp_path / layout.TABLES).symlink_to(warehouse / layout.TABLES)
    for name in (layout.HEAD, layout.CATALOGUE):
        (tmp_path / name).symlink_to(warehouse / name)
    history.write_history(tmp_path, [scanned])
    assert asked(tmp_path, "SELECT count(*) FROM marts.citations", "older") == [(0,)]
    assert asked(tmp_path, "SELECT count(*) FROM articles", "older") == [(2,)]


def test_run_reports_count_rows_by_run(warehouse: Path) -> None:
    reports = {str(report.run["run_id"]): report for report in run_reports(warehouse, last=10)}
    assert list(reports) == ["third", "second", "first"]
    counted = {
        run_id: [(report.added[name], report.gone[name]) for name in ("articles", "figures", "files")]
        for run_id, report in reports.items()
    }
    assert counted == {
        "first": [(2, 0), (4, 0), (2, 0)],
        "second": [(2, 1), (4, 2), (1, 0)],
        "third": [(0, 1), (0, 3), (0, 0)],
    }
    assert [report.run["run_id"] for report in run_reports(warehouse, last=1)] == ["third"]


def differing(folder: Path, before: str, after: str) -> set[tuple[object, ...]]:
    return set(changes(folder, before, after, is_by_row=False).rows)


def test_changes_counts_by_table_change_and_reason(warehouse: Path) -> None:
    assert differing(warehouse, "first", "second") == {
        ("articles", "added", "new article", 1),
        ("articles", "added", "changed text", 1),
        ("articles", "gone", "changed text", 1),
        ("mentions", "added", "new article", 1),
        ("mentions", "added", "changed text", 1),
        ("mentions", "gone", "changed text", 1),
        ("figures", "added", "new article", 2),
        ("figures", "added", "changed text", 2),
        ("figures", "gone", "changed text", 2),
        ("citations", "added", "new article", 1),
        ("citations", "added", "changed text", 1),
        ("citations", "gone", "changed text", 1),
    }
    version = "figures: version test 1 → test 2"
    assert differing(warehouse, "second", "third") == {
        ("articles", "gone", "article gone", 1),
        ("articles", "changed", "new date (1999-03-04 → 2000-01-01)", 1),
        ("mentions", "gone", "article gone", 1),
        ("figures", "gone", "article gone", 2),
        ("figures", "gone", version, 1),
        ("citations", "gone", "article gone", 1),
    }


def test_changes_lists_rows_with_what_differs(warehouse: Path) -> None:
    result = changes(warehouse, "second", "third", is_by_row=True)
    rows = [dict(zip(result.columns, row, strict=True)) for row in result.rows]
    (redated,) = [row for row in rows if row["change"] == "changed"]
    assert (redated["source"], redated["text"]) == ("folder/item 3.txt", "Trade grows")
    assert redated["differs"] == "published_on: 1999-03-04 → 2000-01-01"


def test_changes_is_empty_between_a_state_and_itself(warehouse: Path) -> None:
    assert differing(warehouse, "second", "second") == set()


def test_changes_goes_both_ways(warehouse: Path) -> None:
    there, back = differing(warehouse, "first", "third"), differing(warehouse, "third", "first")
    assert len(there) == len(back) > 0


def runs_noted(folder: Path) -> list[str]:
    return [state.run_id for state in read_history(folder)]


def test_publish_keeps_as_many_runs_as_the_user_sets(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger") as opened:
        for number in range(1, 6):
            opened.land(make_shard([make_article(number)]))
            enter(opened, f"run-{number}", keep_runs=2)
    assert runs_noted(tmp_path / "ledger") == ["run-4", "run-5"]
    reports = list(run_reports(tmp_path / "ledger", last=10))
    assert [report.is_kept for report in reports] == [True, True, False, False, False]
    assert [report.added.get("articles") for report in reports] == [1, None, None, None, None]


def test_open_ledger_notes_a_run_that_was_cut_off(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger") as opened:
        opened.land(make_shard([make_article(1)]))
        enter(opened, "first")
        opened.land(make_shard([make_article(2)]))
        opened.land({Run.table: table_of(Run, [make_run("second")])})
    with open_ledger(tmp_path / "ledger") as opened:
        assert runs_noted(opened.folder) == ["first", "second"]
        opened.land(make_shard([make_article(3)]))
    with open_ledger(tmp_path / "ledger"):
        assert runs_noted(tmp_path / "ledger") == ["first", "second"]  # what landed since is no run's state
    assert asked(tmp_path / "ledger", "SELECT count(*) FROM articles", "second") == [(2,)]


def test_history_begins_with_the_next_run_where_there_was_none(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger") as opened:
        opened.land(make_shard([make_article(1)]))
    with pytest.raises(QueryError, match=r"has no history yet.* begins with the next run"):
        state_as_of(tmp_path / "ledger", "2026-03-01")


@pytest.mark.parametrize("line", ["", "{", "[]", '{"run_id": "a"}', '{"run_id": 1, "finished_at": "2026-03-01"}'])
def test_read_history_names_a_damaged_line(warehouse: Path, tmp_path: Path, line: str) -> None:
    sound = (warehouse / layout.HISTORY).read_text().splitlines()
    (tmp_path / layout.HISTORY).write_text("\n".join([sound[0], line, sound[1]]) + "\n")
    with pytest.raises(WarehouseError, match=r"history\.jsonl, line 2 is damaged .*newsledger repair"):
        read_history(tmp_path)
    assert [state.run_id for state in history.readable_history(tmp_path)] == ["first", "second"]


def test_tidy_spares_what_the_history_promises(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "SMALL_FILES", 3)
    monkeypatch.setattr(delta, "RETENTION_HOURS", 0)
    monkeypatch.setitem(delta.CONFIGURATION, "delta.deletedFileRetentionDuration", "interval 0 seconds")
    with open_ledger(tmp_path / "ledger") as opened:
        for number in range(1, 9):
            opened.land(make_shard([make_article(number)]))
            enter(opened, f"run-{number}", keep_runs=3)
        tidy(opened)
        promised = promised_versions(read_history(opened.folder))
        assert len(promised[Article.table]) == 3
    counts = {f"run-{number}": [(number,)] for number in (6, 7, 8)}
    assert {run: asked(tmp_path / "ledger", "SELECT count(*) FROM articles", run) for run in counts} == counts


def test_note_run_twice_is_noting_it_once(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger") as opened:
        for _ in range(2):
            note_run(opened.folder, opened.head, run_id="first", finished_at=datetime(2026, 3, 1, tzinfo=UTC))
    assert runs_noted(tmp_path / "ledger") == ["first"]
    (line,) = (tmp_path / "ledger" / layout.HISTORY).read_text().splitlines()
    assert json.loads(line)["finished_at"] == "2026-03-01T00:00:00+00:00"


def columns_of(folder: Path, sql: str, opening: Sequence[str]) -> tuple[str, ...]:
    return run_query(folder, sql, opening=lambda path: connect_as_of(path, opening[0])).columns


def test_run_query_takes_an_earlier_state(warehouse: Path) -> None:
    now = run_query(warehouse, "FROM figures").columns
    assert columns_of(warehouse, "FROM figures", ["first"]) == now
