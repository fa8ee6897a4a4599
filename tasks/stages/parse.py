"""Second stage: recognise each file's format and parse it into an article, or refuse it with the reason."""

from collections.abc import Iterable
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.formats import FORMATS_VERSION, Refusal, Wish, parse_article
from tasks.settings.configuration import Configuration
from warehouse.ledger.shards import read_raw, write_rows
from warehouse.records import Article, RawFile, Rejection, Stamp, stamped


@task(cache_policy=NO_CACHE)
def parse(shard: Path, *, wish: Wish, configuration: Configuration, run_id: str) -> None:
    """Parse the shard's raw files into articles and rejections, as is wished or as each file shows."""
    raw_files = read_raw(shard / "read" / "raw.parquet")
    articles, rejections = parse_all(raw_files, wish=wish, configuration=configuration)
    stamp = Stamp(extractor_version=FORMATS_VERSION, run_id=run_id)
    write_rows(shard / "parse" / "articles.parquet", Article, (stamped(article, stamp) for article in articles))
    write_rows(shard / "parse" / "rejections.parquet", Rejection, (rejection.as_row() for rejection in rejections))


def parse_all(
    raw_files: Iterable[RawFile], *, wish: Wish, configuration: Configuration
) -> tuple[list[Article], list[Rejection]]:
    """Parse every file in the format named, in the one that the configuration gives it, or in the one it shows.

    A second file of the same name and bytes, found below another of the paths, is the same article and is left out.
    """
    articles: dict[str, Article] = {}
    rejections = []
    for raw in raw_files:
        try:
            name = raw.source.rpartition("#")[0] if raw.container_path else raw.source
            article = parse_article(
                raw,
                format_name=wish.format_name or configuration.format_for(name),
                is_forced=wish.is_forced,
                columns=configuration.columns_for(name),
                language=configuration.language_for(name),
            )
        except Refusal as refusal:
            rejections.append(rejection_of(raw, refusal))
        else:
            articles.setdefault(article.article_id, article)
    return list(articles.values()), rejections


def rejection_of(raw: RawFile, refusal: Refusal) -> Rejection:
    """Record why a file was refused."""
    return Rejection(
        source=raw.source,
        source_path=raw.source_path,
        content_sha256=raw.content_sha256,
        article_id=None,
        stage="parse",
        rule=refusal.rule,
        reason=refusal.reason,
        start_char=refusal.start_char,
        excerpt=refusal.excerpt,
        repair=refusal.repair,
    )
