"""Proof of values: what is stored of an article is what extracting it again, and deriving from that, gives."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tasks.extractors import EXTRACTORS
from tasks.formats.article import bare_article
from tasks.resolvers import derived_figures
from tasks.resolvers.findings import Findings, extract
from tasks.work.verification import Keys, Verification, article_faults
from warehouse.reading.stored import StoredArticle
from warehouse.records import DerivedFigure, Stamp, stamped

TEXT = (
    "Trade came to $6.12 billion in 1997, 10 percent less than one year earlier (Interfax, May 2). "
    "It was said at 3 p.m. Moscow time."
)
FOUND = extract(bare_article(TEXT, article_id="a"), only=frozenset({"figures", "citations", "dates"}))

Rows = dict[str, list[dict[str, Any]]]


def stored(findings: Findings) -> Rows:
    """The rows that a ledger holds of an article."""
    rows: Rows = {
        table: [stamped(fact, Stamp(extractor_version=extractor.version, run_id="r")) for fact in findings.facts[table]]
        for table, extractor in EXTRACTORS.items()
    }
    stamp = Stamp(extractor_version=derived_figures.VERSION, run_id="r")
    return {**rows, DerivedFigure.table: [stamped(derived, stamp) for derived in findings.derived_figures]}


def refuse_level(rows: Rows) -> None:
    """Leave the level out, and with it what is derived from it, as the checks do with a figure that fails them."""
    del rows["figures"][0], rows["derived_figures"][0]


TAMPERED: list[tuple[Callable[[Rows], object], set[tuple[str, str]], str]] = [
    (lambda _: None, set(), "nothing was changed"),
    (
        lambda rows: rows["derived_figures"][0].update(value=Decimal(1)),
        {("derived_figures", "value")},
        "another value than the parents give",
    ),
    (lambda rows: rows["derived_figures"][0].update(unit="EUR"), {("derived_figures", "unit")}, "another unit"),
    (lambda rows: rows["derived_figures"].clear(), {("derived_figures", "")}, "both parents, but no child"),
    (
        lambda rows: rows["derived_figures"][0].update(derived_figure_id="0" * 20),
        {("derived_figures", "")},
        "a child of nobody",
    ),
    (refuse_level, {("figures", "")}, "no child is missed where a parent is not there"),
    (lambda rows: rows["figures"][0].update(citation_id=None), {("figures", "citation_id")}, "a join was lost"),
    (
        lambda rows: rows["dates"][-1].update(starts_at_clock="14:00", time_zone="UTC"),
        {("dates", "starts_at_clock"), ("dates", "time_zone")},
        "another time of day, in another zone",
    ),
    (lambda rows: rows["figures"][0].update(extractor_version="0"), set(), "the next ingest replaces these rows"),
]


@pytest.mark.parametrize(("tamper", "expected", "reason"), TAMPERED)
def test_article_faults_names_what_is_not_found_again(
    tamper: Callable[[Rows], object], expected: set[tuple[str, str]], reason: str
) -> None:
    rows = stored(FOUND)
    tamper(rows)
    found = article_faults(StoredArticle(article=FOUND.article, rows=rows), FOUND)
    assert {(fault.table, fault.column) for fault in found} == expected, reason


def test_article_faults_shows_the_formula_of_a_figure_that_is_not_stored() -> None:
    (fault,) = article_faults(
        StoredArticle(article=FOUND.article, rows=stored(replace(FOUND, derived_figures=[]))),
        FOUND,
    )
    assert "6.12 / 0.9 = 6.80" in fault.reason


def test_article_faults_misses_nothing_that_was_refused() -> None:
    rows = stored(FOUND)
    refused = rows["citations"].pop(0)
    kept = StoredArticle(article=FOUND.article, rows=rows, refused={"check_facts": {refused["start_char"]}})
    assert not any(fault.key == refused["citation_id"] for fault in article_faults(kept, FOUND))


def test_keys_are_halved_until_one_is_left() -> None:
    halves = Keys(("a", "b", "c")).halves()
    assert halves == (Keys(("a",)), Keys(("b", "c")))
    assert Keys(("a",)).halves() is None


def test_an_article_that_ends_every_process_is_named(tmp_path: Path) -> None:
    (fault,) = Verification(folder=tmp_path, model="en_core_web_sm", version="", is_deep=False).give_up(Keys(("a",)))
    assert (fault.table, fault.key) == ("articles", "a")
