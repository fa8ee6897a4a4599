"""Beside the flow, for `newsledger replay`: what was refused is packed into shards again, of kept bytes and texts."""

from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.formats import cut_of
from tasks.settings.configuration import Configuration
from tasks.sources import read_sources
from tasks.stages import read, settle_dates
from tasks.stages.again.choice import one_of
from tasks.stages.again.recover_articles import bytes_of, clear_shards, existing_root, raw_file
from warehouse.folder import layout
from warehouse.folder.errors import QueryError
from warehouse.ledger.landed import all_landed, landed_records
from warehouse.ledger.ledger import Ledger
from warehouse.ledger.schemas import to_arrow
from warehouse.records import Acceptance, Article, File, RawFile, Rejection


@task(cache_policy=NO_CACHE)
def pack_rejected(
    rejections: Sequence[Rejection], *, ledger: Ledger, configuration: Configuration, run_id: str
) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Pack refused files into one shard, so that they land in one commit, and articles of refused facts into another.

    Return the shards of each: none where there is nothing. Files whose bytes were kept are taken from these, the
    others from where they were; of those gone from there, the rejection stays as it is.
    """
    clear_shards(ledger)
    work = ledger.folder / layout.SHARDS
    paths = {each.source_path for each in rejections if each.article_id is None}
    files = list(bytes_of_refused(paths, ledger=ledger, configuration=configuration))
    of_files = (read.pack(files, shard=work / "replayed-files"),) if files else ()
    article_ids = {each.article_id for each in rejections if each.article_id}
    articles = landed_records(ledger, Article, column="article_id", values=article_ids)
    articles.sort(key=lambda article: article.article_id)
    shard = work / "replayed-articles"
    of_facts = (settle_dates.pack(articles, shard=shard, run_id=run_id),) if articles else ()
    return of_files, of_facts


def bytes_of_refused(
    source_paths: Collection[str], *, ledger: Ledger, configuration: Configuration
) -> Iterator[RawFile | Rejection]:
    """Yield refused files as they were kept or, where nothing could be kept, as they are now where they were."""
    files = landed_records(ledger, File, column="source_path", values=source_paths)
    yield from bytes_of(files, kept=ledger.folder / layout.REJECTED, limits=configuration.limits)
    unread = {file.source_path: file for file in files if file.content_sha256 is None}
    for root in sorted({root for path in unread if (root := existing_root(path))}):
        for found in read_sources([root], limits=configuration.limits, cutter=cut_of):
            file = unread.get(found.source_path)
            if file is not None:
                yield raw_file(file, found.content) if isinstance(found, RawFile) else found


def accept(ledger: Ledger, key: str, *, because: str) -> Rejection:
    """Write down that a person overrules a warning; return the rejection.

    Raises QueryError where no rejection is meant, or one that nobody may overrule.
    """
    rejection = one_of(all_landed(ledger, Rejection), key)
    if not rejection.may_be_accepted or rejection.table_name is None or rejection.row_key is None:
        raise QueryError(
            f"{rejection.source}: {rejection.reason.rstrip('.')}. This cannot be overruled: there is no sound row to "
            f"keep. {rejection.repair}"
        )
    acceptance = Acceptance(
        table_name=rejection.table_name,
        row_key=rejection.row_key,
        rule=rejection.rule,
        source=rejection.source,
        reason=rejection.reason,
        because=because,
        accepted_at=datetime.now(UTC),
    )
    ledger.land({Acceptance.table: to_arrow(Acceptance, [acceptance.as_row()])})
    return rejection
