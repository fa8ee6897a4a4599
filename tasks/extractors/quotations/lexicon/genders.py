"""Tells men from women by title, given name and Slavic surname, for pronouns to find their person."""

import csv
import functools
import re
from pathlib import Path

GIVEN_NAMES_FILE = Path(__file__).with_name("given_names.csv")
"""Given names of our own listing that nearly always belong to one gender; names of both are left out."""

MASCULINE_TITLES = frozenset(
    (
        "mr",
        "sir",
        "king",
        "prince",
        "lord",
        "father",
        "brother",
        "pope",
        "sheikh",
        "imam",
        "monsignor",
        "congressman",
    )
)
FEMININE_TITLES = frozenset(
    (
        "mrs",
        "ms",
        "miss",
        "madam",
        "madame",
        "queen",
        "princess",
        "lady",
        "dame",
        "sister",
        "mother",
        "congresswoman",
        "chairwoman",
        "spokeswoman",
    )
)
ABBREVIATED_TITLES = frozenset({"mr.", "mrs.", "ms."})
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
    shown = [gender for word in words if (gender := title_gender(word.lower()))]
    shown += [given_names()[word] for word in words[:-1] if word in given_names()]
    shown += [gender for word in words[-1:] if (gender := surname_gender(word) or given_names().get(word))]
    return shown[0] if shown else None


def title_gender(word: str) -> str | None:
    """Give the gender that a title shows, in small letters."""
    if word in FEMININE_TITLES:
        return "feminine"
    return "masculine" if word in MASCULINE_TITLES else None


def surname_gender(word: str) -> str | None:
    """Give the gender that a Slavic surname shows."""
    if FEMININE_SURNAME.search(word):
        return "feminine"
    return "masculine" if len(word) > 4 and MASCULINE_SURNAME.search(word) else None
