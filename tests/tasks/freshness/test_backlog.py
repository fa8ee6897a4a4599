"""Which stored articles a backfill brings to today's versions."""

import dataclasses
from datetime import date
from pathlib import Path

import pytest

from flows.commands.backfill import in_words, list_waiting
from tasks.engines.choice import working_with
from tasks.extractors import EXTRACTORS
from tasks.freshness.backlog import Choice, Described, backlog
from tasks.resolvers.versions import pipeline_version
from tasks.stages.check import Checking
from tasks.stages.refresh import pack_stale
from tasks.stages.settle_dates import land_again
from tests.support.briefs import write_briefs
from tests.support.shard_by_shard import HERE, ingest_without_suites, with_facts
from tests.support.warehouse_rows import tables
from warehouse.folder.errors import ConfigurationError, WarehouseError
from warehouse.ledger.ledger import open_ledger

RUN = "20260301T063000.000000Z"
ARTICLE = Described("a", "1998/brief.txt", "/raw/1998/brief.txt", "The Monitor", 4, date(1998, 10, 20), RUN)


@pytest.mark.parametrize(
    ("choice", "is_chosen"),
    [
        (Choice(), True),
        (Choice(publication="Monitor"), True),
        (Choice(publication="Prism"), False),
        (Choice(volume=4), True),
        (Choice(volume=5), False),
        (Choice(first_day=date(1998, 10, 20), last_day=date(1998, 10, 20)), True),
        (Choice(first_day=date(1998, 10, 21)), False),
        (Choice(last_day=date(1998, 10, 19)), False),
        (Choice(files="1998/*"), True),
        (Choice(files="/raw/*.txt"), True),
        (Choice(files="*.html"), False),
        (Choice(older_than="2026-03-02"), True),
        (Choice(older_than="2026-03-01"), False),
        (Choice(older_than="2026-03-01T07:00"), True),
        (Choice(older_than=RUN), False),
        (Choice(older_than="20260301T07"), True),
        (Choice(older_than="41", extractor="figures"), True),
    ],
    ids=repr,
)
def test_articles_are_chosen_by_all_that_is_given(choice: Choice, *, is_chosen: bool) -> None:
    assert choice.holds(ARTICLE) == is_chosen


def test_an_article_without_a_day_is_not_chosen_by_days() -> None:
    assert not Choice(first_day=date(1990, 1, 1)).holds(ARTICLE._replace(published_on=None))


def test_an_unknown_extractor_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="no extractor is called 'ballads'"):
        Choice(extractor="ballads")


@pytest.mark.parametrize("older_than", ["last week", "2026", "41", "2026-03"])
def test_what_is_to_be_older_must_be_clear(older_than: str) -> None:
    with pytest.raises(ConfigurationError, match="give a day such as 2026-03-01, the key of a run, or, with"):
        Choice(older_than=older_than)


@pytest.mark.parametrize(
    ("version", "is_old"), [("40.9", True), ("41", False), ("41.2", False), ("41 en_core_web_md-3.8.0", False)]
)
def test_a_version_is_older_by_its_numbers(version: str, *, is_old: bool) -> None:
    assert Choice(extractor="figures", older_than="41").is_old({"figures": version}) == is_old


def test_an_extractor_that_had_not_been_there_is_older() -> None:
    assert Choice(extractor="figures", older_than="1").is_old({})


def test_no_warehouse_no_backlog(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="holds no warehouse"):
        list_waiting(Choice(), warehouse=tmp_path / "absent")


def test_a_backlog_shrinks_with_what_is_done_and_ends_as_a_full_run_does(tmp_path: Path) -> None:
    briefs = write_briefs(tmp_path / "briefs")
    paths, warehouse = [briefs["193"], briefs["512"]], tmp_path / "ledger"
    full = ingest_without_suites(paths, tmp_path / "full")
    with pytest.MonkeyPatch.context() as patch:
        earlier = dataclasses.replace(EXTRACTORS["dates"], rules_version="0", find=lambda *_, **__: iter(()))
        patch.setitem(EXTRACTORS, "dates", earlier)
        ingest_without_suites(paths, warehouse)
    assert list_waiting(Choice(extractor="citations"), warehouse=warehouse) == []
    (line,) = in_words(list_waiting(Choice(extractor="dates"), warehouse=warehouse))
    assert line.startswith("2 articles: find dates, figures again (dates 0 → ")
    assert list_waiting(Choice(extractor="dates", older_than="0"), warehouse=warehouse) == []
    assert len(list_waiting(Choice(extractor="dates", older_than="1"), warehouse=warehouse)) == 2
    assert list_waiting(Choice(older_than="1999-01-01"), warehouse=warehouse) == []
    with open_ledger(warehouse) as ledger, working_with(HERE) as engine, pytest.MonkeyPatch.context() as patch:
        patch.setattr("tasks.stages.check.run_suite", lambda *_, **__: [])
        (waiting,) = backlog(ledger, Choice(volume=5))
        stale = pack_stale.fn({waiting.article_id: waiting.tables}, ledger=ledger, run_id="backfill")
        for shard in with_facts(stale, checking=Checking(run_id="backfill"), engine=engine):
            land_again.fn(shard, ledger=ledger, run_id="backfill", version=pipeline_version())
    assert [each.article_id for each in list_waiting(Choice(), warehouse=warehouse)] != [waiting.article_id]
    assert len(list_waiting(Choice(), warehouse=warehouse)) == 1
    ingest_without_suites(paths, warehouse, run_id="rest")
    assert tables(warehouse) == tables(full)
