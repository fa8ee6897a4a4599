"""What holds for all of the code: size, names, and that nothing is registered without its tests and meanings."""

import ast
import sys
from pathlib import Path

import pytest

from tasks.extractors import EXTRACTORS
from warehouse.records import TABLES, columns

ROOT = Path(__file__).parents[1]
PACKAGES = ("flows", "tasks", "expectations", "warehouse")
FILES = sorted(path for package in (*PACKAGES, "benchmarks") for path in (ROOT / package).rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION = 300, 40
ALL_TABLES = ROOT / "warehouse" / "records.py"
"""The one file that may be longer: every table of the ledger stands in it, one after the other."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_are_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_FILE or path == ALL_TABLES
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
    long = [f.name for f in functions if (f.end_lineno or 0) - f.lineno >= LONGEST_FUNCTION]
    assert long == []


def test_modules_of_flows_shadow_nothing() -> None:
    names = {path.stem for path in (ROOT / "flows").iterdir() if path.suffix == ".py" or path.is_dir()}
    assert names.isdisjoint(sys.stdlib_module_names - {"__init__"})
    assert names.isdisjoint(PACKAGES)


def test_extractors_have_a_table_of_cases() -> None:
    for name in EXTRACTORS:
        test = ROOT / "tests" / f"test_{name}.py"
        assert test.exists(), name
        assert "parametrize" in test.read_text(encoding="utf-8"), name


def test_columns_have_meanings() -> None:
    for record in TABLES:
        assert record.__doc__
        assert record.__doc__.startswith("One row per")
        for name, _, meaning in columns(record):
            assert meaning.endswith("."), f"{record.table}.{name}"
