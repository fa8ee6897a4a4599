"""Tells men from women by title, given name and Slavic surname, for pronouns to find their person.

`given_names.csv` lists names that nearly always belong to one gender; names of both are left out.
"""

import functools
import re

from tasks.extractors.quotations.lexicon.tables import rows

ABBREVIATED_TITLES = frozenset({"mr.", "mrs.", "ms."})
MASCULINE_SURNAME = re.compile(r"(?:[aeo]v|[yi]ov|sk(?:y|i|iy|ii)|tsky|enko?v)$")
"""`Ivanov`, `Sergeev`, `Yavlinsky`."""
FEMININE_SURNAME = re.compile(r"(?:[aeo]va|skaya|tskaya)$")
"""`Bykova`, `Novodvorskaya`."""


@functools.cache
def given_names() -> dict[str, str]:
    """Give the gender of each given name."""
    return {row["given_name"]: row["gender"] for row in rows("given_names.csv")}


def gender_of(name: str) -> str | None:
    """Give the gender that a person's name shows, `masculine` or `feminine`, or nothing where it shows none."""
    words = name.replace(".", "").split()
    shown = [gender for word in words if (gender := titles().get(word.lower()))]
    shown += [given_names()[word] for word in words[:-1] if word in given_names()]
    shown += [gender for word in words[-1:] if (gender := surname_gender(word) or given_names().get(word))]
    return shown[0] if shown else None


@functools.cache
def titles() -> dict[str, str]:
    """Give the gender that each title shows, in small letters."""
    return {row["title"]: row["gender"] for row in rows("titles.csv")}


def surname_gender(word: str) -> str | None:
    """Give the gender that a Slavic surname shows."""
    if FEMININE_SURNAME.search(word):
        return "feminine"
    return "masculine" if len(word) > 4 and MASCULINE_SURNAME.search(word) else None
