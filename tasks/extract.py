"""Fourth stage: run every extractor over the accepted articles."""

from collections.abc import Sequence
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.extractors import EXTRACTORS, Findings, extract_all
from tasks.formats import FORMATS_VERSION
from warehouse.records import Article, Rejection, Stamp, stamped
from warehouse.shards import read_records, write_rows


@task(cache_policy=NO_CACHE)
def extract(shard: Path, *, run_id: str) -> None:
    """Find the facts of the shard's accepted articles; what an extractor refused becomes a rejection."""
    articles = read_records(shard / "check_articles" / "articles.parquet", Article)
    save(list(extract_all(articles)), folder=shard / "extract", run_id=run_id)


def save(findings: Sequence[Findings], *, folder: Path, run_id: str) -> None:
    """Write the dated articles, a table of each kind of fact, and the refusals."""
    stamp = Stamp(extractor_version=FORMATS_VERSION, run_id=run_id)
    write_rows(folder / "articles.parquet", Article, (stamped(found.article, stamp) for found in findings))
    for name, extractor in EXTRACTORS.items():
        stamp = Stamp(extractor_version=extractor.version, run_id=run_id)
        facts = (fact for found in findings for fact in found.facts[name])
        write_rows(folder / f"{name}.parquet", extractor.record, (stamped(fact, stamp) for fact in facts))
    refusals = (rejection for found in findings for rejection in found.rejections)
    write_rows(folder / "rejections.parquet", Rejection, (rejection.as_row() for rejection in refusals))
