"""ARCHITECTURE.md's first recipe works: a kind of fact is added to a copy by its steps, and the gates pass on it."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support.places import ROOT

BIN = Path(sys.executable).parent
COPIED = ("flows", "tasks", "expectations", "warehouse", "benchmarks", "tests", "docs", "examples", "pyproject.toml")

NEW_FILES = {
    "tasks/extractors/tickers/__init__.py": '''\
"""Finds the symbols by which shares are traded: `(NYSE: HBR)`."""

import re
from collections.abc import Iterator

from warehouse.records import Article, Ticker

VERSION = "1"

TICKER = re.compile(r"\\((?P<exchange>NYSE|LSE|MICEX): (?P<symbol>[A-Z]{1,5})\\)")


def find(article: Article) -> Iterator[Ticker]:
    """Yield one row per symbol in the body."""
    for match in TICKER.finditer(article.text, article.body_start_char, article.body_end_char):
        yield Ticker(
            article_id=article.article_id,
            start_char=match.start(),
            end_char=match.end(),
            text=match[0],
            rule="symbol in parentheses",
            exchange=match["exchange"],
            symbol=match["symbol"],
        )
''',
    "expectations/tickers.py": '''\
"""What a share's symbol must be."""

from great_expectations import ExpectationSuite

from expectations.facts import demands_on, one_of
from warehouse.records import Ticker

SUITE = ExpectationSuite(name="tickers", expectations=[*demands_on(Ticker), one_of("exchange", ("NYSE", "LSE"))])
''',
    "tests/tasks/extractors/test_tickers.py": '''\
"""Symbols of shares."""

import pytest

from tasks.formats import bare_article
from tasks.resolvers.findings import extract


@pytest.mark.parametrize(("text", "symbols"), [("Harbor Lines (NYSE: HBR) fell.", ["HBR"]), ("Harbor fell.", [])])
def test_find(text: str, symbols: list[str]) -> None:
    article = bare_article(text, article_id="one")
    assert [row.symbol for row in extract(article, only=frozenset({"tickers"})).facts["tickers"]] == symbols
''',
}

RECORD = '''

@dataclass(frozen=True, slots=True, kw_only=True)
class Ticker(Fact):
    """One row per symbol of a share in the text."""

    table: ClassVar[str] = "tickers"
    key_name: ClassVar[str] = "ticker_id"
    key_parts: ClassVar[tuple[str, ...]] = ("article_id", "start_char", "end_char")

    exchange: Annotated[str, "Exchange that it is traded at."]
    symbol: Annotated[str, "Symbol of the share."]
'''

EDITS: dict[str, tuple[tuple[str, str], ...]] = {
    "warehouse/records/__init__.py": (
        ("    Quotation,\n)\nfrom", "    Quotation,\n    Ticker,\n)\nfrom"),
        ('    "Stamp",\n', '    "Stamp",\n    "Ticker",\n'),
        ("    CrossReference,\n    DerivedFigure,\n)\n", "    CrossReference,\n    Ticker,\n    DerivedFigure,\n)\n"),
    ),
    "tasks/extractors/__init__.py": (
        ("- `joins`:", "- `tickers`: symbols of shares.\n- `joins`:"),
        ("mentions, quotations\n", "mentions, quotations, tickers\n"),
        ("    Rejection,\n", "    Rejection,\n    Ticker,\n"),
        (
            "EXTRACTORS: dict[str, Extractor] = {\n",
            'EXTRACTORS: dict[str, Extractor] = {\n    "tickers": Extractor(find=tickers.find, record=Ticker, '
            "rules_version=tickers.VERSION),\n",
        ),
    ),
    "expectations/__init__.py": (
        ("`citations`, `cross", "`citations`, `tickers`, `cross"),
        ("`dates`: a suite a table", "`dates`: each a table"),
    ),
    "expectations/suites.py": (
        ("    quotations,\n", "    quotations,\n    tickers,\n"),
        ('    "derived_figures":', '    "tickers": tickers.SUITE,\n    "derived_figures":'),
    ),
    "flows/commands/asking/show.py": (
        ('    "cross_references": "underline",\n', '    "cross_references": "underline",\n    "tickers": "reverse",\n'),
        ('    "derived_figures": (', '    "tickers": ("exchange", "symbol"),\n    "derived_figures": ('),
    ),
    "pyproject.toml": (("mentions | quotations | cross", "mentions | tickers | quotations | cross"),),
}

GATES = (
    ("ruff", "check", "--fix", "--select", "I", "."),  # the order of imports is the formatter's work, not the reader's
    ("ruff", "format", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("lint-imports",),
    ("python", "-m", "warehouse.catalogue.data_model"),
    (
        "pytest",
        "tests/test_conventions.py",
        "tests/warehouse/catalogue/test_data_model.py",
        "tests/tasks/extractors/test_tickers.py",
    ),
)


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the code and add a kind of fact to it, by the recipe's steps."""
    copy = tmp_path_factory.mktemp("extended")
    if (ROOT / ".mypy_cache").is_dir():  # so that mypy reads anew only what the recipe touches
        shutil.copytree(ROOT / ".mypy_cache", copy / ".mypy_cache")
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name)
        else:
            shutil.copy(source, copy / name)
    for name, text in NEW_FILES.items():
        (copy / name).parent.mkdir(exist_ok=True)
        (copy / name).write_text(text, encoding="utf-8")
    with (copy / "warehouse/records/facts.py").open("a", encoding="utf-8") as records:
        records.write(RECORD)
    for name, changes in EDITS.items():
        edit(copy / name, changes)
    return copy


def edit(path: Path, changes: tuple[tuple[str, str], ...]) -> None:
    text = path.read_text(encoding="utf-8")
    for before, after in changes:
        assert text.count(before) == 1, f"{path}: {before!r} stands there {text.count(before)} times"
        text = text.replace(before, after)
    path.write_text(text, encoding="utf-8")


def environment(copy: Path) -> Mapping[str, str]:
    return {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}


def test_recipe_names_every_file_that_a_new_kind_of_fact_touches() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    recipe = page.partition("### A kind of fact\n")[2].partition("\n### ")[0]
    named = re.findall(r"`([\w./-]+)`", recipe)
    touched = [*EDITS, *NEW_FILES, "warehouse/records/facts.py", "docs/data-model.md"]
    folders = tuple(name for name in named if name.endswith("/"))
    assert [path for path in touched if path not in named and not path.startswith(folders)] == []


@pytest.mark.parametrize("gate", GATES, ids=" ".join)
def test_recipe_leads_through_every_gate(extended: Path, gate: tuple[str, ...]) -> None:
    command = [str(BIN / gate[0]), *gate[1:]]
    done = subprocess.run(command, cwd=extended, env=environment(extended), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


INGEST = """
import json, sys
from pathlib import Path
from tests.support.shard_by_shard import ingest_without_prefect
from warehouse.reading.query import run_query

news, warehouse = sys.argv[1], Path(sys.argv[2])
ingest_without_prefect([news], warehouse, files_in_a_shard=2)
print(json.dumps(list(run_query(warehouse, "SELECT text, exchange, symbol FROM tickers").rows)))
"""


def test_recipe_yields_rows_that_land_and_are_checked(extended: Path, tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text(
        "Harbor Lines (NYSE: HBR) fell. Ferry Lines (MICEX: FRY) rose.\n", encoding="utf-8"
    )
    (tmp_path / "ledger").mkdir()
    (tmp_path / "ledger" / "newsledger.toml").write_text('[[formats]]\nmatch = "*.txt"\nformat = "plain"\n')
    command = [str(BIN / "python"), "-c", INGEST, str(tmp_path / "news.txt"), str(tmp_path / "ledger")]
    done = subprocess.run(command, cwd=extended, env=environment(extended), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == [["(NYSE: HBR)", "NYSE", "HBR"]]
