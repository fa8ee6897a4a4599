"""The report: it needs nothing but itself, can be read by everyone, and says what there is to say."""

import json
import re
import shutil
import subprocess
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from typer.testing import CliRunner

from expectations.suites import CORPUS_SUITES, SUITES
from flows.cli import app
from flows.report.page import TEMPLATE, asked, elapsed, marked, render
from flows.report.plots import columns_over_time, strip
from flows.report.verdict import verdict_on
from tests.support.places import ROOT
from tests.support.shard_by_shard import ingest_without_suites
from warehouse.reading.report import in_words, report_on, stretches

RUNNER = CliRunner()
MADE_AT = datetime(2026, 3, 1, 2, 5, tzinfo=UTC)
ARTICLE = (
    "Publication: Harbor Brief Volume: 3 Issue: {issue}\n\nPort & <Pier>.\n\n"
    "The port cost $30 million, 1,2,34 million tons moved (Interfax, March 3). A crane cost 80 mln punts.\n"
)
VOID = {"meta", "br", "rect", "line", "input", "img", "hr"}
LANDMARKS = {"header", "nav", "main", "footer"}


class Page(HTMLParser):
    """Reads a page: its elements with their attributes, in order, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.unclosed: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID and not (self.get_starttag_text() or "").endswith("/>"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        elif tag not in VOID:
            self.unclosed.append(tag)

    def all(self, *tags: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.elements if tag in tags]


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reported")
    (folder / "in").mkdir()
    for issue in (1, 2, 6):
        (folder / "in" / f"{issue}.txt").write_text(ARTICLE.format(issue=issue))
    (folder / "in" / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n picture")
    return ingest_without_suites([str(folder / "in")], folder / "ledger")


@pytest.fixture(scope="module")
def html(warehouse: Path) -> str:
    told = report_on(warehouse)
    return render(told, verdict=verdict_on(told), name="ledger", made_at=MADE_AT)


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def test_report_refers_to_nothing_outside_itself(html: str, page: Page) -> None:
    assert len(html.encode()) < 2_000_000
    assert "://" not in html
    assert not re.search(r"url\(|@import|@font-face", html)
    assert page.all("script", "link", "iframe", "object", "embed", "img", "base") == []
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert all((attributes["href"] or "").startswith("#") for attributes in page.all("a"))
    assert {(attributes["href"] or "")[1:] for attributes in page.all("a")} <= set(ids)
    assert not [
        name for _, attributes in page.elements for name in attributes if name.startswith("on") or name == "src"
    ]


def test_report_has_landmarks_headings_and_names_for_everyone(html: str, page: Page) -> None:
    assert page.elements[0] == ("html", {"lang": "en"})
    for landmark in LANDMARKS:
        assert len(page.all(landmark)) == 1, landmark
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    for attributes in page.all("svg"):
        assert attributes.get("aria-label") or attributes.get("aria-hidden") == "true"
    for attributes in page.all("th"):
        assert attributes.get("scope") in ("col", "row")
    for attributes in page.all("section"):
        assert f'id="{attributes["aria-labelledby"]}"' in html
    assert page.unclosed == []
    assert page.open == []


@pytest.mark.skipif(not shutil.which("node"), reason="node is not installed")
def test_report_has_no_fault_that_axe_finds(html: str, tmp_path: Path) -> None:
    modules = ROOT / ".venv" / "clients" / "node"
    if not (modules / "node_modules" / "axe-core").exists():
        pytest.skip("axe-core is not installed: run `make test`")
    (tmp_path / "report.html").write_text(html, encoding="utf-8")
    command = ["node", str(ROOT / "tests" / "clients" / "axe.mjs"), str(modules), str(tmp_path / "report.html")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["violations"] == []
    assert found["passed"] > 20


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [0, 1, 2], ids=["light", "dark", "print"])
def test_report_has_enough_contrast_in_every_scheme(scheme: int) -> None:
    block = re.findall(r":root \{(.*?)\}", TEMPLATE.read_text(encoding="utf-8"), re.DOTALL)[scheme]
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))
    for name in ("ink", "soft", "accent", "bad", "warn", "good", "note"):
        for ground in ("paper", "card"):
            assert contrast(colours[name], colours[ground]) >= 4.5, (name, ground)  # WCAG 2.2, 1.4.3, for text
    assert contrast(colours["mark-ink"], colours["mark"]) >= 4.5
    for name in ("gap", "accent"):
        assert contrast(colours[name], colours["paper"]) >= 3  # 1.4.11, for what plots show


def test_report_says_what_happened(html: str) -> None:
    assert "1 file is rejected, and not in the ledger." in html
    assert "The file is a PNG picture, not text" in html
    assert "<mark>1,2,34</mark> million tons" in html
    assert "The figure … was not read: … after it is an abbreviation" in html
    assert "missing 3–5" in html
    assert "3 issues are missing within volumes." in html
    assert "Volume 3: 3 issues from 1 to 6; missing 3–5" in html


def test_texts_are_shown_and_never_run() -> None:
    assert marked("<b>5</b> tons", 3, 4) == "&lt;b&gt;<mark>5</mark>&lt;/b&gt; tons"
    assert marked("a & b", None, None) == "a &amp; b"
    assert marked("…ships.\\n\\nIt cost 5 tons", 19, 20) == "…ships. ¶ It cost <mark>5</mark> tons"


def test_report_is_written_by_its_command(warehouse: Path, tmp_path: Path) -> None:
    path = tmp_path / "new" / "report.html"
    answer = RUNNER.invoke(app, ["report", "--warehouse", str(warehouse), "--output", str(path)])
    assert answer.exit_code == 0, answer.output
    assert "report.html" in answer.output
    assert path.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_data_docs_show_every_suite_and_how_its_table_does(warehouse: Path, tmp_path: Path) -> None:
    options = ["--output", str(tmp_path / "report.html"), "--data-docs", str(tmp_path / "docs")]
    answer = RUNNER.invoke(app, ["report", "--warehouse", str(warehouse), *options])
    assert answer.exit_code == 0, answer.output
    index = tmp_path / "docs" / "index.html"
    assert str(index) in answer.output
    linked = {tmp_path / "docs" / link for link in re.findall(r"expectations/\w+\.html", index.read_text())}
    assert {page.stem for page in linked} == {*SUITES, *(f"whole_{name}" for name in CORPUS_SUITES)}
    assert all(page.exists() for page in linked)
    validations = {page.stem: page.read_text() for page in (tmp_path / "docs" / "validations").rglob("*.html")}
    assert validations.keys() == {f"ledger-{name}" for name in SUITES}
    assert [name for name, page in validations.items() if "raised an exception" in page] == []
    suites = (*SUITES.values(), *CORPUS_SUITES.values())
    assert {demand.id for suite in suites for demand in suite.expectations} == {None}  # no other suite could have it


def test_report_of_no_warehouse_says_so(tmp_path: Path) -> None:
    answer = RUNNER.invoke(app, ["report", "--warehouse", str(tmp_path / "none")])
    assert answer.exit_code == 1
    assert "holds no warehouse" in answer.stderr


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (1, "1 second"),
        (119.4, "119 seconds"),
        (3599, "1 hour"),
        (7830, "2 hours 10 minutes"),
        (300, "5 minutes"),
    ],
)
def test_report_says_how_long_a_run_took(seconds: float, said: str) -> None:
    assert elapsed(timedelta(seconds=seconds)) == said


def test_report_says_what_a_run_was_asked_to_do() -> None:
    assert (
        asked('{"paths": ["/inbox", "old/*.txt"], "format": null, "prune": true}') == "paths /inbox, old/*.txt; prune"
    )
    assert asked("{}") == ""


def test_columns_have_every_month_and_turn_to_years_in_long_archives() -> None:
    shown = columns_over_time([(date(1998, 1, 1), 3), (date(1998, 4, 1), 6)])
    assert [count for _, count in shown.rows] == [3, 0, 0, 6]
    assert "most in 1998-04, 6; 2 months without any" in shown.sentence
    long = columns_over_time([(date(1950, 1, 1), 3), (date(1998, 4, 1), 6)])
    assert long.rows[0] == ("1950", 3)
    assert len(long.rows) == 49
    assert columns_over_time([]).sentence == "No article is dated."


def test_stretches_gather_issues_without_a_gap() -> None:
    assert stretches([1, 2, 3, 7, 9]) == [(1, 3), (7, 7), (9, 9)]
    assert in_words([(4, 4), (9, 12)]) == "4, 9–12"
    drawn = strip([(1, 3), (7, 7)], [(4, 6)], label="Volume 1")
    assert 'viewBox="0 0 7 10"' in drawn
    assert '<rect class="gap" x="3" y="7" width="3" height="3"/>' in drawn
