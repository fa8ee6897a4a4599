"""Which sketches are similar enough for their texts to be compared, without comparing each with each."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from tasks.resolvers.stories.sketches import BANDS, Bands

Rows = NDArray[np.int64]
Crowd = NDArray[np.bool_]

LEAST_COMMON = 2
"""Bands in which two texts must agree."""

MOST_TEXTS = 100
"""Texts that may share a band: what more of them share is a phrase of the trade and tells no two of them to be alike.

Else the pairs to be compared grow with the square of the texts that share a sentence. Versions of one story share bands
that no other text has.
"""

PAIRS_AT_ONCE = 50_000
"""Pairs whose bands are in memory together: some 30 megabytes."""

MOST_DAYS = 30
"""Days between two versions of one story.

Of 188 pairs of wire and broadcast articles that are one story by their words, 182 came within a day of each other, 3
after two days, 1 after seven; those after 14 and 40 were tenders alike. Without a bound, daily reports of a kind are
compared with those of all years: their number grows with the square.
"""


def crowded_bands(bands: Bands) -> Crowd:
    """Tell of each band of texts that are all different whether too many of them share it."""
    crowded = np.zeros(bands.shape, np.bool_)
    for band in range(BANDS):
        _, places, counts = np.unique(bands[:, band], return_inverse=True, return_counts=True)
        crowded[:, band] = counts[places] > MOST_TEXTS
    return crowded


def candidate_pairs(bands: Bands, crowded: Crowd, days: Rows, *, new_count: int) -> Rows:
    """Return the pairs of rows that agree in two bands, one of them among the first, new ones: each once, in order.

    Bands that are crowded do not count. `days` are ordinals, 0 for an article without a day, which may tell the story
    of any. A band is sorted at a time. A pair that meets in several is kept at the first of them, so that those which
    meet in one alone are never kept.
    """
    row_count = len(bands)
    kept = [np.zeros(0, np.int64)]
    for band in range(BANDS):
        rows = np.flatnonzero(~crowded[:, band])
        for neighbours in pairs_of_band(rows, bands[rows, band], new_count=new_count):
            for ones, others in near(*neighbours, days=days):
                is_common = (bands[ones] == bands[others]) & ~crowded[ones]
                is_kept = np.count_nonzero(is_common, axis=1) >= LEAST_COMMON
                is_kept &= is_common.argmax(axis=1) == band
                kept.append(ones[is_kept] * row_count + others[is_kept])
    return np.stack(np.divmod(np.sort(np.concatenate(kept)), max(row_count, 1)), axis=1)


def each_pair(pairs: Rows) -> Iterator[tuple[int, int]]:
    """Yield pairs one by one; millions of them as objects of Python would take a hundred times their memory."""
    for start in range(0, len(pairs), PAIRS_AT_ONCE):
        yield from map(tuple, pairs[start : start + PAIRS_AT_ONCE].tolist())


def near(ones: Rows, others: Rows, *, days: Rows) -> Iterator[tuple[Rows, Rows]]:
    """Yield the pairs of rows whose days are near enough, or not known, some at a time."""
    first, second = days[ones], days[others]
    is_near = (np.abs(first - second) <= MOST_DAYS) | (first == 0) | (second == 0)
    ones, others = ones[is_near], others[is_near]
    for start in range(0, len(ones), PAIRS_AT_ONCE):
        yield ones[start : start + PAIRS_AT_ONCE], others[start : start + PAIRS_AT_ONCE]


def pairs_of_band(rows: Rows, values: Bands, *, new_count: int) -> Iterator[tuple[Rows, Rows]]:
    """Yield the pairs of some rows, in order, whose values of a band agree, the smaller rows and the larger.

    First come neighbours in the band's order, then those next but one, and so on.
    """
    order = np.argsort(values, kind="stable")  # within equals, rows ascend
    ordered, rows = values[order], rows[order]
    places = np.flatnonzero(rows < new_count)
    distance = 1
    while len(places := places[places < len(rows) - distance]):
        places = places[ordered[places] == ordered[places + distance]]
        yield rows[places], rows[places + distance]
        distance += 1
