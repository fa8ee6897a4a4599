"""Surveys: what they count, and the bands that earlier runs lead to."""

from datetime import date, timedelta
from pathlib import Path

import duckdb
import pytest

from warehouse.ledger.head import published_head
from warehouse.records import MARTS, TABLES
from warehouse.surveys.corpus import survey_volumes
from warehouse.surveys.measures import band
from warehouse.surveys.survey import survey


@pytest.mark.parametrize(
    ("issues", "missing", "largest_hole", "out_of_order"),
    [
        ({1: 1, 2: 2, 3: 3}, 0, 0, None),
        ({1: 1, 2: 1, 3: 5}, 0, 0, None),
        ({1: 1, 5: 5, 6: 6, 9: 9}, 5, 3, None),
        ({1: 10, 2: 5, 3: 11, 4: 9}, 0, 0, [2, 4]),
        ({1: 1, 2: None, 3: 3}, 0, 0, None),
    ],
)
def test_survey_volumes_finds_holes_and_days_out_of_order(
    issues: dict[int, int | None], missing: int, largest_hole: int, out_of_order: list[int] | None
) -> None:
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE articles (publication VARCHAR, volume INT, issue INT, published_on DATE)")
        for issue, day in issues.items():
            published_on = None if day is None else date(1998, 1, 1) + timedelta(days=day)
            connection.execute("INSERT INTO articles VALUES ('Harbor Brief', 3, ?, ?)", [issue, published_on])
        (row,) = survey_volumes(connection)
    assert (row["missing_count"], row["largest_hole"], row["out_of_order"]) == (missing, largest_hole, out_of_order)


def test_a_hole_is_explained_by_the_neighbours_of_its_volume() -> None:
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE articles (publication VARCHAR, volume INT, issue INT, published_on DATE)")
        for volume, hole in ((1, 2), (2, 2), (3, 40), (4, 2)):
            for issue in (1, 2 + hole):
                connection.execute("INSERT INTO articles VALUES ('Harbor Brief', ?, ?, NULL)", [volume, issue])
        rows = {row["volume"]: row for row in survey_volumes(connection)}
    assert {volume for volume, row in rows.items() if row["largest_hole"] > row["explained_hole"]} == {3}


@pytest.mark.parametrize(
    ("values", "low", "high"),
    [
        ([0.5, 0.5], None, None),
        ([0.5, 0.5, 0.5], 0.47, 0.53),
        ([0.0, 0.01, 0.02], 0.0, 0.04),
        ([0.2, 0.4, 0.6], 0.0, 1.0),
    ],
)
def test_band_needs_three_runs_and_lies_within_what_shares_can_be(
    values: list[float], low: float | None, high: float | None
) -> None:
    found = band(values)
    if low is None:
        assert found == {"lowest": None, "highest": None}
    else:
        assert found["lowest"] == pytest.approx(low, abs=0.005)
        assert found["highest"] == pytest.approx(high, abs=0.005)


def test_survey_of_a_sound_warehouse_finds_nothing(examples_warehouse: Path) -> None:
    surveys = survey(examples_warehouse, published_head(examples_warehouse), run_id="next").surveys
    assert {row["table_name"] for row in surveys["keys"]} == {
        *(record.table for record in TABLES),
        *(f"marts.{mart}" for mart in MARTS),
    }
    assert all(row["null_count"] == row["repeated_count"] == 0 for row in surveys["keys"])
    assert [row for row in surveys["references"] if row["dangling_count"]] == []
    assert [row for row in surveys["columns"] if row["type"] != row["expected_type"]] == []
    looked_at = {row["column_id"] for row in surveys["columns"]}
    assert {"figures.value", "marts.fct_figures.value", "marts.dim_entity.entity_id"} <= looked_at
    assert {row["lowest"] for row in surveys["shares"]} == {None}  # one run is no habit
