"""Beside the flow, for `newsledger repair`: which files were seen, and which runs there were, as far as rows tell."""

import dataclasses
from collections.abc import Iterable, Iterator

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.extractors import EXTRACTORS
from tasks.formats import FORMATS_VERSION
from tasks.resolvers import derived_figures
from tasks.resolvers.versions import pipeline_version
from tasks.settings.configuration import Configuration
from tasks.stages.again.recover_articles import bytes_of
from warehouse.folder import layout
from warehouse.ledger.landed import all_landed, landed_rows, landed_values
from warehouse.ledger.ledger import Ledger
from warehouse.ledger.schemas import to_arrow
from warehouse.records import ARTICLE_TABLES, Article, Check, DerivedFigure, File, Rejection, Run
from warehouse.recovery.marts import COLUMNS, articles_in_marts

UNKNOWN_VERSION = "unknown"
"""Version of a file's entry where nothing tells it: an ingest that looks at the file does it again."""


@task(cache_policy=NO_CACHE)
def list_files_again(*, ledger: Ledger, configuration: Configuration) -> list[str]:
    """Enter the files again that articles and rejections name; say of how many the size is not known any more.

    The size is that of the very bytes, kept or still where they were; else 0, as of a file that could not be read.
    """
    known = landed_values(ledger, File, "source_path")
    files = {file.source_path: file for file in named_files(ledger) if file.source_path not in known}
    found = bytes_of(files.values(), kept=ledger.folder / layout.REJECTED, limits=configuration.limits)
    sizes = {raw.source_path: len(raw.content) for raw in found}
    entries = [dataclasses.replace(file, byte_count=sizes.get(path, 0)) for path, file in sorted(files.items())]
    ledger.land({File.table: to_arrow(File, [entry.as_row() for entry in entries])})
    unknown = [file.source for path, file in files.items() if path not in sizes and file.content_sha256]
    return [f"The size of {source} is not known any more: its file is gone." for source in sorted(unknown)]


def named_files(ledger: Ledger) -> Iterator[File]:
    """Yield an entry for each file that a rejection or an article names, the article's last: it is what counts.

    Where articles are lost too, the marts still tell of what they show.
    """
    version = pipeline_version() if is_current(ledger) else UNKNOWN_VERSION
    for row in all_landed(ledger, Rejection):
        if row.article_id is None:
            yield entry(row.source_path, row.source, row.content_sha256, version=version)
    in_marts = articles_in_marts(ledger.folder) if Article.table in ledger.head.incomplete else []
    for path, source, sha256, article_id in [*in_marts, *columns_of(ledger, COLUMNS)]:
        yield entry(path, source, sha256, version=version, article_id=article_id)


def columns_of(ledger: Ledger, names: list[str]) -> Iterable[tuple[str, str, str, str]]:
    """Return some columns of all articles."""
    rows = landed_rows(ledger, Article, names=names)
    return zip(*(rows[name].to_pylist() for name in names), strict=True) if rows.num_columns else ()


def entry(path: str, source: str, sha256: str | None, *, version: str, article_id: str | None = None) -> File:
    """Make the entry of a file whose size is to be found."""
    return File(
        source_path=path,
        source=source,
        content_sha256=sha256,
        byte_count=0,
        outcome="accepted" if article_id else "rejected",
        article_id=article_id,
        pipeline_version=version,
    )


def is_current(ledger: Ledger) -> bool:
    """Tell whether all rows are of today's versions, so that files need not be read again."""
    versions = {table: extractor.version for table, extractor in EXTRACTORS.items()}
    versions |= {Article.table: FORMATS_VERSION, DerivedFigure.table: derived_figures.VERSION}
    return all(
        landed_values(ledger, record, "extractor_version") <= {versions[record.table]} for record in ARTICLE_TABLES
    )


def lost_runs(ledger: Ledger) -> list[str]:
    """Name the runs of which entries or checks are lost; nothing tells them again."""
    known = {run_id for record in (Run, Check, *ARTICLE_TABLES) for run_id in landed_values(ledger, record, "run_id")}
    return [
        f"Lost: what `{record.table}` says of run {run_id}."
        for record in (Run, Check)
        if record.table in ledger.head.incomplete
        for run_id in sorted(known - landed_values(ledger, record, "run_id"))
    ]
