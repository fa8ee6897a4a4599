"""Common nouns for those who speak, and for what carries their words."""

import csv
import functools
from pathlib import Path

NOUNS_FILE = Path(__file__).with_name("nouns.csv")
"""Nouns of our own listing: a `person` or `organization` speaks, a `carrier` (statement, letter) is spoken through."""

PERSONAL_PRONOUNS = frozenset({"i", "you", "he", "she", "we", "they", "who"})


@functools.cache
def noun_kinds() -> dict[str, str]:
    """Give the kind of each noun, `person`, `organization` or `carrier`, by its singular."""
    with NOUNS_FILE.open(encoding="utf-8", newline="") as rows:
        return {row["noun"]: row["kind"] for row in csv.DictReader(rows)}


def noun_kind(word: str) -> str | None:
    """Give the kind of a noun in the singular or the plural; nothing where it is none of ours."""
    noun = word.lower()
    kinds = noun_kinds()
    for singular in (noun, noun.removesuffix("s"), noun.removesuffix("es"), noun.removesuffix("ies") + "y"):
        if singular in kinds:
            return kinds[singular]
    return kinds.get(noun.removesuffix("men") + "man") if noun.endswith("men") else None
