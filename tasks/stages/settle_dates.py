"""Eighth stage: date each volume of the ledger that has changed as a whole; pack what gets another date into shards.

Facts hang on the date, so such a shard goes through extraction and checks like any other before it takes the place of
what has landed of its articles.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.engines.aside import done_aside
from tasks.freshness.volumes import corrected_alone, unsettled_volumes
from tasks.resolvers.publication_dates.corrected import with_corrected_day
from tasks.settings.configuration import Configuration
from tasks.stages import read
from tasks.stages.date_articles import date_together, write_articles
from tasks.stages.land import rejections_of, tables_of, with_tries
from warehouse.catalogue.tidying import tidy
from warehouse.folder import layout
from warehouse.ledger.landed import landed_records
from warehouse.ledger.ledger import Ledger
from warehouse.ledger.shards import read_records
from warehouse.records import Article, File, Rejection

STAGES = ("date", "extract", "check_facts", "land")
"""Folders of a shard of articles that have landed before."""


@task(cache_policy=NO_CACHE)
def settle_dates(ledger: Ledger, *, configuration: Configuration, run_id: str) -> tuple[Path, ...]:
    """Date every volume that has changed as a whole; pack the articles whose date is another now into shards."""
    changed = redated(ledger, configuration=configuration)
    shards: list[Path] = []
    while batch := list(islice(changed, read.FILES_IN_A_SHARD)):
        shard = ledger.folder / layout.SHARDS / f"resolved-{len(shards) + 1:05d}"
        shards.append(pack(batch, shard=shard, run_id=run_id))
    return tuple(shards)


def redated(ledger: Ledger, *, configuration: Configuration) -> Iterator[Article]:
    """Yield the articles whose day, interval or basis is not what their whole volume says, with their new date."""
    for article_ids in unsettled_volumes(ledger, configuration=configuration):
        landed = landed_records(ledger, Article, column="article_id", values=article_ids)
        dated = date_together(landed, configuration=configuration)
        yield from (dated[article.article_id] for article in landed if dated[article.article_id] != article)
    alone = corrected_alone(ledger, configuration=configuration)
    landed = landed_records(ledger, Article, column="article_id", values=alone)
    yield from with_corrected_day(landed, configuration.corrected_days)


def pack(articles: Iterable[Article], *, shard: Path, run_id: str) -> Path:
    """Write articles that have landed before to a new shard; return its folder."""
    for stage in STAGES:
        (shard / stage).mkdir(parents=True)
    write_articles(shard, articles, run_id=run_id)
    return shard


@task(cache_policy=NO_CACHE)
def land_again(shard: Path, *, ledger: Ledger, run_id: str, version: str | None = None) -> None:
    """Replace articles that have got another date or other facts, and what was refused of these; their files stay.

    Where a `version` is given, the files count as decided by it. An article that an extractor could not take stays as
    it was; the rejection says so.
    Raises WarehouseError, with nothing of the shard published, where the disk or the folder refuses.
    """
    articles = read_records(shard / "extract" / "articles.parquet", Article)
    article_ids = {article.article_id for article in articles}
    files = [
        replace(file, pipeline_version=version) if version else file
        for file in landed_records(ledger, File, column="article_id", values=article_ids)
    ]
    source_paths = {file.source_path for file in files}
    refused = with_tries(rejections_of(shard), ledger=ledger, run_id=run_id)
    kept = [
        rejection
        for rejection in landed_records(
            ledger, Rejection, column="source_path", values=source_paths | {row.source_path for row in refused}
        )
        if rejection.article_id not in article_ids
    ]
    rejections = {rejection.key: rejection for rejection in [*kept, *refused]}
    ledger.land(
        tables_of(shard, files=files, rejections=list(rejections.values())),
        replaced_article_ids=article_ids,
        replaced_source_paths=source_paths,
    )
    tidy(ledger, doing=partial(done_aside, of=ledger))
