"""The bounds of the schedule's benchmark, which a run of weeks is held against."""

import dataclasses

import pytest

from benchmarks.schedule.simulation import MEGABYTE, Day, broken_bounds

FIRST = Day(
    number=1,
    run_count=25,
    completed_count=25,
    memory_bytes=900 * MEGABYTE,
    handle_count=60,
    server_bytes=300 * MEGABYTE,
    database_bytes=8 * MEGABYTE,
    left_in_work=6,
)


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({}, None),
        ({"memory_bytes": 1000 * MEGABYTE}, None),
        ({"completed_count": 49}, "1 of 50 runs"),
        ({"handle_count": 90}, "Handles"),
        ({"memory_bytes": 1100 * MEGABYTE}, "This process"),
        ({"server_bytes": 400 * MEGABYTE}, "The server"),
        ({"left_in_work": 20}, "left in work"),
        ({"database_bytes": 100 * MEGABYTE}, "database"),
    ],
)
def test_bounds_name_what_has_grown(changes: dict[str, int], named: str | None) -> None:
    last = dataclasses.replace(FIRST, **{"number": 2, "run_count": 50, "completed_count": 50, **changes})
    found = broken_bounds([FIRST, last], hours=48)
    assert [named in line for line in found] == ([True] if named else [])
