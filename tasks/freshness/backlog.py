"""Which stored articles were found by earlier versions: what a backfill brings up to today's, without their files.

What has been brought up is no part of the backlog any more, so that a backfill that was cut off goes on where it was.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from typing import NamedTuple

from tasks.extractors import EXTRACTORS
from tasks.freshness.causes import cause, stale_tables
from tasks.freshness.files import held_by
from tasks.resolvers.publication_dates.publications import normal_name
from warehouse.folder.errors import ConfigurationError
from warehouse.ledger.landed import landed_rows
from warehouse.ledger.ledger import Ledger
from warehouse.records import Article


class Described(NamedTuple):
    """What articles are chosen by."""

    article_id: str
    source: str
    source_path: str
    publication: str | None
    volume: int | None
    published_on: date | None
    run_id: str


VERSION = re.compile(r"\d{1,6}(?:\.\d+)*")
RUN_OR_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T[\d:]*)?|\d{8}T[\d.]*Z?")
"""Runs are named by when they began: `20260301T063000.000000Z`; the start of a name will do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which articles: those for which all holds that is given; days are included, `files` is a pattern of names.

    `extractor` leaves those of which this one's facts are of today's version. `older_than` leaves those found by a
    run of a day, or a run, or later; or, where it is a version of the extractor, by this version or a later one.
    """

    publication: str | None = None
    volume: int | None = None
    first_day: date | None = None
    last_day: date | None = None
    files: str | None = None
    extractor: str | None = None
    older_than: str | None = None

    def __post_init__(self) -> None:
        """Raise ConfigurationError where no extractor is called so, or it is not clear what is meant to be older."""
        if self.extractor is not None and self.extractor not in EXTRACTORS:
            raise ConfigurationError(f"no extractor is called {self.extractor!r}; there are {', '.join(EXTRACTORS)}")
        given = self.older_than
        if given is None or RUN_OR_DAY.fullmatch(given) or (self.extractor and VERSION.fullmatch(given)):
            return
        raise ConfigurationError(
            f"--older-than {given}: give a day such as 2026-03-01, the key of a run, or, with --extractor, a version."
        )

    def holds(self, article: Described) -> bool:
        """Tell whether an article is chosen; one without a day, or a publication, is not chosen by it."""
        day = article.published_on
        return (
            (self.publication is None or same_publication(self.publication, article.publication))
            and (self.volume is None or self.volume == article.volume)
            and (self.first_day is None or (day is not None and day >= self.first_day))
            and (self.last_day is None or (day is not None and day <= self.last_day))
            and (self.first_run is None or article.run_id < self.first_run)
            and (self.files is None or any(fnmatchcase(n, self.files) for n in (article.source, article.source_path)))
        )

    @property
    def first_run(self) -> str | None:
        """The name, or the start of the name, of the first run that is not older."""
        is_run = self.older_than and RUN_OR_DAY.fullmatch(self.older_than)
        return re.sub("[-:]", "", self.older_than or "") if is_run else None

    def is_old(self, tables: Mapping[str, str]) -> bool:
        """Tell whether the extractor's version, among those that an article was read with, is older than asked for."""
        if self.extractor is None or self.older_than is None or self.first_run:
            return True
        return numbers(tables.get(self.extractor, "0")) < numbers(self.older_than)


def numbers(version: str) -> list[int]:
    """Read the numbers that a version begins with: `6.3` of `6.3 en_core_web_md-3.8.0`."""
    found = VERSION.match(version)
    return [int(number) for number in found[0].split(".")] if found else []


class Waiting(NamedTuple):
    """An article of the backlog: what is to be found again in it, and why; None where its file is to be read again."""

    article_id: str
    tables: frozenset[str] | None
    why: str


def backlog(ledger: Ledger, choice: Choice) -> Iterator[Waiting]:
    """Yield the articles chosen that were found by earlier versions."""
    held = held_by(ledger)
    now = held.now
    versions_of = {file.article_id: file.pipeline_version for file in held.files.values() if file.article_id}
    for article in filter(choice.holds, described(ledger)):
        version = versions_of.get(article.article_id, "")
        then = held.known_versions.get(version)
        tables = stale_tables(then, now)
        if version == now.key or not choice.is_old(then.tables if then else {}):
            continue
        if tables is None or choice.extractor is None or choice.extractor in tables:
            yield Waiting(article.article_id, tables, cause(then, now))


def described(ledger: Ledger) -> list[Described]:
    """Return what all articles are chosen by."""
    return [Described(**row) for row in landed_rows(ledger, Article, names=list(Described._fields)).to_pylist()]


def same_publication(asked: str, publication: str | None) -> bool:
    """Tell whether two names mean the same publication."""
    return publication is not None and normal_name(asked) == normal_name(publication)
