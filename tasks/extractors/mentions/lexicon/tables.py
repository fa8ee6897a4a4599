"""The lists beside this module, and how a name is written to be looked up in them."""

import csv
import functools
from collections.abc import Iterator
from importlib import resources

PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-"})


def rows(file: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a list; their column `source` says where the entries come from."""
    text = (resources.files(__package__) / file).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())


@functools.cache
def words_for(use: str) -> frozenset[str]:
    """Read the words that `words.csv` lists for one use."""
    return frozenset(word for row in rows("words.csv") if row["use"] == use for word in row["words"].split("|"))


def plain(name: str) -> str:
    """Write a name with single spaces, straight apostrophes and plain hyphens, to compare it by."""
    return " ".join((name if name.isascii() else name.translate(PLAIN)).split())
