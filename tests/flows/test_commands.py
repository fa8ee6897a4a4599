"""The commands as a user types them: their output, their exit codes, their words when something is wrong."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.cli import app
from tests.support.places import EXAMPLES
from warehouse.ledger.ledger import open_ledger

RUNNER = CliRunner()
MONEY = "SELECT value, unit FROM figures WHERE kind = 'money' ORDER BY value DESC LIMIT 1"


def test_sql_writes_csv(examples_warehouse: Path) -> None:
    done = RUNNER.invoke(app, ["sql", MONEY, "--warehouse", str(examples_warehouse), "--format", "csv"])
    assert done.exit_code == 0
    assert done.stdout.splitlines()[0] == "value,unit"
    assert len(done.stdout.splitlines()) == 2


def test_sql_writes_json(examples_warehouse: Path) -> None:
    done = RUNNER.invoke(app, ["sql", MONEY, "--warehouse", str(examples_warehouse), "--format", "json"])
    ((row,),) = (json.loads(done.stdout),)
    assert set(row) == {"value", "unit"}


def test_sql_writes_parquet_to_a_file(examples_warehouse: Path, tmp_path: Path) -> None:
    path = tmp_path / "money.parquet"
    arguments = ["sql", MONEY, "--warehouse", str(examples_warehouse), "--format", "parquet", "--output", str(path)]
    assert RUNNER.invoke(app, arguments).exit_code == 0
    assert path.read_bytes()[:4] == b"PAR1"


@pytest.mark.parametrize("name", ["none/money.csv", "."])
def test_sql_names_a_file_that_cannot_be_written(examples_warehouse: Path, tmp_path: Path, name: str) -> None:
    arguments = ["sql", MONEY, "--warehouse", str(examples_warehouse), "--format", "csv"]
    done = RUNNER.invoke(app, [*arguments, "--output", str(tmp_path / name)])
    assert done.exit_code == 1
    assert "Name another file with --output" in done.stderr


@pytest.mark.parametrize("query", ["", " ;\n"])
def test_sql_says_that_there_is_no_query(examples_warehouse: Path, query: str) -> None:
    done = RUNNER.invoke(app, ["sql", query, "--warehouse", str(examples_warehouse)])
    assert (done.exit_code, "There is no query" in done.stderr) == (1, True)


def test_sql_takes_a_query_that_begins_with_a_comment(examples_warehouse: Path) -> None:
    done = RUNNER.invoke(app, ["sql", "-- all\nSELECT 1 AS one", "--warehouse", str(examples_warehouse)])
    assert done.exit_code == 0
    assert "one" in done.stdout


def test_sql_reads_standard_input(examples_warehouse: Path) -> None:
    arguments = ["sql", "--warehouse", str(examples_warehouse), "--format", "csv"]
    assert RUNNER.invoke(app, arguments, input="SELECT 41 + 1 AS answer").stdout == "answer\n42\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["sql", "SELEC 1"], "syntax error"),
        (["sql", "SELECT 1", "--format", "parquet"], "--output"),
        (["sql", "DELETE FROM figures"], "DELETE"),
        (["show", "nothing-like-it"], "Look for it with"),
        (["show", "monitor-1998"], "Close ones are monitor-1998-10-15-pipeline.txt ("),
        (["show", "border trade 2002"], "china-brief-2002-04-border-trade.txt ("),
    ],
)
def test_commands_explain_what_is_wrong(examples_warehouse: Path, arguments: list[str], words: str) -> None:
    done = RUNNER.invoke(app, [*arguments, "--warehouse", str(examples_warehouse)])
    assert done.exit_code == 1
    assert words.lower() in done.stderr.lower()
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "command",
    [
        ["sql", "SELECT 1"],
        ["sql", "SELECT 1", "--as-of", "2026-03-01"],
        ["show", "x"],
        ["status"],
        ["explore"],
        ["history"],
        ["diff", "a", "b"],
        ["verify"],
        ["relocate"],
    ],
)
def test_commands_say_that_there_is_no_warehouse(tmp_path: Path, command: list[str]) -> None:
    done = RUNNER.invoke(app, [*command, "--warehouse", str(tmp_path / "absent")])
    assert done.exit_code == 1
    assert "newsledger ingest" in done.stderr


@pytest.mark.parametrize("command", [["sql", "SELECT 1"], ["status"], ["verify"], ["repair"], ["backfill"]])
@pytest.mark.parametrize(
    ("name", "advised"),
    [
        ("notes.csv", "it is a file. Name the folder of one"),
        ("newsledger.duckdb", "it is a file. Name {folder}, which it lies in"),
        (".", "but other files. Name the folder of one"),
    ],
)
def test_commands_advise_only_what_works_there(tmp_path: Path, command: list[str], name: str, advised: str) -> None:
    for file in ("notes.csv", "newsledger.duckdb") if name != "." else ("notes.csv",):
        (tmp_path / file).write_text("mine")
    done = RUNNER.invoke(app, [*command, "--warehouse", str(tmp_path / name)])
    assert done.exit_code == 1
    assert advised.format(folder=tmp_path) in done.stderr
    assert "newsledger ingest" not in done.stderr


def test_ingest_of_an_empty_folder_says_what_to_name(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    words = ["ingest", str(tmp_path / "in"), "--warehouse", str(tmp_path / "ledger")]
    for done in (RUNNER.invoke(app, words), RUNNER.invoke(app, words)):
        assert done.exit_code == 0
        assert "There is no file to read: name files" in done.stdout


@pytest.mark.parametrize("options", [[], ["--prune"]])
def test_ingest_beside_a_writer_ends_before_prefect_starts(tmp_path: Path, options: list[str]) -> None:
    raw, warehouse = tmp_path / "note.txt", tmp_path / "ledger"
    raw.write_text("The ferry carried 300 tons of flour on Monday.", encoding="utf-8")
    with open_ledger(warehouse):
        done = CliRunner().invoke(app, ["ingest", str(raw), "--warehouse", str(warehouse), *options])
    assert done.exit_code == 1
    assert f"is being written by process {os.getpid()}" in done.stderr
    assert not (warehouse / "work" / "prefect").exists()


def test_show_prints_header_text_and_facts(examples_warehouse: Path) -> None:
    source = sorted(path.name for path in (EXAMPLES).glob("*.txt"))[0]
    done = RUNNER.invoke(app, ["show", source, "--warehouse", str(examples_warehouse)])
    assert done.exit_code == 0
    for word in (source, "publication", "figures", "citations"):
        assert word in done.stdout


@pytest.mark.parametrize(("output_format", "begins"), [("table", "┏"), ("csv", "run_id,"), ("json", "[\n{")])
def test_history_lists_runs(examples_warehouse: Path, output_format: str, begins: str) -> None:
    done = RUNNER.invoke(app, ["history", "--format", output_format, "--warehouse", str(examples_warehouse)])
    assert done.exit_code == 0, done.stderr
    assert done.stdout.startswith(begins)
    assert "2001-02-03" in done.stdout


def test_diff_of_a_run_with_itself_is_empty(examples_warehouse: Path) -> None:
    arguments = ["diff", "run", "2030-01-01", "--rows", "--format", "json", "--warehouse", str(examples_warehouse)]
    assert RUNNER.invoke(app, arguments).stdout == "[]\n"


def test_sql_as_of_says_what_is_kept(examples_warehouse: Path) -> None:
    asked = ["sql", "SELECT 1", "--warehouse", str(examples_warehouse), "--as-of"]
    assert "1" in RUNNER.invoke(app, [*asked, "2001-02-03"]).stdout
    assert "No state is kept from 2001-02-02" in RUNNER.invoke(app, [*asked, "2001-02-02"]).stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "nothing-like-it"],
        ["rejected", "0123456789"],
        ["diff", "a", "b"],
        ["sql", "FROM nothing_like_it_at_all"],
        ["sql", "SELECT 1", "--as-of", "then"],
    ],
    ids=" ".join,
)
def test_commands_that_are_advised_can_be_pasted(examples_warehouse: Path, arguments: list[str]) -> None:
    refused = RUNNER.invoke(app, [*arguments, "--warehouse", str(examples_warehouse)])
    advised = re.findall(r"`newsledger ([^`]+)`", refused.stderr)
    assert advised, refused.stderr
    for command in advised:
        done = RUNNER.invoke(app, shlex.split(command))
        assert done.exit_code == 0, command


def test_a_time_that_is_said_to_be_kept_can_be_asked(examples_warehouse: Path) -> None:
    asked = ["sql", "SELECT 1", "--warehouse", str(examples_warehouse), "--as-of"]
    said = RUNNER.invoke(app, [*asked, "1990-01-01"]).stderr
    run_id, moment = re.search(r"run (\S+), finished (\S+ \(UTC\))", said).groups()
    for wanted in (run_id, moment, moment.partition(" ")[0]):
        assert RUNNER.invoke(app, [*asked, wanted]).exit_code == 0, wanted


@pytest.mark.parametrize(
    "arguments",
    [
        ["sql", "SELECT repeat('word ', 3000) AS a, 'end' AS b"],
        ["show", "monitor-1998-10-15-pipeline.txt"],
        ["entity", "Russia"],
        ["history"],
        ["status"],
    ],
    ids=" ".join,
)
def test_tables_that_go_into_a_pipe_are_neither_cut_nor_folded(examples_warehouse: Path, arguments: list[str]) -> None:
    shown = RUNNER.invoke(app, [*arguments, "--warehouse", str(examples_warehouse)]).stdout
    assert "…" not in shown
    rows = [line for line in shown.splitlines() if line.startswith("│")]
    assert rows
    assert all(line.strip("│ ").split("│")[0].strip() for line in rows)


def test_status_counts_every_table(examples_warehouse: Path) -> None:
    done = RUNNER.invoke(app, ["status", "--warehouse", str(examples_warehouse)])
    assert done.exit_code == 0
    for word in ("accepted", "articles", "figures", "Last run"):
        assert word in done.stdout


def test_verify_proves_every_row(examples_warehouse: Path) -> None:
    done = RUNNER.invoke(app, ["verify", "--warehouse", str(examples_warehouse)])
    assert done.exit_code == 0, done.stderr
    assert "rows are proved" in done.stdout


QUICK = {
    "help": ("great_expectations", "prefect", "spacy", "pandas", "pyarrow", "deltalake", "duckdb", "numpy", "pydantic"),
    "sql": ("great_expectations", "prefect", "spacy", "pandas", "pyarrow", "deltalake"),
    "show": ("great_expectations", "prefect", "spacy", "pandas", "pyarrow", "deltalake"),
    "status": ("great_expectations", "prefect", "spacy", "pandas", "pyarrow", "deltalake"),
    "explore": ("great_expectations", "prefect", "spacy", "pandas", "pyarrow", "deltalake", "uvicorn"),
    "entity": ("great_expectations", "prefect", "spacy", "pandas", "pyarrow", "deltalake", "rapidfuzz"),
    "export": ("great_expectations", "prefect", "spacy", "pandas", "pyarrow", "deltalake", "xlsxwriter"),
    "extract": ("great_expectations", "prefect", "duckdb", "pandas", "pyarrow", "deltalake"),
}
MODULES = {
    name: f"flows.commands.asking.{name}" for name in ("sql", "export", "show", "status", "entity", "explore")
} | {"extract": "flows.commands.extract", "help": "flows.cli"}


@pytest.mark.parametrize(
    ("arguments", "slow"), [(["--help"], QUICK["help"]), (["sql", "select 1"], (*QUICK["sql"], "numpy"))]
)
def test_commands_that_must_be_quick_run_without_what_is_slow(
    arguments: list[str], slow: tuple[str, ...], examples_warehouse: Path
) -> None:
    of_warehouse = [] if arguments == ["--help"] else ["--warehouse", str(examples_warehouse)]
    script = (
        "import atexit, sys\n"
        f"atexit.register(lambda: print(*(m for m in {slow!r} if m in sys.modules), file=sys.stderr))\n"
        "from flows.cli import app; app()"
    )
    command = [sys.executable, "-c", script, *arguments, *of_warehouse]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=dict(os.environ))
    assert done.stderr.strip() == ""


@pytest.mark.parametrize("command", QUICK)
def test_commands_that_must_be_quick_load_nothing_slow(command: str) -> None:
    script = f"import sys, {MODULES[command]}; print(*(m for m in {QUICK[command]!r} if m in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, env=dict(os.environ)
    )
    assert done.stdout.strip() == ""
