"""The stage that checks what was extracted: rows that fail are rejected alone, with them what is derived from them."""

from pathlib import Path

import pytest

from tasks.extractors import EXTRACTORS
from tasks.stages.check import Checking, check_facts
from tests.support.ledger_rows import STAMP, make_article, make_derived, make_facts
from warehouse.ledger.shards import read_records, write_rows
from warehouse.records import Article, DerivedFigure, Figure, Rejection, stamped

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
