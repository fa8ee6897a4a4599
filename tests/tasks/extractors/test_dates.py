import csv
import dataclasses
import itertools
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.extractors import dates
from tasks.extractors.dates.calendar.feasts import feast_in
from tasks.extractors.dates.calendar.holidays import holidays
from tasks.extractors.dates.resolving.grammar import RULES
from tasks.extractors.dates.words.cues import words_of
from tasks.extractors.dates.words.intervals import Interval, containing, shifted, unit_at
from tasks.extractors.dates.words.word_lists import word_lists
from tasks.formats.article import bare_article
from tests.support.hostile_text import LONG, TEXTS, long_run
from tests.support.places import CASE_FILES, ROOT
from warehouse.records import DateExpression

CASES = CASE_FILES / "dates.csv"
PUBLISHED_ON = date(1998, 10, 23)


def find(text: str, *, published_on: date | None = PUBLISHED_ON) -> list[DateExpression]:
    return list(dates.find(bare_article(text, article_id="case", published_on=published_on)))


@pytest.mark.parametrize(
    "table", sorted((ROOT / "tasks" / "extractors" / "dates").rglob("*.csv")), ids=lambda table: table.name
)
def test_tables_name_the_source_of_each_row(table: Path) -> None:
    with table.open(encoding="utf-8", newline="") as lines:
        assert all(row["source"] for row in csv.DictReader(lines))


def test_word_lists_are_named_after_the_module_that_reads_them() -> None:
    for name in word_lists():
        module = next((ROOT / "tasks" / "extractors" / "dates").rglob(f"{name.partition('.')[0]}.py"))
        assert f"alternation('{name}')" in module.read_text(encoding="utf-8"), name


def as_case(row: DateExpression) -> tuple[str, ...]:
    return (
        row.text,
        row.start_on.isoformat() if row.start_on else "",
        row.end_on.isoformat() if row.end_on else "",
        row.precision,
        row.modifier or "",
        row.anchor,
    )


def read_cases() -> list[object]:
    with CASES.open(encoding="utf-8", newline="") as rows:
        grouped = itertools.groupby(csv.DictReader(rows), key=lambda row: (row["published_on"], row["text"]))
        return [as_parameter(published_on, text, list(group)) for (published_on, text), group in grouped]


def as_parameter(published_on: str, text: str, group: list[dict[str, str]]) -> object:
    columns = ("expression", "start_on", "end_on", "precision", "modifier", "anchor")
    expected = [tuple(row[column] for column in columns) for row in group if row["expression"]]
    return pytest.param(published_on, text, expected, id=group[0]["reason"] or text)


@pytest.mark.parametrize(("published_on", "text", "expected"), read_cases())
def test_find_reads_case(published_on: str, text: str, expected: list[tuple[str, ...]]) -> None:
    found = find(text, published_on=date.fromisoformat(published_on) if published_on else None)
    assert [as_case(row) for row in found] == expected


def test_find_counts_offsets_from_the_start_of_the_text() -> None:
    article = bare_article("Header of 1997\n\nIt fell in 1996.", article_id="case")
    article = dataclasses.replace(article, body_start_char=16)
    [row] = dates.find(article)
    assert (row.start_char, row.text) == (27, "1996")


@settings(deadline=None, max_examples=200)
@given(text=TEXTS, published_on=st.one_of(st.none(), st.dates()))
def test_find_keeps_spans_and_never_raises(text: str, published_on: date | None) -> None:
    end = 0
    for row in find(text, published_on=published_on):
        assert text[row.start_char : row.end_char] == row.text
        assert end <= row.start_char < row.end_char
        assert (row.start_on is None) == (row.end_on is None)
        assert row.start_on is None or row.end_on is None or row.start_on <= row.end_on
        end = row.end_char


@settings(deadline=None, max_examples=200)
@given(day=st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_find_reads_back_a_written_day(day: date) -> None:
    for written in (
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%B} {day.year}",
        f"{day:%A}, {day:%b} {day.day}, {day.year}",
    ):
        [row] = find(f"The accord was signed on {written}.")
        assert (row.start_on, row.end_on, row.precision) == (day, day, "day")


@pytest.mark.parametrize(
    "piece",
    [
        " ",
        "\n",
        "March ",
        "March 3 ",
        "3 and ",
        "Friday ",
        "a year ",
        "the ",
        "1999-",
        "1999 ",
        "early ",
        "one year earlier ",
        "the first of the ",
        "two days after ",
        "January, ",
        "May-",
        "1/1/98 ",
        "Easter ",
        "1 January to ",
        "in two weeks ",
        "on the 3rd, ",
        "\n\n",
        "(",
    ],
)
def test_find_takes_bounded_time(piece: str) -> None:
    started = time.process_time()
    find(long_run(piece))
    assert time.process_time() - started < 10, f"{LONG} characters of {piece!r}"


def test_cues_stand_wherever_their_rules_match() -> None:
    with CASES.open(encoding="utf-8", newline="") as rows:
        texts = {row["text"] for row in csv.DictReader(rows)}
    for text, rule in itertools.product(texts, RULES):
        counts_only_after_another = rule.name == "further day"
        if rule.pattern.search(text) and not counts_only_after_another:
            assert not any(cues.isdisjoint(words_of(text)) for cues in rule.cues), (rule.name, text)


@pytest.mark.parametrize(
    ("year", "rule", "expected"),
    [
        (1998, "easter 0", date(1998, 4, 12)),
        (2000, "easter -2", date(2000, 4, 21)),
        pytest.param(1818, "easter 0", date(1818, 3, 22), id="the earliest there can be"),
        pytest.param(2038, "easter 0", date(2038, 4, 25), id="the latest there can be"),
        (1998, "orthodox easter 0", date(1998, 4, 19)),
        pytest.param(2001, "orthodox easter 0", date(2001, 4, 15), id="the same day as the Western one"),
        (1997, "fourth Thursday of 11", date(1997, 11, 27)),
        (1999, "last Monday of 5", date(1999, 5, 31)),
        (1999, "lunar new year", date(1999, 2, 16)),
        pytest.param(1890, "lunar new year", None, id="before the table"),
    ],
)
def test_feast_in_returns_the_day_of_a_year(year: int, rule: str, expected: date | None) -> None:
    assert feast_in(year, rule) == expected


def test_holidays_have_a_day_in_every_year_of_their_rules() -> None:
    for holiday in holidays():
        assert feast_in(1998, holiday.day), holiday.name


UNITS = ("day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century")


@settings(deadline=None, max_examples=200)
@given(day=st.dates(), unit=st.sampled_from(UNITS), count=st.integers(-500, 500))
def test_unit_at_yields_units_that_follow_one_another(day: date, unit: str, count: int) -> None:
    here, there = unit_at(day, unit, count), unit_at(day, unit, count + 1)
    if here and there:
        assert here.start <= here.end < there.start


@pytest.mark.parametrize(
    ("day", "unit", "expected"),
    [
        (date(1998, 10, 23), "weekend", Interval(date(1998, 10, 24), date(1998, 10, 25))),
        (date(1998, 10, 23), "week", Interval(date(1998, 10, 19), date(1998, 10, 25))),
        (date(1998, 10, 23), "half", Interval(date(1998, 7, 1), date(1998, 12, 31))),
        pytest.param(
            date(1999, 1, 5), "season", Interval(date(1998, 12, 1), date(1999, 2, 28)), id="winter began last year"
        ),
        pytest.param(
            date(2000, 1, 1), "century", Interval(date(1901, 1, 1), date(2000, 12, 31)), id="2000 is of the 20th"
        ),
        pytest.param(date(9999, 12, 31), "week", None, id="the calendar ends within the week"),
        pytest.param(date(1, 1, 1), "season", None, id="the winter began before the calendar"),
    ],
)
def test_containing_returns_the_unit_of_a_day(day: date, unit: str, expected: Interval | None) -> None:
    assert containing(day, unit) == expected


@pytest.mark.parametrize(
    ("day", "unit", "count", "expected"),
    [
        pytest.param(date(1998, 3, 31), "month", -1, date(1998, 2, 28), id="February is shorter"),
        (date(1998, 3, 31), "year", 1, date(1999, 3, 31)),
        (date(1998, 3, 31), "week", 2, date(1998, 4, 14)),
        pytest.param(date(9999, 3, 31), "decade", 1, None, id="beyond the calendar"),
        pytest.param(date(9999, 12, 31), "day", 1, None, id="beyond the calendar by a day"),
    ],
)
def test_shifted_moves_a_day_by_units(day: date, unit: str, count: int, expected: date | None) -> None:
    assert shifted(day, unit, count) == expected
