"""The cases of the accuracy benchmark are valid, and its scores say what they claim."""

import itertools
from collections import Counter
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import pytest
from babel.core import get_global

from benchmarks.accuracy import CASES, Outcome, compare, report
from benchmarks.scoring import (
    IDENTITY,
    SLOTS,
    Case,
    Finder,
    Row,
    is_same,
    match_cases,
    read_case,
    read_cases,
    score_kinds,
    score_slots,
)
from warehouse.records import Citation, DateExpression, Figure, Quotation

ALL_CASES = read_cases(CASES)
FIGURES = [(case, row) for case in ALL_CASES for row in case.gold["figures"]]
RECORDS = {"figures": Figure, "citations": Citation, "quotations": Quotation, "dates": DateExpression}
REQUIRED = {"start_char", "end_char", "text", "kind", "value", "value_high", "unit"}
VALUES = {
    "kind": {"money", "percent", "count", "quantity", "duration", "age", "rate", "ordinal"},
    "hedge": {None, "about", "more_than", "less_than", "at_least", "up_to", "just"},
    "inherited": {None, "unit", "scale", "unit and scale"},
    "direction": {None, "up", "down"},
    "status": {None, "actual", "target", "estimate", "forecast", "hypothetical", "claim"},
}
TABLES = frozenset(IDENTITY)


def echo(case: Case) -> dict[str, list[Row]]:
    return case.gold


def shifted(case: Case) -> dict[str, list[Row]]:
    rows = [{**row, "value": Decimal(str(row["value"])) + 1} for row in case.gold["figures"]]
    return {**case.gold, "figures": rows}


def nothing(case: Case) -> dict[str, list[Row]]:
    return {table: [] for table in case.gold}


def one_case(text: str, *figures: Row) -> Case:
    return Case(case_id="case", text=text, published_on=None, gold={"figures": list(figures)})


def figure(start_char: int, end_char: int, **columns: object) -> Row:
    return {
        "start_char": start_char,
        "end_char": end_char,
        "kind": "count",
        "value": Decimal(3),
        "unit": "ship",
        **columns,
    }


def test_cases_are_as_many_as_the_benchmark_promises() -> None:
    articles = [case for case in ALL_CASES if case.case_id.startswith("articles-")]
    assert len(articles) >= 20
    assert len(ALL_CASES) - len(articles) >= 160
    assert Counter(case.case_id for case in ALL_CASES).most_common(1)[0][1] == 1


def test_cases_hold_every_value_of_every_closed_slot() -> None:
    for slot, allowed in VALUES.items():
        assert {row[slot] for _, row in FIGURES if slot in row} == allowed, slot


def test_rows_are_the_slice_at_their_offsets() -> None:
    for case in ALL_CASES:
        for rows in case.gold.values():
            for row in rows:
                assert case.text[row["start_char"] : row["end_char"]] == row["text"], (case.case_id, row)


def test_rows_hold_columns_of_their_record_alone() -> None:
    for case in ALL_CASES:
        for table, rows in case.gold.items():
            columns = {field.name for field in fields(RECORDS[table])}
            assert all(set(row) <= columns for row in rows), case.case_id


def test_figures_state_all_that_identifies_them() -> None:
    for case, row in FIGURES:
        assert row.keys() >= REQUIRED, case.case_id
        assert row["value_high"] is None or row["value"] < row["value_high"], (case.case_id, row)


def test_figures_do_not_overlap() -> None:
    for case in ALL_CASES:
        rows = case.gold["figures"]
        assert all(a["end_char"] <= b["start_char"] for a, b in itertools.pairwise(rows)), case.case_id


def test_measures_are_the_slice_at_their_offsets() -> None:
    for case, row in FIGURES:
        if row.get("measure") is not None:
            assert case.text[row["measure_start_char"] : row["measure_end_char"]] == row["measure"], case.case_id


def test_phrases_stand_in_the_text() -> None:
    for case, row in FIGURES:
        for slot in ("period", "compared_with"):
            assert (row.get(slot) or "") in case.text, (case.case_id, row)


def test_money_is_in_currencies_of_the_day() -> None:
    known = get_global("all_currencies")
    first = {"RUB": date(1998, 1, 1), "EUR": date(1999, 1, 1), "UAH": date(1996, 9, 2)}
    last = {"RUR": date(1997, 12, 31), "XEU": date(1998, 12, 31)}
    for case, row in FIGURES:
        if row["kind"] == "money" and row["unit"] is not None:
            unit = row["unit"]
            assert unit in known
            assert first.get(unit, date.min) <= case.published_on <= last.get(unit, date.max), (case.case_id, row)


def test_score_kinds_of_gold_itself_is_full() -> None:
    scores = score_kinds(match_cases(ALL_CASES, echo, tables=TABLES))
    assert {(score["precision"], score["recall"], score["f1"]) for score in scores.values()} == {(100, 100, 100)}
    assert scores["figures"]["gold"] == len(FIGURES)


def test_score_slots_of_gold_itself_is_full() -> None:
    scores = score_slots(match_cases(ALL_CASES, echo, tables=TABLES))
    assert {score["right"] for score in scores.values()} == {100}
    assert set(scores) == {f"{table}.{slot}" for table, slots in SLOTS.items() for slot in slots}


@pytest.mark.parametrize("find", [shifted, nothing])
def test_score_kinds_of_wrong_values_is_nothing(find: Finder) -> None:
    scores = score_kinds(match_cases(ALL_CASES, find, tables=frozenset({"figures"})))
    assert {score["f1"] for score in scores.values()} == {0}


@pytest.mark.parametrize(
    ("found", "right"),
    [
        (figure(0, 5), True),
        (figure(0, 11), True),  # places need only overlap
        (figure(6, 11), False),
        (figure(0, 5, value=Decimal("3.0")), True),  # the same number
        (figure(0, 5, value=Decimal("3.000001")), False),
        (figure(0, 5, value_high=Decimal(4)), False),
        (figure(0, 5, unit="boat"), False),
        (figure(0, 5, kind="quantity"), False),
    ],
)
def test_match_cases_wants_kind_value_and_unit(found: Row, *, right: bool) -> None:
    case = one_case("Three ships sank.", figure(0, 5, value_high=None))
    matching = match_cases([case], lambda _: {"figures": [found]}, tables=TABLES)[0]
    assert (len(matching.right), len(matching.missed), len(matching.wrong)) == ((1, 0, 0) if right else (0, 1, 1))


def test_match_cases_accepts_any_unit_where_gold_has_none() -> None:
    case = one_case("Three ships sank.", figure(0, 5, unit=None))
    assert match_cases([case], lambda _: {"figures": [figure(0, 5)]}, tables=TABLES)[0].right


def test_match_cases_uses_each_found_row_once() -> None:
    case = one_case("Three ships sank.", figure(0, 5), figure(3, 8))
    matching = match_cases([case], lambda _: {"figures": [figure(3, 8)]}, tables=TABLES)[0]
    assert matching.right == [(case.gold["figures"][1], figure(3, 8))]
    assert matching.missed == [case.gold["figures"][0]]


def test_score_slots_leaves_out_what_is_not_annotated() -> None:
    case = one_case("Three ships sank.", figure(0, 5, hedge="about"), figure(6, 11), figure(12, 16, hedge=None))
    found = [figure(0, 5), figure(6, 11, hedge="just"), figure(12, 16)]
    scores = score_slots(match_cases([case], lambda _: {"figures": found}, tables=TABLES))
    assert scores == {"figures.hedge": {"right": 50, "matched": 2, "right_where_stated": 0, "stated": 1}}


@pytest.mark.parametrize(
    ("column", "gold", "found", "same"),
    [
        ("period", "in 1997", "1997", True),
        ("measure", "the oil output", "oil output", True),
        ("measure", "oil output", "output", False),
        ("status", "actual", None, False),
        ("status", None, "actual", True),  # what is merely named may count as a fact
        ("status", None, "target", False),
        ("period_start_on", date(1997, 1, 1), date(1997, 1, 1), True),
        ("hedge", "the", "a", False),  # no phrase: compared as it is
    ],
)
def test_is_same_ignores_function_words_before_a_phrase(
    column: str, gold: object, found: object, *, same: bool
) -> None:
    assert is_same(column, gold, found) is same


def test_read_case_reads_decimals_and_days() -> None:
    row = {"start_char": 0, "end_char": 1, "value": "1.10", "value_high": None, "period_start_on": "1997-01-01"}
    case = read_case({"id": "a", "text": "1", "published_on": None, "figures": [row]})
    assert case.gold == {"figures": [{**row, "value": Decimal("1.10"), "period_start_on": date(1997, 1, 1)}]}


def test_match_cases_leaves_out_indirect_speech() -> None:
    case = Case(case_id="case", text="He said he was ill.", published_on=None, gold={"quotations": []})
    indirect = {"start_char": 8, "end_char": 18, "style": "indirect"}
    assert not match_cases([case], lambda _: {"quotations": [indirect]}, tables=TABLES)[0].wrong


def test_compare_names_gained_and_lost_rows() -> None:
    earlier = Outcome(kinds={}, slots={}, right=["a", "b"], missed=["c"], wrong=["x"])
    now = Outcome(kinds={}, slots={}, right=["a", "c", "new case"], missed=["b"], wrong=["y"])
    assert list(compare(earlier, now)) == [
        "gained: 1",
        "   c",
        "lost: 1",
        "   b",
        "newly wrong: 1",
        "   y",
        "no longer wrong: 1",
        "   x",
    ]


def test_report_prints_as_many_errors_as_asked_for() -> None:
    outcome = Outcome(kinds={}, slots={}, right=[], missed=["b", "c"], wrong=["a"])
    assert [line.split() for line in report(outcome, error_count=2)][-2:] == [["wrong", "a"], ["missed", "b"]]


def test_match_cases_leaves_out_tables_that_are_not_asked_for() -> None:
    case = replace(ALL_CASES[0], gold={**ALL_CASES[0].gold, "citations": []})
    matchings = match_cases([case], echo, tables=frozenset({"citations"}))
    assert [matching.table for matching in matchings] == ["citations"]
