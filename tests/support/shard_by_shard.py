"""The stages of the ingest called as plain functions, for tests that do without Prefect."""

import os
import shutil
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from pkgutil import resolve_name
from typing import NamedTuple

import pytest

import tasks.stages.check
import tasks.stages.read
import tasks.stages.settle_dates
from tasks.engines.choice import EngineChoice, working_with
from tasks.engines.engine import Engine
from tasks.extractors.model import reading_with
from tasks.formats import Wish
from tasks.freshness.files import Inventory
from tasks.freshness.versions import versions_as_json
from tasks.freshness.volumes import note_settled
from tasks.resolvers.versions import pipeline_version
from tasks.settings.configuration import Configuration, read_configuration
from tasks.settings.corrections import user_corrections
from tasks.stages.check import Checking, check_articles, check_facts, checking_of
from tasks.stages.check_corpus import check_corpus
from tasks.stages.date_articles import date_articles
from tasks.stages.extract import Extracting, extract
from tasks.stages.land import land
from tasks.stages.parse import parse
from tasks.stages.publish import prune, publish
from tasks.stages.read import read
from tasks.stages.refresh import pack_stale
from tasks.stages.resolve_entities import resolve_entities
from tasks.stages.settle_dates import land_again, settle_dates
from tasks.stages.stories.tell_stories import tell_stories
from warehouse.catalogue.catalogue import publish as publish_catalogue
from warehouse.ledger.ledger import Ledger, open_ledger
from warehouse.records import Run

HERE = EngineChoice(name="local")
NOW = datetime(2001, 2, 3, tzinfo=UTC)


def ingest_without_prefect(
    paths: list[str],
    warehouse: Path,
    *,
    files_in_a_shard: int,
    run_id: str = "run",
    prune_missing: bool = False,
    engine: EngineChoice = HERE,
) -> None:
    """Do what the flow does, in its order."""
    tasks.stages.read.FILES_IN_A_SHARD = files_in_a_shard
    configuration = read_configuration(warehouse)
    with open_ledger(warehouse) as ledger, reading_with(configuration.model), working_with(engine) as workers:
        checking = checking_of(ledger, run_id=run_id)
        inventory = land_files(paths, ledger=ledger, configuration=configuration, checking=checking, engine=workers)
        stale = pack_stale.fn(inventory.stale_articles, ledger=ledger, run_id=run_id)
        for shard in with_facts(stale, checking=checking, engine=workers):
            land_again.fn(shard, ledger=ledger, run_id=run_id, version=pipeline_version())
        if prune_missing:
            prune.fn(paths, ledger=ledger, inventory=inventory)
        redated = settle_dates.fn(ledger, configuration=configuration, run_id=run_id)
        for shard in with_facts(redated, checking=checking, engine=workers):
            land_again.fn(shard, ledger=ledger, run_id=run_id)
        note_settled(ledger, configuration=configuration)
        tell_stories.fn(ledger)
        resolve_entities.fn(ledger, corrections=user_corrections(warehouse))
        check_corpus.fn(ledger, checking=checking)
        publish.fn(ledger, run=make_run(run_id), configuration=configuration)


def ingest_without_suites(
    paths: list[str],
    warehouse: Path,
    *,
    files_in_a_shard: int = 2,
    run_id: str = "run",
    prune_missing: bool = False,
    engine: EngineChoice = HERE,
) -> Path:
    """Do the same without the suites; return the warehouse."""
    with without_suites():
        ingest_without_prefect(
            paths,
            warehouse,
            files_in_a_shard=files_in_a_shard,
            run_id=run_id,
            prune_missing=prune_missing,
            engine=engine,
        )
    return warehouse


@contextmanager
def without_suites() -> Iterator[None]:
    """Leave out the suites within the block: they have tests of their own, and take a second a shard."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tasks.stages.check, "run_suite", lambda *_, **__: [])
        patch.setattr("tests.support.shard_by_shard.check_corpus.fn", lambda *_, **__: ())
        yield


def copied(warehouse: Path, folder: Path) -> Path:
    """Copy a warehouse into a folder, for a test that changes it; return where."""
    shutil.copytree(warehouse, folder / "ledger", symlinks=True)
    publish_catalogue(folder / "ledger")
    return folder / "ledger"


class KillPoint(NamedTuple):
    """A function by its module and name, and the number of the call at which its process is killed."""

    name: str
    call: int


def ingest_in_a_process(paths: list[str], warehouse: Path, kill_point: KillPoint | None) -> None:
    """Ingest without suites; at the point given, if any, end as if by a kill."""
    with pytest.MonkeyPatch.context() as patch:
        if kill_point:
            patch.setattr(kill_point.name, killing(kill_point))
        ingest_without_suites(paths, warehouse)


def killing(kill_point: KillPoint) -> Callable[..., object]:
    """Return a function that does what the one at the point does, until the call at which it kills its process."""
    original = resolve_name(kill_point.name)
    calls = iter(range(1, kill_point.call))

    def call_or_kill(*arguments: object, **options: object) -> object:
        if next(calls, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)
        return original(*arguments, **options)

    return call_or_kill


def land_files(
    paths: list[str], *, ledger: Ledger, configuration: Configuration, checking: Checking, engine: Engine
) -> Inventory:
    """Do what comes before earlier articles are dated again; return what was seen of the files."""
    reading = read.fn(paths, ledger=ledger, configuration=configuration)
    for wave in reading.waves:
        for shard in wave:
            parse.fn(shard, wish=Wish(), configuration=configuration, run_id=checking.run_id)
            check_articles.fn(shard, checking=checking)
        date_articles.fn(wave, ledger=ledger, configuration=configuration, run_id=checking.run_id)
        for shard in with_facts(wave, checking=checking, engine=engine):
            land.fn(shard, ledger=ledger, run_id=checking.run_id)
    return reading.inventory


def with_facts(shards: Sequence[Path], *, checking: Checking, engine: Engine) -> Iterator[Path]:
    """Yield each shard when the facts of its articles are found and checked."""
    extracting = Extracting(shards, engine=engine, run_id=checking.run_id)
    for shard in shards:
        extract.fn(shard, extracting=extracting)
        check_facts.fn(shard, checking=checking)
        yield shard


def make_run(run_id: str) -> Run:
    """Make the entry of a run."""
    return Run(
        run_id=run_id,
        started_at=NOW,
        finished_at=NOW,
        parameters="{}",
        versions=versions_as_json(),
        file_count=0,
        unchanged_count=0,
        skipped_count=0,
        accepted_count=0,
        rejected_count=0,
        removed_count=0,
    )
