"""Beside the flow, for `newsledger repair`: what was lost is packed into shards again, of files, kept bytes and texts.

Such shards go through the same stages as those of an ingest. What cannot be had again is named, by source and key.
"""

import hashlib
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.formats import FORMATS, cut_of
from tasks.settings.configuration import Configuration
from tasks.sources import Limits, read_sources
from tasks.stages import read, settle_dates
from warehouse.folder import layout
from warehouse.ledger.landed import all_landed, landed_records, landed_values
from warehouse.ledger.ledger import Ledger
from warehouse.records import ARTICLE_TABLES, Article, File, RawFile, Rejection

PATH_DIVIDER = re.compile("[!#]")
"""What divides the path of an archive from a member's name, and a file's from the locator of an article in it."""

FORMATS_TRIED: tuple[str | None, ...] = (
    None,
    *(name for name, entry in FORMATS.items() if not entry.is_automatic),
)
"""Formats in which lost articles are read, in turn: as their files show, then those that the user had to name."""


def lost_articles(ledger: Ledger) -> list[File]:
    """Return the files that became articles which the ledger has lost."""
    present = landed_values(ledger, Article, "article_id")
    return [file for file in all_landed(ledger, File) if file.article_id and file.article_id not in present]


def unexplained_files(ledger: Ledger) -> list[File]:
    """Return the files that were refused for a reason which the ledger has lost."""
    explained = {row.source_path for row in all_landed(ledger, Rejection) if row.article_id is None}
    files = all_landed(ledger, File)
    return [file for file in files if file.outcome == "rejected" and file.source_path not in explained]


@task(cache_policy=NO_CACHE)
def pack_files(files: Sequence[File], *, ledger: Ledger, configuration: Configuration) -> tuple[Path, ...]:
    """Pack the bytes that are still to be had of files into shards, as reading them does."""
    found: Iterator[RawFile | Rejection] = bytes_of(
        files, kept=ledger.folder / layout.REJECTED, limits=configuration.limits
    )
    shards: list[Path] = []
    while batch := list(islice(found, read.FILES_IN_A_SHARD)):
        shards.append(read.pack(batch, shard=new_shard(ledger)))
    return tuple(shards)


@task(cache_policy=NO_CACHE)
def pack_articles(*, ledger: Ledger, run_id: str) -> tuple[Path, ...]:
    """Pack all articles that the ledger holds into shards, for their facts to be found again."""
    keys = sorted(landed_values(ledger, Article, "article_id"))
    size = read.FILES_IN_A_SHARD
    shards = []
    for start in range(0, len(keys), size):
        articles = landed_records(ledger, Article, column="article_id", values=keys[start : start + size])
        shards.append(settle_dates.pack(articles, shard=new_shard(ledger), run_id=run_id))
    return tuple(shards)


def clear_shards(ledger: Ledger) -> None:
    """Delete the shards of a run that was cut off."""
    shutil.rmtree(ledger.folder / layout.SHARDS, ignore_errors=True)


def new_shard(ledger: Ledger) -> Path:
    """Name the folder of the next shard of a repair."""
    work = ledger.folder / layout.SHARDS
    return work / f"repaired-{1 + len(list(work.glob('repaired-*'))):05d}"


def bytes_of(files: Iterable[File], *, kept: Path, limits: Limits) -> Iterator[RawFile]:
    """Yield the files whose very bytes are kept, or still to be read where the files were; the others are left out."""
    wanted = {file.source_path: file for file in files if file.content_sha256}
    for path, file in sorted(wanted.items()):
        copy = kept / str(file.content_sha256)
        content = copy.read_bytes() if copy.is_file() else None
        if content is not None and hashlib.sha256(content).hexdigest() == file.content_sha256:
            del wanted[path]
            yield raw_file(file, content)
    for root in sorted({root for path in wanted if (root := existing_root(path))}):
        for found in read_sources([root], limits=limits, cutter=cut_of):
            sought = wanted.get(found.source_path)
            if isinstance(found, RawFile) and sought and found.content_sha256 == sought.content_sha256:
                yield raw_file(sought, found.content)


def raw_file(file: File, content: bytes) -> RawFile:
    """Make the record of a file as it was read first: its name is relative to the folder named then."""
    is_part = "#" in file.source_path and existing_root(file.source_path) != file.source_path
    return RawFile(
        source=file.source,
        source_path=file.source_path,
        content_sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        container_path=file.source_path.rpartition("#")[0] if is_part else None,
    )


def existing_root(source_path: str) -> str | None:
    """Return the file, archive or container that a source path leads to or into; None where it is gone."""
    ends = [len(source_path), *(match.start() for match in reversed(list(PATH_DIVIDER.finditer(source_path))))]
    paths = (source_path[:end] for end in ends)
    return next((path for path in paths if os.path.isfile(path)), None)  # noqa: PTH113 - the name stays as it is


@task(cache_policy=NO_CACHE)
def forget_lost_articles(lost: Sequence[File], *, ledger: Ledger) -> list[str]:
    """Take away what is left of articles that could not be had again; name each of them.

    Their files count as unseen, so that an ingest reads them as soon as they are there again.
    """
    present = landed_values(ledger, Article, "article_id")
    still = {file.source_path: file for file in lost if file.article_id not in present}
    now = {file.source_path: file for file in all_landed(ledger, File)}
    refused = {path for path in still if now[path].outcome == "rejected"}
    orphans = keys_of_facts(ledger) - present
    gone = still.keys() - refused
    ledger.land({}, replaced_article_ids=orphans, replaced_source_paths=gone)
    named = {file.article_id for file in still.values()}
    return [
        *(
            f"Lost: article {still[path].article_id} ({still[path].source}), whose file is gone."
            for path in sorted(gone)
        ),
        *(f"Refused now: article {still[path].article_id} ({still[path].source})." for path in sorted(refused)),
        *(f"Lost: article {key}, whose file is not known." for key in sorted(orphans - named)),
    ]


def keys_of_facts(ledger: Ledger) -> set[str]:
    """Return the articles of which the ledger has facts."""
    keys = (landed_values(ledger, record, "article_id") for record in ARTICLE_TABLES if record is not Article)
    return set().union(*keys)


@task(cache_policy=NO_CACHE)
def forget_unexplained_files(*, ledger: Ledger) -> list[str]:
    """Take away the entries of refused files whose bytes are gone, so that an ingest looks at them anew; name each."""
    gone = {file.source_path: file.source for file in unexplained_files(ledger)}
    ledger.land({}, replaced_source_paths=gone.keys())
    return [f"Lost: why {source} was refused. Ingest it again." for _, source in sorted(gone.items())]


def still_lost(lost: Iterable[File], *, ledger: Ledger) -> list[File]:
    """Return the files, as they were before, whose article is not there yet."""
    present = landed_values(ledger, Article, "article_id")
    return [file for file in lost if file.article_id not in present]
