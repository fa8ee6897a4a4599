"""Which articles of the index lie together in a segment, whose files are never changed.

New articles make a segment of their own, and take with them those segments that are not larger: so each article is
written again only when its segment at least doubles, and the segments of a growing ledger stay few. This is the
logarithmic method of Bentley and Saxe (1980), by which Lucene merges its segments too.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass

MOST_ARTICLES = 25_000
"""Articles of a segment: what is sorted at a time, about twelve million words; fewer would make more files to open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """The segments of an index: names of those that stay, and the digests of the articles of each that is new."""

    kept: tuple[str, ...]
    fresh: tuple[tuple[str, ...], ...]


def arrange(wanted: Set[str], before: Mapping[str, Set[str]]) -> Arrangement:
    """Arrange the articles wanted, by their digests, given those of each segment that is there already.

    A segment of which an article is not wanted any more is broken up. Without articles there is one empty segment.
    """
    kept = {name: digests for name, digests in before.items() if digests <= wanted}
    pile = set(wanted).difference(*kept.values())
    for name in sorted(kept, key=lambda name: (len(kept[name]), name)):
        if not 0 < len(pile) + len(kept[name]) <= min(2 * len(pile), MOST_ARTICLES):
            break
        pile |= kept.pop(name)
    return Arrangement(kept=tuple(sorted(kept)), fresh=cut(sorted(pile)) or (() if kept else ((),)))


def cut(digests: list[str]) -> tuple[tuple[str, ...], ...]:
    """Cut a sorted list of digests into segments, all full but the last."""
    starts = range(0, len(digests), MOST_ARTICLES)
    return tuple(tuple(digests[start : start + MOST_ARTICLES]) for start in starts)
