"""The lists of words that patterns of time expressions are made of, kept in `word_lists.csv` with their sources.

A list is named after its module and what it holds: `years.counted` is in `COUNTED` of `years.py`.
"""

import csv
from functools import cache
from pathlib import Path


@cache
def word_lists() -> dict[str, list[str]]:
    """Read all the lists, by name."""
    with Path(__file__).with_name("word_lists.csv").open(encoding="utf-8", newline="") as rows:
        return {row["list"]: row["words"].split("|") for row in csv.DictReader(rows)}


def alternation(name: str) -> str:
    """Return the words of a list as the alternatives of a pattern, with any white space between two words of one."""
    return "|".join(words.replace(" ", r"\s+") for words in word_lists()[name])
