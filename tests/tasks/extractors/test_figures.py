"""The figures extractor on a table of sentences, each with the reason it is there, and its slots and links."""

import csv
import json
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tasks.extractors.dates import find as find_dates
from tasks.extractors.figures import find
from tasks.extractors.figures.refusals import denials
from tasks.extractors.figures.words.word_lists import word_lists
from tasks.formats.article import bare_article
from tasks.resolvers.derived_figures import derive
from tasks.resolvers.findings import extract
from tests.support.places import CASE_FILES, ROOT
from warehouse.records import DerivedFigure, Figure, Rejection

CASES = [json.loads(line) for line in (CASE_FILES / "figures.jsonl").open(encoding="utf-8")]
COLUMNS = ("value_high", "unit_candidates", "per", "hedge", "inherited")
PUBLISHED_ON = date(1998, 8, 11)
ROOM = ROOT / "tasks" / "extractors" / "figures"


def read(text: str, *, published_on: date | None = PUBLISHED_ON) -> list[Figure]:
    article = bare_article(text, article_id="case", published_on=published_on)
    rows = extract(article, only=frozenset({"figures"})).facts["figures"]
    return [record for record in rows if isinstance(record, Figure)]


def refused(text: str) -> list[Rejection]:
    return [record for record in find(bare_article(text, article_id="case")) if isinstance(record, Rejection)]


def as_expected(figure: Figure) -> dict[str, object]:
    row = {"text": figure.text, "kind": figure.kind, "value": str(figure.value), "unit": figure.unit}
    stated = {name: getattr(figure, name) for name in COLUMNS}
    return row | {name: str(value) for name, value in stated.items() if value is not None}


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_find_reads_case(case: dict[str, str | None]) -> None:
    published_on = date.fromisoformat(case["published_on"]) if case["published_on"] else None
    records = list(find(bare_article(case["text"], article_id="case", published_on=published_on)))
    assert [as_expected(record) for record in records if isinstance(record, Figure)] == case["figures"]
    assert sum(isinstance(record, Rejection) for record in records) == case["refused"]


def test_find_leaves_out_the_number_of_a_day() -> None:
    article = bare_article("The third talks ended on the 27th.", article_id="case", published_on=date(1999, 3, 8))
    assert [figure.text for figure in find(article, dates=list(find_dates(article)))] == ["third"]


def test_find_leaves_out_the_number_of_a_weekday() -> None:
    text = "Last Friday the 16th he spoke; on Monday, the sixth largest mill shut, on Tuesday the second mill."
    article = bare_article(text, article_id="case", published_on=date(1998, 10, 23))
    assert [figure.text for figure in find(article, dates=list(find_dates(article)))] == ["sixth", "second"]


def test_find_leaves_what_a_figure_is_not_without_status() -> None:
    first, second = read("Sales will be $3.5 billion, not $3 billion, the firm said.")
    assert (first.status, second.status) == ("target", None)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Consumer prices rose 20.4 percent from 1 January to 15 March.", date(1999, 1, 1), date(1999, 3, 15)),
        ("The fleet fired 12 missiles between 22 February and 5 March.", date(1999, 2, 22), date(1999, 3, 5)),
    ],
)
def test_find_takes_a_stretch_whose_ends_are_stated_as_it_is(text: str, first: date, last: date) -> None:
    article = bare_article(text, article_id="case", published_on=date(1999, 3, 8))
    figure = next(row for row in find(article, dates=list(find_dates(article))) if isinstance(row, Figure))
    assert (figure.period_start_on, figure.period_end_on) == (first, last)


def test_each_list_of_words_stands_once() -> None:
    with (ROOM / "words" / "word_lists.csv").open(encoding="utf-8", newline="") as lines:
        names = [row[0] for row in csv.reader(lines)]
    assert [name for name, count in Counter(names).items() if count > 1] == []


@pytest.mark.parametrize("table", sorted(ROOM.rglob("*.csv")), ids=lambda table: table.name)
def test_tables_name_the_source_of_each_row(table: Path) -> None:
    with table.open(encoding="utf-8", newline="") as lines:
        assert all(row["source"] for row in csv.DictReader(lines))


def test_word_lists_are_named_after_the_module_that_reads_them() -> None:
    for name in word_lists():
        module, _, words = name.partition(".")
        text = next(ROOM.rglob(f"{module}.py")).read_text(encoding="utf-8")
        assert f'word_list("{name}")' in text or ("word_list(f" in text and f'"{words}"' in text), name


@pytest.mark.parametrize(
    "text",
    [
        "They owe 20 billion rubles (about $700 million).",
        "A debt of 20 billion rubles--roughly $700 million--was paid.",
        "They owe 20 billion rubles, about $700 million, to banks.",
    ],
)
def test_find_links_equivalents_to_each_other(text: str) -> None:
    rubles, dollars = read(text)
    assert rubles.equivalent_figure_id == dollars.key
    assert dollars.equivalent_figure_id == rubles.key


def test_find_links_no_neighbours_that_state_different_things() -> None:
    for text in (
        "They paid 5 million rubles and then $700.",
        "It paid 9 million rubles, about $2 million less than Orlov.",
    ):
        assert all(figure.equivalent_figure_id is None for figure in read(text))


@pytest.mark.parametrize(
    "text",
    [
        "The bank did not lose $5 million.",
        "Lobov denied that he had taken $5 million.",
        "Neither the $5 million nor the ship came.",
    ],
)
def test_is_denied_sees_what_did_not_come_about(text: str) -> None:
    assert denials.is_denied(text, text.index("$"), low=0)


@pytest.mark.parametrize("text", ["He lost not only $5 million.", "He did not sleep because he lost $5 million."])
def test_is_denied_sees_what_did(text: str) -> None:
    assert not denials.is_denied(text, text.index("$"), low=0)


def test_find_takes_back_what_a_correction_does() -> None:
    text = "The fund paid $6 million.\n\nCorrection: An earlier version erred. It was $60 million, not $6 million."
    assert [(figure.value, figure.status) for figure in read(text) if figure.value == 6_000_000] == [
        (6_000_000, None)
    ] * 2


def test_find_keeps_offsets_inside_the_body() -> None:
    text = "Volume 5\n\nExports came to $5 million.\n\n12 notes"
    article = bare_article(text, article_id="case")
    body = {"body_start_char": 10, "body_end_char": 37}
    records = list(find(type(article)(**{name: getattr(article, name) for name in article.__slots__} | body)))
    found = [(record.text, record.start_char) for record in records if isinstance(record, Figure)]
    assert found == [("$5 million", 26)]


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("It cost $5zz to print.", "touches the number's end"),
        ("It cost 5 million billion rubles.", "a scale after a scale"),
        ("He said one twenty two people came.", "does not fit"),
        ("It grew to 12,34 in all.", "decimal comma"),
        ("It cost 10 -12 dollars.", "may be a minus"),
        ("It flew at 30' above the sea.", "feet or minutes"),
        ("It lost 500 pounds on the way.", None),  # `lost` speaks of weight, and no money is named
        ("It has 500 pounds.", "pounds of money or of weight"),
        ("It drove to Rotterdam-5 km.", "a hyphen joins it"),
        ("It weighed 99999999999999999999.123456789 tons.", "too many digits"),
        ("It weighed 1,000,000,000,000,000,000,000,000,000 tons.", "too many digits"),
        ("It weighed 0.1234567891 tons.", "more decimals than"),
        ("It cost 12,345,678,901,234,567,890,123,456,789,012 dollars.", "too many digits"),
    ],
)
def test_find_refuses_doubtful_figure(text: str, excerpt: str | None) -> None:
    reasons = [rejection.reason for rejection in refused(text)]
    if excerpt is None:
        assert not reasons
        return
    assert len(reasons) == 1
    assert excerpt in reasons[0]
    assert not read(text)


def test_find_rejection_names_source_and_place() -> None:
    (rejection,) = refused("It cost $5zz to print.")
    assert (rejection.stage, rejection.rule, rejection.start_char) == ("extract", "figure in doubt", 8)
    assert rejection.article_id == "case"


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        (
            "Bilateral trade amounted to just US$6 billion in 1997.",
            {
                "measure": "Bilateral trade",
                "period": "in 1997",
                "period_start_on": date(1997, 1, 1),
                "status": "actual",
            },
        ),
        (
            "They set the goal of $30 billion in mutual trade by the year 2000.",
            {
                "measure": "mutual trade",
                "status": "target",
                "period": "by the year 2000",
                "period_end_on": date(2000, 12, 31),
            },
        ),
        ("The bank expects inflation of 30 percent next year.", {"status": "forecast", "measure": "inflation"}),
        ("An estimated 300 people died.", {"status": "estimate", "hedge": "about"}),
        ("Tbilisi claims that 35,000 refugees went home.", {"status": "claim", "measure": "refugees"}),
        ("The plant made 79,000 tons of copper in 1994.", {"measure": "copper", "status": "actual"}),
        ("Prices rose by 5 percent in March.", {"direction": "up", "period_start_on": date(1998, 3, 1)}),
        ("Exports were down 11.5 percent.", {"direction": "down"}),
        ("Costs suffered a 19 percent drop.", {"direction": "down"}),
        (
            "Receipts were 9 percent less than in the season before.",
            {"direction": "down", "compared_with": "in the season before"},
        ),
        ("Unemployment reached 12 percent (up from 8 percent).", {"direction": "up", "compared_with": "8 percent"}),
        ("It reported 9 million tons in the first nine months of 1997.", {"period_end_on": date(1997, 9, 30)}),
        ("It reported 9 million tons last year.", {"period_start_on": date(1997, 1, 1)}),
        ("It reported 9 million tons in the second quarter of 1998.", {"period_start_on": date(1998, 4, 1)}),
        ("Trade between Russia and China came to $6 billion.", {"measured_of": "Russia and China"}),
    ],
)
def test_find_fills_slots_of_first_figure(text: str, slots: dict[str, object]) -> None:
    figure = read(text)[0]
    assert {name: getattr(figure, name) for name in slots} == slots


def test_find_leaves_relative_period_open_without_publication_date() -> None:
    (figure,) = read("It reported 9 million tons last year.", published_on=None)
    assert (figure.period, figure.period_start_on) == ("last year", None)


def test_find_measure_is_its_slice() -> None:
    text = "Bilateral trade amounted to US$6 billion."
    (figure,) = read(text)
    assert text[figure.measure_start_char : figure.measure_end_char] == figure.measure


def derived(text: str) -> list[DerivedFigure]:
    return list(derive(read(text)))


def test_derive_states_base_level_formula_and_rounding() -> None:
    (base,) = derived("Trade amounted to US$3.68 billion in 1997. That was 8 percent less than one year earlier.")
    assert (base.value, base.unit, base.kind) == (Decimal(4_000_000_000), "USD", "money")
    assert base.formula == "3.68 / 0.92 = 4.00"
    assert "0.01" in base.rounding
    assert (base.period_start_on, base.period_end_on) == (date(1996, 1, 1), date(1996, 12, 31))


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("Receipts came to US$552 million in 1999, 8 percent less than a year before.", "552 / 0.92 = 600"),
        ("Output came to 108 tons, 8 percent more than in 1996.", "108 / 1.08 = 100"),
        ("Output came to 9.5 million tons, 0.5 million tons more than in 1996.", "9.5 - 0.5 = 9.0"),
    ],
)
def test_derive_computes_base(text: str, formula: str) -> None:
    assert [base.formula for base in derived(text)] == [formula]


@pytest.mark.parametrize(
    "text",
    [
        "Trade amounted to about US$6.12 billion, 10 percent less than one year earlier.",  # a level that is not exact
        "Trade amounted to US$6.12 billion, at least 10 percent less than one year earlier.",  # a bound
        "Trade amounted to US$6.12 billion. Prices fell by 10 percent.",  # no base of comparison
        "Trade amounted to US$5-6 billion, 10 percent less than one year earlier.",  # a range
        "Prices fell by 10 percent against 1996.",  # no level
    ],
)
def test_derive_yields_nothing_without_both_parents(text: str) -> None:
    assert derived(text) == []
