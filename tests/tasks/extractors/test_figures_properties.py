"""What holds for every text: the slice, the order, no exception, bounded time, and no value but the one written."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import unknown_neighbours
from benchmarks.renderings import read_back, render
from tasks.extractors.figures import find
from tasks.formats.article import bare_article

PIECES = (
    "$",
    "US$",
    "£",
    "€",
    "DM",
    "Rs.",
    "1",
    "12",
    "1,234",
    "6.12",
    "1.234,5",
    "½",
    "1/2",
    "2000",
    "million",
    "billion",
    "bn",
    "percent",
    "%",
    "tons",
    "dollars",
    "rubles",
    "pounds",
    "kopecks",
    "soldiers",
    "a",
    "one",
    "two",
    "half",
    "dozen",
    "hundred",
    "and",
    "to",
    "from",
    "or",
    "of",
    "the",
    "between",
    "about",
    "more",
    "than",
    "up",
    "-",
    "–",
    "—",
    "(",
    ")",
    ".",
    ",",
    ";",
    "'",
    "\u201d",
    "\n",
    "\n\n",
    " ",
    "\u00a0",
    "aged",
    "year-old",
    "May",
    "1997",
    "MiG-29",
    "First",
    "second",
    "a month",
    "per",
    "vote",
    "21-9",
    "x10^6",
    "e-5",
    "°",
    "C",
    "absolute",
    "zero",
    "plus",
    "minus",
    "or",
    "+/-",
    "±",
    "#",
)
HOSTILE = {
    "digits": "1",
    "dollar signs": "$",
    "scales": "million ",
    "scaled": "two million million ",
    "hyphens": "1-",
    "commas": "1,",
    "brackets": "((((",
    "blank lines": " \n",
    "hedges": "about ",
    "months": "January ",
    "words": "bilateral ",
    "fractions": "½",
    "letters and digits": "a1",
    "points": "...",
    "places": "New York ",
    "dense figures": "1% ",
    "dense money": "$5-",
    "dense letters": "5m ",
    "dense ranges": "5 to ",
    "dense shares": "1 in ",
    "dense votes": "vote 21-9 ",
    "dense exchange rates": "5 to the dollar ",
    "dense ages": "aged 5, ",
    "hundreds": "hundred ",
    "sums in words": "one hundred and one hundred and ",
    "hyphened words": "two-and-a-half-",
    "halves": "an hour and a half ",
    "slashes": "1/2/",
    "nested brackets": "((1)[[2]]",
    "per": "per per ",
    "percents": "%",
    "roman numerals": "XVIII. ",
    "uncertainties": "1+/-2 ",
    "powers": "1x10^5 ",
    "rupees": "Rs. ",
    "years": "1997/98 ",
    "designators": "Su-27 5 ",
    "telephone numbers": "+7 (812) ",
    "thin spaces": "1\u2009000\u2009",
    "long numbers": "1" * 30 + " ",
    "one long word": "x",
}
RENDERINGS = 10_000


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from(["", " "]))
def test_find_yields_slices_in_order_on_news_pieces(pieces: list[str], joint: str) -> None:
    assert_spans(joint.join(pieces))


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=200))
def test_find_never_raises_on_any_text(text: str) -> None:
    assert_spans(text)


def assert_spans(text: str) -> None:
    article = bare_article(text, article_id="any")
    starts = []
    for record in find(article):
        starts.append(record.start_char)
        if hasattr(record, "value"):
            assert text[record.start_char : record.end_char] == record.text != ""
            assert record.value_high is None or record.value_high > record.value
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    "text",
    [
        "0^",
        "1^",
        "1" * 30,
        "100000000000000000000 tons",
        "9" * 24 + " dollars 5 cents",
        "special drawing",
        "5-",
        "1/",
        "±",
    ],
)
def test_find_never_raises_at_the_edges(text: str) -> None:
    assert_spans(text)


def test_find_refuses_a_sentence_without_end() -> None:
    records = list(find(bare_article("1% " * 5000, article_id="table")))
    assert [record.rule for record in records][-1] == "figure in doubt"
    assert len(records) < 1000


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_find_takes_bounded_time_on_hostile_text(piece: str) -> None:
    text = (piece * (100_000 // len(piece) + 1))[:100_000]
    started = time.process_time()
    list(find(bare_article(text, article_id="hostile")))
    assert time.process_time() - started < 2.0  # a second on an idle machine


def test_find_reads_renderings_exactly_or_not_at_all() -> None:
    chance = random.Random(20)
    renderings = [render(chance) for _ in range(RENDERINGS)]
    outcomes = [read_back(rendering) for rendering in renderings]
    lost = [
        rendering for rendering, outcome in zip(renderings, outcomes, strict=True) if outcome in ("wrong", "missed")
    ]
    assert lost == []


def test_find_lands_nothing_beside_what_it_does_not_understand() -> None:
    chance = random.Random(11)
    cases = [unknown_neighbours.make_case(chance) for _ in range(RENDERINGS)]
    assert [case.text for case in cases if unknown_neighbours.read_back(case)[0] == "landed"] == []
