"""The outlets that are known by name, and the words and places that show a name to be none."""

import csv
import re
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


DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?(?P<name>[a-zA-Z][\w-]*(?:\.[\w-]+)*\.[a-z]{2,4})/?")
"""`www.gazeta.ru`."""

DESCRIPTIONS = {
    "agency": {"agency", "news", "report", "reports", "dispatch", "dispatches"},
    "broadcaster": {"radio", "television", "tv", "news", "program", "broadcast"},
    "newspaper": {"newspaper", "daily", "weekly", "website"},
    "magazine": {"magazine", "journal", "weekly", "website"},
}
"""What an outlet of a kind may be called before its name or after it."""

DESCRIPTION = (
    r"(?:(?:news\s+)?(?:agency|newspaper|daily|weekly|magazine|journal|radio|television|tv|website)"
    r"|(?:(?:evening|morning)\s+)?news(?:\s+(?:program|broadcast))?|reports?|dispatch(?:es)?)"
)
DESCRIBED = re.compile(
    rf"(?P<before>{DESCRIPTION})\s+(?P<name_last>.+)|(?P<name_first>.+?)\s+(?P<after>{DESCRIPTION})", re.IGNORECASE
)
"""`the daily Segodnya`, `Turan news agency`; the `New York Times Magazine` is not the New York Times."""

PROGRAM_OF = re.compile(r"(?P<owner>[^'\"]{2,40})'s\s+\S.*")
"""`NTV's "Itogi" program`."""

AROUND_HYPHEN = re.compile(r"\s?-\s?")

KIND_WORDS = (
    ("broadcaster", re.compile(r"(?i:\b(?:radio|television|teleradio)\b)|\bTV\b|TV$")),
    ("agency", re.compile(r"(?i:\bagency$)")),
    ("website", DOMAIN),
)
"""What a name says itself of an outlet that is not known: `Ukrainian TV`, `Kremlin.ru`."""


def known_outlet(text: str) -> Outlet | None:
    """Return the outlet that a name as printed stands for, or None where it is not a known one."""
    name = normal_name(text)
    found = outlets_by_alias().get(name)
    if found:
        return found
    described = DESCRIBED.fullmatch(name)
    if described:
        word = (described["before"] or described["after"]).split()[-1]
        outlet = outlets_by_alias().get(described["name_last"] or described["name_first"])
        return outlet if outlet and word in DESCRIPTIONS.get(outlet.kind, ()) else None
    if program := PROGRAM_OF.fullmatch(name):
        owner = outlets_by_alias().get(program["owner"])
        return owner if owner and owner.kind == "broadcaster" else None
    domain = DOMAIN.fullmatch(name)
    return outlets_by_alias().get(domain["name"]) if domain else None


def kind_of(name: str) -> str | None:
    """Return the kind of an outlet that is not known, as its own name says; None where it does not tell."""
    return next((kind for kind, pattern in KIND_WORDS if pattern.search(name)), None)


def normal_name(text: str) -> str:
    """Reduce a name to what its spellings share: `The  Moscow Times` to `moscow times`, `Itar- Tass` to `itar-tass`."""
    name = " ".join(text.replace("’", "'").casefold().split()).removeprefix("the ")
    return AROUND_HYPHEN.sub("-", name) if "-" in name else name


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
