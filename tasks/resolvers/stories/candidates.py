"""Which sketches are similar enough for their texts to be compared, without comparing each with each."""

from collections.abc import Iterator

import numpy as np

from tasks.resolvers.stories.sketches import BANDS, Bands


def candidate_pairs(bands: Bands, *, new_count: int) -> Iterator[tuple[int, int]]:
    """Yield the pairs of rows that agree in two bands, one of them among the first, new ones: each once, in order.

    A band is sorted at a time; what is kept is a number a pair.
    """
    row_count = len(bands)
    once, twice = np.zeros(0, np.int64), np.zeros(0, np.int64)
    for band in range(BANDS):
        pairs = pairs_of_band(bands[:, band], new_count=new_count)
        twice = np.union1d(twice, np.intersect1d(once, pairs, assume_unique=True))
        once = np.union1d(once, pairs)
    for pair in twice.tolist():
        yield divmod(pair, row_count)


def pairs_of_band(values: Bands, *, new_count: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Return the pairs that agree in one band, each as the number `smaller row * number of rows + larger row`."""
    order = np.argsort(values, kind="stable")
    ordered = values[order]
    is_start = np.concatenate(([True], ordered[1:] != ordered[:-1]))
    starts = np.flatnonzero(is_start)
    sizes = np.diff(np.append(starts, len(ordered)))
    pairs = [np.zeros(0, np.int64)]
    for start, size in zip(starts[sizes > 1].tolist(), sizes[sizes > 1].tolist(), strict=True):
        rows = order[start : start + size]  # ascending, for the sort is stable
        new = rows[rows < new_count]
        for place, row in enumerate(new.tolist()):
            pairs.append(row * len(values) + rows[place + 1 :])
    return np.concatenate(pairs)
