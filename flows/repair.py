"""The way back: tables that a repair has emptied are filled again. Read it from top to bottom."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from prefect import flow

from flows.ingest import engine_for, parse_and_date, settle_whole, with_facts
from flows.progress import Reporter, counted, reporting
from tasks.extractors.model import reading_with
from tasks.formats import Wish
from tasks.freshness.versions import versions_as_json
from tasks.settings.configuration import Configuration, read_configuration
from tasks.settings.corrections import user_corrections
from tasks.stages.again.recover_articles import (
    FORMATS_TRIED,
    clear_shards,
    forget_lost_articles,
    forget_unexplained_files,
    lost_articles,
    pack_articles,
    pack_files,
    still_lost,
    unexplained_files,
)
from tasks.stages.again.recover_files import list_files_again, lost_runs
from tasks.stages.check import Checking, checking_of
from tasks.stages.check_corpus import check_corpus
from tasks.stages.land import land
from tasks.stages.publish import publish
from tasks.stages.settle_dates import land_again, settle_dates
from warehouse.ledger.ledger import Ledger, open_ledger
from warehouse.ledger.settled import write_resolved
from warehouse.records import ARTICLE_TABLES, Article, File, Rejection, Run
from warehouse.recovery.mend import leave

EXTRACTED = {record.table for record in ARTICLE_TABLES} - {Article.table} | {Rejection.table}
"""Tables whose rows come from extracting; the refusals of facts are among them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repairing:
    """A repair under way: the open ledger, what it is done with, and what has turned out to be lost."""

    ledger: Ledger
    configuration: Configuration
    checking: Checking
    report: Reporter
    lost: list[str] = field(default_factory=list)


@flow(name="repair")
def repair(warehouse: str) -> list[str]:
    """Fill the tables that `HEAD.json` calls incomplete; return what is lost, a line each.

    The warehouse is a folder: the command has what lies in a bucket at hand.

    Raises WarehouseError or ConfigurationError, each with words for the user, where it cannot go on.
    """
    started_at = datetime.now(UTC)
    run_id = f"{started_at:%Y%m%dT%H%M%S.%fZ}"
    configuration, corrections = read_configuration(Path(warehouse)), user_corrections(Path(warehouse))
    opening = open_ledger(Path(warehouse), mending=leave)
    with opening as ledger, reading_with(configuration.model), reporting() as report:
        checking = checking_of(ledger, run_id=run_id)
        repairing = Repairing(ledger=ledger, configuration=configuration, checking=checking, report=report)
        incomplete = ledger.head.incomplete
        fill(repairing, frozenset(incomplete))
        report.say("dating")
        land_facts_again(repairing, settle_dates(ledger, configuration=configuration, run_id=run_id))
        write_resolved(ledger.folder, "")
        settle_whole(ledger, configuration=configuration, corrections=corrections, report=report)
        ledger.note_complete()
        report.say("checking all of it")
        check_corpus(ledger, checking=checking)
        report.say("publishing")
        run = entry(run_id, started_at=started_at, asked={"repair": incomplete})
        publish(ledger, run=run, configuration=configuration)
    return repairing.lost


def fill(repairing: Repairing, incomplete: frozenset[str]) -> None:
    """Fill the tables that lack rows, those first that others are filled from; entities come after all of them."""
    ledger = repairing.ledger
    clear_shards(ledger)
    repairing.lost.extend(lost_runs(ledger))
    if File.table in incomplete:
        repairing.lost.extend(list_files_again(ledger=ledger, configuration=repairing.configuration))
    if Article.table in incomplete:
        read_lost_articles(repairing)
    if Rejection.table in incomplete:
        refuse_again(repairing)
    if incomplete & EXTRACTED:
        extract_again(repairing)


def read_lost_articles(repairing: Repairing) -> None:
    """Read articles that are lost from their files or kept bytes again, and name those that stay lost."""
    ledger, lost = repairing.ledger, lost_articles(repairing.ledger)
    for format_name in FORMATS_TRIED:
        files = still_lost(lost, ledger=ledger)
        shards = pack_files(files, ledger=ledger, configuration=repairing.configuration) if files else ()
        ingest_again(repairing, shards, format_name=format_name)
    repairing.lost.extend(forget_lost_articles(lost, ledger=ledger))


def refuse_again(repairing: Repairing) -> None:
    """Read files that were refused from their kept bytes again, for the reasons, and name those that are gone."""
    files = unexplained_files(repairing.ledger)
    shards = pack_files(files, ledger=repairing.ledger, configuration=repairing.configuration)
    ingest_again(repairing, shards, format_name=None)
    repairing.lost.extend(forget_unexplained_files(ledger=repairing.ledger))


def ingest_again(repairing: Repairing, shards: Sequence[Path], *, format_name: str | None) -> None:
    """Do with shards of files what an ingest does."""
    ledger, configuration, checking = repairing.ledger, repairing.configuration, repairing.checking
    parse_and_date(shards, ledger, wish=Wish(format_name=format_name), configuration=configuration, checking=checking)
    repairing.report.say("reading lost files again")
    with engine_for(choice=configuration.engine, is_much=len(shards) > 1) as engine:
        found = with_facts(shards, engine=engine, checking=checking)
        for shard in counted(found, report=repairing.report, total=len(shards)):
            land(shard, ledger=ledger, run_id=checking.run_id)


def extract_again(repairing: Repairing) -> None:
    """Find the facts of all articles again."""
    repairing.report.say("extracting again")
    land_facts_again(repairing, pack_articles(ledger=repairing.ledger, run_id=repairing.checking.run_id))


def land_facts_again(repairing: Repairing, shards: Sequence[Path]) -> None:
    """Find the facts of articles again that have landed before, and put them in the place of those of then."""
    checking = repairing.checking
    with engine_for(choice=repairing.configuration.engine, is_much=len(shards) > 1) as engine:
        found = with_facts(shards, engine=engine, checking=checking)
        for shard in counted(found, report=repairing.report, total=len(shards)):
            land_again(shard, ledger=repairing.ledger, run_id=checking.run_id)


def entry(run_id: str, *, started_at: datetime, asked: Mapping[str, object]) -> Run:
    """Make the entry of a run that looks at no files: a repair, a backfill."""
    return Run(
        run_id=run_id,
        started_at=started_at,
        finished_at=datetime.now(UTC),
        parameters=json.dumps(asked),
        versions=versions_as_json(),
        file_count=0,
        unchanged_count=0,
        skipped_count=0,
        accepted_count=0,
        rejected_count=0,
        removed_count=0,
    )
