"""Damaged files: each ends in the ledger or among the rejections, with a reason that fits; none crash, none vanish.

NEWSLEDGER_DAMAGED_FILES=10000 asks for more of them than are tried in any case.
"""

import os
from pathlib import Path

import pytest

from tests.support.damage.damaged_files import FITTING, damaged_files, good_file
from tests.support.shard_by_shard import ingest_without_prefect
from tests.support.warehouse_rows import rows
from warehouse.proofs.prove import prove

COUNT = int(os.environ.get("NEWSLEDGER_DAMAGED_FILES", "500"))


@pytest.fixture(scope="module")
def ingested(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    folder = tmp_path_factory.mktemp("damaged")
    done = damaged_files(folder / "in", count=COUNT, seed=16)
    ingest_without_prefect([str(folder / "in")], folder / "ledger", files_in_a_shard=500)
    return folder / "ledger", done


def test_every_damaged_file_is_accounted_for(ingested: tuple[Path, dict[str, str]]) -> None:
    warehouse, done = ingested
    outcomes = dict(rows(warehouse, "SELECT source, outcome FROM files"))
    assert outcomes.keys() == done.keys()
    accepted = {source for (source,) in rows(warehouse, "SELECT source FROM articles")}
    refused = {source for (source,) in rows(warehouse, "SELECT source FROM rejections WHERE article_id IS NULL")}
    assert accepted == {source for source, outcome in outcomes.items() if outcome == "accepted"}
    assert refused == {source for source, outcome in outcomes.items() if outcome == "rejected"}
    assert accepted.isdisjoint(refused)
    assert accepted | refused == done.keys()


def test_damaged_files_are_refused_for_what_was_done_to_them(ingested: tuple[Path, dict[str, str]]) -> None:
    warehouse, done = ingested
    query = "SELECT source, rule, reason, repair, content_sha256 FROM rejections WHERE article_id IS NULL"
    refused = {
        str(source): (str(rule), reason, repair, sha) for source, rule, reason, repair, sha in rows(warehouse, query)
    }
    for source, kind in done.items():
        if source in refused:
            rule, reason, repair, sha256 = refused[source]
            assert reason, source
            assert repair, source
            assert (warehouse / "rejected" / str(sha256)).exists(), source
            assert rule in FITTING[kind].rules, (source, kind, rule)
        else:
            assert FITTING[kind].may_land, (source, kind)


def test_no_character_landed_that_was_not_written(ingested: tuple[Path, dict[str, str]]) -> None:
    warehouse, done = ingested
    landed = dict(rows(warehouse, "SELECT source, text FROM articles"))
    strange = {
        source: (kind, foreign)
        for source, kind in done.items()
        if source in landed
        and kind != "flipped"  # a letter may have become another
        and (foreign := set(str(landed[source])) - set(good_file(int(source.partition(".")[0])).decode()) - {"&"})
    }
    assert strange == {}


def test_what_landed_of_damaged_files_is_proved(ingested: tuple[Path, dict[str, str]]) -> None:
    warehouse, _ = ingested
    assert list(prove(warehouse)) == []
