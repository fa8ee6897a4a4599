"""Proof of values: stored articles are extracted from again, and every row compared.

Articles with rows of another version are not compared: the next ingest replaces them.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from tasks.extractors import EXTRACTORS
from tasks.extractors.model import ModelName, reading_with
from tasks.resolvers import derived_figures
from tasks.resolvers.findings import Findings, extract_all, without_dangling
from tasks.work.agreement import SAMPLE, require_same_rules
from warehouse.proofs.fault import Fault
from warehouse.reading.stored import StoredArticle, stored_articles
from warehouse.records import LINKS, DerivedFigure, Fact

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys of some stored articles, one after the other."""

    keys: tuple[str, ...]

    def halves(self) -> tuple[Self, Self] | None:
        """Cut them in two; None where it is a single one."""
        middle = len(self.keys) // 2
        return (replace(self, keys=self.keys[:middle]), replace(self, keys=self.keys[middle:])) if middle else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """The job: extract again from stored articles with the model named, and compare what a warehouse holds of them."""

    folder: Path
    model: ModelName
    version: str

    def __call__(self, keys: Keys) -> list[Fault]:
        """Return a fault for each stored row that extracting again does not give, and for each that it adds."""
        with reading_with(self.model):
            require_same_rules(self.version)
            stored = list(stored_articles(self.folder, first=keys.keys[0], last=keys.keys[-1]))
            found = extract_all(each.article for each in stored)
            return [fault for each, again in zip(stored, found, strict=True) for fault in faults(each, again)]

    def try_out(self) -> None:
        """Extract from an article of our own."""
        with reading_with(self.model):
            require_same_rules(self.version)
            deque(extract_all([SAMPLE]), maxlen=0)

    def give_up(self, keys: Keys) -> list[Fault]:
        """Name the one article that no process survives."""
        reason = "extracting again ended every process that tried"
        return [Fault(table="articles", key=key, column="text", reason=reason) for key in keys.keys]


def faults(stored: StoredArticle, found: Findings | Exception) -> Iterator[Fault]:
    """Compare what is stored of an article with what is found in it now; what could not be extracted has no rows."""
    if isinstance(found, Findings):
        yield from article_faults(stored, found)
    elif any(stored.rows.values()):
        key = stored.article.article_id
        yield Fault(table="articles", key=key, column="text", reason=f"extracting again fails: {found}")


def article_faults(stored: StoredArticle, findings: Findings) -> Iterator[Fault]:
    """Compare what is stored of an article with what is found in it now, and with what follows from that."""
    if not is_current(stored):
        return
    for table, extractor in EXTRACTORS.items():
        kept = {name: stored_keys_of(stored, other) for name, other in LINKS.get(table, {}).items()}
        found = (without_dangling(fact.as_row(), kept) for fact in findings.facts[table])
        yield from row_faults(table, stored, found, key_name=extractor.record.key_name)
    figure_ids = {row["figure_id"] for row in stored.rows["figures"]}
    derived = (
        figure.as_row()
        for figure in findings.derived_figures
        if {figure.level_figure_id, figure.change_figure_id} <= figure_ids  # what was refused has no children
    )
    table = DerivedFigure.table
    yield from row_faults(table, stored, derived, key_name=DerivedFigure.key_name)


def stored_keys_of(stored: StoredArticle, record: type[Fact]) -> set[str]:
    """Return the keys of the facts of a table that are stored of an article; those refused are not among them."""
    return {str(row[record.key_name]) for row in stored.rows[record.table]}


def is_current(stored: StoredArticle) -> bool:
    """Tell whether every row of an article is of today's versions; rows are joined, so that one may change others."""
    versions = {table: extractor.version for table, extractor in EXTRACTORS.items()}
    versions[DerivedFigure.table] = derived_figures.VERSION
    return all(row["extractor_version"] == versions[table] for table, rows in stored.rows.items() for row in rows)


def row_faults(table: str, stored: StoredArticle, found: Iterable[Row], *, key_name: str) -> Iterator[Fault]:
    """Compare rows by key, column by column; what was refused when it landed is not missed."""
    expected = {str(row[key_name]): row for row in found}
    for row in stored.rows[table]:
        key = str(row[key_name])
        again = expected.pop(key, None)
        if again is None:
            yield Fault(table=table, key=key, column="", reason="extracting again does not find it")
            continue
        for column, value in again.items():
            if row[column] != value:
                reason = f"it is {row[column]!r:.80}, but extracting again gives {value!r:.80}"
                yield Fault(table=table, key=key, column=column, reason=reason)
    for key, missing in expected.items():
        if missing.get("start_char") in stored.refused_starts:
            continue
        found_again = missing.get("text") or missing["formula"]
        yield Fault(table=table, key=key, column="", reason=f"extracting again finds {found_again!r:.80}, not stored")
