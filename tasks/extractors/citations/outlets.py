"""The outlets that are known by name, and the words and places that show a name to be none."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

UNDATED_KINDS = frozenset({"agency", "broadcaster", "group", "website"})
"""Kinds whose bare name in parentheses is a source; `(Day)` or `(Time)` alone may be anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A known outlet: its canonical name and what it is."""

    name: str
    kind: str


def known_outlet(text: str) -> Outlet | None:
    """Return the outlet that a name as printed stands for, or None where it is not a known one."""
    return outlets_by_alias().get(normal_name(text))


def normal_name(text: str) -> str:
    """Reduce a name to what its spellings share: `The  Moscow Times` to `moscow times`."""
    return " ".join(text.replace("’", "'").casefold().split()).removeprefix("the ")


def is_aside(name: str) -> bool:
    """Tell whether a name is a place, `Istanbul, November 18`, or holds a word of an aside, `Born on March 3`."""
    words = name.casefold().split()
    return aside_names().get(" ".join(words)) == "place" or any(
        aside_names().get(word) == "word of an aside" for word in words
    )


@cache
def aside_names() -> dict[str, str]:
    """Read `not_outlets.csv`, once: what each name or word is instead."""
    with Path(__file__).with_name("not_outlets.csv").open(encoding="utf-8", newline="") as rows:
        return {row["name"]: row["reason"] for row in csv.DictReader(rows)}


@cache
def outlets_by_alias() -> dict[str, Outlet]:
    """Read `outlets.csv`, once."""
    found = {}
    with Path(__file__).with_name("outlets.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            outlet = Outlet(name=row["outlet"], kind=row["kind"])
            for alias in (row["outlet"], *row["aliases"].split("|")):
                found[normal_name(alias)] = outlet
    found.pop("", None)
    return found
