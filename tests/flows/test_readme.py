"""The README and the pages that it leads to are true: their answers, commands and files."""

import json
import re
import shlex
from pathlib import Path

import pandas
import pytest
from typer.main import get_command
from typer.testing import CliRunner

from flows.answers import ASKED_AND_ANSWERED, QUESTIONS, refreshed
from flows.cli import app
from flows.demo import QUERIES
from tests.support.places import EXAMPLES, ROOT
from warehouse.reading.query import run_query

PAGE = (ROOT / "README.md").read_text(encoding="utf-8")
ANSWERED = QUESTIONS.read_text(encoding="utf-8")
PAGES = [ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")] + sorted(
    (ROOT / "docs").glob("*.md")
)


def test_answers_are_those_of_the_examples(examples_warehouse: Path) -> None:
    assert refreshed(ANSWERED, warehouse=examples_warehouse) == ANSWERED, "run `make docs`"


def test_questions_are_the_example_queries() -> None:
    asked = [block[2] for block in ASKED_AND_ANSWERED.finditer(ANSWERED)]
    assert asked == [path.read_text(encoding="utf-8") for path in sorted(QUERIES.glob("*.sql"))]


def test_readme_commands_exist() -> None:
    commands = get_command(app).commands  # type: ignore[attr-defined]
    named = set(re.findall(r"newsledger (\w+)", PAGE)) - {"turns", "ingests"}
    assert named <= set(commands), named - set(commands)


COMMANDS = [
    line.partition("#")[0].split()[1:]
    for block in re.findall(r"```bash\n(.*?)```", PAGE, re.DOTALL)
    for line in block.splitlines()
    if line.startswith(".venv/bin/newsledger")
]
"""Every command line of the README, as words without the program's name."""


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_readme_commands_run(examples_warehouse: Path, words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    if words[0] == "ingest":
        pytest.skip("run by the fixture, which ingests the examples")
    monkeypatch.setenv("NEWSLEDGER_WAREHOUSE", str(examples_warehouse))
    source = min(path.name for path in EXAMPLES.iterdir())
    given = {"SOURCE": source, "<": None, ">": None, "in.jsonl": None, "out.jsonl": None}
    arguments = [word for word in (given.get(word, word) for word in shlex.split(" ".join(words))) if word]
    typed = json.dumps({"id": "1", "text": "It cost $5 million.", "published_on": None}) + "\n"
    done = CliRunner().invoke(app, arguments, input=typed if words[0] == "extract" else "SELECT 1")
    assert done.exit_code == 0, done.stderr
    assert done.stdout


def test_readme_line_of_extract_is_read() -> None:
    line = re.search(r"input is `(\{.*?\})`", PAGE)
    assert line
    done = CliRunner().invoke(app, ["extract", "--only", "dates"], input=f"{line[1]}\n")
    assert json.loads(done.stdout)["article"]["published_on"] == "1999-05-07"


def test_readme_reads_a_mart_with_pandas(examples_warehouse: Path) -> None:
    call = re.search(r"pandas\.read_parquet\(\"ledger/(\S+)\"\)", PAGE)
    assert call
    assert len(pandas.read_parquet(examples_warehouse / call[1])) > 0


def test_readme_make_targets_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"^make (\w+)", PAGE, re.MULTILINE)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)


@pytest.mark.parametrize("query", re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL))
def test_readme_queries_are_answered(examples_warehouse: Path, query: str) -> None:
    assert list(run_query(examples_warehouse, query).rows)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)]+)\)", page.read_text(encoding="utf-8")):
        path, _, heading = link.partition("#")
        target = page.parent / path if path else page
        assert target.exists(), link
        assert not heading or heading in anchors(target), link


def anchors(page: Path) -> set[str]:
    """Return what a link can name of a page: its headings in small letters, with hyphens between their words."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_modules_and_files_that_are_named_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for path in re.findall(r"`((?:flows|tasks|expectations|warehouse|benchmarks|tests|docs|findings)/[\w./-]*)`", text):
        assert (ROOT / path).exists(), path
    for dotted in re.findall(r"python -m ((?:flows|warehouse|benchmarks)[\w.]*)", text):
        place = ROOT / dotted.replace(".", "/")
        assert place.with_suffix(".py").exists() or (place / "__main__.py").exists(), dotted
