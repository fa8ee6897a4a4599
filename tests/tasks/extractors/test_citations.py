import csv
import itertools
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.extractors import citations
from tasks.extractors.citations.misprints import misprinted_outlet, with_months_mended
from tasks.extractors.citations.parentheses import parentheses
from tasks.extractors.vocabulary.outlets import known_outlet
from tasks.formats.article import bare_article
from tests.support.hostile_text import LONG, TEXTS, long_run
from tests.support.places import CASE_FILES, ROOT
from warehouse.records import Citation

CASES = CASE_FILES / "citations.csv"
OUTLETS = (
    "Itar-Tass",
    "Xinhua",
    "NTV",
    "Segodnya",
    "Golos Kyrgyzstana",
    "South China Morning Post",
    "Russian agencies",
)


def find(text: str, *, published_on: date | None) -> list[Citation]:
    return list(citations.find(bare_article(text, article_id="case", published_on=published_on)))


@pytest.mark.parametrize(
    "table", sorted((ROOT / "tasks" / "extractors" / "citations").rglob("*.csv")), ids=lambda table: table.name
)
def test_tables_name_the_source_of_each_row(table: Path) -> None:
    with table.open(encoding="utf-8", newline="") as lines:
        assert all(row["source"] for row in csv.DictReader(lines))


def as_case(row: Citation, text: str) -> dict[str, str]:
    columns = (
        *("outlet", "outlet_text", "outlet_kind", "outlet_place", "cited_on_start", "cited_on_end", "cited_on_text"),
        *("cited_by", "note_number"),
    )
    values = {column: getattr(row, column) for column in columns}
    covers = text[row.covers_start_char : row.covers_end_char]
    return {"citation": row.text, **{name: str(value or "") for name, value in values.items()}, "covers": covers}


def read_cases() -> list[object]:
    with CASES.open(encoding="utf-8", newline="") as rows:
        grouped = itertools.groupby(csv.DictReader(rows), key=lambda row: (row["published_on"], row["text"]))
        return [as_parameter(published_on, text, list(group)) for (published_on, text), group in grouped]


def as_parameter(published_on: str, text: str, group: list[dict[str, str]]) -> object:
    ignored = ("published_on", "text", "reason")
    expected = [{name: value for name, value in row.items() if name not in ignored} for row in group if row["citation"]]
    return pytest.param(published_on, text, expected, id=group[0]["reason"])


@pytest.mark.parametrize(("published_on", "text", "expected"), read_cases())
def test_find_reads_case(published_on: str, text: str, expected: list[dict[str, str]]) -> None:
    found = find(text, published_on=date.fromisoformat(published_on) if published_on else None)
    assert [as_case(row, text) for row in found] == expected


@settings(deadline=None, max_examples=200)
@given(text=TEXTS, published_on=st.one_of(st.none(), st.dates()))
def test_find_keeps_spans_and_never_raises(text: str, published_on: date | None) -> None:
    keys = []
    for row in find(text, published_on=published_on):
        assert text[row.start_char : row.end_char] == row.text
        assert 0 <= row.covers_start_char <= row.covers_end_char <= row.start_char
        assert (row.cited_on_start is None) == (row.cited_on_end is None)
        assert row.cited_on_start is None or row.cited_on_end is None or row.cited_on_start <= row.cited_on_end
        keys.append(row.key)
    assert len(keys) == len(set(keys))


@settings(deadline=None, max_examples=200)
@given(
    groups=st.lists(
        st.tuples(st.lists(st.sampled_from(OUTLETS), min_size=1, max_size=3, unique=True), st.integers(0, 300)),
        min_size=1,
        max_size=3,
    ),
    published_on=st.dates(min_value=date(1990, 1, 1), max_value=date(2009, 12, 31)),
)
def test_find_reads_back_written_sources(groups: list[tuple[list[str], int]], published_on: date) -> None:
    days = [date.fromordinal(published_on.toordinal() - back) for _, back in groups]
    written = [f"{', '.join(names)}, {day:%B} {day.day}" for (names, _), day in zip(groups, days, strict=True)]
    found = find(f"Nothing was decided ({'; '.join(written)}).", published_on=published_on)
    expected = {(name, day) for (names, _), day in zip(groups, days, strict=True) for name in names}
    assert {(row.outlet, row.cited_on_start) for row in found} == expected


@pytest.mark.parametrize(
    "piece",
    [
        " ",
        "(",
        ")",
        "((a)",
        "(AP, May 3) ",
        "(AP, May 3; ",
        "1. AP, May 3\n",
        "1. ",
        "(1) ",
        ", ",
        "(Day (Kyiv) ",
        "(Russian and ",
        "3, ",
        "(see ",
        "[",
        "{AP ",
        "[AP, May 3} ",
        "(AP, May 3\n\n",
        "[1] ",
        "Octber 3",
    ],
)
def test_find_takes_bounded_time(piece: str) -> None:
    started = time.process_time()
    find(long_run(piece), published_on=date(1998, 10, 23))
    assert time.process_time() - started < 10, f"{LONG} characters of {piece!r}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a (b) c (d)", ["(b)", "(d)"]),
        pytest.param("a (b (c) d) e", ["(b (c) d)"], id="only the outermost"),
        pytest.param("a (b (c) d", ["(c)"], id="one never closed hides none"),
        pytest.param("a (b\n\nc) (d)", ["(d)"], id="none reaches over paragraphs"),
        pytest.param(") (a) )", ["(a)"], id="closing brackets alone"),
        pytest.param(f"({'a' * 500} (b))", ["(b)"], id="one too long leaves those within it"),
    ],
)
def test_parentheses_yields_outermost(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in parentheses(text, start=0, end=len(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Intefax", "Interfax"),
        ("Interrfax", "Interfax"),
        ("Intrefax", "Interfax"),
        ("Imterfax", "Interfax"),
        pytest.param("Inetfrax", None, id="two slips"),
        pytest.param("Interfax", None, id="no misprint"),
        pytest.param("Trut", None, id="too short"),
    ],
)
def test_misprinted_outlet_mends_one_slip(text: str, expected: str | None) -> None:
    outlet = misprinted_outlet(text)
    assert (outlet.name if outlet else None) == expected


@settings(deadline=None, max_examples=200)
@given(text=TEXTS)
def test_with_months_mended_keeps_offsets(text: str) -> None:
    assert len(with_months_mended(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ITAR-TASS", "Itar-Tass"),
        ("the  Moscow Times", "Moscow Times"),
        ("RIA Novosti", "RIA"),
        ("Reuter", "Reuters"),
        ("People’s Daily", "People's Daily"),
        pytest.param("", None, id="no name"),
        pytest.param("Basmach", None, id="not known"),
    ],
)
def test_known_outlet_finds_canonical_name(text: str, expected: str | None) -> None:
    outlet = known_outlet(text)
    assert (outlet.name if outlet else None) == expected
