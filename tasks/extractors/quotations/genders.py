"""Tells men from women by title, given name and Slavic surname, for pronouns to find their person."""

import csv
import functools
import re
from pathlib import Path

GIVEN_NAMES_FILE = Path(__file__).with_name("given_names.csv")
"""Given names of our own listing that nearly always belong to one gender; names of both are left out."""

MASCULINE_TITLES = frozenset("mr sir king prince lord father brother pope sheikh imam monsignor congressman".split())
FEMININE_TITLES = frozenset(
    "mrs ms miss madam madame queen princess lady dame sister mother congresswoman chairwoman spokeswoman".split()
)
MASCULINE_SURNAME = re.compile(r"(?:[aeo]v|[yi]ov|sk(?:y|i|iy|ii)|tsky|enko?v)$")
"""`Ivanov`, `Sergeev`, `Yavlinsky`."""
FEMININE_SURNAME = re.compile(r"(?:[aeo]va|skaya|tskaya)$")
"""`Bykova`, `Novodvorskaya`."""


@functools.cache
def given_names() -> dict[str, str]:
    """Give the gender of each given name."""
    with GIVEN_NAMES_FILE.open(encoding="utf-8", newline="") as rows:
        return {row["given_name"]: row["gender"] for row in csv.DictReader(rows)}


def gender_of(name: str) -> str | None:
    """Give the gender that a person's name shows, `masculine` or `feminine`, or nothing where it shows none."""
    words = name.replace(".", "").split()
    for word in words:
        if word.lower() in FEMININE_TITLES:
            return "feminine"
        if word.lower() in MASCULINE_TITLES:
            return "masculine"
    for word in words[:-1]:
        if word in given_names():
            return given_names()[word]
    if not words:
        return None
    if FEMININE_SURNAME.search(words[-1]):
        return "feminine"
    if len(words[-1]) > 4 and MASCULINE_SURNAME.search(words[-1]):
        return "masculine"
    return given_names().get(words[-1])
