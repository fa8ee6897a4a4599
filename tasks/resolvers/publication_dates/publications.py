"""The publications whose volumes are known: which year a volume is, and how often issues come."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from pathlib import Path

MOST_VOLUMES = 60
"""A volume beyond it is a misprint: none of the publications is older than 1995."""

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Years that a first volume can be of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A publication: the year of its first volume, and where they are known its first day and its rhythm."""

    name: str
    year_of_volume_1: int
    first_issue_on: date | None = None
    weekdays_per_issue: int | None = None

    def __post_init__(self) -> None:
        """Refuse what no publication can be."""
        if not FIRST_YEAR <= self.year_of_volume_1 <= LAST_YEAR:
            raise ValueError(f"year_of_volume_1 is {self.year_of_volume_1}, not from {FIRST_YEAR} to {LAST_YEAR}")
        if self.first_issue_on and self.first_issue_on.year != self.year_of_volume_1:
            raise ValueError(f"first_issue_on is {self.first_issue_on}, not in {self.year_of_volume_1}")
        if self.weekdays_per_issue is not None and self.weekdays_per_issue < 1:
            raise ValueError(f"weekdays_per_issue is {self.weekdays_per_issue}; it must be 1 at least")


def known_publication(name: str | None, *, also: Iterable[Publication] = ()) -> Publication | None:
    """Return the publication of that name, however it is capitalised; None where it is not a known one.

    Those in `also`, which the user has described, come before the table's own.
    """
    if not name:
        return None
    return (publications() | by_name(also)).get(normal_name(name))


def normal_name(name: str) -> str:
    """Reduce a publication's name to what its spellings share: `The Monitor` to `monitor`."""
    return " ".join(name.casefold().split()).removeprefix("the ")


@cache
def publications() -> dict[str, Publication]:
    """Read `publications.csv`, once."""
    with Path(__file__).with_name("publications.csv").open(encoding="utf-8", newline="") as rows:
        return by_name(as_publication(row) for row in csv.DictReader(rows))


def by_name(found: Iterable[Publication]) -> dict[str, Publication]:
    """Index publications by their normal names."""
    return {normal_name(publication.name): publication for publication in found}


def as_publication(row: dict[str, str]) -> Publication:
    """Build a publication from a row of the table; what is not known is empty there."""
    return Publication(
        name=row["publication"],
        year_of_volume_1=int(row["year_of_volume_1"]),
        first_issue_on=date.fromisoformat(row["first_issue_on"]) if row["first_issue_on"] else None,
        weekdays_per_issue=int(row["weekdays_per_issue"]) if row["weekdays_per_issue"] else None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """A volume: its year from the first issue on, the weekdays of it, and how many of them an issue takes if known."""

    first_on: date
    last_on: date
    days: tuple[date, ...]
    rhythm: int | None


@lru_cache(maxsize=64)
def volume_days(name: str | None, volume: int | None, *, also: tuple[Publication, ...] = ()) -> Volume | None:
    """Return a volume's weekdays from the publication's first issue on; None where the publication is not known.

    Known are those of the table, and those in `also`.
    """
    publication = known_publication(name, also=also)
    if publication is None or volume is None or not 1 <= volume <= MOST_VOLUMES:
        return None
    year = publication.year_of_volume_1 + volume - 1
    first = date(year, 1, 1)
    if publication.first_issue_on and publication.first_issue_on.year == year:
        first = publication.first_issue_on
    last = date(year, 12, 31)
    days = (first + timedelta(days=count) for count in range((last - first).days + 1))
    weekdays = tuple(day for day in days if day.weekday() < 5)
    return Volume(first_on=first, last_on=last, days=weekdays, rhythm=publication.weekdays_per_issue)
