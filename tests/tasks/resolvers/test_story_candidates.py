"""Pairs of sketches of near days that agree in two bands: those of comparing each with each, each once, in order."""

import numpy as np
import pytest

from tasks.resolvers.stories.candidates import candidate_pairs
from tasks.resolvers.stories.sketches import BANDS

ROWS = 120
DAYS = np.random.default_rng(2).integers(1, 60, ROWS) * (np.arange(ROWS) % 5 > 0)
"""One in five is not known."""
SKETCHES = np.random.default_rng(1).integers(0, 40, (ROWS, BANDS)).astype(np.uint32)


@pytest.mark.parametrize("new_count", [0, 1, 50, ROWS])
def test_candidates_are_those_that_comparing_each_with_each_finds(new_count: int) -> None:
    expected = [
        (one, other)
        for one in range(new_count)
        for other in range(one + 1, ROWS)
        if np.count_nonzero(SKETCHES[one] == SKETCHES[other]) >= 2
        and (abs(DAYS[one] - DAYS[other]) <= 30 or not DAYS[one] or not DAYS[other])
    ]
    assert list(candidate_pairs(SKETCHES, DAYS, new_count=new_count)) == expected
    assert len(expected) < new_count * ROWS / 2 or not new_count


def test_texts_that_are_all_alike_are_all_candidates() -> None:
    alike = np.zeros((30, BANDS), np.uint32)
    assert len(list(candidate_pairs(alike, np.full(30, 7), new_count=30))) == 30 * 29 / 2
