"""Fifth stage: run every extractor over the dated articles, wherever the engine does it."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.engines.ahead import map_ahead
from tasks.engines.engine import Engine
from tasks.extractors.model import chosen_model
from tasks.resolvers.versions import pipeline_version
from tasks.work.extraction import STAGE, Extraction
from tasks.work.stretches import Stretch, stretches
from warehouse.ledger.shards import count_rows, join_files
from warehouse.records import ARTICLE_TABLES, Record, Rejection

WRITTEN: tuple[type[Record], ...] = (*ARTICLE_TABLES, Rejection)
"""What extracting writes a table of."""


class Extracting:
    """Facts that are being found in the articles of some shards, which are waited for shard by shard, in order.

    The engine is ahead: it finds those of later shards while earlier ones are checked and land.
    """

    def __init__(self, shards: Sequence[Path], *, engine: Engine, run_id: str) -> None:
        """Give an engine the shards; nothing is done before the first of them is waited for."""
        job = Extraction(model=chosen_model(), version=pipeline_version(), run_id=run_id)
        self._found = map_ahead(engine, job, (stretch for shard in shards for stretch in stretches_of(shard)))

    def wait_for(self, shard: Path) -> list[Path]:
        """Return the folders of what was found in the next shard's stretches, all of them, in order."""
        return [folder for found in islice(self._found, len(stretches_of(shard))) for folder in found]


def stretches_of(shard: Path) -> list[Stretch]:
    """Cut the dated articles of a shard into stretches."""
    return list(stretches(shard, article_count=count_rows(shard / "date" / "articles.parquet")))


@task(cache_policy=NO_CACHE)
def extract(shard: Path, *, extracting: Extracting) -> None:
    """Wait for the facts of the shard's dated articles, and put them together; what was refused is a rejection."""
    folders = extracting.wait_for(shard)
    for record in WRITTEN:
        name = f"{record.table}.parquet"
        join_files(shard / STAGE / name, record, [folder / name for folder in folders])
