"""The stage that checks what was extracted: rows that fail are rejected alone, with them what is derived from them."""

from dataclasses import replace
from pathlib import Path

import pytest

from tasks.extractors import EXTRACTORS
from tasks.stages.check import Checking, check_facts
from tasks.stages.check_corpus import WHOLE, finding_of, found_before
from tests.support.ledger_rows import STAMP, filled, make_article, make_derived, make_facts, table_of
from warehouse.ledger.ledger import open_ledger
from warehouse.ledger.shards import read_records, write_rows
from warehouse.records import Article, Check, DerivedFigure, Figure, Rejection, stamped

ARTICLE = make_article(1)
DERIVED = make_derived(ARTICLE)


def packed(folder: Path, *, unit: str, derived_unit: str) -> Path:
    """A shard of one article as extraction leaves it, its money in some unit."""
    for stage in ("extract", "check_facts"):
        (folder / stage).mkdir()
    write_rows(folder / "extract" / "articles.parquet", Article, [stamped(ARTICLE, STAMP)])
    for table, extractor in EXTRACTORS.items():
        rows = [stamped(fact, STAMP) for fact in make_facts(ARTICLE) if isinstance(fact, extractor.record)]
        if table == "figures":
            rows[0]["unit"] = unit
        write_rows(folder / "extract" / f"{table}.parquet", extractor.record, rows)
    row = {**stamped(DERIVED, STAMP), "unit": derived_unit}
    write_rows(folder / "extract" / "derived_figures.parquet", DerivedFigure, [row])
    return folder


@pytest.mark.parametrize(
    ("unit", "derived_unit", "figures", "derived", "reasons"),
    [
        ("USD", "USD", 2, 1, []),
        ("USX", "USD", 1, 0, ["the currency is none that exists", "the figure that states the level was refused"]),
        ("USD", "USX", 2, 0, ["the currency is none that exists"]),
    ],
    ids=["both sound", "a parent refused", "the child itself refused"],
)
def test_check_facts_keeps_a_derived_figure_only_with_both_parents(
    tmp_path: Path, unit: str, derived_unit: str, figures: int, derived: int, reasons: list[str]
) -> None:
    shard = packed(tmp_path, unit=unit, derived_unit=derived_unit)
    check_facts.fn(shard, checking=Checking(run_id="run-1"))
    checked = shard / "check_facts"
    assert len(read_records(checked / "figures.parquet", Figure)) == figures
    assert len(read_records(checked / "derived_figures.parquet", DerivedFigure)) == derived
    rejections = read_records(checked / "rejections.parquet", Rejection)
    assert [rejection.reason.partition(": ")[2].partition(" (")[0] for rejection in rejections] == reasons
    assert all(rejection.article_id == ARTICLE.article_id for rejection in rejections)
    if not derived:
        assert (rejections[-1].start_char, rejections[-1].excerpt) == (None, DERIVED.formula)


def test_found_before_is_what_the_last_run_found_wrong_with_the_whole(tmp_path: Path) -> None:
    failed = filled(Check, run_id="r2", shard=WHOLE, suite="duplicates", is_success=False)
    others = [
        replace(failed, run_id="r1", suite="older"),
        replace(failed, suite="passed", is_success=True),
        replace(failed, suite="of a shard", shard="shard-00001"),
        replace(failed, suite="of this run", run_id="r3", shard="shard-00001"),
    ]
    with open_ledger(tmp_path / "ledger") as ledger:
        assert found_before(ledger, run_id="r3") == frozenset()
        ledger.land({Check.table: table_of(Check, [failed, *others])})
        assert found_before(ledger, run_id="r3") == {finding_of(failed)}
        assert finding_of(replace(failed, run_id="r3", row_count=9)) in found_before(ledger, run_id="r3")
