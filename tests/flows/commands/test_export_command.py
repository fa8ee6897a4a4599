"""`newsledger export` as a user types it."""

import json
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.cli import app
from tests.support.places import ROOT

RUNNER = CliRunner()
PAGE = (ROOT / "docs" / "export.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\.venv/bin/newsledger (export .+)$", PAGE, re.MULTILINE)


def test_export_says_to_which_tables_the_condition_was_applied(examples_warehouse: Path, tmp_path: Path) -> None:
    arguments = ["export", str(tmp_path / "to"), "--format", "csv", "--where", "unit = 'USD'"]
    done = RUNNER.invoke(app, [*arguments, "--warehouse", str(examples_warehouse)])
    assert done.exit_code == 0, done.stderr
    lines = {line.split()[1]: line for line in done.stdout.splitlines() if "marts." in line}
    assert " applied" in lines["marts.fct_figures"]
    assert "not applied: all rows" in lines["marts.fct_mentions"]
    assert "rows led to" in lines["marts.dim_unit"]
    assert "Unknown row" in done.stdout
    assert (tmp_path / "to" / "fct_figures.csv").exists()


def test_export_without_a_condition_says_nothing_of_one(examples_warehouse: Path, tmp_path: Path) -> None:
    arguments = ["export", str(tmp_path / "to"), "--format", "jsonl", "--table", "articles"]
    done = RUNNER.invoke(app, [*arguments, "--warehouse", str(examples_warehouse)])
    assert done.exit_code == 0, done.stderr
    assert "marts.articles" in done.stdout
    assert "condition" not in done.stdout
    assert "applied" not in done.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_export_page_has_commands_that_run(examples_warehouse: Path, tmp_path: Path, command: str) -> None:
    words = [str(tmp_path / "to") if word == "DIR" else word for word in shlex.split(command)]
    done = RUNNER.invoke(app, [*words, "--warehouse", str(examples_warehouse)])
    assert done.exit_code == 0, done.stderr
    assert "export.json" in {path.name for path in (tmp_path / "to").iterdir()}


def test_export_page_shows_the_manifest_as_it_is(examples_warehouse: Path, tmp_path: Path) -> None:
    (shown,) = (json.loads(block) for block in re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL))
    arguments = ["export", str(tmp_path / "to"), "--format", "csv", "--where", shown["condition"]]
    assert RUNNER.invoke(app, [*arguments, "--warehouse", str(examples_warehouse)]).exit_code == 0
    manifest = json.loads((tmp_path / "to" / "export.json").read_text(encoding="utf-8"))
    assert list(manifest) == list(shown)
    assert list(manifest["tables"][0]) == list(shown["tables"][0])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--where", "unti = 'USD'"], "close names are unit"),
        (["--where", "kind = "], "no SQL condition"),
        (["--table", "fct_figure"], "marts.fct_figures"),
        (["--where", "CAST(unit AS INTEGER) = 1"], "Change the condition of --where"),
    ],
)
def test_export_explains_what_is_wrong_in_a_line(
    examples_warehouse: Path, tmp_path: Path, arguments: list[str], words: str
) -> None:
    command = ["export", str(tmp_path / "to"), "--format", "csv", *arguments]
    done = RUNNER.invoke(app, [*command, "--warehouse", str(examples_warehouse)])
    assert done.exit_code == 1
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "to").exists()


def test_export_says_that_there_is_no_warehouse(tmp_path: Path) -> None:
    command = ["export", str(tmp_path / "to"), "--format", "csv", "--warehouse", str(tmp_path / "absent")]
    done = RUNNER.invoke(app, command)
    assert done.exit_code == 1
    assert "newsledger ingest" in done.stderr


def test_export_help_states_the_rule_for_dimensions() -> None:
    words = " ".join(RUNNER.invoke(app, ["export", "--help"]).stdout.split())
    assert "every exported table that has all columns it names" in words
    assert "inner joins lose nothing" in words
