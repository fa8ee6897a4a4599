"""The facts of a stretch of articles: found, stamped and written beside those of the shard's other stretches."""

import secrets
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tasks.extractors import EXTRACTORS
from tasks.extractors.model import ModelName, reading_with
from tasks.formats import FORMATS_VERSION
from tasks.resolvers import derived_figures
from tasks.resolvers.findings import NOTHING_HELD, Findings, Held, extract_all
from tasks.sources.refusal import excerpt_of
from tasks.work.agreement import SAMPLE, require_same_rules
from tasks.work.stretches import Stretch
from warehouse.ledger.shards import read_records, write_rows
from warehouse.records import Article, DerivedFigure, Fact, Figure, Rejection, Stamp, stamped

STAGE = "extract"
HELD = "held"
"""Folder of a shard with the tables that are not to be found again."""
OfArticle = TypeVar("OfArticle", Fact, DerivedFigure)
LOST_WITH_IT = "Extracting from it ended every process that tried"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """The job: read the dated articles of a stretch, find their facts with the model named, and write them.

    `version` is that of whoever gives the job: a worker whose rules are others refuses.
    """

    model: ModelName
    version: str
    run_id: str

    def __call__(self, stretch: Stretch) -> Path:
        """Extract from a stretch; return the folder of what was found, which nobody else writes into."""
        with reading_with(self.model):
            require_same_rules(self.version)
            articles = articles_of(stretch)
            findings, failed = extract_each(articles, held=held_of(stretch.shard, articles))
            return self.saved(findings, failed, stretch=stretch)

    def try_out(self) -> None:
        """Extract from an article of our own."""
        with reading_with(self.model):
            require_same_rules(self.version)
            extract_each([SAMPLE], held=NOTHING_HELD)

    def give_up(self, stretch: Stretch) -> Path:
        """Reject the one article of a stretch, which no process survives; return the folder as well."""
        with reading_with(self.model):
            failed = [
                rejection_of(article, rule="worker_lost", reason=LOST_WITH_IT) for article in articles_of(stretch)
            ]
            return self.saved([], failed, stretch=stretch)

    def saved(self, findings: Sequence[Findings], failed: Sequence[Rejection], *, stretch: Stretch) -> Path:
        """Write what was found into a folder of its own; return it.

        A worker that a cluster has given up may still be writing while another does the same stretch again.
        """
        folder = stretch.shard / STAGE / f"{stretch.start:06d}-{stretch.stop:06d}-{secrets.token_hex(4)}"
        folder.mkdir()
        save(findings, failed, folder=folder, run_id=self.run_id)
        return folder


def articles_of(stretch: Stretch) -> list[Article]:
    """Read the dated articles of a stretch."""
    return read_records(stretch.shard / "date" / "articles.parquet", Article, start=stretch.start, stop=stretch.stop)


def held_of(shard: Path, articles: Sequence[Article]) -> Held:
    """Read what a shard holds of its articles' facts that is not to be found again, if anything."""
    keys = {article.article_id for article in articles}
    folder = shard / HELD
    facts = {
        name: by_article(read_records(folder / f"{name}.parquet", extractor.record), keys)
        for name, extractor in EXTRACTORS.items()
        if (folder / f"{name}.parquet").exists()
    }
    if Figure.table not in facts:
        return Held(facts=facts)
    derived = read_records(folder / f"{DerivedFigure.table}.parquet", DerivedFigure)
    return Held(facts=facts, derived_figures=by_article(derived, keys))


def by_article(rows: Iterable[OfArticle], keys: Collection[str]) -> dict[str, list[OfArticle]]:
    """Gather the rows of some articles by article."""
    found: dict[str, list[OfArticle]] = {key: [] for key in keys}
    for row in rows:
        if row.article_id in found:
            found[row.article_id].append(row)
    return found


def extract_each(articles: Sequence[Article], *, held: Held) -> tuple[list[Findings], list[Rejection]]:
    """Extract from each article; one whose text an extractor cannot take is rejected alone."""
    findings, failed = [], []
    for article, found in zip(articles, extract_all(articles, held=held), strict=True):
        if isinstance(found, Findings):
            findings.append(found)
        else:
            reason = f"An extractor could not take the text ({type(found).__name__}: {found})"
            failed.append(rejection_of(article, rule="extractor_failed", reason=reason))
    return findings, failed


def rejection_of(article: Article, *, rule: str, reason: str) -> Rejection:
    """Record that no facts could be found in an article, and why."""
    return Rejection(
        source=article.source,
        source_path=article.source_path,
        content_sha256=article.content_sha256,
        article_id=None,
        stage=STAGE,
        rule=rule,
        reason=reason,
        start_char=None,
        excerpt=excerpt_of(article.body),
        repair="Report the file: this is a fault of Newsledger, not of the text. Its bytes are kept.",
    )


def save(findings: Sequence[Findings], failed: Sequence[Rejection], *, folder: Path, run_id: str) -> None:
    """Write the dated articles, a table of each kind of fact, what follows from the figures, and what was refused."""
    stamp = Stamp(extractor_version=FORMATS_VERSION, run_id=run_id)
    write_rows(folder / "articles.parquet", Article, (stamped(found.article, stamp) for found in findings))
    for name, extractor in EXTRACTORS.items():
        stamp = Stamp(extractor_version=extractor.version, run_id=run_id)
        facts = (fact for found in findings for fact in found.facts[name])
        write_rows(folder / f"{name}.parquet", extractor.record, (stamped(fact, stamp) for fact in facts))
    stamp = Stamp(extractor_version=derived_figures.VERSION, run_id=run_id)
    derived = (stamped(figure, stamp) for found in findings for figure in found.derived_figures)
    write_rows(folder / "derived_figures.parquet", DerivedFigure, derived)
    refused = [*failed, *(rejection for found in findings for rejection in found.rejections)]
    write_rows(folder / "rejections.parquet", Rejection, (rejection.as_row() for rejection in refused))
