"""Every suite catches what it says it catches, and every table of facts has one."""

from datetime import date
from decimal import Decimal

import pandas as pd
import pytest

from expectations.check import Failure, check
from expectations.suites import SUITES
from warehouse.records import ARTICLE_TABLES, Article, Fact, columns

FACT = {"article_id": "a", "start_char": 3, "end_char": 6, "text": "abc", "article_text_at_span": "abc", "rule": "r"}

SOUND: dict[str, dict[str, object]] = {
    "articles": {
        "article_id": "a",
        "format": "monitor",
        "publication": "Monitor",
        "volume": 4,
        "issue": 12,
        "text": "Publication: Monitor\n\nA body.",
        "body": "A body.",
        "paragraph_count": 1,
        "word_count": 2,
        "published_on_low": date(1998, 1, 1),
        "published_on_high": date(1998, 12, 31),
    },
    "mentions": {**FACT, "mention_id": "m", "kind": "person", "name": "Ivan Petrov", "country_code": "RU"},
    "figures": {
        **FACT,
        "figure_id": "f",
        "kind": "money",
        "value": Decimal("5"),
        "value_double": 5.0,
        "value_high_double": 6.0,
        "unit": "USD",
        "hedge": "about",
        "direction": "up",
        "status": "actual",
    },
    "quotations": {**FACT, "quotation_id": "q", "style": "direct", "speaker_kind": "named", "speaker": "Ivan Petrov"},
    "citations": {
        **FACT,
        "citation_id": "c",
        "outlet": "Interfax",
        "outlet_kind": "agency",
        "cited_on_start": date(1998, 1, 1),
        "cited_on_end": date(1998, 1, 2),
    },
    "dates": {
        **FACT,
        "date_id": "d",
        "precision": "hour",
        "anchor": "none",
        "start_on": date(1998, 1, 1),
        "end_on": date(1998, 1, 1),
        "starts_at_clock": "22:00",
        "ends_at_clock": "24:00",
        "time_zone": "UTC-05:00",
    },
    "anaphors": {
        **FACT,
        "anaphor_id": "a",
        "kind": "person",
        "name": "Igor Orlov",
        "mention_id": "m",
        "mention_text": "Orlov",
    },
    "cross_references": {**FACT, "cross_reference_id": "x", "publication": "Monitor"},
    "derived_figures": {
        "derived_figure_id": "d",
        "level_text": "US$6.12 billion",
        "change_text": "10 percent",
        "kind": "money",
        "value_double": 6.8e9,
        "unit": "USD",
        "formula": "6.12 / 0.9 = 6.80",
        "rounding": "to the last digit that the level states (0.01)",
        "period_start_on": date(1996, 1, 1),
        "period_end_on": date(1996, 12, 31),
    },
}
"""A row of each table that meets every demand."""

FACT_TABLES = [table for table, row in SOUND.items() if "rule" in row]
SHIFTED = {"article_text_at_span": "abd"}
FAULTS: list[tuple[str, dict[str, object], str]] = [
    ("articles", {"publication": None}, "names no publication"),
    ("articles", {"volume": None}, "no volume"),
    ("articles", {"volume": 900}, "volume is out of range"),
    ("articles", {"issue": None}, "no issue"),
    ("articles", {"issue": 0}, "issue is out of range"),
    ("articles", {"body": ""}, "body is empty"),
    ("articles", {"body": "x" * 1_000_001}, "longer than"),
    ("articles", {"paragraph_count": 0}, "no paragraph"),
    ("articles", {"word_count": 1}, "fewer than two words"),
    ("articles", {"text": "a\x07b"}, "control characters"),
    ("articles", {"body": "12 34"}, "no letter"),
    ("articles", {"published_on_high": date(1990, 1, 1)}, "published_on_high lies before"),
    *((table, SHIFTED, "not what stands at its offsets") for table in FACT_TABLES),
    *((table, {"end_char": 3}, "span is empty") for table in FACT_TABLES),
    *((table, {"rule": ""}, "how it was found") for table in FACT_TABLES),
    ("mentions", {"kind": "planet"}, "kind is unknown"),
    ("mentions", {"name": ""}, "no name is that long, or it is empty"),
    ("mentions", {"country_code": "Russia"}, "no such code"),
    ("anaphors", {"kind": "planet"}, "kind is unknown"),
    ("anaphors", {"country_code": "Russia"}, "no such code"),
    ("anaphors", {"name": None}, "goes back to has no name"),
    ("anaphors", {"mention_id": None}, "says whose the office is"),
    ("anaphors", {"mention_text": None}, "goes back to was refused"),
    ("figures", {"kind": "guess"}, "kind is unknown"),
    ("figures", {"value": None}, "no value"),
    ("figures", {"unit": "USX"}, "none that exists"),
    ("figures", {"value_double": float("inf")}, "beyond anything"),
    ("figures", {"value_double": 2e18}, "no sum of money"),
    ("figures", {"kind": "percent", "value_double": 2e9}, "no percentage"),
    ("figures", {"kind": "age", "value_double": 2e10}, "nothing is that old"),
    ("figures", {"hedge": "maybe"}, "hedge is unknown"),
    ("figures", {"direction": "sideways"}, "direction is unknown"),
    ("figures", {"status": "dream"}, "status is unknown"),
    ("figures", {"value_high_double": 4.0}, "range ends before it begins"),
    ("quotations", {"style": "sung"}, "style is unknown"),
    ("quotations", {"speaker_kind": "ghost"}, "speaker_kind is unknown"),
    ("quotations", {"speaker": None}, "named speaker has no name"),
    ("citations", {"outlet": ""}, "empty"),
    ("citations", {"outlet_kind": "rumour"}, "outlet_kind is unknown"),
    ("citations", {"cited_on_end": date(1997, 1, 1)}, "cited_on_end lies before cited_on_start"),
    ("dates", {"precision": "moment"}, "precision is unknown"),
    ("dates", {"anchor": "sea"}, "anchor is unknown"),
    ("dates", {"end_on": date(1997, 1, 1)}, "end_on lies before start_on"),
    ("dates", {"starts_at_clock": "25:00"}, "starts_at_clock is no time of day"),
    ("dates", {"ends_at_clock": "24:01"}, "ends_at_clock is no time of day"),
    ("dates", {"time_zone": "Moscow"}, "time_zone is no zone"),
    ("cross_references", {"publication": ""}, "no publication is referred to"),
    ("derived_figures", {"level_text": None}, "states the level was refused"),
    ("derived_figures", {"change_text": None}, "states the change was refused"),
    ("derived_figures", {"kind": "percent"}, "kind has no levels"),
    ("derived_figures", {"value_double": 0.0}, "not positive"),
    ("derived_figures", {"value_double": 2e18}, "no sum of money"),
    ("derived_figures", {"unit": "USX"}, "none that exists"),
    ("derived_figures", {"formula": ""}, "how it was computed"),
    ("derived_figures", {"rounding": ""}, "how it was rounded"),
    ("derived_figures", {"period_end_on": date(1995, 1, 1)}, "period_end_on lies before period_start_on"),
]


def key_of(table: str) -> str:
    """Name a table's key."""
    (record,) = (record for record in ARTICLE_TABLES if record.table == table)
    return record.key_name or "article_id"


def failures(table: str, *rows: dict[str, object]) -> list[Failure]:
    """Check rows; columns that they leave out are null."""
    (record,) = (record for record in ARTICLE_TABLES if record.table == table)
    names = {*(name for name, _, _ in columns(record)), *SOUND[table]}
    frame = pd.DataFrame([{name: row.get(name) for name in sorted(names)} for row in rows])
    return [failure for result in check(frame, table=table, key_name=key_of(table)) for failure in result.failures]


@pytest.mark.parametrize("table", SOUND)
def test_check_accepts_a_sound_row(table: str) -> None:
    assert failures(table, SOUND[table]) == []


@pytest.mark.parametrize(("table", "change", "reason"), FAULTS)
def test_check_names_row_reason_and_repair(table: str, change: dict[str, object], reason: str) -> None:
    sound, broken = SOUND[table], {**SOUND[table], key_of(table): "broken", **change}
    found = failures(table, sound, broken)
    assert any(reason in failure.reason for failure in found)
    assert {failure.key for failure in found} == {"broken"}
    assert all(failure.repair for failure in found)
    assert {failure.severity for failure in found if reason in failure.reason} == {"warning"}


def test_check_is_critical_where_an_article_has_two_rows() -> None:
    found = failures("articles", SOUND["articles"], SOUND["articles"])
    assert {failure.severity for failure in found} == {"critical"}


def test_check_is_critical_where_a_fact_has_no_article() -> None:
    found = failures("dates", {**SOUND["dates"], "article_text_at_span": None})
    assert "critical" in {failure.severity for failure in found}


def test_suites_exist_for_every_table_of_an_article() -> None:
    assert set(SUITES) == {record.table for record in ARTICLE_TABLES}


def test_suites_say_why_and_what_to_do() -> None:
    for suite in SUITES.values():
        for demand in suite.expectations:
            assert demand.meta["reason"]
            assert demand.meta["repair"]
            assert demand.severity in {"critical", "warning", "info"}
            assert "mostly" not in demand.configuration.kwargs  # what is met in short names no row in full


def test_check_tells_of_every_demand_once_whether_it_is_met_or_not() -> None:
    (record,) = (record for record in ARTICLE_TABLES if record.table == "figures")
    names = {*(name for name, _, _ in columns(record)), *SOUND["figures"]}
    row = {name: SOUND["figures"].get(name) for name in sorted(names)}
    results = check(pd.DataFrame([{**row, "unit": "USX", "hedge": "maybe"}]), table="figures", key_name="figure_id")
    assert len({(result.expectation, result.detail) for result in results}) == len(SUITES["figures"].expectations)
    assert {result.column_name for result in results if not result.is_success} == {"unit", "hedge"}
    assert all(len(result.failures) == 1 for result in results if not result.is_success)


def test_check_passes_on_a_table_without_rows() -> None:
    for record in ARTICLE_TABLES:
        names = {*(name for name, _, _ in columns(record)), *SOUND[record.table]}
        frame = pd.DataFrame({name: pd.Series([], dtype="object") for name in names})
        results = check(frame, table=record.table, key_name=key_of(record.table))
        assert all(result.is_success for result in results)
    assert issubclass(ARTICLE_TABLES[0], Article)
    assert issubclass(ARTICLE_TABLES[1], Fact)
