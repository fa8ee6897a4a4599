"""A second chance for what was refused: put through again, landed where it passes. Read it from top to bottom."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from prefect import flow

from flows.ingest import engine_for, extract_again, parse_and_date, settle_whole, with_facts
from flows.progress import reporting
from flows.repair import entry
from tasks.extractors.model import reading_with
from tasks.formats import AS_SHOWN
from tasks.settings.configuration import read_configuration
from tasks.settings.corrections import user_corrections
from tasks.stages.again.choice import ReplayChoice, chosen
from tasks.stages.again.replay import accept, pack_rejected
from tasks.stages.check import checking_of
from tasks.stages.check_corpus import Finding, check_corpus, found_before
from tasks.stages.land import land
from tasks.stages.publish import publish
from tasks.stages.settle_dates import settle_dates
from warehouse.ledger.landed import all_landed
from warehouse.ledger.ledger import open_ledger
from warehouse.records import Check, Rejection


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """What became of the rejections that were put through again: how many there were, how many stand.

    And which checks of the whole fail now.
    """

    tried_count: int
    standing_count: int
    failed_checks: tuple[Check, ...]
    known_findings: frozenset[Finding] = frozenset()


@flow(name="replay")
def replay(warehouse: str, *, choice: ReplayChoice, because: str | None = None) -> Replayed:
    """Put rejections through again, as ingesting their files anew would; those that pass land in one commit.

    Where a reason is given, the one rejection chosen is overruled first: that is recorded, and holds in every run.
    Raises WarehouseError, ConfigurationError or QueryError, each with words for the user, where it cannot go on.
    """
    started_at = datetime.now(UTC)
    run_id = f"{started_at:%Y%m%dT%H%M%S.%fZ}"
    configuration, corrections = read_configuration(Path(warehouse)), user_corrections(Path(warehouse))
    with open_ledger(Path(warehouse)) as ledger, reading_with(configuration.model), reporting() as report:
        if because is not None and choice.key is not None:
            accept(ledger, choice.key, because=because)
        tried, checking = chosen(ledger, choice), checking_of(ledger, run_id=run_id)
        of_files, of_facts = pack_rejected(tried, ledger=ledger, configuration=configuration, run_id=run_id)
        with engine_for(choice=configuration.engine, is_much=False) as workers:
            report.say("parsing and dating")
            parse_and_date(of_files, ledger, wish=AS_SHOWN, configuration=configuration, checking=checking)
            report.say("extracting")
            for shard in with_facts(of_files, engine=workers, checking=checking):
                land(shard, ledger=ledger, run_id=run_id)
            extract_again(of_facts, ledger, engine=workers, checking=checking)
            report.say("dating earlier articles")
            redated = settle_dates(ledger, configuration=configuration, run_id=run_id)
            extract_again(redated, ledger, engine=workers, checking=checking)
        settle_whole(ledger, configuration=configuration, corrections=corrections, report=report)
        report.say("checking all of it")
        known = found_before(ledger, run_id=run_id)
        failed = check_corpus(ledger, checking=checking)
        report.say("publishing")
        standing = {rejection.key for rejection in all_landed(ledger, Rejection)}
        asked = {"replay": len(tried), "rule": choice.rule, "since": choice.since, "accepted": choice.key}
        publish(ledger, run=entry(run_id, started_at=started_at, asked=asked), configuration=configuration)
    standing_count = sum(each.key in standing for each in tried)
    return Replayed(tried_count=len(tried), standing_count=standing_count, failed_checks=failed, known_findings=known)
