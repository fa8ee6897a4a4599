"""What a condition selects: which tables it is applied to, that the star stays closed, and what is refused."""

from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.support.ledger_rows import filled, make_article, make_shard, span, table_of
from tests.support.warehouse_rows import rows
from warehouse.catalogue import catalogue
from warehouse.export.condition import read_condition
from warehouse.export.relations import DEFAULT_TABLES, find_relations
from warehouse.export.selection import Selection, select
from warehouse.folder.errors import QueryError
from warehouse.ledger.ledger import open_ledger
from warehouse.ledger.schemas import to_arrow
from warehouse.records import (
    CORPUS_TABLES,
    STAR,
    Entity,
    Figure,
    Mention,
    MentionEntity,
    Quotation,
)

FIRST = make_article(1, published_on=date(1998, 10, 23))
SECOND = make_article(2, published_on=date(1999, 3, 2))
LANDS = [filled(Mention, **span(article, "Kazakstan"), kind="place", name="Kazakstan") for article in (FIRST, SECOND)]
FIGURES = [
    filled(Figure, **span(FIRST, "US$6.5 billion"), kind="money", value=Decimal("6500000000"), unit="USD"),
    filled(Figure, **span(SECOND, "12 percent"), kind="percent", value=Decimal(12), unit="percent"),
]
SAID = filled(
    Quotation, **span(SECOND, "Item 2"), style="direct", speaker="Kazakstan", is_hedged=False, is_negated=False
)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("condition") / "ledger"
    with open_ledger(folder) as opened:
        opened.land(
            {
                **make_shard([FIRST, SECOND]),
                "mentions": table_of(Mention, LANDS),
                "figures": table_of(Figure, FIGURES),
                "quotations": table_of(Quotation, [SAID]),
            }
        )
        corpus = {
            Entity: [filled(Entity, entity_id=key, kind="country", name=key, mention_count=1) for key in ("kz", "old")],
            MentionEntity: [
                MentionEntity(mention_id=mention.key, entity_id=key)
                for mention, key in zip(LANDS, ("old", "kz"), strict=True)
            ],
        }
        opened.replace_corpus(
            {
                record.table: to_arrow(record, [row.as_row() for row in corpus.get(record, ())])
                for record in CORPUS_TABLES
            }
        )
    catalogue.publish(folder)
    return folder


def selected(warehouse: Path, condition: str | None, tables: tuple[str, ...] = DEFAULT_TABLES) -> dict[str, Selection]:
    with catalogue.connect(warehouse) as connection:
        relations = find_relations(connection, tables)
        read = None if condition is None else read_condition(connection, condition)
        return {selection.relation.label: selection for selection in select(connection, relations, read)}


def applied_to(warehouse: Path, condition: str, tables: tuple[str, ...] = DEFAULT_TABLES) -> set[str]:
    return {name for name, selection in selected(warehouse, condition, tables).items() if selection.rows == "filtered"}


def keys(warehouse: Path, selection: Selection) -> list[object]:
    return [key for (key,) in rows(warehouse, f"FROM ({selection.sql}) SELECT {STAR[selection.relation.name].key}")]


EVERY_FACT = {
    "fct_figure_entities",
    "fct_figures",
    "fct_mentions",
    "fct_quotations",
    "fct_citations",
    "fct_derived_figures",
    "fct_claim_figures",
    "fct_claim_pairs",
}

OF_UNITS = {"fct_figures", "fct_derived_figures", "fct_claim_figures", "figures"}

APPLIED = {
    "a column of some": ("unit = 'USD'", OF_UNITS),
    "a column of all": (
        "published_on >= DATE '1999-01-01'",
        EVERY_FACT | {"articles", "mentions", "figures", "citations"},
    ),
    "two columns": ("kind = 'money' AND value > 1e9", {"fct_figures", "fct_derived_figures", "figures"}),
    "in capitals": ("UNIT = 'USD'", OF_UNITS),
    "quoted": ("\"unit\" = 'USD'", OF_UNITS),
    "with the table before it": ("fct_figures.kind = 'money'", {"fct_figures"}),
    "with schema and table before it": ("marts.fct_figures.kind = 'money'", {"fct_figures"}),
    "ended by a comment": ("outlet = 'Itar-Tass' -- the agency", {"citations"}),
    "a word of SQL's that is no column": ("published_on < current_date AND unit = 'USD'", OF_UNITS),
    "a lambda's parameter": (
        "len(list_filter([unit], lambda word: word = 'USD')) = 1",
        OF_UNITS,
    ),
    "a subquery's columns are its own": (
        "article_id IN (SELECT article_id FROM articles WHERE headline IS NOT NULL AND volume = 5)",
        EVERY_FACT | {"articles", "mentions", "figures", "citations"},
    ),
    "a dimension asked through a subquery": (
        "unit_id IN (SELECT unit_id FROM marts.dim_unit WHERE unit_kind = 'currency')",
        {"fct_figures", "fct_derived_figures"},
    ),
}


@pytest.mark.parametrize(("condition", "tables"), APPLIED.values(), ids=APPLIED)
def test_select_applies_a_condition_to_every_table_that_has_its_columns(
    warehouse: Path, condition: str, tables: set[str]
) -> None:
    found = applied_to(warehouse, condition)
    assert found - {"fct_derived_figures"} == tables - {"fct_derived_figures"}


@pytest.mark.parametrize(
    ("condition", "tables"),
    [
        ("kind = 'country'", ("dim_entity",)),
        ("publication = 'Monitor'", ("dim_article",)),
        ("unit = 'USD'", ("dim_unit", "fct_mentions")),  # no mention leads to a unit
    ],
)
def test_select_applies_a_condition_to_dimensions_that_nothing_leads_to(
    warehouse: Path, condition: str, tables: tuple[str, ...]
) -> None:
    assert tables[0] in applied_to(warehouse, condition, tables)


@pytest.mark.parametrize("condition", [case[0] for case in APPLIED.values()] + ["unit = 'no such unit'"])
def test_select_keeps_the_star_closed_and_no_row_that_nothing_leads_to(warehouse: Path, condition: str) -> None:
    found = selected(warehouse, condition)
    led_to: dict[str, set[object]] = {name: set() for mart in STAR.values() for name in mart.links.values()}
    for name, mart in STAR.items():
        for column, dimension in mart.links.items():
            led_to[dimension] |= {key for (key,) in rows(warehouse, f"FROM ({found[name].sql}) SELECT {column}")}
    for dimension, wanted in led_to.items():
        unknown: set[object] = {-1 if dimension == "dim_date" else "unknown"} if dimension.startswith("dim_") else set()
        assert Counter(keys(warehouse, found[dimension])) == Counter(wanted | unknown), dimension


def test_select_takes_only_dimensions_rows_that_the_filtered_facts_lead_to(warehouse: Path) -> None:
    found = selected(warehouse, "unit = 'USD'", ("fct_figures", "dim_unit", "dim_article", "dim_date", "dim_entity"))
    assert [rows(warehouse, f"FROM ({found[name].sql}) SELECT count(*)")[0][0] for name in found] == [1, 2, 2, 2, 1]
    assert set(keys(warehouse, found["dim_article"])) == {FIRST.article_id, "unknown"}
    assert set(keys(warehouse, found["dim_date"])) == {19981023, -1}


def test_select_without_a_condition_takes_every_row(warehouse: Path) -> None:
    for name, selection in selected(warehouse, None).items():
        assert rows(warehouse, f"({selection.sql}) EXCEPT ALL FROM marts.{name}") == []
        assert rows(warehouse, f"FROM marts.{name} EXCEPT ALL ({selection.sql})") == []


REFUSED = {
    "not closed": ("kind = 'money", "is no SQL condition: unterminated"),
    "nothing": ("", "is no SQL condition"),
    "no column": ("1 = 1", "names no column"),
    "of all columns": ("COLUMNS(*) IS NOT NULL", "names no column"),
    "misspelt": ("unti = 'USD'", "No exported table has a column 'unti': close names are unit"),
    "misspelt beside a right one": ("kind = 'money' AND valeu > 1", "a column 'valeu': close names are value"),
    "like nothing": ("zzzzzz = 1", "lists the columns of one"),
    "of a dimension": ("unit_kind = 'currency'", r"Filter the facts: --where \"unit_id IN \(SELECT unit_id FROM marts"),
    "of two tables": ("unit = 'USD' AND outlet = 'x'", "outlet is in marts.dim_outlet, marts.citations"),
    "of another type": ("value LIKE '6%'", "does not fit marts.fct_figures"),
    "no truth value": ("start_char", "It gives BIGINT, not true or false"),
    "an aggregate": ("count(*) > 1 AND unit = 'x'", "does not fit marts.fct_figures"),
    "a subquery without its column": (
        "article_id IN (SELECT nothing FROM articles)",
        "does not fit marts",
    ),
    "closing what it did not open": ("kind = 'money') OR (1 = 1", "is no SQL condition"),
    "more than a condition": ("unit = 'USD' LIMIT 3", "is no SQL condition"),
    "more than a condition, in parentheses": ("unit = 'USD') LIMIT (3", "is not one SQL condition"),
    "two": ("unit = 'USD', kind = 'money'", "It gives TUPLE.*not true or false"),
    "two, in parentheses": ("unit = 'USD'), (kind = 'money'", "is not one SQL condition"),
    "another query": ("true) FROM articles WHERE (issue = 1", "is not one SQL condition"),
    "a statement": ("unit = 'USD'); COPY articles TO ('x.csv'", "SQL condition"),
    "a parameter": ("unit = ?", "is not one SQL condition"),
    "chance": ("random() < 0.5 AND unit = 'USD'", r"random\(\) gives other rows each time"),
    "chance in a subquery": ("unit IN (SELECT unit FROM figures WHERE random() < 0.5)", "gives other rows each time"),
    "a sample": ("unit IN (SELECT unit FROM figures USING SAMPLE 10%)", "a sample gives other rows each time"),
}


@pytest.mark.parametrize(("condition", "words"), REFUSED.values(), ids=REFUSED)
def test_select_refuses_what_is_no_condition_on_what_is_exported(warehouse: Path, condition: str, words: str) -> None:
    with pytest.raises(QueryError, match=words):
        selected(warehouse, condition)


FOUND = {
    "a mart": ("figures", "marts.figures"),
    "a table of the ledger": ("main.figures", "main.figures"),
    "a table that is no mart": ("rejections", "main.rejections"),
    "a view that answers a question": ("Countries_By_Month", "main.countries_by_month"),
    "as it is stored": ("internal.figures", "internal.figures"),
    "of the catalogue": ("state", "internal.state"),
}


@pytest.mark.parametrize(("name", "sql"), FOUND.values(), ids=FOUND)
def test_find_relations_takes_marts_before_the_ledger(warehouse: Path, name: str, sql: str) -> None:
    with catalogue.connect(warehouse) as connection:
        assert [relation.sql for relation in find_relations(connection, [name, name])] == [sql]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("figurs", "Close names are .*marts.figures"),
        ("", "SHOW ALL TABLES"),
        ("'; --", "no table or view"),
    ],
)
def test_find_relations_offers_close_names(warehouse: Path, name: str, words: str) -> None:
    with catalogue.connect(warehouse) as connection, pytest.raises(QueryError, match=words):
        find_relations(connection, [name])
