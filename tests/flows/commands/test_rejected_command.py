"""What was refused, as the command line lists it and shows it one by one."""

import csv
import io
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.cli import app
from flows.commands.asking.rejected import place_in_words, refused_part
from tests.support.shard_by_shard import ingest_without_suites

RUNNER = CliRunner()
BINARY = b"\0\1 no text"


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rejected")
    (folder / "in" / "old").mkdir(parents=True)
    (folder / "in" / "old" / "picture.txt").write_bytes(BINARY)
    (folder / "in" / "empty.txt").write_bytes(b"")
    (folder / "in" / "letter.txt").write_text("Dear Anna,\nnothing new here.\n", encoding="utf-8")
    return ingest_without_suites([str(folder / "in")], folder / "ledger")


def listed(warehouse: Path, *options: str) -> list[dict[str, str]]:
    answer = RUNNER.invoke(app, ["rejected", "--warehouse", str(warehouse), "--format", "csv", *options])
    assert answer.exit_code == 0
    return list(csv.DictReader(io.StringIO(answer.output)))


@pytest.mark.parametrize(
    ("options", "sources"),
    [
        ([], ["empty.txt", "letter.txt", "old/picture.txt"]),
        (["--rule", "binary"], ["old/picture.txt"]),
        (["--source", "old/*"], ["old/picture.txt"]),
        (["--source", "*.txt", "--rule", "empty"], ["empty.txt"]),
    ],
)
def test_rejected_lists_what_the_filter_leaves(warehouse: Path, options: list[str], sources: list[str]) -> None:
    assert [row["source"] for row in listed(warehouse, *options)] == sources


def test_rejected_says_for_each_why_and_what_to_do(warehouse: Path) -> None:
    answer = RUNNER.invoke(app, ["rejected", "--warehouse", str(warehouse)]).output
    for row in listed(warehouse):
        assert row["rejection_id"][:8] in answer
        assert row["reason"] in answer
        assert row["repair"] in answer


def test_rejected_says_how_many_are_not_shown(warehouse: Path) -> None:
    answer = RUNNER.invoke(app, ["rejected", "--warehouse", str(warehouse), "--limit", "1"]).output
    assert "1 of 3 are shown" in answer


def test_an_ingest_with_nothing_new_says_what_is_refused(warehouse: Path) -> None:
    done = RUNNER.invoke(app, ["ingest", str(warehouse.parent / "in"), "--warehouse", str(warehouse)])
    assert done.exit_code == 0
    assert "the ledger holds all 3 files as they are" in done.output
    assert f"Refused, of all that it holds: 3. Why: newsledger rejected --warehouse {warehouse}" in done.output


def test_rejected_shows_one_with_the_copy_of_its_bytes(warehouse: Path) -> None:
    (row,) = listed(warehouse, "--rule", "binary")
    answer = RUNNER.invoke(app, ["rejected", row["rejection_id"][:6], "--warehouse", str(warehouse)]).output
    (kept,) = [line.partition(": ")[2] for line in answer.splitlines() if line.startswith("Bytes kept in")]
    assert Path(kept).read_bytes() == BINARY
    assert "The same rule refused: nothing else" in answer


@pytest.mark.parametrize(
    ("values", "part"),
    [
        ({"article_id": None}, "the whole file"),
        ({"rule": "language_not_english"}, "facts of the article, whose text landed"),
        ({"rule": "figure in doubt"}, "one row of figures; the rest of the article landed"),
        ({"table_name": "derived_figures"}, "one row of derived figures; the rest of the article landed"),
    ],
)
def test_refused_part_says_how_much_was_refused(values: dict[str, object], part: str) -> None:
    assert refused_part({"article_id": "a", "table_name": None, "rule": "r", **values}) == part


def test_place_in_words_names_an_article_where_there_is_one() -> None:
    row: dict[str, object] = {"excerpt": "cut", "mark_start": None, "mark_end": None, "start_char": 3}
    assert str(place_in_words({**row, "article_id": None})) == "“cut”, from character 3"
    assert str(place_in_words({**row, "article_id": "a"})) == "“cut”, from character 3 of article a"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["zzzz"], "No rejection's key begins with 'zzzz'"),
        (["a"], "No rejection's key begins with 'a'"),  # too short to mean one
        (
            ["--rule", "torn"],
            "The rules that there are: binary; empty; format_unknown.",
        ),
    ],
)
def test_rejected_says_what_there_is_instead(warehouse: Path, arguments: list[str], said: str) -> None:
    answer = RUNNER.invoke(app, ["rejected", *arguments, "--warehouse", str(warehouse)])
    assert answer.exit_code == 1
    assert said in answer.stderr


def test_rejected_says_so_where_nothing_was_rejected(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Publication: Baltic Brief Volume: 1 Issue: 1\n\nThe dam cost 5 million dollars.\n")
    warehouse = ingest_without_suites([str(article)], tmp_path / "ledger")
    assert "Nothing was rejected." in RUNNER.invoke(app, ["rejected", "--warehouse", str(warehouse)]).output
