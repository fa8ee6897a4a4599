"""The radar: what two reports of one quantity are to each other, case by case, and what is no pair at all."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.support.ledger_rows import filled, make_article, span, table_of
from tests.support.warehouse_rows import tamper
from warehouse.browsing.claim import claim_card
from warehouse.browsing.current import Stated
from warehouse.browsing.listing import page_of
from warehouse.browsing.lists import claims
from warehouse.browsing.overview import overview
from warehouse.catalogue import catalogue
from warehouse.catalogue.reader import connect
from warehouse.export.condition import read_condition
from warehouse.export.relations import find_relations
from warehouse.export.selection import select
from warehouse.folder.errors import QueryError
from warehouse.ledger.ledger import open_ledger
from warehouse.ledger.schemas import to_arrow
from warehouse.proofs.prove import prove
from warehouse.records import (
    CORPUS_TABLES,
    Article,
    ArticleStory,
    CorrectedValue,
    Entity,
    Figure,
    Mention,
    MentionEntity,
    Record,
)
from warehouse.records.claims import CLAIMS

DAY = date(1998, 3, 2)
YEAR = {"period": "in 1997", "period_start_on": date(1997, 1, 1), "period_end_on": date(1997, 12, 31)}
OTHER_YEAR = {"period": "in 1996", "period_start_on": date(1996, 1, 1), "period_end_on": date(1996, 12, 31)}
HALF_YEAR = {"period": "in its first half", "period_start_on": date(1997, 1, 1), "period_end_on": date(1997, 6, 30)}
THIS_YEAR = {"period": "in 1998", "period_start_on": date(1998, 1, 1), "period_end_on": date(1998, 12, 31)}
NO_PERIOD = {"measure": "people killed", "period": None, "period_start_on": None, "period_end_on": None}
UNCLEAR_PERIOD = {"period": "lately", "period_start_on": None, "period_end_on": None}

THIS_DAY = {"period": "on the day", "period_start_on": DAY, "period_end_on": DAY}
THIS_MONTH = {"period": "in March", "period_start_on": date(1998, 3, 1), "period_end_on": date(1998, 3, 31)}

HANDS = {"kind": "count", "unit": "hand", "measure": "hourly hands"}
TERM = {
    **NO_PERIOD,
    "measure": "grace period",
    "text": "five-year",
    "value": 5,
    "kind": "duration",
    "unit": "year",
}
BILLIONS = {"text": "$6.12 billion", "value": 6.12e9, "kind": "money", "unit": "USD"}


def tons(text: str, value: float, **more: object) -> dict[str, object]:
    return {"text": text, "value": value, "unit": "ton", "kind": "quantity", **more}


Pair = tuple[dict[str, object], dict[str, object], tuple[str, str] | None]
CASES: dict[str, Pair] = {
    "the same": ({}, {}, ("agreement", "value")),
    "rounded to fewer digits": ({}, {"text": "$6.1 billion", "value": 6.1e9}, ("restatement", "rounding")),
    "rounded to whole billions": ({}, {"text": "six billion dollars", "value": 6e9}, ("restatement", "rounding")),
    "zeros at the end": (tons("6,120 tons", 6120), tons("6,000 tons", 6000), ("restatement", "rounding")),
    "zeros at the end, too far": (tons("6,400 tons", 6400), tons("6,000 tons", 6000), ("conflict", "value")),
    "the last digit differs": ({}, {"text": "$6.13 billion", "value": 6.13e9}, ("conflict", "value")),
    "about": ({}, {"text": "$6.5 billion", "value": 6.5e9, "hedge": "about"}, ("restatement", "hedge")),
    "about, too far": ({}, {"text": "$7.9 billion", "value": 7.9e9, "hedge": "about"}, ("conflict", "value")),
    "more than": ({}, {"text": "$6 billion", "value": 6e9, "hedge": "more_than"}, ("restatement", "hedge")),
    "more than more": ({}, {"text": "$7 billion", "value": 7e9, "hedge": "more_than"}, ("conflict", "value")),
    "less than less": ({}, {"text": "$5 billion", "value": 5e9, "hedge": "less_than"}, ("conflict", "value")),
    "within a range": ({}, {"text": "$6-7 billion", "value": 6e9, "value_high": 7e9}, ("restatement", "rounding")),
    "beyond a range": ({}, {"text": "$7-8 billion", "value": 7e9, "value_high": 8e9}, ("conflict", "value")),
    "a third and 34 percent": (
        {"text": "a third", "value": 33.33, "unit": "percent", "rule": "fraction"},
        {"text": "34 percent", "value": 34, "unit": "percent"},
        ("restatement", "rounding"),
    ),
    "another unit": (
        {"text": "100 kilometers", "value": 100, "unit": "kilometer"},
        {"text": "62 miles", "value": 62, "unit": "mile"},
        ("restatement", "unit"),
    ),
    "another unit and value": (
        {"text": "100 kilometers", "value": 100, "unit": "kilometer"},
        {"text": "75 miles", "value": 75, "unit": "mile"},
        ("conflict", "value"),
    ),
    "a redenominated currency": (
        {"text": "5,120 rubles", "value": 5120, "unit": "RUR"},
        {"text": "5.12 rubles", "value": 5.12, "unit": "RUB"},
        ("restatement", "unit"),
    ),
    "ten times as much": ({}, {"text": "$61.2 billion", "value": 61.2e9}, ("conflict", "scale")),
    "fifty times as much": ({}, {"text": "$306 billion", "value": 306e9}, None),
    "another currency": ({}, {"text": "6.5 billion francs", "value": 6.5e9, "unit": "FRF"}, None),
    "measured per something else": ({"per": "month"}, {"value": 7e9, "per": "year"}, None),
    "up and down by as much": (
        {"text": "12 percent", "value": 12, "unit": "percent", "is_change": True, "direction": "up"},
        {"text": "12 percent", "value": 12, "unit": "percent", "is_change": True, "direction": "down"},
        ("conflict", "value"),
    ),
    "a change and a level": ({"is_change": True}, {"text": "$7 billion", "value": 7e9}, None),
    "a target and what became of it": (
        {"status": "target"},
        {"text": "$7 billion", "value": 7e9},
        ("scope", "status"),
    ),
    "a claim and what is": ({"status": "claim"}, {"text": "$7 billion", "value": 7e9}, ("conflict", "value")),
    "two forecasts": (
        {"status": "forecast"},
        {"status": "forecast", "text": "$7 billion", "value": 7e9},
        ("conflict", "value"),
    ),
    "part of the period": ({}, {"text": "$7 billion", "value": 7e9, **HALF_YEAR}, ("scope", "period")),
    "another period": ({}, {"text": "$7 billion", "value": 7e9, **OTHER_YEAR}, None),
    "part of the period, the same": ({}, HALF_YEAR, None),
    "more of a measure": (
        {"measure": "steel output"},
        {"measure": "raw steel output", "text": "$7 billion", "value": 7e9},
        ("scope", "measure"),
    ),
    "other words for the measure": (
        {"measure": "production of cars"},
        {"measure": "total car output", "text": "$7 billion", "value": 7e9},
        ("conflict", "value"),
    ),
    "more of a measure, but the word that the others say more of": (
        {"measure": "steel export"},
        {"measure": "steel export prices", "text": "$7 billion", "value": 7e9},
        None,
    ),
    "the head before its preposition": (
        {"measure": "durable goods"},
        {"measure": "sales of durable goods", "text": "$7 billion", "value": 7e9},
        None,
    ),
    "more of a measure of one word": (
        {"measure": "exports"},
        {"measure": "steel exports", "text": "$7 billion", "value": 7e9},
        None,
    ),
    "more of a measure, some of it": (
        {"measure": "steel output"},
        {"measure": "raw steel output", "text": "$7 billion", "value": 7e9, "around": "raw steel output at one mill"},
        None,
    ),
    "a place before what is measured": (
        {"measure": "ARVIA CITY - exports"},
        {"text": "$7 billion", "value": 7e9},
        ("conflict", "value"),
    ),
    "more parties": ({}, {"of": "Arvia and Borland", "text": "$7 billion", "value": 7e9}, ("scope", "parties")),
    "the people for the country": ({}, {"of": "Arvian", "text": "$7 billion", "value": 7e9}, ("conflict", "value")),
    "other parties": ({}, {"of": "Borland", "text": "$7 billion", "value": 7e9}, None),
    "to a party": ({"toward": "to "}, {"text": "$7 billion", "value": 7e9}, None),
    "to a party, both": (
        {"toward": "to the "},
        {"toward": "to ", "text": "$7 billion", "value": 7e9},
        ("conflict", "value"),
    ),
    "according to a party": (
        {"toward": "according to "},
        {"text": "$7 billion", "value": 7e9},
        ("conflict", "value"),
    ),
    "a revised value": (
        {"after": 9, "around": "revised"},
        {"text": "$7 billion", "value": 7e9},
        ("update", "revision"),
    ),
    "the same speaker, later": (
        {"speaker": "Ann Orlova"},
        {"speaker": "Ann Orlova", "text": "$7 billion", "value": 7e9, "after": 3},
        ("update", "source"),
    ),
    "another speaker, later": (
        {"speaker": "Ann Orlova"},
        {"speaker": "Ivan Petrov", "text": "$7 billion", "value": 7e9, "after": 3},
        ("conflict", "value"),
    ),
    "the year is not over": (
        THIS_YEAR,
        {"text": "$7 billion", "value": 7e9, "after": 3, **THIS_YEAR},
        ("update", "unfinished"),
    ),
    "a day of which both tell on that day": (
        THIS_DAY,
        {"text": "$7 billion", "value": 7e9, **THIS_DAY},
        ("update", "unfinished"),
    ),
    "a day of which both tell afterwards": (
        {"after": 1, **THIS_DAY},
        {"text": "$7 billion", "value": 7e9, "after": 1, **THIS_DAY},
        ("conflict", "value"),
    ),
    "a day within a month, told on that day": (THIS_DAY, {"text": "$7 billion", "value": 7e9, **THIS_MONTH}, None),
    "the year so far beside a month": (
        {"after": 40, "around": "for the year to date", **THIS_MONTH},
        {"after": 40, "text": "$7 billion", "value": 7e9, **THIS_MONTH},
        None,
    ),
    "a sum so far, without a period": (
        {"around": "to date", **NO_PERIOD},
        {"text": "$7 billion", "value": 7e9, **NO_PERIOD},
        ("conflict", "value"),
    ),
    "no period, the same day": (NO_PERIOD, {"text": "$7 billion", "value": 7e9, **NO_PERIOD}, ("conflict", "value")),
    "no period, the next day": (
        NO_PERIOD,
        {"text": "$7 billion", "value": 7e9, "after": 1, **NO_PERIOD},
        ("update", "later"),
    ),
    "no period, a week later": (NO_PERIOD, {"after": 7, **NO_PERIOD}, None),
    "no period, and one word": ({**NO_PERIOD, "measure": "debt"}, {**NO_PERIOD, "measure": "debt"}, None),
    "the owner in the measure": (
        {"measure": "Arvian exports", "of": "Arvian"},
        {"measure": "exports of Arvia", "text": "$7 billion", "value": 7e9},
        ("conflict", "value"),
    ),
    "not sure whose it is, but stated within the measure": (
        {},
        {
            "text": "$7 billion",
            "value": 7e9,
            "measured_of_confidence": 0.3,
            "measure_start_char": 0,
            "measure_end_char": 200,
        },
        ("conflict", "value"),
    ),
    "not sure whose it is": ({}, {"text": "$7 billion", "value": 7e9, "measured_of_confidence": 0.3}, None),
    "compared with it": ({}, {"text": "$7 billion", "value": 7e9, "before": "up from"}, None),
    "some of what is measured": ({"behind": "of exports"}, {"text": "$7 billion", "value": 7e9}, None),
    "some of what is measured, as much": ({"behind": "in exports"}, {}, ("agreement", "value")),
    "so many of a kind": (
        {**HANDS, "text": "5,500", "value": 5500, "behind": "hourly hands"},
        {**HANDS, "text": "3,700", "value": 3700},
        None,
    ),
    "how many of a kind there are": (
        {**HANDS, "text": "5,500", "value": 5500, "around": "hourly hands there being many"},
        {**HANDS, "text": "3,700", "value": 3700},
        ("conflict", "value"),
    ),
    "a term that is brought up": (
        {**TERM, "before": "a", "behind": "grace period", "around": "it seems"},
        {**TERM, "text": "eight years", "value": 8},
        None,
    ),
    "the term that is known": (
        {**TERM, "before": "the", "behind": "grace period", "around": "it seems"},
        {**TERM, "text": "eight years", "value": 8},
        ("conflict", "value"),
    ),
    "a change of nothing that is said": ({"measure": "increase"}, {"measure": "increase"}, None),
    "a change of something": ({"measure": "wage increase"}, {"measure": "wage increase"}, ("agreement", "value")),
    "with a partner": ({"around": "exports with others"}, {"text": "$7 billion", "value": 7e9}, None),
    "with a partner behind it": (
        {"around": "exports to Borland"},
        {"text": "$7 billion", "value": 7e9},
        None,
    ),
    "between those whose it is": (
        {"toward": "trade between ", "of": "Arvia and Borland", "measure": "trade"},
        {
            "toward": "trade between ",
            "of": "Arvia and Borland",
            "measure": "trade",
            "text": "$7 billion",
            "value": 7e9,
        },
        ("conflict", "value"),
    ),
    "to whom it goes, right behind it": (
        {"toward": "exports to ", "of": "Borland"},
        {"toward": "exports to ", "of": "Borland", "text": "$7 billion", "value": 7e9},
        ("conflict", "value"),
    ),
    "at a place": ({"around": "exports at one port"}, {"text": "$7 billion", "value": 7e9}, None),
    "to an amount": ({"around": "exports to US$"}, {"text": "$7 billion", "value": 7e9}, ("conflict", "value")),
    "in a row of columns": ({"before": "12 9"}, {"text": "$7 billion", "value": 7e9}, None),
    "before columns": ({"behind": "12 9"}, {"text": "$7 billion", "value": 7e9}, None),
    "before another column in brackets": ({"behind": "(nil)"}, {"text": "$7 billion", "value": 7e9}, None),
    "a column in brackets": ({"before": "81 (", "behind": ")"}, {"text": "$7 billion", "value": 7e9}, None),
    "before a remark in brackets": (
        {"behind": "(or so)"},
        {"text": "$7 billion", "value": 7e9},
        ("conflict", "value"),
    ),
    "in a table": ({}, {"text": "$7 billion", "value": 7e9, "around": "5 vs"}, None),
    "a period without days": (UNCLEAR_PERIOD, UNCLEAR_PERIOD, None),
    "nothing says what is measured": ({"measure": None}, {"measure": None}, None),
    "only words that say nothing": ({"measure": "the total"}, {"measure": "total amount"}, None),
}
"""Two figures that are alike but for what is said here, and their relation with its reason, where they are a pair."""


def test_every_two_statements_are_what_the_case_says(pairs: dict[str, set[tuple[str, str]]]) -> None:
    expected = {name: {pair} if pair else set() for name, (*_, pair) in CASES.items()}
    assert {name: pairs.get(name, set()) for name in CASES} == expected


def test_claims_are_proved(warehouse: Path) -> None:
    assert [fault for fault in prove(warehouse) if "claim" in fault.table] == []


def test_claims_compared_again_are_those_of_comparing_all(warehouse: Path, tmp_path: Path) -> None:
    sides, folder = all_sides(), tmp_path / "ledger"
    published(folder, [side for place, side in enumerate(sides) if place % 3 or place % 2])
    published(folder, sides)
    assert [fault for fault in prove(folder) if "claim" in fault.table] == []
    for mart in CLAIMS:
        assert asked(folder, f"FROM marts.{mart} ORDER BY ALL") == asked(warehouse, f"FROM marts.{mart} ORDER BY ALL")


def test_claims_of_which_nothing_else_is_stated_are_not_compared_again(tmp_path: Path) -> None:
    sides, folder = all_sides(), tmp_path / "ledger"
    published(folder, sides[2:])
    pairs_there = (folder / "marts" / "fct_claim_pairs.parquet").resolve()
    tamper(pairs_there, lambda rows: [row.update(difference=0.123) for row in rows])
    ((count,),) = asked(folder, "FROM marts.fct_claim_pairs SELECT count(*)")
    published(folder, sides)
    taken_over = "FROM marts.fct_claim_pairs SELECT count(*) FILTER (difference = 0.123), count(*)"
    assert asked(folder, taken_over) == [(count, count + 1)]


@pytest.mark.parametrize(("column", "value"), [("is_hidden", "true"), ("value", "1"), ("unit", "EUR")])
def test_a_figure_hidden_or_corrected_since_leaves_its_claim_at_once(warehouse: Path, column: str, value: str) -> None:
    query = "FROM marts.fct_claim_pairs SELECT claim_id, figure_id, article_id WHERE relation = 'conflict' LIMIT 1"
    ((claim_id, figure_id, article_id),) = asked(warehouse, query)
    of_figure = {"table_name": "figures", "row_key": figure_id, "column_name": column, "value": value}
    corrected = CorrectedValue(**of_figure, correction_id="line")
    stated = Stated(articles={"line": article_id}, correcting=lambda _articles, _rows: [corrected])
    before, after = (page_of(warehouse, claims({}), size=1000, stated=each).rows for each in (None, stated))
    assert [row for row in before if row["claim_id"] != claim_id] == after
    assert len(before) == len(after) + 1
    assert claim_card(warehouse, claim_id).statements
    with pytest.raises(QueryError, match="corrections that came later"):
        claim_card(warehouse, claim_id, corrections=stated)


def test_what_versions_of_one_story_state_stands_side_by_side(tmp_path: Path) -> None:
    name = "the last digit differs"
    first, second = sides_of(name, CASES[name], number=0)
    folder = published(tmp_path / "ledger", [first, second])
    told = {"article_id": second.article.article_id, "counted_as": first.article.article_id}
    with open_ledger(folder) as opened:
        opened.land({"article_stories": table_of(ArticleStory, [filled(ArticleStory, **told, article_count=2)])})
    catalogue.publish(folder)
    assert asked(folder, "FROM claim_pairs SELECT relation, sentence <> other_sentence") == [("conflict", True)]
    ((claim_id,),) = asked(folder, "FROM marts.fct_claims SELECT claim_id")
    card = claim_card(folder, claim_id)
    assert (len(card.statements), len(card.pairs)) == (2, 1)
    assert asked(folder, "FROM figures_in_context SELECT article_id") == [(first.article.article_id,)]


def test_a_contradiction_that_versions_of_one_story_carry_counts_once(tmp_path: Path) -> None:
    name = "the last digit differs"
    case = CASES[name]
    first, second = sides_of(name, case, number=0)
    article, figure = stated({**BILLIONS, **YEAR, "measure": "exports", "of": "Arvia", **case[1]}, 7, name=name)
    third = Side(article=article, figure=figure, mentions=[named_in(article, "Arvia")], number=0)
    folder = published(tmp_path / "ledger", [first, second, third])
    counted = "FROM marts.fct_claims SELECT conflict_count"
    assert asked(folder, counted) == [(2,)]
    told = {"article_id": third.article.article_id, "counted_as": second.article.article_id}
    with open_ledger(folder) as opened:
        opened.land({"article_stories": table_of(ArticleStory, [filled(ArticleStory, **told, article_count=2)])})
    catalogue.publish(folder)
    assert asked(folder, "FROM claim_pairs SELECT relation ORDER BY ALL") == [
        ("agreement",), ("conflict",), ("conflict",),
    ]  # fmt: skip
    assert asked(folder, counted) == [(1,)]
    assert overview(folder).counts["contradictions"] == 1
    ((claim_id,),) = asked(folder, "FROM marts.fct_claims SELECT claim_id")
    shown = [(pair["relation"], pair["repetition_count"]) for pair in claim_card(folder, claim_id).pairs]
    assert shown == [("conflict", 1), ("agreement", 0)]


def test_a_figure_confirmed_since_stays_in_its_claim(warehouse: Path) -> None:
    ((figure_id, article_id),) = asked(warehouse, "FROM marts.fct_claim_figures SELECT figure_id, article_id LIMIT 1")
    of_figure = {"table_name": "figures", "row_key": figure_id, "column_name": "is_confirmed", "value": "true"}
    corrected = CorrectedValue(**of_figure, correction_id="line")
    stated = Stated(articles={"line": article_id}, correcting=lambda _articles, _rows: [corrected])
    before, after = (page_of(warehouse, claims({"all": "yes"}), size=1000, stated=each).rows for each in (None, stated))
    assert before == after


@pytest.mark.parametrize("condition", ["unit = 'no such unit'", "relation = 'conflict'", "relation = 'scope'"])
def test_claims_that_pairs_name_are_exported_with_them(warehouse: Path, condition: str) -> None:
    with connect(warehouse) as connection:
        relations = find_relations(connection, ("fct_claim_pairs", "fct_claim_figures", "fct_claims"))
        found = select(connection, relations, read_condition(connection, condition))
        by_name = {selection.relation.name: f"({selection.sql})" for selection in found}
        named = (
            f"FROM {by_name['fct_claim_pairs']} SELECT unnest([claim_id, other_claim_id]) "
            f"UNION ALL FROM {by_name['fct_claim_figures']} SELECT claim_id"
        )
        there = f"FROM marts.fct_claims SELECT claim_id INTERSECT ({named})"
        exported = connection.execute(f"FROM {by_name['fct_claims']} SELECT claim_id").fetchall()
        assert sorted(exported) == sorted(connection.execute(there).fetchall())


def all_sides() -> list["Side"]:
    """Write both articles of each case."""
    return [side for number, (name, case) in enumerate(CASES.items()) for side in sides_of(name, case, number=number)]


@pytest.fixture(scope="module")
def pairs(warehouse: Path) -> dict[str, set[tuple[str, str]]]:
    query = "FROM claim_pairs JOIN articles USING (article_id) SELECT headline, relation, reason"
    found: dict[str, set[tuple[str, str]]] = {}
    for name, relation, reason in asked(warehouse, query):
        found.setdefault(name, set()).add((relation, reason))
    return found


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return published(tmp_path_factory.mktemp("claims") / "ledger", all_sides())


def asked(warehouse: Path, query: str) -> list[tuple[Any, ...]]:
    with connect(warehouse) as connection:
        return connection.execute(query).fetchall()


NAMES = {"Arvia": ("country", "A"), "Arvian": ("nationality", "A"), "Borland": ("country", "B")}
"""Names of the articles, each with its kind and what its country's code begins with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """An article that states a figure; countries have a number, so that no two cases are about the same one."""

    article: Article
    figure: Figure
    mentions: list[Mention]
    number: int


def sides_of(name: str, case: Pair, *, number: int) -> Iterator[Side]:
    """Write two articles that state a case's figures, of a country that no other case has."""
    for side, given in enumerate(case[:2]):
        told = {**BILLIONS, **YEAR, "measure": "exports", "of": "Arvia", **given}
        article, figure = stated(told, 2 * number + side, name=name)
        named = [word for word in told["of"].split() if word in NAMES]
        yield Side(article=article, figure=figure, mentions=[named_in(article, word) for word in named], number=number)


def named_in(article: Article, word: str) -> Mention:
    at = re.search(rf"\b{word}\b", article.text)
    assert at
    found = {"article_id": article.article_id, "start_char": at.start(), "end_char": at.end(), "text": word}
    return filled(Mention, **found, rule="test", kind="place", name=word)


OWN = ("of", "toward", "before", "around", "behind", "after")
"""What a case says of the text around its figure, and of the days that its article is later."""


def stated(given: dict[str, Any], number: int, *, name: str) -> tuple[Article, Figure]:
    """Write an article that states a figure."""
    own = {"toward": "", "before": "", "around": "as is known", "behind": "there", "after": 0} | {
        key: given[key] for key in OWN if key in given
    }
    text = (
        f"{name}\n\nOf {own['toward']}{own['of']} it was told, {own['around']}, "
        f"that it was {own['before']} {given['text']} {own['behind']}, item {number}.\n"
    )
    made = make_article(number + 1, published_on=DAY + timedelta(days=own["after"]))
    article = replace(
        made, text=text, text_sha256=made.content_sha256, headline=name, publication=None,
        body_start_char=len(name) + 2, body_end_char=len(text) - 1,
    )  # fmt: skip
    owner = span(article, own["of"])
    columns = {key: value for key, value in given.items() if key not in OWN and key != "text"}
    columns |= {key: Decimal(str(given[key])) for key in ("value", "value_high") if key in given}
    measured = text.find(str(given["measure"]), len(name))
    if measured >= 0:
        columns |= {"measure_start_char": measured, "measure_end_char": measured + len(str(given["measure"]))}
    sure = {"measure_confidence": 0.9, "measured_of_confidence": 0.9, "period_confidence": 0.9}
    figure = filled(
        Figure,
        **{**span(article, given["text"]), **sure, **columns},
        measured_of=own["of"],
        measured_of_start_char=owner["start_char"],
        measured_of_end_char=owner["end_char"],
    )
    return article, figure


def published(folder: Path, sides: list[Side]) -> Path:
    """Land and publish articles, figures, mentions and entities."""
    links = [
        MentionEntity(mention_id=mention.key, entity_id=f"{mention.name} {side.number}")
        for side in sides
        for mention in side.mentions
    ]
    counts = Counter(link.entity_id for link in links)
    entities = [
        filled(Entity, entity_id=key, kind=kind, name=key, country_code=f"{code}{key.split()[1]}", mention_count=count)
        for key, count in counts.items()
        for kind, code in [NAMES[key.split()[0]]]
    ]
    rows: dict[type[Record], list[Any]] = {Entity: entities, MentionEntity: links}
    with open_ledger(folder) as opened:
        opened.land(
            {
                "articles": table_of(Article, [side.article for side in sides]),
                "figures": table_of(Figure, [side.figure for side in sides]),
                "mentions": table_of(Mention, [mention for side in sides for mention in side.mentions]),
            }
        )
        opened.replace_corpus(
            {record.table: to_arrow(record, [row.as_row() for row in rows.get(record, ())]) for record in CORPUS_TABLES}
        )
    catalogue.publish(folder)
    return folder
