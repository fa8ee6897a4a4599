import csv
import itertools
import time
from datetime import date

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.extractors import dates
from tasks.extractors.dates.clocks.time_zones import time_zones
from tasks.extractors.dates.resolving.grammar import RULES
from tasks.extractors.dates.words.cues import words_of
from tasks.formats.article import bare_article
from tests.support.hostile_text import LONG, TEXTS, long_run
from tests.support.places import CASE_FILES
from warehouse.records import DateExpression

CASES = CASE_FILES / "dates_clocks.csv"
COLUMNS = ("expression", "start_on", "end_on", "precision", "modifier", "starts_at", "ends_at", "time_zone")
PUBLISHED_ON = date(1998, 10, 23)


def find(text: str, *, published_on: date | None = PUBLISHED_ON) -> list[DateExpression]:
    return list(dates.find(bare_article(text, article_id="case", published_on=published_on)))


def as_case(row: DateExpression) -> tuple[str, ...]:
    values = (row.start_on, row.end_on, row.precision, row.modifier, row.starts_at_clock, row.ends_at_clock)
    return (row.text, *(str(value or "") for value in (*values, row.time_zone)))


def read_cases() -> list[object]:
    with CASES.open(encoding="utf-8", newline="") as rows:
        grouped = itertools.groupby(csv.DictReader(rows), key=lambda row: (row["published_on"], row["text"]))
        return [as_parameter(published_on, text, list(group)) for (published_on, text), group in grouped]


def as_parameter(published_on: str, text: str, group: list[dict[str, str]]) -> object:
    expected = [tuple(row[column] for column in COLUMNS) for row in group if row["expression"]]
    return pytest.param(published_on, text, expected, id=group[0]["reason"] or text)


@pytest.mark.parametrize(("published_on", "text", "expected"), read_cases())
def test_find_reads_times_of_day(published_on: str, text: str, expected: list[tuple[str, ...]]) -> None:
    found = find(text, published_on=date.fromisoformat(published_on) if published_on else None)
    assert [as_case(row) for row in found] == expected


@settings(deadline=None, max_examples=200)
@given(hour=st.integers(0, 23), minute=st.integers(0, 59), day=st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_find_reads_back_a_written_time(hour: int, minute: int, day: date) -> None:
    half = "p.m." if hour >= 12 else "a.m."
    for written in (
        f"{hour % 12 or 12}:{minute:02} {half}",
        f"{hour:02}{minute:02} GMT",
        f"{hour:02}.{minute:02} hours",
    ):
        [row] = find(f"The accord was signed at {written} on {day:%B} {day.day}, {day.year}.")
        assert (row.start_on, row.end_on, row.precision) == (day, day, "minute")
        assert row.starts_at_clock == row.ends_at_clock == f"{hour:02}:{minute:02}"


@settings(deadline=None, max_examples=300)
@given(
    parts=st.lists(
        st.one_of(
            st.sampled_from(
                ["3 p.m.", "9-10 a.m.", "noon", "midnight", "1730 GMT", "7 o'clock", "18:45", "Moscow time"]
            ),
            st.sampled_from(
                ["Tuesday", "March 3", "yesterday", "at", "to", "and", "between", "on", ",", "the day before"]
            ),
            TEXTS,
        ),
        max_size=12,
    ),
    published_on=st.one_of(st.none(), st.dates()),
)
def test_find_states_both_ends_of_a_time_or_none(parts: list[str], published_on: date | None) -> None:
    text = " ".join(parts)
    for row in find(text, published_on=published_on):
        assert text[row.start_char : row.end_char] == row.text
        assert (row.starts_at_clock is None) == (row.ends_at_clock is None)
        assert row.precision in ("minute", "hour") or (row.starts_at_clock, row.time_zone) == (None, None)


def test_time_zones_are_known_to_duckdb() -> None:
    with duckdb.connect() as connection:
        for zone in set(time_zones().values()):
            connection.execute("SELECT timezone(?, TIMESTAMP '1998-10-23 15:00:00')", [zone])


def test_cues_stand_wherever_a_time_is() -> None:
    with CASES.open(encoding="utf-8", newline="") as rows:
        texts = {row["text"] for row in csv.DictReader(rows)}
    for text, rule in itertools.product(texts, RULES):
        if rule.pattern.search(text) and rule.name != "further day":
            assert not any(cues.isdisjoint(words_of(text)) for cues in rule.cues), (rule.name, text)


@pytest.mark.parametrize(
    "piece",
    [
        *("3 p.m. ", "9-", "10 to ", "between 2 and ", "10:30 ", "noon ", "midnight to ", "1730 ", "A", "GMT "),
        *(
            "3 p.m. Tuesday at ",
            "at 7 o'clock and ",
            "12 ",
            "3 p.m. Moscow ",
            "3 p.m.\t",
            "a week ago ",
            "two Fridays ",
        ),
    ],
)
def test_find_takes_bounded_time(piece: str) -> None:
    started = time.process_time()
    find("3 p.m. " + long_run(piece))
    assert time.process_time() - started < 10, f"{LONG} characters of {piece!r}"
