"""The views that answer what analysts ask, and what money is worth in other money."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from tests.support.ledger_rows import filled, make_article, make_shard, span, table_of
from tests.support.star_rows import FIRST, OWNED, SAID, make_star
from warehouse.catalogue import catalogue
from warehouse.catalogue.reader import connect
from warehouse.ledger.ledger import open_ledger
from warehouse.records import Figure
from warehouse.views.questions import QUESTIONS
from warehouse.views.rates import exchange_rates, redenominations
from warehouse.views.relations import question_grain

DAY = date(1998, 10, 23)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_star(tmp_path_factory.mktemp("analyses") / "ledger")


def asked(warehouse: Path, query: str) -> list[tuple[object, ...]]:
    with connect(warehouse) as connection:
        return connection.execute(query).fetchall()


ANSWERS = {
    "figures in context": (
        "FROM figures_in_context SELECT sentence, value, unit, measure, measured_of, status, published_on "
        f"WHERE figure_id = '{OWNED.key}'",
        [
            (
                "Kazakstan’s exports reached US$6.5 billion, up 12 percent (Itar-Tass, March 3).",
                Decimal("6500000000.000000000"),
                "USD",
                "exports",
                "Kazakstan",
                "actual",
                DAY,
            )
        ],
    ),
    "who said what about whom": (
        "FROM statements_about SELECT speaker, about, about_kind, quotation_id, published_on",
        [("Kazakstan", "Itar-Tass", "organization", SAID.key, DAY)],
    ),
    "money by currency, status and month": (
        "FROM money_by_month SELECT unit, status, is_change, month, figure_count, article_count, total_value",
        [
            ("USD", "actual", False, date(1998, 10, 1), 1, 1, 6.5e9),
            ("USD", None, False, date(1998, 10, 1), 1, 1, 6.5e9),
        ],
    ),
    "money in one currency": (
        "FROM money_comparable SELECT value, unit, usd_value, usd_rate, usd_rate_on, entity",
        [(6.5e9, "USD", 6.5e9, 1.0, DAY, "Kazakstan"), (6.5e9, "USD", 6.5e9, 1.0, date(1998, 10, 24), "unknown")],
    ),
    "who appears with whom": (
        "FROM appears_with SELECT name, other_name, article_count, first_published_on",
        [("Kazakstan", "Itar-Tass", 1, DAY)],
    ),
    "who and what is mentioned most": (
        "FROM most_mentioned SELECT name, kind, mention_count, first_published_on, last_published_on",
        [("Kazakstan", "country", 1, DAY, DAY), ("Itar-Tass", "organization", 1, DAY, DAY)],
    ),
    "an entity's timeline": (
        "FROM entity_timeline SELECT event, detail, published_on WHERE entity_id = 'kz'",
        [
            ("mentions", "1 × Kazakstan", DAY),
            ("figure", "exports: US$6.5 billion", DAY),
            ("quotation", "up 12 percent (Itar-Tass, March 3)", DAY),
        ],
    ),
    "its offices": (
        "FROM entity_timeline SELECT event, detail WHERE entity_id = 'tass'",
        [("mentions", "1 × Itar-Tass"), ("role", "agency")],
    ),
    "what is new since a run": (
        "FROM facts_by_run SELECT fact, count(*) WHERE run_id > 'run-0' GROUP BY ALL ORDER BY ALL",
        [("citation", 2), ("derived_figure", 1), ("figure", 5), ("mention", 3), ("quotation", 1)],
    ),
}


@pytest.mark.parametrize("question", ANSWERS)
def test_views_answer(warehouse: Path, question: str) -> None:
    query, expected = ANSWERS[question]
    assert asked(warehouse, query) == expected


@pytest.mark.parametrize("question", QUESTIONS)
def test_questions_state_their_grain_first(question: str) -> None:
    assert question_grain(question).startswith("One row per ")


SENTENCES = {
    "a figure that ends its sentence": ("They asked for 5 dollars. It rained.", "They asked for 5 dollars."),
    "an abbreviation ends none": (
        "The U.S. Senate gave 5 dollars to Mr. K.",
        "The U.S. Senate gave 5 dollars to Mr. K.",
    ),
    "a decimal ends none": ("It fell. Of 6.12 only 5 dollars were left!", "Of 6.12 only 5 dollars were left!"),
    "a quotation's end": ("“We have 5 dollars.” He left.", "“We have 5 dollars.”"),
    "a paragraph's end": ("Prices\n\nAt most 5 dollars\n\nMore", "At most 5 dollars "),
    "lines that go on": ("It was\n5 dollars then.", "It was 5 dollars then."),
}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_figures_in_context_finds_the_sentence(tmp_path: Path, sentence: str) -> None:
    text, expected = SENTENCES[sentence]
    article = filled(type(FIRST), article_id="one", text=text, body_start_char=0, body_end_char=len(text))
    figure = filled(Figure, **span(article, "5 dollars"), kind="money", value=Decimal(5), unit="USD")
    with open_ledger(tmp_path / "ledger") as opened:
        opened.land(
            {**make_shard([]), "articles": table_of(type(FIRST), [article]), "figures": table_of(Figure, [figure])}
        )
    catalogue.publish(tmp_path / "ledger")
    assert asked(tmp_path / "ledger", "FROM figures_in_context SELECT sentence") == [(expected,)]


MONEY = {
    "dollars of any day": ("USD", date(1987, 3, 2), None, 1.0, date(1987, 3, 2)),
    "euros of a working day": ("EUR", date(2005, 6, 1), None, 1.2228, date(2005, 6, 1)),
    "euros of a Sunday, by Friday's rate": ("EUR", date(2005, 6, 5), None, 1.2289, date(2005, 6, 3)),
    "at the end of the period": ("EUR", date(2006, 2, 1), date(2005, 6, 1), 1.2228, date(2005, 6, 1)),
    "a period to come is priced today": ("EUR", date(2005, 6, 1), date(2010, 12, 31), 1.2228, date(2005, 6, 1)),
    "marks that are euros": ("DEM", date(2001, 5, 2), None, 0.8907 / 1.95583, date(2001, 5, 2)),
    "marks before there were euros": ("DEM", date(1998, 5, 4), None, None, None),
    "old rubles": ("RUR", date(1997, 5, 5), None, None, None),
    "rubles after their last rate": ("RUB", date(2023, 5, 2), None, None, None),
    "a currency that the bank does not list": ("KZT", date(2005, 6, 1), None, None, None),
}


@pytest.mark.parametrize("money", MONEY)
def test_usd_rate(tmp_path: Path, money: str) -> None:
    unit, published_on, period_end_on, rate, rate_on = MONEY[money]
    article = make_article(1, published_on=published_on)
    figure = filled(
        Figure,
        **span(article, "US$6.5 billion"),
        kind="money",
        value=Decimal(200),
        unit=unit,
        period_end_on=period_end_on,
        period_confidence=None if period_end_on is None else 0.8,
    )
    with open_ledger(tmp_path / "ledger") as opened:
        opened.land({**make_shard([article]), "figures": table_of(Figure, [figure])})
    catalogue.publish(tmp_path / "ledger")
    ((found, found_on, value),) = asked(
        tmp_path / "ledger", "FROM marts.fct_figures SELECT usd_rate, usd_rate_on, usd_value WHERE kind = 'money'"
    )
    assert (
        (found, value) == (pytest.approx(rate), pytest.approx(200 * rate)) if rate else (found, value) == (None, None)
    )
    assert found_on == rate_on


@pytest.mark.parametrize(
    ("code", "last_code", "factor"),
    [("RUR", "RUB", 1000), ("BYB", "BYN", 10_000_000), ("VEB", "VES", 100_000_000), ("TRL", "TRY", 1_000_000)],
)
def test_redenominations_lead_to_the_last_code(code: str, last_code: str, factor: float) -> None:
    with duckdb.connect() as connection:
        connection.register("redenominations", redenominations())
        query = "FROM redenominations SELECT new_code, old_per_new WHERE old_code = ? AND kind = 'redenomination'"
        assert connection.execute(query, [code]).fetchall() == [(last_code, factor)]


def test_exchange_rates_are_those_that_the_bank_published() -> None:
    with duckdb.connect() as connection:
        connection.register("exchange_rates", exchange_rates())
        query = "FROM exchange_rates SELECT min(rate_on), count(*) > 200000, count(*) FILTER (usd_per_unit <= 0)"
        assert connection.execute(query).fetchall() == [(date(1999, 1, 4), True, 0)]


def test_money_comparable_counts_an_amount_in_two_currencies_once(tmp_path: Path) -> None:
    article = make_article(1, published_on=DAY)
    dollars = filled(Figure, **span(article, "US$6.5 billion"), kind="money", value=Decimal(60), unit="USD")
    rubles = filled(Figure, **span(article, "12 percent"), kind="money", value=Decimal(1020), unit="RUB")
    pair = [replace(dollars, equivalent_figure_id=rubles.key), replace(rubles, equivalent_figure_id=dollars.key)]
    with open_ledger(tmp_path / "ledger") as opened:
        opened.land({**make_shard([article]), "figures": table_of(Figure, pair)})
    catalogue.publish(tmp_path / "ledger")
    assert asked(tmp_path / "ledger", "FROM money_comparable SELECT unit, usd_value") == [("USD", 60.0)]
    assert asked(tmp_path / "ledger", "FROM marts.fct_figures SELECT unit, is_restatement ORDER BY ALL") == [
        ("RUB", True),
        ("USD", False),
    ]


@pytest.mark.parametrize(
    ("units", "counted"),
    [
        (("CNY", "USD", "GBP"), "USD"),
        (("CNY", "GBP", "USD"), "USD"),
        (("USD", "CNY", "GBP"), "USD"),
        (("CNY", "GBP", "EUR"), "CNY"),
    ],
)
def test_of_an_amount_in_three_currencies_one_counts(tmp_path: Path, units: tuple[str, str, str], counted: str) -> None:
    article = make_article(1, published_on=DAY)
    places = [span(article, words) for words in ("US$6.5 billion", "12 percent", "March 3")]
    first, second, third = (
        filled(Figure, **place, kind="money", value=Decimal(60), unit=unit)
        for place, unit in zip(places, units, strict=True)
    )
    linked = [
        (first, second),
        (second, first),
        (third, first),
    ]  # the second in a bracket restates what stands before it
    figures = [replace(figure, equivalent_figure_id=other.key) for figure, other in linked]
    with open_ledger(tmp_path / "ledger") as opened:
        opened.land({**make_shard([article]), "figures": table_of(Figure, figures)})
    catalogue.publish(tmp_path / "ledger")
    assert asked(tmp_path / "ledger", "FROM money_comparable SELECT unit") == [(counted,)]


def test_money_by_month_tells_how_far_a_sum_may_count_an_amount_again(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger") as opened:
        opened.land(make_shard([make_article(number, published_on=DAY) for number in (1, 2, 3)]))
    catalogue.publish(tmp_path / "ledger")
    totals = "FROM money_by_month SELECT article_count, total_value, distinct_total_value"
    assert asked(tmp_path / "ledger", totals) == [(3, 3 * 6.5e9, 6.5e9)]
