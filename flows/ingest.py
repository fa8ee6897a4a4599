"""The main path: from files of raw news to published tables. Read it from top to bottom."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from prefect import flow
from prefect.artifacts import create_markdown_artifact

from flows.progress import reporting
from flows.summary import Summary, as_markdown, summary_of
from tasks.extractors.model import reading_with
from tasks.freshness.versions import versions_as_json
from tasks.freshness.volumes import note_settled
from tasks.settings.configuration import read_configuration
from tasks.settings.corrections import user_corrections
from tasks.stages.check import check_articles, check_facts
from tasks.stages.date_articles import article_counts, date_articles
from tasks.stages.extract import extract
from tasks.stages.land import Landed, land
from tasks.stages.parse import parse
from tasks.stages.publish import prune, publish
from tasks.stages.read import Reading, read
from tasks.stages.resolve_entities import resolve_entities
from tasks.stages.settle_dates import land_again, settle_dates
from warehouse.ledger.ledger import open_ledger
from warehouse.reading.query import status
from warehouse.records import Run


@flow(name="ingest")
def ingest(
    paths: list[str], warehouse: str = "ledger", *, format_name: str | None = None, prune_missing: bool = False
) -> Summary:
    """Ingest files, folders, globs and archives into a warehouse; what it holds already is left alone.

    `format_name` reads every file in that format; `prune_missing` removes articles whose file is gone from `paths`.
    Raises WarehouseError, ConfigurationError or NothingFound, each with words for the user, where it cannot go on.
    """
    asked = {"paths": paths, "format": format_name, "prune": prune_missing}
    started_at = datetime.now(UTC)
    run_id = f"{started_at:%Y%m%dT%H%M%S.%fZ}"
    configuration, corrections = read_configuration(Path(warehouse)), user_corrections(Path(warehouse))
    with open_ledger(Path(warehouse)) as ledger, reading_with(configuration.model), reporting() as report:
        report.say("reading files")
        reading = read(paths, ledger=ledger, configuration=configuration)
        for number, shard in enumerate(reading.shards, start=1):
            report.say(f"parsing shard {number} of {len(reading.shards)}")
            parse(shard, format_name=format_name, configuration=configuration, run_id=run_id)
            check_articles(shard, run_id=run_id)
        report.say("dating")
        date_articles(reading.shards, ledger=ledger, configuration=configuration, run_id=run_id)
        report.expect(article_counts(reading.shards))
        landed = []
        for number, shard in enumerate(reading.shards, start=1):
            report.say(f"shard {number} of {len(reading.shards)}")
            landed.append(land(with_facts(shard, run_id=run_id), ledger=ledger))
            report.count(done=number, total=len(reading.shards))
        removed_count = prune(paths, ledger=ledger, inventory=reading.inventory) if prune_missing else 0
        report.say("dating earlier articles")
        for shard in settle_dates(ledger, configuration=configuration, run_id=run_id):
            land_again(with_facts(shard, run_id=run_id), ledger=ledger)
        note_settled(ledger, configuration=configuration)
        report.say("resolving entities")
        resolve_entities(ledger, corrections=corrections)
        report.say("publishing")
        run = entry(reading, landed, run_id=run_id, started_at=started_at, asked=asked, removed_count=removed_count)
        publish(ledger, run=run, keep_runs=configuration.history.keep_runs)
    summary = summary_of(landed, run=run, idle_corrections=status(Path(warehouse)).idle_corrections)
    create_markdown_artifact(as_markdown(summary), key="ingest", description="What the ingest did")
    return summary


def with_facts(shard: Path, *, run_id: str) -> Path:
    """Find the facts of a shard's articles and check them; return the shard."""
    extract(shard, run_id=run_id)
    check_facts(shard, run_id=run_id)
    return shard


def entry(
    reading: Reading,
    landed: Sequence[Landed],
    *,
    run_id: str,
    started_at: datetime,
    asked: Mapping[str, object],
    removed_count: int,
) -> Run:
    """Make the run's entry: what it was asked to do, with which versions, and what became of the files."""
    return Run(
        run_id=run_id,
        started_at=started_at,
        finished_at=datetime.now(UTC),
        parameters=json.dumps(asked),
        versions=versions_as_json(),
        file_count=reading.inventory.file_count,
        unchanged_count=reading.inventory.unchanged_count,
        skipped_count=reading.inventory.skipped_count,
        accepted_count=sum(shard.accepted_count for shard in landed),
        rejected_count=sum(len(shard.refused_files) for shard in landed),
        removed_count=removed_count,
    )
