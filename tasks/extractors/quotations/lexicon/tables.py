"""The lists beside this module: each says in its column `source` where its entries come from."""

import csv
import functools
import re
from collections.abc import Iterator
from pathlib import Path

LISTS = Path(__file__).parent


def rows(file: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a list."""
    with (LISTS / file).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


@functools.cache
def lists() -> dict[str, tuple[str, ...]]:
    """Read the words of `words.csv` by their use, in its order."""
    return {row["use"]: tuple(row["words"].split("|")) for row in rows("words.csv")}


def words_for(use: str) -> frozenset[str]:
    """Give the words that are listed for one use."""
    return frozenset(lists()[use])


def any_of(use: str) -> str:
    """Write the words that are listed for one use as alternatives of a pattern: `album|anthem|book`."""
    return "|".join(map(re.escape, lists()[use]))
