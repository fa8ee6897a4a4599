"""A warehouse of which a part is damaged: every command says what to run, and repair makes it as it was."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.cli import app
from flows.commands.keeping.repair import mend_folder
from flows.repair import repair
from tests.support.places import EXAMPLES
from tests.support.shard_by_shard import copied, ingest_without_suites
from tests.support.warehouse_rows import rows, tables
from warehouse.catalogue.catalogue import publish
from warehouse.folder import layout
from warehouse.folder.errors import WarehouseError
from warehouse.ledger.head import published_head, read_head
from warehouse.ledger.history import read_history
from warehouse.proofs.prove import prove

RUNNER = CliRunner()

pytestmark = pytest.mark.usefixtures("without_suites")

Damage = Callable[[Path], object]


def files(folder: Path, pattern: str) -> list[Path]:
    found = sorted(folder.glob(pattern))
    assert found, pattern
    return found


def without(*patterns: str) -> Damage:
    """Delete what matches."""

    def damage(folder: Path) -> None:
        for path in [path for pattern in patterns for path in files(folder, pattern)]:
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()

    return damage


def cut(*patterns: str, at: int = 200) -> Damage:
    """Cut files off."""

    def damage(folder: Path) -> None:
        for path in [path for pattern in patterns for path in files(folder, pattern)]:
            path.write_bytes(path.read_bytes()[:at])

    return damage


def zeroed(pattern: str) -> Damage:
    """Overwrite the pages of files, not their footers."""

    def damage(folder: Path) -> None:
        for path in files(folder, pattern):
            content = bytearray(path.read_bytes())
            content[64 : len(content) // 3] = bytes(len(content) // 3 - 64)
            path.write_bytes(content)

    return damage


def written(name: str, content: str) -> Damage:
    return lambda folder: (folder / name).write_text(content)


def each(*damages: Damage) -> Damage:
    """Do several kinds of damage."""

    def damage(folder: Path) -> None:
        for one in damages:
            one(folder)

    return damage


MENDED_AT_ONCE: dict[str, tuple[Damage, tuple[str, ...]]] = {
    "a damaged head": (cut(layout.HEAD, at=40), ("HEAD.json is damaged",)),
    "no head and no history": (without(layout.HEAD, layout.HISTORY), ("HEAD.json is missing",)),
    "no catalogue": (without(layout.CATALOGUE), ("newsledger.duckdb is missing",)),
    "a catalogue cut off": (cut(layout.CATALOGUE, at=5000), ("newsledger.duckdb cannot be read",)),
    "no marts": (without(layout.MARTS, layout.MARTS_STORE), ("marts is missing",)),
    "a mart cut off": (cut(".marts/*/figures.parquet"), ("figures.parquet is damaged",)),
    "words of the index gone": (without(".marts/*/search/postings/*.parquet"), ("is missing",)),
    "a description gone": (without(".marts/*/croissant.json"), ("croissant.json is missing",)),
    "a log gone, and an entry of another": (
        without("tables/figures/_delta_log", "tables/articles/_delta_log/*1.json"),
        ("tables/figures is damaged", "tables/articles is damaged"),
    ),
    "an entry of a log damaged": (cut("tables/runs/_delta_log/*1.json", at=50), ("the log of",)),
    "a damaged history": (written(layout.HISTORY, "{\n"), ("1 lines of history.jsonl",)),
}
"""Damage that the warehouse's other parts suffice to mend, and what is said of it."""

FILLED_AGAIN: dict[str, Damage] = {
    "a file of figures cut off, pages of quotations overwritten": each(
        cut("tables/figures/*.parquet"), zeroed("tables/quotations/*.parquet")
    ),
    "files of mentions gone, and the head": without("tables/mentions/*.parquet", layout.HEAD),
    "a table gone, and the catalogue": without("tables/citations", layout.CATALOGUE),
    "entities and their links gone": without("tables/entities/*.parquet", "tables/mention_entities/*.parquet"),
    "articles gone": without("tables/articles/*.parquet"),
    "files gone": without("tables/files/*.parquet"),
    "articles, files and a mart gone": cut(
        "tables/articles/*.parquet", "tables/files/*.parquet", ".marts/*/dim_date.parquet"
    ),
}
"""Damage after which rows are found again from texts and files."""


AS_LANDED = frozenset({"rows_checksum"})
"""What the table of files alone says of rows: how they landed. Without it `verify` reads their texts again."""


@pytest.fixture(scope="module")
def expected(examples_warehouse: Path) -> dict[str, list[tuple[object, ...]]]:
    return tables(examples_warehouse, without=AS_LANDED)


def assert_sound(folder: Path, expected: dict[str, list[tuple[object, ...]]]) -> None:
    assert tables(folder, without=AS_LANDED) == expected
    assert list(prove(folder)) == []
    assert read_head(folder) == published_head(folder)
    assert published_head(folder).incomplete == ()


@pytest.mark.parametrize("name", MENDED_AT_ONCE)
def test_repair_mends_at_once_what_other_parts_tell(
    examples_warehouse: Path, tmp_path: Path, expected: dict[str, list[tuple[object, ...]]], name: str
) -> None:
    damage, words = MENDED_AT_ONCE[name]
    folder = copied(examples_warehouse, tmp_path)
    damage(folder)
    done = RUNNER.invoke(app, ["repair", "--warehouse", str(folder)])
    assert done.exit_code == 0, done.stderr
    assert [word for word in words if word not in done.stdout] == []
    assert "nothing is lost" in done.stdout
    assert_sound(folder, expected)
    assert RUNNER.invoke(app, ["repair", "--warehouse", str(folder)]).stdout == "Nothing is damaged.\n"


@pytest.mark.usefixtures("prefect_api")
@pytest.mark.parametrize("name", FILLED_AGAIN)
def test_repair_fills_tables_again(
    examples_warehouse: Path, tmp_path: Path, expected: dict[str, list[tuple[object, ...]]], name: str
) -> None:
    folder = copied(examples_warehouse, tmp_path)
    FILLED_AGAIN[name](folder)
    assert mend_folder(folder)
    for command in (["status"], ["sql", "SELECT 1"]):
        done = RUNNER.invoke(app, [*command, "--warehouse", str(folder)])
        assert "was cut off" in done.stderr
        assert "newsledger repair" in done.stderr
    lost = repair(str(folder))
    assert lost == []
    assert_sound(folder, expected)
    asked = [parameters for (parameters,) in rows(folder, "SELECT parameters FROM runs ORDER BY started_at")]
    assert json.loads(str(asked[-1]))["repair"]
    assert read_history(folder)[-1].sequence == published_head(folder).sequence
    told = RUNNER.invoke(app, ["history", "--warehouse", str(folder)])
    assert (told.exit_code, told.stderr) == (0, "")


@pytest.mark.usefixtures("prefect_api")
def test_repair_cut_off_is_finished_by_the_next(
    examples_warehouse: Path,
    tmp_path: Path,
    expected: dict[str, list[tuple[object, ...]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = copied(examples_warehouse, tmp_path)
    cut("tables/figures/*.parquet", "tables/articles/*.parquet")(folder)
    mend_folder(folder)
    with monkeypatch.context() as patch:
        patch.setattr("flows.repair.land_again", out_of_room)
        with pytest.raises(WarehouseError, match="no room"):
            repair(str(folder))
    assert published_head(folder).incomplete == ("articles", "figures")
    done = RUNNER.invoke(app, ["ingest", str(EXAMPLES), "--warehouse", str(folder)])
    assert done.exit_code == 1
    assert "A repair of" in done.stderr
    assert mend_folder(folder) == []
    assert repair(str(folder)) == []
    assert_sound(folder, expected)


def out_of_room(*_: object, **__: object) -> None:
    raise WarehouseError("no room")


@pytest.mark.usefixtures("prefect_api")
def test_repair_names_articles_that_are_lost(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    shutil.copytree(EXAMPLES, inbox)
    (inbox / "refused.txt").write_text("Nothing of a header.\n")
    folder = ingest_without_suites([str(inbox)], tmp_path / "ledger")
    first, second, *_ = rows(folder, "SELECT article_id, source, source_path FROM articles ORDER BY source")
    before = tables(folder)
    Path(str(first[2])).unlink()
    Path(str(second[2])).write_text("Another text.\n")
    without("tables/articles/*.parquet", "tables/rejections/*.parquet")(folder)
    mend_folder(folder)
    lost = repair(str(folder))
    assert [line for line in lost if "article" in line] == [
        f"Lost: article {first[0]} ({first[1]}), whose file is gone.",
        f"Lost: article {second[0]} ({second[1]}), whose file is gone.",
    ]
    gone = {first[0], second[0]}
    assert set(rows(folder, "SELECT article_id FROM articles")) == {
        (key,) for (key, *_) in before["articles"] if key not in gone
    }
    assert rows(folder, "SELECT source, rule FROM rejections") == [("refused.txt", "format_unknown")]
    assert rows(folder, "SELECT count(*) FROM figures WHERE article_id NOT IN (SELECT article_id FROM articles)") == [
        (0,)
    ]
    assert list(prove(folder)) == []


@pytest.mark.usefixtures("prefect_api")
def test_repair_names_runs_and_refusals_that_are_lost(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    shutil.copy(min(EXAMPLES.iterdir()), inbox)
    (inbox / "refused.txt").write_text("Nothing of a header.\n")
    folder = ingest_without_suites([str(inbox)], tmp_path / "ledger", run_id="first")
    shutil.rmtree(folder / layout.REJECTED)
    (inbox / "refused.txt").unlink()
    cut("tables/runs/*.parquet", "tables/rejections/*.parquet")(folder)
    mend_folder(folder)
    assert repair(str(folder)) == [
        "Lost: what `runs` says of run first.",
        "Lost: why refused.txt was refused. Ingest it again.",
    ]
    assert rows(folder, "SELECT source FROM files WHERE outcome = 'rejected'") == []


SAID: dict[str, tuple[Damage, str, str]] = {
    "a file of figures cut off": (cut("tables/figures/*.parquet"), "FROM figures", "is damaged"),
    "pages overwritten": (zeroed("tables/figures/*.parquet"), "FROM figures", "damaged"),
    "a file of figures gone": (without("tables/figures/*.parquet"), "FROM figures", "is missing"),
    "a mart gone": (without(".marts/*/figures.parquet"), "FROM marts.figures", "is missing"),
    "all marts gone": (without(".marts", "marts"), "FROM marts.figures", "is missing"),
    "no head": (without(layout.HEAD), "SELECT 1", "HEAD.json is missing"),
    "a damaged head": (cut(layout.HEAD, at=40), "SELECT 1", "HEAD.json is damaged"),
    "no catalogue": (without(layout.CATALOGUE), "SELECT 1", "newsledger.duckdb is missing"),
    "a catalogue cut off": (cut(layout.CATALOGUE, at=5000), "SELECT 1", "cannot be read"),
}
"""Damage, a query that meets it, and what is said of it."""


@pytest.mark.parametrize("name", SAID)
def test_sql_and_status_say_what_to_run(examples_warehouse: Path, tmp_path: Path, name: str) -> None:
    damage, query, words = SAID[name]
    folder = copied(examples_warehouse, tmp_path)
    publish(folder, max_bytes=0)  # a catalogue that is complete in itself needs none of these files
    damage(folder)
    done = RUNNER.invoke(app, ["sql", query, "--warehouse", str(folder)])
    assert done.exit_code == 1
    assert words in done.stderr
    assert "newsledger repair" in done.stderr
    told = RUNNER.invoke(app, ["status", "--warehouse", str(folder)])
    if "pages" not in name:  # to count rows is to read footers
        assert "newsledger repair" in told.stdout + told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize("command", [["sql", "FROM figures", "--as-of", "run"], ["history"]])
def test_commands_about_the_past_say_what_to_run(examples_warehouse: Path, tmp_path: Path, command: list[str]) -> None:
    folder = copied(examples_warehouse, tmp_path)
    cut("tables/figures/*.parquet")(folder)
    done = RUNNER.invoke(app, [*command, "--warehouse", str(folder)])
    assert done.exit_code == 1
    assert "is damaged" in done.stderr
    assert "newsledger repair" in done.stderr


@pytest.mark.parametrize("name", ["a file of figures cut off", "a file of figures gone", "a mart gone"])
def test_status_names_files_that_a_complete_catalogue_does_without(
    examples_warehouse: Path, tmp_path: Path, name: str
) -> None:
    damage, query, words = SAID[name]
    folder = copied(examples_warehouse, tmp_path)
    damage(folder)
    assert RUNNER.invoke(app, ["sql", query, "--warehouse", str(folder)]).exit_code == 0
    told = RUNNER.invoke(app, ["status", "--warehouse", str(folder)])
    assert told.exit_code == 0
    assert words in told.stdout
    assert "newsledger repair" in told.stdout


def test_status_counts_lost_files_where_they_are_many(examples_warehouse: Path, tmp_path: Path) -> None:
    folder = copied(examples_warehouse, tmp_path)
    without("marts", ".marts")(folder)
    told = RUNNER.invoke(app, ["status", "--warehouse", str(folder)])
    assert told.stdout.count("Damaged: ") == 6
    assert "other files are missing or cut too. Run `newsledger repair" in told.stdout


def test_status_names_lost_entries_of_a_log(examples_warehouse: Path, tmp_path: Path) -> None:
    folder = copied(examples_warehouse, tmp_path)
    without("tables/articles/_delta_log/*1.json")(folder)
    told = RUNNER.invoke(app, ["status", "--warehouse", str(folder)])
    assert told.exit_code == 0
    assert "00000000000000000001.json is missing" in told.stdout
    assert "newsledger repair" in told.stdout


@pytest.mark.parametrize("command", [["sql", "SELECT 1"], ["status"], ["repair"], ["ingest", str(EXAMPLES)]])
def test_commands_refuse_a_warehouse_of_a_later_version(
    examples_warehouse: Path, tmp_path: Path, command: list[str]
) -> None:
    folder = copied(examples_warehouse, tmp_path)
    head = json.loads((folder / layout.HEAD).read_text())
    (folder / layout.HEAD).write_text(json.dumps({**head, "layout": head["layout"] + 1, "tables": "other"}))
    done = RUNNER.invoke(app, [*command, "--warehouse", str(folder)])
    assert done.exit_code == 1
    assert "written by a later version of Newsledger (layout 2; this one knows 1)" in done.stderr


@pytest.mark.parametrize("name", ["absent", "empty", "other"])
def test_repair_says_that_there_is_no_warehouse(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    if name != "absent":
        folder.mkdir()
    if name == "other":
        (folder / "notes.txt").write_text("mine")
    done = RUNNER.invoke(app, ["repair", "--warehouse", str(folder)])
    assert done.exit_code == 1
    assert "no warehouse" in done.stderr
    assert sorted(path.name for path in folder.glob("*")) == (["notes.txt"] if name == "other" else [])
