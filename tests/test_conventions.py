"""What holds for all of the code: size, rooms and their tables of contents, and that nothing is registered untested."""

import ast
import re
import sys
from collections import Counter
from pathlib import Path

import pytest

from flows.commands.asking import show
from tasks.extractors import EXTRACTORS
from tests.support.places import ROOT
from warehouse.records import ARTICLE_TABLES, TABLES, Article, columns

PACKAGES = ("flows", "tasks", "expectations", "warehouse")
FILES = sorted(path for package in (*PACKAGES, "benchmarks") for path in (ROOT / package).rglob("*.py"))
ROOMS = sorted(path.parent for path in FILES if path.name == "__init__.py")
TEST_ROOMS = sorted({path.parent for path in (ROOT / "tests").rglob("*.py")})
LONGEST_FILE, LONGEST_FUNCTION, MOST_MODULES = 300, 40, 14
LISTED = re.compile(r"^- ((?:`\w+`(?:, | and )?)+)", re.MULTILINE)
"""Modules at the head of a line of a table of contents: "- `a`, `b`: what they do"."""


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_files_and_functions_are_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_FILE
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
    long = [f.name for f in functions if (f.end_lineno or 0) - f.lineno >= LONGEST_FUNCTION]
    assert long == []


@pytest.mark.parametrize("room", [*ROOMS, *TEST_ROOMS], ids=name_of)
def test_rooms_are_small(room: Path) -> None:
    assert len([path for path in room.glob("*.py") if path.name != "__init__.py"]) <= MOST_MODULES


@pytest.mark.parametrize("room", ROOMS, ids=name_of)
def test_rooms_list_their_modules_in_reading_order(room: Path) -> None:
    docstring = ast.get_docstring(ast.parse((room / "__init__.py").read_text(encoding="utf-8"))) or ""
    listed = [name for line in LISTED.findall(docstring) for name in re.findall(r"`(\w+)`", line)]
    there = modules_of(room)
    assert {name for name in there if f"`{name}`" not in docstring} == set(), "not in the package's docstring"
    assert [name for name in listed if name not in there] == [], "in the docstring, but not in the package"
    for place, name in enumerate(listed):
        later = imports_within(there[name], room).intersection(listed[place + 1 :])
        assert not later, f"`{name}` is read before {later}, which it is built on"


def modules_of(room: Path) -> dict[str, list[Path]]:
    """Return the files of each module and each package that stands in a room."""
    modules = {path.stem: [path] for path in room.glob("*.py") if path.name != "__init__.py"}
    return modules | {path.parent.name: sorted(path.parent.rglob("*.py")) for path in room.glob("*/__init__.py")}


def imports_within(files: list[Path], room: Path) -> set[str]:
    """Return the names of a room's own modules that some files import."""
    dotted = ".".join(room.relative_to(ROOT).parts) + "."
    nodes = (node for path in files for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    full = {f"{node.module}.{alias.name}" for node in nodes if isinstance(node, ast.ImportFrom) for alias in node.names}
    return {name.removeprefix(dotted).partition(".")[0] for name in full if name.startswith(dotted)}


def test_modules_of_flows_shadow_nothing() -> None:
    names = {path.stem for path in (ROOT / "flows").iterdir() if path.suffix == ".py" or path.is_dir()}
    assert names.isdisjoint(sys.stdlib_module_names - {"__init__"})
    assert names.isdisjoint(PACKAGES)


def test_files_of_tests_have_names_of_their_own() -> None:
    names = Counter(path.name for path in (ROOT / "tests").rglob("test_*.py"))
    assert [name for name, count in names.items() if count > 1] == []  # pytest would load but one of them


def test_extractors_have_a_table_of_cases() -> None:
    for name in EXTRACTORS:
        test = ROOT / "tests" / "tasks" / "extractors" / f"test_{name}.py"
        assert test.exists(), name
        assert "parametrize" in test.read_text(encoding="utf-8"), name


def test_extractors_are_shown() -> None:
    assert set(EXTRACTORS) == set(show.STYLES)
    assert set(show.LISTED) == {record.table for record in ARTICLE_TABLES} - {Article.table}


def test_columns_have_meanings() -> None:
    for record in TABLES:
        assert record.__doc__
        assert record.__doc__.startswith("One row per")
        for name, _, meaning in columns(record):
            assert meaning.endswith("."), f"{record.table}.{name}"
