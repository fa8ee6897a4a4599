"""Parts of a shard: some of its articles, one after the other, as the model reads them together."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from tasks.resolvers.findings import ARTICLES_AT_ONCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """The articles of a shard from number `start` up to, and without, number `stop`."""

    shard: Path
    start: int
    stop: int

    def halves(self) -> tuple[Self, Self] | None:
        """Cut it in two; None where it is a single article."""
        middle = (self.start + self.stop) // 2
        if middle == self.start:
            return None
        return replace(self, stop=middle), replace(self, start=middle)


def stretches(shard: Path, *, article_count: int) -> Iterator[Stretch]:
    """Cut a shard into stretches that workers do in some seconds each."""
    for start in range(0, article_count, ARTICLES_AT_ONCE):
        yield Stretch(shard=shard, start=start, stop=min(start + ARTICLES_AT_ONCE, article_count))
