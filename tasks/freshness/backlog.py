"""Which stored articles were found by earlier versions: what a backfill brings up to today's, without their files.

What has been brought up is no part of the backlog any more, so that a backfill that was cut off goes on where it was.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from typing import NamedTuple

from tasks.extractors import EXTRACTORS
from tasks.freshness.causes import cause, stale_tables
from tasks.freshness.files import held_by
from tasks.freshness.versions import versions
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which articles: those for which all holds that is given; days are included, `files` is a pattern of names.

    `extractor` leaves those of which this one's facts are of today's version.
    """

    publication: str | None = None
    volume: int | None = None
    first_day: date | None = None
    last_day: date | None = None
    files: str | None = None
    extractor: str | None = None

    def __post_init__(self) -> None:
        """Raise ConfigurationError where no extractor is called so."""
        if self.extractor is not None and self.extractor not in EXTRACTORS:
            raise ConfigurationError(f"no extractor is called {self.extractor!r}; there are {', '.join(EXTRACTORS)}")

    def holds(self, article: Described) -> bool:
        """Tell whether an article is chosen; one without a day, or a publication, is not chosen by it."""
        day = article.published_on
        return (
            (self.publication is None or same_publication(self.publication, article.publication))
            and (self.volume is None or self.volume == article.volume)
            and (self.first_day is None or (day is not None and day >= self.first_day))
            and (self.last_day is None or (day is not None and day <= self.last_day))
            and (self.files is None or any(fnmatchcase(n, self.files) for n in (article.source, article.source_path)))
        )


class Waiting(NamedTuple):
    """An article of the backlog: what is to be found again in it, and why; None where its file is to be read again."""

    article_id: str
    tables: frozenset[str] | None
    why: str


def backlog(ledger: Ledger, choice: Choice) -> Iterator[Waiting]:
    """Yield the articles chosen that were found by earlier versions."""
    held, now = held_by(ledger), versions()
    versions_of = {file.article_id: file.pipeline_version for file in held.files.values() if file.article_id}
    for article in filter(choice.holds, described(ledger)):
        version = versions_of.get(article.article_id, "")
        then = held.versions.get(version)
        tables = stale_tables(then, now)
        if version != now.key and (tables is None or choice.extractor is None or choice.extractor in tables):
            yield Waiting(article.article_id, tables, cause(then, now))


def described(ledger: Ledger) -> list[Described]:
    """Return what all articles are chosen by."""
    return [Described(**row) for row in landed_rows(ledger, Article, names=list(Described._fields)).to_pylist()]


def same_publication(asked: str, publication: str | None) -> bool:
    """Tell whether two names mean the same publication."""
    return publication is not None and normal_name(asked) == normal_name(publication)
