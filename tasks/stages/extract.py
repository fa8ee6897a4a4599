"""Fifth stage: run every extractor over the dated articles."""

from collections.abc import Sequence
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.extractors import EXTRACTORS
from tasks.formats import FORMATS_VERSION
from tasks.resolvers import derived_figures
from tasks.resolvers.findings import Findings, extract_all
from tasks.sources.refusal import excerpt_of
from warehouse.ledger.shards import read_records, write_rows
from warehouse.records import Article, DerivedFigure, Rejection, Stamp, stamped


@task(cache_policy=NO_CACHE)
def extract(shard: Path, *, run_id: str) -> None:
    """Find the facts of the shard's dated articles; what an extractor refused becomes a rejection."""
    articles = read_records(shard / "date" / "articles.parquet", Article)
    findings, failed = extract_each(articles)
    save(findings, failed, folder=shard / "extract", run_id=run_id)


def extract_each(articles: Sequence[Article]) -> tuple[list[Findings], list[Rejection]]:
    """Extract from each article; one whose text an extractor cannot take is rejected alone."""
    findings, failed = [], []
    for article, found in zip(articles, extract_all(articles), strict=True):
        if isinstance(found, Findings):
            findings.append(found)
        else:
            failed.append(rejection_of(article, found))
    return findings, failed


def rejection_of(article: Article, error: Exception) -> Rejection:
    """Record that no facts could be found in an article, and why."""
    return Rejection(
        source=article.source,
        source_path=article.source_path,
        content_sha256=article.content_sha256,
        article_id=None,
        stage="extract",
        rule="extractor_failed",
        reason=f"An extractor could not take the text ({type(error).__name__}: {error})",
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
