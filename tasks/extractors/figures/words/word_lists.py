"""The lists of words that the figure extractor's modules test against, kept in `word_lists.csv` with their sources.

A list is named after its module and constant: `nouns.verbs` is `VERBS` of `nouns.py`.
"""

import csv
from functools import cache
from pathlib import Path

WORD_LISTS = Path(__file__).with_name("word_lists.csv")


@cache
def word_lists() -> dict[str, frozenset[str]]:
    """Read all the lists, by name."""
    with WORD_LISTS.open(encoding="utf-8", newline="") as lines:
        return {row["list"]: frozenset(row["words"].split()) for row in csv.DictReader(lines)}


def word_list(name: str) -> frozenset[str]:
    """Return the words of a list."""
    return word_lists()[name]
