"""What was refused is put through again: after new settings it lands, else it stays, with the number of its tries."""

from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

import tasks.stages.check
from expectations.check import Failure, Result
from expectations.own_rules import OwnRule
from flows.cli import app
from flows.commands.ingest import count_if_unchanged
from flows.ingest import ingest
from flows.replay import replay
from tasks.stages.again.choice import ReplayChoice, chosen
from tasks.stages.again.replay import accept
from tests.support.shard_by_shard import copied, ingest_without_suites
from tests.support.warehouse_rows import rows
from warehouse.folder.errors import QueryError
from warehouse.ledger.ledger import open_ledger

RUNNER = CliRunner()
ARTICLE = (
    "Publication: Monitor Volume: 4 Issue: {issue}\n\nPort Opens.\n\n"
    "The port cost $30 million and took {issue} months.\n"
)
LETTER = "Dear Anna,\n\nthe ferry was late again by 20 minutes.\n"
ROWS = """date,headline,body
2004-05-11,Ferry runs,"The ferry carried 300 tons of flour, 12 percent more than a year ago, the port said."
2004-05-12,Mill rests,"The mill burned 40 tons of rye in the spring, as much as in the year before, it said."
"""
COLUMNS = '[[tables]]\nmatch = "notes.csv"\ntitle = "headline"\ntext = "body"\npublished_on = "date"\n'
PLAIN = '[[formats]]\nmatch = "letter*.txt"\nformat = "plain"\n'


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ingest an article, and two files that are refused; one of these is gone since, but its bytes are kept."""
    folder = tmp_path_factory.mktemp("refused")
    files = folder / "in"
    files.mkdir()
    (files / "a.txt").write_text(ARTICLE.format(issue=12))
    (files / "letter.txt").write_text(LETTER)
    (files / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n picture")
    warehouse = ingest_without_suites([str(files)], folder / "ledger", run_id="20260101T000000.000000Z")
    (files / "letter.txt").unlink()
    return warehouse


@pytest.fixture
def warehouse(refused: Path, tmp_path: Path) -> Path:
    return copied(refused, tmp_path)


def outcomes(warehouse: Path) -> dict[str, str]:
    return dict(rows(warehouse, "SELECT source, outcome FROM files"))


@pytest.mark.usefixtures("prefect_api")
def test_replay_lands_what_passes_and_counts_the_tries_of_the_rest(warehouse: Path) -> None:
    (warehouse / "newsledger.toml").write_text(PLAIN)
    replayed = replay(str(warehouse), choice=ReplayChoice())
    assert (replayed.tried_count, replayed.standing_count) == (2, 1)
    assert outcomes(warehouse) == {"a.txt": "accepted", "letter.txt": "accepted", "picture.txt": "rejected"}
    query = "SELECT source, try_count, run_id FROM rejections"
    assert rows(warehouse, query) == [("picture.txt", 2, "20260101T000000.000000Z")]
    assert rows(warehouse, "SELECT count(*) FROM figures WHERE unit = 'minute'") == [(1,)]


@pytest.mark.usefixtures("prefect_api")
def test_rows_of_a_table_land_once_its_columns_are_named(tmp_path: Path) -> None:
    (tmp_path / "notes.csv").write_text(ROWS, encoding="utf-8")
    paths, folder = [str(tmp_path / "notes.csv")], tmp_path / "ledger"
    warehouse = ingest_without_suites(paths, folder, run_id="20260101T000000.000000Z")
    assert set(rows(warehouse, "SELECT rule FROM rejections")) == {("column_missing",)}
    assert count_if_unchanged(paths, warehouse=warehouse) == 2
    (warehouse / "newsledger.toml").write_text(COLUMNS)
    assert count_if_unchanged(paths, warehouse=warehouse) is None
    replayed = replay(str(warehouse), choice=ReplayChoice())
    assert (replayed.tried_count, replayed.standing_count) == (2, 0)
    assert rows(warehouse, "SELECT headline FROM articles ORDER BY ALL") == [("Ferry runs",), ("Mill rests",)]


@pytest.mark.parametrize(
    ("choice", "tried"),
    [
        (ReplayChoice(rule="binary"), 1),
        (ReplayChoice(since="20260101"), 2),
        (ReplayChoice(since="2026-01-02"), 0),
        (ReplayChoice(since="2025-12-31", rule="format_unknown"), 1),
    ],
)
def test_chosen_takes_only_what_is_meant(refused: Path, choice: ReplayChoice, tried: int) -> None:
    with open_ledger(refused) as ledger:
        assert len(chosen(ledger, choice)) == tried


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (ReplayChoice(rule="torn"), "The rules that there are: binary; format_unknown"),
        (ReplayChoice(since="yesterday"), "neither a run nor a day"),
        (ReplayChoice(key="zzzz"), "No rejection's key begins"),
    ],
)
def test_chosen_says_what_there_is_instead(refused: Path, choice: ReplayChoice, said: str) -> None:
    with open_ledger(refused) as ledger, pytest.raises(QueryError, match=said):
        chosen(ledger, choice)


def refusing_money(frame: pd.DataFrame, *, table: str, key_name: str, also: Sequence[OwnRule]) -> list[Result]:
    assert also == []
    failures = [
        Failure(key=row[key_name], rule="too_dear", severity="warning", reason="too dear", repair="Save money.")
        for _, row in frame.iterrows()
        if table == "figures" and row["kind"] == "money"
    ]
    return [
        Result(
            expectation="too_dear",
            column_name="value",
            detail="{}",
            severity="warning",
            is_success=not failures,
            row_count=len(frame),
            failures=tuple(failures),
        )
    ]


@pytest.mark.usefixtures("prefect_api")
def test_an_accepted_warning_lands_and_survives_further_runs(
    warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks.stages.check, "run_suite", refusing_money)
    files = tmp_path / "more"
    files.mkdir()
    (files / "b.txt").write_text(ARTICLE.format(issue=13))
    ingest([str(files)], str(warehouse))
    ((key, excerpt, start, end),) = rows(
        warehouse, "SELECT rejection_id, excerpt, mark_start, mark_end FROM rejections WHERE rule = 'too_dear'"
    )
    assert excerpt[start:end] == "$30 million"
    assert "The port cost " in excerpt
    replayed = replay(str(warehouse), choice=ReplayChoice(key=key[:8]), because="It is in the budget.")
    assert replayed.standing_count == 0
    wanted = "SELECT count(*) FROM figures JOIN articles USING (article_id) WHERE source = 'b.txt' AND kind = 'money'"
    assert rows(warehouse, wanted) == [(1,)]
    assert rows(warehouse, "SELECT because, reason FROM acceptances") == [
        ("It is in the budget.", "A figure was left out: too dear")
    ]
    (files / "c.txt").write_text(ARTICLE.format(issue=13))  # another file of the same text is another row
    ingest([str(files)], str(warehouse))
    assert rows(warehouse, wanted) == [(1,)]
    assert rows(warehouse, "SELECT source FROM rejections WHERE rule = 'too_dear'") == [("c.txt",)]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--accept", "abcd1234"], "An acceptance needs both"),
        (["--because", "it is right"], "An acceptance needs both"),
        (["--accept", "abcd1234", "--because", "  "], "An acceptance needs both"),
    ],
)
def test_rejected_asks_for_key_and_reason(tmp_path: Path, arguments: list[str], said: str) -> None:
    answer = RUNNER.invoke(app, ["rejected", *arguments, "--warehouse", str(tmp_path)])
    assert answer.exit_code == 1
    assert said in answer.stderr


def test_what_has_no_sound_row_cannot_be_accepted(refused: Path) -> None:
    ((key,),) = rows(refused, "SELECT rejection_id FROM rejections WHERE rule = 'binary'")
    with open_ledger(refused) as ledger, pytest.raises(QueryError, match="cannot be overruled"):
        accept(ledger, str(key), because="I like it.")
