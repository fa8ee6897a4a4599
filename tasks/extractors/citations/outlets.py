"""What an outlet's name says of its kind, and the words and places that show a name to be none."""

import csv
import re
from functools import cache
from pathlib import Path

from tasks.extractors.vocabulary.outlets import DOMAIN

UNDATED_KINDS = frozenset({"agency", "broadcaster", "group", "website"})
"""Kinds whose bare name in parentheses is a source; `(Day)` or `(Time)` alone may be anything."""

KIND_WORDS = (
    ("broadcaster", re.compile(r"(?i:\b(?:radio|television|teleradio)\b)|\bTV\b|TV$")),
    ("agency", re.compile(r"(?i:\bagency$)")),
    ("website", DOMAIN),
)
"""What a name says itself of an outlet that is not known: `Ukrainian TV`, `Kremlin.ru`."""


IN_A_TITLE = re.compile(r"(?<=\w) Today$")
"""The end of many a paper's name, `Steppe Today`; `today` is none."""


def kind_of(name: str) -> str | None:
    """Return the kind of an outlet that is not known, as its own name says; None where it does not tell."""
    return next((kind for kind, pattern in KIND_WORDS if pattern.search(name)), None)


def is_aside(name: str) -> bool:
    """Tell whether a name is a place, `Istanbul, November 18`, or holds a word of an aside, `Born on March 3`."""
    words = IN_A_TITLE.sub("", name).casefold().split()
    return aside_names().get(" ".join(words)) == "place" or any(
        aside_names().get(word) == "word of an aside" for word in words
    )


@cache
def aside_names() -> dict[str, str]:
    """Read `not_outlets.csv`, once: what each name or word is instead."""
    with Path(__file__).with_name("not_outlets.csv").open(encoding="utf-8", newline="") as rows:
        return {row["name"]: row["reason"] for row in csv.DictReader(rows)}
