"""The star: what each fact and dimension says of articles of our own making, and that its proof notices what is off."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from tests.support.ledger_rows import filled, make_shard
from tests.support.star_rows import FIRST, make_star
from warehouse.catalogue import catalogue
from warehouse.catalogue.reader import connect
from warehouse.ledger.head import published_head
from warehouse.ledger.ledger import open_ledger
from warehouse.proofs.star import prove_star
from warehouse.records import STAR, Article
from warehouse.views.claims import make_claims
from warehouse.views.relations import mart_meanings, mart_query
from warehouse.views.workspace import create_marts, workspace


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_star(tmp_path_factory.mktemp("star") / "ledger")


def asked(warehouse: Path, query: str) -> list[tuple[object, ...]]:
    with connect(warehouse) as connection:
        return connection.execute(query).fetchall()


QUESTIONS = {
    "a figure with its dimensions": (
        """
        SELECT value, value_decimal, unit_label, unit_kind, dim_entity.name, status, is_change, month_label, headline
        FROM marts.fct_figures
        JOIN marts.dim_unit USING (unit_id)
        JOIN marts.dim_entity USING (entity_id)
        JOIN marts.dim_date USING (date_key)
        JOIN marts.dim_article USING (article_id)
        WHERE dim_entity.name <> 'unknown'
        """,
        [
            (
                6.5e9,
                Decimal("6500000000.0000"),
                "USD",
                "currency",
                "Kazakstan",
                "actual",
                False,
                "1998-10",
                "Trade grows",
            )
        ],
    ),
    "an inner join loses nothing": (
        """
        SELECT count(*) FROM marts.fct_figures
        JOIN marts.dim_unit USING (unit_id) JOIN marts.dim_entity USING (entity_id)
        JOIN marts.dim_date USING (date_key) JOIN marts.dim_outlet USING (outlet_id)
        """,
        [(5,)],
    ),
    "a value too large for DECIMAL(18,4) is its double alone": (
        "SELECT value, value_decimal, unit_id = unit_key FROM marts.fct_figures, "
        "(SELECT unit_id AS unit_key FROM marts.dim_unit WHERE unit_label = 'ton per day') WHERE value > 1e19",
        [(1e20, None, True)],
    ),
    "a change is told from a level": ("FROM marts.fct_figures SELECT text WHERE is_change", [("12 percent",)]),
    "a speaker is an entity": (
        "SELECT dim_entity.name FROM marts.fct_quotations JOIN marts.dim_entity ON speaker_entity_id = entity_id",
        [("Kazakstan",)],
    ),
    "a citation has an outlet and a day": (
        "SELECT DISTINCT outlet, cited.day FROM marts.fct_citations JOIN marts.dim_outlet USING (outlet_id) "
        "JOIN marts.dim_date AS cited ON cited.date_key = cited_date_key",
        [("Itar-Tass", date(1999, 3, 3))],
    ),
    "the calendar is whole": (
        "FROM marts.dim_date SELECT count(*), min(day), max(day) WHERE date_key > 0",
        [(365 * 2, date(1998, 1, 1), date(1999, 12, 31))],
    ),
    "weeks are those of ISO 8601": (
        "FROM marts.dim_date SELECT iso_year, iso_week, day_name WHERE day = DATE '1999-01-01'",
        [(1998, 53, "Friday")],
    ),
    "what follows from figures has its unit": (
        "SELECT value, unit_label FROM marts.fct_derived_figures JOIN marts.dim_unit USING (unit_id)",
        [(5.8e9, "USD")],
    ),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_star_answers(warehouse: Path, question: str) -> None:
    query, expected = QUESTIONS[question]
    assert asked(warehouse, query) == expected


def test_star_marks_duplicates(tmp_path: Path) -> None:
    copy = filled(
        Article,
        **{
            **{name: getattr(FIRST, name) for name in ("text", "text_sha256", "content_sha256", "body_end_char")},
            "article_id": "0000copy",
            "source": "copy.txt",
        },
    )
    with open_ledger(tmp_path / "ledger") as opened:
        opened.land(make_shard([FIRST, copy]))
    catalogue.publish(tmp_path / "ledger")
    query = "FROM marts.fct_figures SELECT is_duplicate, count(*) GROUP BY ALL ORDER BY ALL"
    assert asked(tmp_path / "ledger", query) == [(False, 2), (True, 2)]


@pytest.mark.parametrize("mart", STAR)
def test_star_has_flat_columns_that_are_all_described(warehouse: Path, mart: str) -> None:
    columns = asked(warehouse, f"DESCRIBE marts.{mart}")
    assert {name for name, *_ in columns} <= mart_meanings(mart).keys()
    assert STAR[mart].columns.keys() | STAR[mart].links.keys() | {STAR[mart].key} <= {name for name, *_ in columns}
    assert {kind.partition("(")[0] for _, kind, *_ in columns} <= {
        "VARCHAR",
        "BIGINT",
        "INTEGER",
        "DOUBLE",
        "BOOLEAN",
        "DATE",
        "DECIMAL",
    }


def test_star_names_files_by_what_the_user_named_and_not_by_the_machine(warehouse: Path) -> None:
    with connect(warehouse) as connection:
        sources = connection.execute("FROM marts.dim_article SELECT source WHERE article_id <> 'unknown'").fetchall()
        of_machine = connection.execute(
            "FROM duckdb_columns() SELECT table_name WHERE schema_name = 'marts' AND column_name = 'source_path'"
        ).fetchall()
    assert sources
    assert not [source for (source,) in sources if Path(source).is_absolute()]
    assert of_machine == [("articles",)]


def test_prove_star_finds_nothing_in_a_sound_one(warehouse: Path) -> None:
    with connect(warehouse) as connection:
        assert list(prove_star(connection)) == []


SPOILED = {
    "a link to nothing": ("fct_figures", "SELECT * REPLACE ('gone' AS entity_id)", "leads to no row of dim_entity"),
    "a key twice": ("dim_outlet", "SELECT * REPLACE ('same' AS outlet_id)", "more than once"),
    "no row for what is not known": ("dim_entity", "SELECT * WHERE entity_id <> 'unknown'", "not known is missing"),
}


@pytest.mark.parametrize("spoiled", SPOILED)
def test_prove_star_notices(warehouse: Path, spoiled: str) -> None:
    mart, query, reason = SPOILED[spoiled]
    with workspace(warehouse, published_head(warehouse)) as connection:
        create_marts(connection, warehouse / "marts")
        connection.execute(f"CREATE OR REPLACE VIEW marts.{mart} AS FROM ({mart_query(mart)}) {query}")
        assert any(reason in fault.reason for fault in prove_star(connection))


def test_mart_queries_bring_no_order_of_their_own(warehouse: Path) -> None:
    with workspace(warehouse, published_head(warehouse)) as connection:
        make_claims(connection)
        for mart in STAR:
            (plan,) = duckdb.extract_statements(mart_query(mart))
            assert "ORDER BY" not in re.sub(r"OVER \([^)]*\)", "", plan.query.upper()), mart
            connection.execute(mart_query(mart))
