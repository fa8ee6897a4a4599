"""Why a file is done again, and how much of it."""

import dataclasses
import json

import pytest

from tasks.extractors import EXTRACTORS
from tasks.extractors.model import reading_with
from tasks.freshness.causes import UNTOLD, cause, stale_tables
from tasks.freshness.versions import versions_as_json, versions_by_key
from tasks.resolvers.versions import pipeline_version, versions
from tests.support.ledger_rows import make_run

NOW = versions()


def earlier(**tables: str) -> object:
    return dataclasses.replace(NOW, tables={**NOW.tables, **tables})


@pytest.mark.parametrize(
    ("changed", "stale"),
    [
        ("figures", {"figures"}),
        ("derived_figures", {"figures"}),
        ("cross_references", {"cross_references"}),
        ("dates", {"dates", "figures"}),
        ("anaphors", {"anaphors", "quotations", "figures"}),
        ("mentions", {"mentions", "anaphors", "quotations", "figures"}),
        ("citations", {"citations", "mentions", "anaphors", "quotations", "figures"}),
    ],
)
def test_what_is_built_on_a_changed_extractor_is_stale_with_it(changed: str, stale: set[str]) -> None:
    assert stale_tables(earlier(**{changed: "0"}), NOW) == stale


def test_a_change_of_formats_or_an_unknown_version_wants_the_file_itself() -> None:
    assert stale_tables(dataclasses.replace(NOW, formats="0"), NOW) is None
    assert stale_tables(None, NOW) is None


def test_another_model_makes_stale_what_reads_with_it_and_what_is_built_on_that() -> None:
    with reading_with("en_core_web_sm"):
        then = versions()
    assert stale_tables(then, NOW) == {"mentions", "anaphors", "quotations", "figures"}
    assert "en_core_web_sm-3.8.0 → " in cause(then, NOW)


def test_causes_name_the_versions() -> None:
    assert cause(earlier(dates="7"), NOW) == f"dates 7 → {EXTRACTORS['dates'].version}"
    assert cause(dataclasses.replace(NOW, formats="0"), NOW) == f"formats 0 → {NOW.formats}"
    assert cause(earlier(ballads="3"), NOW) == "ballads 3 → none"
    assert cause(None, NOW) == UNTOLD


def test_runs_tell_what_a_pipeline_version_stood_for() -> None:
    run = dataclasses.replace(make_run("one"), versions=versions_as_json())
    nothing = dataclasses.replace(make_run("two"), versions=json.dumps({"repair": []}))
    assert versions_by_key([run, nothing]) == {pipeline_version(): NOW}
