"""Pairs of sketches of near days that agree in two bands: those of comparing each with each, each once, in order."""

import numpy as np
import pytest

from tasks.resolvers.stories import candidates
from tasks.resolvers.stories.candidates import candidate_pairs, crowded_bands, each_pair
from tasks.resolvers.stories.sketches import BANDS

ROWS = 120
DAYS = np.random.default_rng(2).integers(1, 60, ROWS) * (np.arange(ROWS) % 5 > 0)
"""One in five is not known."""
SKETCHES = np.random.default_rng(1).integers(0, 40, (ROWS, BANDS)).astype(np.uint32)


@pytest.mark.parametrize("most_texts", [2, 3, ROWS])
@pytest.mark.parametrize("new_count", [0, 1, 50, ROWS])
def test_candidates_are_those_that_comparing_each_with_each_finds(
    monkeypatch: pytest.MonkeyPatch, new_count: int, most_texts: int
) -> None:
    monkeypatch.setattr(candidates, "MOST_TEXTS", most_texts)
    monkeypatch.setattr(candidates, "PAIRS_AT_ONCE", 7)
    counts = (SKETCHES[:, None] == SKETCHES[None]).sum(axis=1)
    expected = [
        (one, other)
        for one in range(new_count)
        for other in range(one + 1, ROWS)
        if np.count_nonzero((SKETCHES[one] == SKETCHES[other]) & (counts[one] <= most_texts)) >= 2
        and (abs(DAYS[one] - DAYS[other]) <= 30 or not DAYS[one] or not DAYS[other])
    ]
    found = candidate_pairs(SKETCHES, crowded_bands(SKETCHES), DAYS, new_count=new_count)
    assert list(each_pair(found)) == expected
    assert len(expected) < new_count * ROWS / 2 or not new_count


def test_texts_that_are_all_alike_are_all_candidates_unless_they_are_too_many() -> None:
    for count, expected in ((100, 100 * 99 / 2), (101, 0)):
        alike = np.zeros((count, BANDS), np.uint32)
        assert len(candidate_pairs(alike, crowded_bands(alike), np.full(count, 7), new_count=count)) == expected


def test_versions_of_a_story_meet_by_what_they_have_beside_a_phrase_of_many() -> None:
    own = np.random.default_rng(3).integers(0, 2**32, (1000, BANDS), dtype=np.uint32)
    own[:, :40] = 7
    own[1] = own[0]
    assert candidate_pairs(own, crowded_bands(own), np.full(1000, 7), new_count=1000).tolist() == [[0, 1]]
