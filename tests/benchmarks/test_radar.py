"""The planted reports: the same seed plants the same, each pair has a subject of its own, and sentences are whole."""

import random

from benchmarks.radar.planting import WAYS, planted, text_of

PAIRS = list(planted(conflicts=200, harmless=200, seed=7))


def test_the_same_seed_plants_the_same() -> None:
    assert list(planted(conflicts=200, harmless=200, seed=7)) == PAIRS
    assert list(planted(conflicts=200, harmless=200, seed=8)) != PAIRS


def test_no_two_pairs_are_about_the_same() -> None:
    subjects = [(pair.reports[0].quantity, pair.reports[0].party, pair.reports[0].year) for pair in PAIRS]
    assert len(set(subjects)) == len(subjects)


def test_every_way_is_planted() -> None:
    planted_ways = {(pair.relation, pair.way) for pair in PAIRS}
    assert planted_ways == {(relation, way) for ways in WAYS.values() for way, (relation, _) in ways.items()}


def test_conflicts_are_worth_more_than_rounding() -> None:
    values = [[report.amount.value for report in pair.reports] for pair in PAIRS if pair.way == "another value"]
    assert values
    assert min(max(pair) / min(pair) for pair in values) > 1.07


def test_texts_are_whole_sentences() -> None:
    source = random.Random(1)
    for pair in PAIRS:
        for report in pair.reports:
            title, _, body = text_of(report, source).partition("\n\n")
            assert title.startswith("Report on ")
            assert not set("{}") & set(body)
            assert body.count(". ") >= 2
