"""The main path: from files of raw news to published tables. Read it from top to bottom."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path

from prefect import flow
from prefect.artifacts import create_markdown_artifact, create_table_artifact

from flows.progress import Reporter, reporting
from flows.summary import Summary, as_markdown, checks_as_rows, summary_of
from tasks.engines.choice import EngineChoice, working_with
from tasks.engines.engine import Engine
from tasks.extractors.model import chosen_model, reading_with
from tasks.formats import Wish
from tasks.freshness.versions import versions_as_json
from tasks.freshness.volumes import note_settled
from tasks.resolvers.entities.corrections import Correction
from tasks.resolvers.versions import pipeline_version
from tasks.settings.configuration import Configuration, read_configuration
from tasks.settings.corrections import user_corrections
from tasks.stages.check import Checking, check_articles, check_facts, checking_of
from tasks.stages.check_corpus import check_corpus, found_before
from tasks.stages.date_articles import date_articles
from tasks.stages.extract import Extracting, extract
from tasks.stages.land import Landed, land
from tasks.stages.parse import parse
from tasks.stages.publish import prune, publish
from tasks.stages.read import Reading, read
from tasks.stages.refresh import pack_stale
from tasks.stages.resolve_entities import resolve_entities
from tasks.stages.settle_dates import land_again, settle_dates
from tasks.stages.stories.tell_stories import tell_stories
from tasks.work.preloading import preloaded
from warehouse.ledger.ledger import Ledger, open_ledger
from warehouse.reading.query import status
from warehouse.records import Run
from warehouse.remote.working_copy import Access, at_hand


@flow(name="ingest")
def ingest(
    paths: list[str],
    warehouse: str = "ledger",
    *,
    format_name: str | None = None,
    is_forced: bool = False,
    prune_missing: bool = False,
    engine: EngineChoice | None = None,
) -> Summary:
    """Ingest files, folders, globs and archives into a warehouse; what it holds already is left alone.

    The warehouse is a folder, or lies at `s3://bucket/prefix` and is published there when all is done. `format_name`
    reads every file in that format, where it `is_forced` also those that are plainly of another form; `prune_missing`
    removes articles whose file is gone from `paths`; what `engine` says goes before the warehouse's settings.
    Raises WarehouseError, ConfigurationError or NothingFound, each with words for the user, where it cannot go on.
    """
    with at_hand(warehouse, Access.WRITING) as opened:
        wish = Wish(format_name=format_name, is_forced=is_forced)
        return ingest_into(opened.folder, paths, wish=wish, prune_missing=prune_missing, engine=engine)


def ingest_into(
    folder: Path, paths: list[str], *, wish: Wish, prune_missing: bool, engine: EngineChoice | None
) -> Summary:
    """Do all of it in the warehouse's folder."""
    asked, started_at = {"paths": paths, "format": wish.format_name, "prune": prune_missing}, datetime.now(UTC)
    run_id = f"{started_at:%Y%m%dT%H%M%S.%fZ}"
    configuration, corrections = read_configuration(folder), user_corrections(folder)
    with open_ledger(folder) as ledger, reading_with(configuration.model), reporting() as report:
        checking = checking_of(ledger, run_id=run_id)
        reading = read(paths, ledger=ledger, configuration=configuration, wish=wish)
        with engine_for(choice=configuration.engine.overridden(engine), is_much=reading.is_much) as workers:
            report.expect(reading.file_counts)
            landed: list[Landed] = []
            for wave in reading.waves:
                report.say("parsing and dating")
                parse_and_date(wave, ledger, wish=wish, configuration=configuration, checking=checking)
                report.say("extracting")
                for shard in with_facts(wave, engine=workers, checking=checking):
                    landed.append(land(shard, ledger=ledger, run_id=run_id))
                    report.count(done=len(landed), total=len(reading.shards))
            stale = pack_stale(reading.inventory.stale_articles, ledger=ledger, run_id=run_id)
            extract_again(stale, ledger, engine=workers, checking=checking, version=pipeline_version())
            removed_count = prune(paths, ledger=ledger, inventory=reading.inventory) if prune_missing else 0
            report.say("dating earlier articles")
            redated = settle_dates(ledger, configuration=configuration, run_id=run_id)
            extract_again(redated, ledger, engine=workers, checking=checking)
        settle_whole(ledger, configuration=configuration, corrections=corrections, report=report)
        report.say("checking all of it")
        known = found_before(ledger, run_id=run_id)
        failed = check_corpus(ledger, checking=checking)
        report.say("publishing")
        run = entry(reading, landed, run_id=run_id, started_at=started_at, asked=asked, removed_count=removed_count)
        publish(ledger, run=run, configuration=configuration)
    summary = summary_of(landed, run=run, state=status(folder), failed_checks=failed, known_findings=known)
    create_markdown_artifact(as_markdown(summary), key="ingest", description="What the ingest did")
    create_table_artifact(checks_as_rows(failed), key="checks", description="Checks of the whole that failed")
    return summary


def parse_and_date(
    shards: Sequence[Path], ledger: Ledger, *, wish: Wish, configuration: Configuration, checking: Checking
) -> None:
    """Make articles of the files of all shards, check them, and date each volume as a whole."""
    for shard in shards:
        parse(shard, wish=wish, configuration=configuration, run_id=checking.run_id)
        check_articles(shard, checking=checking)
    date_articles(shards, ledger=ledger, configuration=configuration, run_id=checking.run_id)


def extract_again(
    shards: Sequence[Path], ledger: Ledger, *, engine: Engine, checking: Checking, version: str | None = None
) -> None:
    """Find the facts of articles anew that have landed before; their files then count as decided by a `version`."""
    for shard in with_facts(shards, engine=engine, checking=checking):
        land_again(shard, ledger=ledger, run_id=checking.run_id, version=version)


def settle_whole(
    ledger: Ledger, *, configuration: Configuration, corrections: Sequence[Correction], report: Reporter
) -> None:
    """Bring what follows from all articles together to what has landed: volumes, stories, entities."""
    note_settled(ledger, configuration=configuration)
    report.say("comparing articles")
    tell_stories(ledger)
    report.say("resolving entities")
    resolve_entities(ledger, corrections=corrections)


def engine_for(*, choice: EngineChoice, is_much: bool) -> AbstractContextManager[Engine]:
    """Open the engine chosen, for extracting with the model that reads at present."""
    return working_with(choice, is_much=is_much, preloaded=preloaded(chosen_model()))


def with_facts(shards: Sequence[Path], *, engine: Engine, checking: Checking) -> Iterator[Path]:
    """Yield each shard when the facts of its articles are found and checked; later ones are under way meanwhile."""
    extracting = Extracting(shards, engine=engine, run_id=checking.run_id)
    for shard in shards:
        extract(shard, extracting=extracting)
        check_facts(shard, checking=checking)
        yield shard


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
        accepted_count=sum(shard.accepted_count for shard in landed) + len(reading.inventory.stale_articles),
        rejected_count=sum(len(shard.refused_files) for shard in landed),
        removed_count=removed_count,
    )
