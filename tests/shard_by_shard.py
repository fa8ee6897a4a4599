"""The stages of the ingest called as plain functions, for tests that start a process of their own."""

from datetime import UTC, datetime
from pathlib import Path

import tasks.read
from tasks.check import check_articles, check_facts
from tasks.configuration import Configuration
from tasks.extract import extract
from tasks.land import land
from tasks.parse import parse
from tasks.publish import publish
from tasks.read import read
from warehouse.ledger import open_ledger
from warehouse.records import Run

NOW = datetime(2001, 2, 3, tzinfo=UTC)


def ingest_without_prefect(paths: list[str], warehouse: Path, *, files_in_a_shard: int) -> None:
    """Do what the flow does, in its order."""
    tasks.read.FILES_IN_A_SHARD = files_in_a_shard
    configuration = Configuration()
    with open_ledger(warehouse) as ledger:
        reading = read.fn(paths, ledger=ledger, configuration=configuration)
        for shard in reading.shards:
            parse.fn(shard, format_name=None, configuration=configuration, run_id="run")
            check_articles.fn(shard, run_id="run")
            extract.fn(shard, run_id="run")
            check_facts.fn(shard, run_id="run")
            land.fn(shard, ledger=ledger)
        run = Run(
            run_id="run",
            started_at=NOW,
            finished_at=NOW,
            parameters="{}",
            versions="{}",
            file_count=0,
            unchanged_count=0,
            skipped_count=0,
            accepted_count=0,
            rejected_count=0,
            removed_count=0,
        )
        publish.fn(ledger, run=run)
