"""The lists beside this module, and how a name is written to be looked up in them."""

import csv
import functools
import re
from collections.abc import Iterator
from importlib import resources

PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-"})


def rows(file: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a list; their column `source` says where the entries come from."""
    text = (resources.files(__package__) / file).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())


@functools.cache
def lists() -> dict[str, tuple[str, ...]]:
    """Read the words of `words.csv` by their use, in its order."""
    return {row["use"]: tuple(row["words"].split("|")) for row in rows("words.csv")}


@functools.cache
def words_for(use: str) -> frozenset[str]:
    """Give the words that are listed for one use."""
    return frozenset(lists()[use])


def any_of(use: str) -> str:
    """Write the words that are listed for one use as alternatives of a pattern: `Treaty|Accord|Accords`."""
    return "|".join(map(re.escape, lists()[use]))


MINISTRY_WORDS = f"{any_of('before the subject of a ministry')}|{any_of('subject of a ministry')}"
"""What a ministry is for, and what stands before that, as alternatives of a pattern: `Oil`, `Foreign Economic`."""


def plain(name: str) -> str:
    """Write a name with single spaces, straight apostrophes and plain hyphens, to compare it by."""
    return " ".join((name if name.isascii() else name.translate(PLAIN)).split())
