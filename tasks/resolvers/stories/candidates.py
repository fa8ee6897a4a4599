"""Which sketches are similar enough for their texts to be compared, without comparing each with each."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from tasks.resolvers.stories.sketches import BANDS, Bands

Rows = NDArray[np.int64]

LEAST_COMMON = 2
"""Bands in which two texts must agree."""

MOST_DAYS = 30
"""Days between two versions of one story.

Of 188 pairs of wire and broadcast articles that are one story by their words, 182 came within a day of each other, 3
after two days, 1 after seven; those after 14 and 40 were tenders alike. Without a bound, daily reports of a kind are
compared with those of all years: their number grows with the square.
"""


def candidate_pairs(bands: Bands, days: Rows, *, new_count: int) -> Iterator[tuple[int, int]]:
    """Yield the pairs of rows that agree in two bands, one of them among the first, new ones: each once, in order.

    `days` are ordinals, 0 for an article without a day, which may tell the story of any. A band is sorted at a time. A
    pair that meets in several is kept at the first of them, so that those which meet in one alone are never kept.
    """
    row_count = len(bands)
    kept = [np.zeros(0, np.int64)]
    for band in range(BANDS):
        for neighbours in pairs_of_band(bands[:, band], new_count=new_count):
            ones, others = near(*neighbours, days=days)
            is_common = bands[ones] == bands[others]
            is_kept = (np.count_nonzero(is_common, axis=1) >= LEAST_COMMON) & (is_common.argmax(axis=1) == band)
            kept.append(ones[is_kept] * row_count + others[is_kept])
    for pair in np.sort(np.concatenate(kept)).tolist():
        yield divmod(pair, row_count)


def near(ones: Rows, others: Rows, *, days: Rows) -> tuple[Rows, Rows]:
    """Return the pairs of rows whose days are near enough, or not known."""
    first, second = days[ones], days[others]
    is_near = (np.abs(first - second) <= MOST_DAYS) | (first == 0) | (second == 0)
    return ones[is_near], others[is_near]


def pairs_of_band(values: Bands, *, new_count: int) -> Iterator[tuple[Rows, Rows]]:
    """Yield the pairs that agree in one band, the smaller rows and the larger.

    First come neighbours in the band's order, then those next but one, and so on.
    """
    order = np.argsort(values, kind="stable")  # within equals, rows ascend
    ordered = values[order]
    places = np.flatnonzero(order < new_count)
    distance = 1
    while len(places := places[places < len(order) - distance]):
        places = places[ordered[places] == ordered[places + distance]]
        yield order[places], order[places + distance]
        distance += 1
