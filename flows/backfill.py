"""The way to today's versions for what is stored: changed extractors run again. Read it from top to bottom."""

from datetime import UTC, datetime
from pathlib import Path

from prefect import flow

from flows.ingest import engine_for, extract_again, settle_whole, with_facts
from flows.progress import counted, reporting
from flows.repair import entry
from tasks.engines.choice import EngineChoice
from tasks.extractors.model import reading_with
from tasks.freshness.backlog import Choice, backlog
from tasks.resolvers.versions import pipeline_version
from tasks.settings.configuration import read_configuration
from tasks.settings.corrections import user_corrections
from tasks.stages.check import checking_of
from tasks.stages.check_corpus import check_corpus
from tasks.stages.publish import publish
from tasks.stages.refresh import pack_stale
from tasks.stages.settle_dates import land_again, settle_dates
from warehouse.ledger.ledger import open_ledger


@flow(name="backfill")
def backfill(warehouse: str, *, choice: Choice, engine: EngineChoice | None = None) -> int:
    """Bring the stored articles chosen to today's versions; return how many.

    Each shard lands by itself, so that after a stop the same command does what is left.
    Raises WarehouseError or ConfigurationError, each with words for the user, where it cannot go on.
    """
    started_at = datetime.now(UTC)
    run_id = f"{started_at:%Y%m%dT%H%M%S.%fZ}"
    configuration, corrections = read_configuration(Path(warehouse)), user_corrections(Path(warehouse))
    with open_ledger(Path(warehouse)) as ledger, reading_with(configuration.model), reporting() as report:
        stale = {each.article_id: each.tables for each in backlog(ledger, choice) if each.tables}
        shards = pack_stale(stale, ledger=ledger, run_id=run_id)
        checking = checking_of(ledger, run_id=run_id)
        with engine_for(choice=configuration.engine.overridden(engine), is_much=len(shards) > 1) as workers:
            report.say("extracting")
            found = with_facts(shards, engine=workers, checking=checking)
            for shard in counted(found, report=report, total=len(shards)):
                land_again(shard, ledger=ledger, run_id=run_id, version=pipeline_version())
            report.say("dating")
            redated = settle_dates(ledger, configuration=configuration, run_id=run_id)
            extract_again(redated, ledger, engine=workers, checking=checking)
        settle_whole(ledger, configuration=configuration, corrections=corrections, report=report)
        report.say("checking all of it")
        check_corpus(ledger, checking=checking)
        report.say("publishing")
        run = entry(run_id, started_at=started_at, asked={"backfill": len(stale)})
        publish(ledger, run=run, configuration=configuration)
    return len(stale)
