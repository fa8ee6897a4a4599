"""Fourth stage: date the articles of all shards, each volume as a whole, so that facts are extracted with its dates."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.formats import FORMATS_VERSION
from tasks.freshness.volumes import by_volume, volume_name
from tasks.resolvers.publication_dates import date_volume
from tasks.resolvers.publication_dates.corrected import with_corrected_day
from tasks.settings.configuration import Configuration
from warehouse.ledger.landed import Dating, landed_datings, landed_records
from warehouse.ledger.ledger import Ledger
from warehouse.ledger.shards import read_records, write_rows
from warehouse.records import Article, Stamp, stamped


@task(cache_policy=NO_CACHE)
def date_articles(shards: Sequence[Path], *, ledger: Ledger, configuration: Configuration, run_id: str) -> None:
    """Date the accepted articles of all shards with the help of each other and of what the ledger holds already.

    It holds what these files were before as well; where that led a date astray, `resolve` mends it once they landed.
    """
    held = by_volume(landed_datings(ledger))
    dates: dict[str, Dating] = {}
    for name, paths in shards_by_volume(shards).items():
        landed_ids = {dating.article_id for dating in held.get(name, ())}
        landed = landed_records(ledger, Article, column="article_id", values=landed_ids)
        arrived = [article for path in paths for article in accepted_articles(path) if volume_name(article) == name]
        dated = date_together([*landed, *arrived], configuration=configuration)
        dates.update((article.article_id, dating_of(dated[article.article_id])) for article in arrived)
    days = configuration.corrected_days
    for shard in shards:
        accepted = with_corrected_day(accepted_articles(shard), days)
        articles = (with_date(article, dates.get(article.article_id)) for article in accepted)
        write_articles(shard, articles, run_id=run_id)


def shards_by_volume(shards: Iterable[Path]) -> dict[str, list[Path]]:
    """Find for each volume the shards that hold articles of it."""
    found: dict[str, list[Path]] = defaultdict(list)
    for shard in shards:
        for name in sorted({name for article in accepted_articles(shard) if (name := volume_name(article))}):
            found[name].append(shard)
    return found


def accepted_articles(shard: Path) -> list[Article]:
    """Read the articles of a shard that have passed their checks."""
    return read_records(shard / "check_articles" / "articles.parquet", Article)


def date_together(articles: Iterable[Article], *, configuration: Configuration) -> dict[str, Article]:
    """Date the articles of a volume by key, a later one in place of an earlier one of the same key."""
    corrected = with_corrected_day(articles, configuration.corrected_days)
    by_key = {article.article_id: article for article in corrected}
    # In the order of the keys, so that nothing depends on which of them arrived first.
    return date_volume((by_key[key] for key in sorted(by_key)), also=configuration.publications)


def dating_of(article: Article) -> Dating:
    """Return an article's volume and date alone."""
    return Dating(*(getattr(article, name) for name in Dating._fields))


def with_date(article: Article, dating: Dating | None) -> Article:
    """Return an article with the date found for it, if there is one."""
    if dating is None:
        return article
    return dataclasses.replace(
        article,
        published_on=dating.published_on,
        published_on_low=dating.published_on_low,
        published_on_high=dating.published_on_high,
        published_on_basis=dating.published_on_basis,
    )


def write_articles(shard: Path, articles: Iterable[Article], *, run_id: str) -> None:
    """Write dated articles to a shard, where extraction looks for them."""
    stamp = Stamp(extractor_version=FORMATS_VERSION, run_id=run_id)
    path = shard / "date" / "articles.parquet"
    write_rows(path, Article, (stamped(article, stamp) for article in articles))
