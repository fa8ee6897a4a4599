"""A changed extractor is run again alone over stored texts, and the tables end as if all had been done anew."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.commands.ingest import count_if_unchanged
from tasks.extractors import EXTRACTORS
from tests.support.briefs import write_briefs
from tests.support.shard_by_shard import copied, ingest_without_suites
from tests.support.warehouse_rows import rows, tables
from warehouse.records import Article, Fact


def find_nothing(_: Article, **__: object) -> Iterator[Fact]:
    """Be an earlier version of an extractor, which knew of nothing."""
    return iter(())


def refuse_to_run(_: Article, **__: object) -> Iterator[Fact]:
    """Be an extractor that nobody may run."""
    raise AssertionError("run again without need")


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return list(write_briefs(tmp_path_factory.mktemp("raw") / "briefs").values())


@pytest.fixture(scope="module")
def full(paths: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All of it, found by the extractors of today."""
    return ingest_without_suites(paths, tmp_path_factory.mktemp("full") / "ledger")


@pytest.mark.parametrize(
    ("changed", "left_alone"),
    [
        ("figures", {"citations", "mentions", "anaphors", "cross_references", "dates", "quotations"}),
        ("citations", {"cross_references", "dates"}),
    ],
)
def test_a_changed_extractor_is_run_again_with_its_dependents_alone(
    paths: list[str], full: Path, tmp_path: Path, changed: str, left_alone: set[str]
) -> None:
    warehouse = tmp_path / "ledger"
    with pytest.MonkeyPatch.context() as patch:
        earlier = dataclasses.replace(EXTRACTORS[changed], rules_version="0", find=find_nothing)
        patch.setitem(EXTRACTORS, changed, earlier)
        ingest_without_suites(paths, warehouse)
    assert rows(warehouse, f"SELECT count(*) FROM {changed}") == [(0,)]
    assert count_if_unchanged(paths, warehouse=warehouse) is None
    # What was refused of an article has no row to be held, so that it is done again in whole: none of these has any.
    whole = [path for path in paths if "194" in path]
    with pytest.MonkeyPatch.context() as patch:
        for name in left_alone:
            patch.setitem(EXTRACTORS, name, dataclasses.replace(EXTRACTORS[name], find=refuse_to_run))
        ingest_without_suites([path for path in paths if path not in whole], warehouse, run_id="again")
    ingest_without_suites(paths, warehouse, run_id="whole")
    assert tables(warehouse) == tables(full)
    assert count_if_unchanged(paths, warehouse=warehouse) == len(paths)


def test_an_article_with_a_refused_fact_is_extracted_from_in_whole(
    paths: list[str], full: Path, tmp_path: Path
) -> None:
    warehouse = copied(full, tmp_path)
    called = []

    def find_and_note(article: Article, **needed: object) -> Iterator[Fact]:
        called.append(article.issue)
        return full_find(article, **needed)

    full_find = EXTRACTORS["dates"].find
    with pytest.MonkeyPatch.context() as patch:
        later = dataclasses.replace(EXTRACTORS["cross_references"], rules_version="later")
        patch.setitem(EXTRACTORS, "cross_references", later)
        patch.setitem(EXTRACTORS, "dates", dataclasses.replace(EXTRACTORS["dates"], find=find_and_note))
        ingest_without_suites(paths, warehouse, run_id="later")
    assert called == [194]
