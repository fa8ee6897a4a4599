"""The README is true: its answers, its commands, its files."""

import re
from pathlib import Path

from typer.main import get_command

from flows.cli import app
from flows.demo import QUERIES
from flows.readme import ASKED_AND_ANSWERED, README, refreshed

PAGE = README.read_text(encoding="utf-8")
ROOT = README.parent


def test_readme_answers_are_those_of_the_examples(examples_warehouse: Path) -> None:
    assert refreshed(PAGE, warehouse=examples_warehouse) == PAGE, "run `make demo` and `make docs`"


def test_readme_questions_are_the_example_queries() -> None:
    asked = [block[2] for block in ASKED_AND_ANSWERED.finditer(PAGE)]
    assert asked == [path.read_text(encoding="utf-8") for path in sorted(QUERIES.glob("*.sql"))]


def test_readme_commands_exist() -> None:
    commands = get_command(app).commands  # type: ignore[attr-defined]
    named = set(re.findall(r"newsledger (\w+)", PAGE)) - {"turns", "ingests"}
    assert named <= set(commands), named - set(commands)


def test_readme_make_targets_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"^make (\w+)", PAGE, re.MULTILINE)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)


def test_readme_links_lead_somewhere() -> None:
    for link in re.findall(r"\]\(([^)]+)\)", PAGE):
        assert (ROOT / link).exists(), link
