"""Proof of values: what is stored of articles follows from their texts.

Rows that are known to be those that landed, by today's versions, are what the model's part in them made of the same
text: only the rules that need no model are followed again, from the rows that do. All other articles are extracted
from again, and every row compared; also where that is asked for. Articles with rows of another version are not
compared: the next ingest replaces them.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Self

from tasks.extractors import EXTRACTORS
from tasks.extractors.model import ModelName, reading_with
from tasks.resolvers import derived_figures
from tasks.resolvers.findings import Findings, Held, extract_all, without_dangling
from tasks.work.agreement import SAMPLE, require_same_rules
from tasks.work.extraction import STAGE
from warehouse.proofs.fault import Fault
from warehouse.reading.stored import StoredArticle, stored_articles
from warehouse.records import LINKS, Article, DerivedFigure, Fact, Figure

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
    """The job: find the facts of stored articles again, with the model named, and compare what a warehouse holds.

    Where it `is_deep`, the model reads every text again, else only those whose rows need not be what landed.
    """

    folder: Path
    model: ModelName
    version: str
    is_deep: bool

    def __call__(self, keys: Keys) -> list[Fault]:
        """Return a fault for each stored row that extracting again does not give, and for each that it adds."""
        with reading_with(self.model):
            require_same_rules(self.version)
            stored = stored_articles(self.folder, first=keys.keys[0], last=keys.keys[-1])
            known: list[StoredArticle] = []
            unknown: list[StoredArticle] = []
            for each in stored:
                (unknown if self.is_deep or not is_known(each, version=self.version) else known).append(each)
            found = chain(found_by_rules(known), extract_all(each.article for each in unknown))
            pairs = zip(chain(known, unknown), found, strict=True)
            return [fault for each, again in pairs for fault in faults(each, again)]

    def try_out(self) -> None:
        """Extract from an article of our own."""
        with reading_with(self.model):
            require_same_rules(self.version)
            deque(extract_all([SAMPLE]), maxlen=0)

    def give_up(self, keys: Keys) -> list[Fault]:
        """Name the one article that no process survives."""
        reason = "extracting again ended every process that tried"
        return [Fault(table="articles", key=key, column="text", reason=reason) for key in keys.keys]


def is_known(stored: StoredArticle, *, version: str) -> bool:
    """Tell whether the rows of an article are all that a version of the pipeline found, as they landed.

    Where checks refused a fact that had been found, what hangs on it does not follow from the others.
    """
    return stored.has_landed_by(version) and stored.refused.keys() <= {STAGE}


def found_by_rules(stored: Sequence[StoredArticle]) -> Iterator[Findings | Exception]:
    """Find what needs no model in articles, take what does as it is stored, join all, and derive from the figures."""
    facts = {
        table: {each.article.article_id: records_of(each, extractor.record) for each in stored}
        for table, extractor in EXTRACTORS.items()
        if extractor.reads_with_model
    }
    for found in extract_all((each.article for each in stored), held=Held(facts=facts)):
        if isinstance(found, Findings):
            figures = (figure for figure in found.facts[Figure.table] if isinstance(figure, Figure))
            yield replace(found, derived_figures=list(derived_figures.derive(figures)))
        else:
            yield found


def records_of(stored: StoredArticle, record: type[Fact]) -> list[Fact]:
    """Return the facts of a table that are stored of an article, in the order of its text."""
    facts = map(record.from_row, stored.rows[record.table])
    return sorted(facts, key=lambda fact: (fact.start_char, -fact.end_char))


def faults(stored: StoredArticle, found: Findings | Exception) -> Iterator[Fault]:
    """Compare what is stored of an article with what is found in it now; what could not be extracted has no rows."""
    key, table = stored.article.article_id, Article.table
    if isinstance(found, Findings):
        named = list(article_faults(stored, found))
        yield from named
        if stored.has_changed and not named:
            yield Fault(table=table, key=key, column="", reason="its rows, or the article, are not as they landed")
    elif any(stored.rows.values()):
        yield Fault(table=table, key=key, column="text", reason=f"extracting again fails: {found}")


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
