"""Seventh stage: put a shard's rows into the ledger, every table in one step."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.engines.aside import done_aside
from tasks.extractors import EXTRACTORS
from tasks.languages.detection import ENGLISH
from tasks.resolvers.versions import pipeline_version
from warehouse.catalogue.tidying import tidy
from warehouse.ledger.landed import landed_records
from warehouse.ledger.ledger import Ledger
from warehouse.ledger.shards import count_rows, read_raw, read_records, write_rows
from warehouse.records import Article, Check, DerivedFigure, File, RawFile, Record, Rejection, article_key
from warehouse.views.row_checksums import landing_checksums


@dataclass(frozen=True, slots=True, kw_only=True)
class Landed:
    """What landed of a shard: rows by table, files that were refused, and by language the articles not in English."""

    row_counts: Mapping[str, int]
    refused_files: tuple[Rejection, ...]
    accepted_count: int
    other_languages: Mapping[str, int]


@task(cache_policy=NO_CACHE)
def land(shard: Path, *, ledger: Ledger, run_id: str) -> Landed:
    """Replace what the ledger holds of the shard's files by what was found in them now; tidy tables of many files.

    Raises WarehouseError, with nothing of the shard published, where the disk or the folder refuses.
    """
    rejections = with_tries(rejections_of(shard), ledger=ledger, run_id=run_id)
    files = list(file_rows(shard, rejections, ledger=ledger))
    containers = known_among(containers_of(shard), ledger=ledger)
    source_paths = {file.source_path for file in files} | {row.source_path for row in rejections} | containers
    tables = tables_of(shard, files=files, rejections=rejections)
    ledger.land(
        tables,
        replaced_article_ids=orphaned({file.source_path for file in files} | containers, ledger=ledger),
        replaced_source_paths=source_paths,
    )
    tidy(ledger, doing=partial(done_aside, of=ledger))
    return Landed(
        row_counts={name: count_rows(path) for name, path in tables.items()},
        refused_files=tuple(rejection for rejection in rejections if rejection.article_id is None),
        accepted_count=sum(file.outcome == "accepted" for file in files),
        other_languages=other_languages(read_records(tables[Article.table], Article)),
    )


def containers_of(shard: Path) -> set[str]:
    """Return the files that the shard's files are parts of: these take the place of what they were taken for before."""
    return {raw.container_path for raw in read_raw(shard / "read" / "raw.parquet") if raw.container_path}


def other_languages(articles: Iterable[Article]) -> Counter[str]:
    """Count the articles that are in another language than English, by language."""
    return Counter(each.language for each in articles if each.language and each.language != ENGLISH)


def tables_of(shard: Path, *, files: Iterable[File], rejections: Iterable[Rejection]) -> dict[str, Path]:
    """Return the paths of all that a shard has for the ledger's tables; what its stages saw is written on the way.

    Files get the checksum of their article's rows as they land.
    """
    of_articles = {
        Article.table: shard / "extract" / "articles.parquet",
        **{name: shard / "check_facts" / f"{name}.parquet" for name in (*EXTRACTORS, DerivedFigure.table)},
    }
    checksums = landing_checksums(of_articles)
    checks = (row for path in sorted(shard.glob("*/checks.parquet")) for row in read_records(path, Check))
    return {
        **of_articles,
        File.table: written(
            shard, File, (replace(file, rows_checksum=checksums.get(file.article_id or "")) for file in files)
        ),
        Rejection.table: written(shard, Rejection, rejections),
        Check.table: written(shard, Check, checks),
    }


def rejections_of(shard: Path) -> list[Rejection]:
    """Gather what every stage of the shard refused, each refusal once."""
    paths = sorted(shard.glob("*/rejections.parquet"))
    rejections = (rejection for path in paths for rejection in read_records(path, Rejection))
    return list({rejection.key: rejection for rejection in rejections}.values())


def with_tries(rejections: Sequence[Rejection], *, ledger: Ledger, run_id: str) -> list[Rejection]:
    """Say of each rejection which run refused it first, and how many have done so by now.

    The same file, or row, of the same bytes may be refused for another reason than before: it is tried again all the
    same.
    """
    paths = {rejection.source_path for rejection in rejections}
    landed = landed_records(ledger, Rejection, column="source_path", values=paths)
    before = {tried(rejection): rejection for rejection in landed}
    return [with_try(rejection, before.get(tried(rejection)), run_id=run_id) for rejection in rejections]


def tried(rejection: Rejection) -> tuple[object, ...]:
    """Return what tells that two rejections are of the same thing: its file and bytes and, of a fact, its place."""
    return rejection.source_path, rejection.content_sha256, rejection.table_name, rejection.start_char


def with_try(rejection: Rejection, before: Rejection | None, *, run_id: str) -> Rejection:
    """Count one more try, unless it is the first or of the same run."""
    if before is None or before.run_id is None:
        return replace(rejection, run_id=run_id, try_count=1)
    tries = before.try_count or 1
    return replace(rejection, run_id=before.run_id, try_count=tries if before.run_id == run_id else tries + 1)


def file_rows(shard: Path, rejections: Iterable[Rejection], *, ledger: Ledger) -> Iterator[File]:
    """Yield a row for each file of the shard that says what became of it; keep the bytes of those refused.

    A file that could not be read now but was before keeps its row, and so its article: it may only be away.
    """
    article_ids = {article.article_id for article in read_records(shard / "extract" / "articles.parquet", Article)}
    for raw in read_raw(shard / "read" / "raw.parquet"):
        article_id = article_key(source=raw.source, content_sha256=raw.content_sha256)
        is_accepted = article_id in article_ids
        if not is_accepted:
            ledger.keep_rejected(raw.content_sha256, raw.content)
        yield file_row(raw, article_id=article_id if is_accepted else None)
    unread = [rejection for rejection in rejections if rejection.stage == "read"]
    known = known_among({rejection.source_path for rejection in unread}, ledger=ledger)
    for rejection in unread:
        if rejection.source_path not in known:
            yield File(
                source_path=rejection.source_path,
                source=rejection.source,
                content_sha256=rejection.content_sha256,
                byte_count=0,
                outcome="rejected",
                article_id=None,
                pipeline_version=pipeline_version(),
            )


def file_row(raw: RawFile, *, article_id: str | None) -> File:
    """Say what became of a file that was read."""
    return File(
        source_path=raw.source_path,
        source=raw.source,
        content_sha256=raw.content_sha256,
        byte_count=len(raw.content),
        outcome="accepted" if article_id else "rejected",
        article_id=article_id,
        pipeline_version=pipeline_version(),
    )


def known_among(source_paths: Collection[str], *, ledger: Ledger) -> set[str]:
    """Return those of some files that the ledger has seen before."""
    return {file.source_path for file in landed_records(ledger, File, column="source_path", values=source_paths)}


def orphaned(source_paths: Collection[str], *, ledger: Ledger) -> set[str]:
    """Find the articles that the ledger holds of these files and of no other: they go when the files change or go."""
    of_files = landed_records(ledger, File, column="source_path", values=source_paths)
    theirs = {file.article_id for file in of_files if file.article_id}
    of_articles = landed_records(ledger, File, column="article_id", values=theirs)
    return theirs - {file.article_id for file in of_articles if file.source_path not in source_paths}


def written(shard: Path, record: type[Record], rows: Iterable[Record]) -> Path:
    """Write a table of what the shard's stages saw and return its path."""
    path = shard / "land" / f"{record.table}.parquet"
    write_rows(path, record, (row.as_row() for row in rows))
    return path
