"""Tells men from women by title, given name and Slavic surname, for pronouns to find their person."""

import functools
import re

from tasks.extractors.quotations.lexicon.tables import rows
from tasks.extractors.vocabulary.given_names import genders

ABBREVIATED_TITLES = frozenset({"mr.", "mrs.", "ms."})
MASCULINE_SURNAME = re.compile(r"(?:[aeo]v|[yi]ov|sk(?:y|i|iy|ii)|tsky|enko?v)$")
"""`Ivanov`, `Sergeev`, `Yavlinsky`."""
FEMININE_SURNAME = re.compile(r"(?:[aeo]va|skaya|tskaya)$")
"""`Bykova`, `Novodvorskaya`."""


def gender_of(name: str) -> str | None:
    """Give the gender that a person's name shows, `masculine` or `feminine`, or nothing where it shows none."""
    words = name.replace(".", "").split()
    shown = [gender for word in words[:-1] if (gender := titles().get(word.lower()))]  # `Ms King` is no king
    shown += [genders()[word] for word in words[:-1] if word in genders()]
    shown += [gender for word in words[-1:] if (gender := surname_gender(word) or genders().get(word))]
    return shown[0] if shown else None


@functools.cache
def abbreviated_titles() -> dict[str, str]:
    """Give the title that each abbreviation stands for, in small letters: `general` for `gen`."""
    return {row["abbreviation"]: row["title"] for row in rows("abbreviated_titles.csv")}


def written_out(role: str) -> str:
    """Write a role with its titles in full, in small letters: `lieutenant general` for `Lt. Gen`."""
    words = (word.removesuffix(".") for word in role.lower().split())
    return " ".join(abbreviated_titles().get(word, word) for word in words)


@functools.cache
def titles() -> dict[str, str]:
    """Give the gender that each title shows, in small letters."""
    return {row["title"]: row["gender"] for row in rows("titles.csv")}


def surname_gender(word: str) -> str | None:
    """Give the gender that a Slavic surname shows."""
    if FEMININE_SURNAME.search(word):
        return "feminine"
    return "masculine" if len(word) > 4 and MASCULINE_SURNAME.search(word) else None
