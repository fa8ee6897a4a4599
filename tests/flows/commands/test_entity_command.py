"""The card of an entity, how one is found by name or key, and the views by month that count entities."""

import io
import json
import re
from datetime import date
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner

from flows.cli import app
from flows.commands.asking.entity import bar, print_card, sparklines
from tests.support.entity_rows import ingest
from tests.support.warehouse_rows import rows
from warehouse.folder.errors import QueryError
from warehouse.reading.card import Card
from warehouse.reading.entity_card import entity_card
from warehouse.reading.nearest import close_names

RUNNER = CliRunner()
MARCH = date(1999, 3, 1)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ingest(tmp_path_factory.mktemp("entities") / "ledger", (1, 2, 3, 4, 5))


def drawn(card: Card) -> str:
    stream = io.StringIO()
    print_card(card, console=Console(width=200, file=stream))
    return stream.getvalue()


def test_entity_card_gathers_what_the_ledger_says(warehouse: Path) -> None:
    card = entity_card(warehouse, "Igor Baranov")
    assert (card.row["kind"], card.row["mention_count"]) == ("person", 2)
    assert [(row["name"], row["mentions"]) for row in card.parts["names"]] == [("Igor Baranov", 2)]
    assert [(row["role"], row["mentions"]) for row in card.parts["roles"]] == [("minister", 2)]
    assert card.parts["months"] == [{"month": MARCH, "mention_count": 2}]
    assert [(row["name"], row["articles"]) for row in card.parts["appears with"]] == [
        ("NATO", 2),
        ("Anatol Karpenko", 1),
        ("Russia", 1),
    ]
    assert card.parts["meant without a name"] == [{"phrase": "trade", "times": 1}]
    assert [row["text"] for row in card.parts["figures"]] == ["12%"]
    assert [row["text"] for row in card.parts["quotations"]] == ["Trade"]


def test_print_card_says_where_older_rows_are_left_out() -> None:
    row = {
        "name": "Riga",
        "entity_id": "a",
        "kind": "place",
        "country_code": None,
        "latitude": None,
        "mention_count": 21,
    }
    one = {"text": "a seventh of the barley of the northern districts"}
    parts = {"months": [], "names": [{"name": "Riga"}] * 20, "figures": [one] * 20, "quotations": [one] * 19}
    told = drawn(Card(row={**row, "first_seen_on": None}, parts=parts))
    titles = [line.strip() for line in told.split("\n") if line.strip().endswith(("names", "figures", "quotations"))]
    assert titles == ["names", "the latest 20 figures", "quotations"]


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("Russian", "Russia"),  # any name leads to the entity
        ("russia", "Russia"),
        ("  Igor   Baranov ", "Igor Baranov"),
        ("Karpenka", "Anatol Karpenko"),
    ],
)
def test_entity_card_finds_an_entity_by_any_name(warehouse: Path, wanted: str, name: str) -> None:
    assert entity_card(warehouse, wanted).row["name"] == name


def test_entity_card_finds_an_entity_by_the_start_of_its_key(warehouse: Path) -> None:
    ((entity_id,),) = rows(warehouse, "FROM entities SELECT entity_id WHERE name = 'NATO'")
    for length in (6, 10, 20):
        assert entity_card(warehouse, str(entity_id)[:length]).row["name"] == "NATO"


def test_entity_card_lists_several_of_one_name(warehouse: Path) -> None:
    with pytest.raises(QueryError, match="several entities") as raised:
        entity_card(warehouse, "Baranov")
    keys = re.findall(r"^  ([0-9a-f]{20})  Baranov", str(raised.value), re.MULTILINE)
    assert len(keys) == 2
    assert {entity_card(warehouse, key).row["entity_id"] for key in keys} == set(keys)


@pytest.mark.parametrize(
    ("wanted", "suggested"),
    [("Igor Baranof", "Igor Baranov"), ("Nato.", "NATO"), ("Minks", "Minsk")],
)
def test_entity_card_suggests_close_names(warehouse: Path, wanted: str, suggested: str) -> None:
    with pytest.raises(QueryError, match="No entity is called") as raised:
        entity_card(warehouse, wanted)
    assert suggested in str(raised.value)


@pytest.mark.parametrize("wanted", ["", "%", "';--", "zzzzqqqq", "\U0001f600", "x" * 5000])
def test_entity_card_refuses_what_is_no_name(warehouse: Path, wanted: str) -> None:
    with pytest.raises(QueryError, match="No entity is called"):
        entity_card(warehouse, wanted)


def test_close_names_leaves_out_what_is_far() -> None:
    assert close_names("Zyuganov", ["Ziuganov", "Minsk", "NATO"]) == ["Ziuganov"]


def test_print_card_shows_every_part_that_has_rows(warehouse: Path) -> None:
    text = drawn(entity_card(warehouse, "Igor Baranov"))
    for words in (
        "person",
        "2 mentions, from 1999-03-01",
        "1999    █" + " " * 11 + "2",
        "minister",
        "12%",
        "appears with",
    ):
        assert words in text
    assert "quotations" not in drawn(entity_card(warehouse, "Minsk"))
    assert "latitude 53" in drawn(entity_card(warehouse, "Minsk"))


def test_sparklines_draw_a_line_a_year_to_one_scale() -> None:
    months = {date(1998, 12, 1): 1, date(2000, 1, 1): 8, date(2000, 2, 1): 4}
    assert sparklines(months) == [
        "1998  " + " " * 11 + "▁  1",
        "1999  " + " " * 12 + "  0",
        "2000  █▄" + " " * 10 + "  12",
    ]
    assert sparklines({}) == []


@pytest.mark.parametrize(("count", "expected"), [(0, " "), (1, "▁"), (50, "▄"), (51, "▅"), (100, "█")])
def test_bar_is_blank_only_for_none(count: int, expected: str) -> None:
    assert bar(count, most=100) == expected


def test_entity_mentions_by_month_counts_all_names(warehouse: Path) -> None:
    found = rows(
        warehouse, "FROM entity_mentions_by_month SELECT month, mention_count, article_count WHERE name = 'Russia'"
    )
    assert found == [(MARCH, 2, 2)]


def test_countries_by_month_counts_capitals_apart(warehouse: Path) -> None:
    found = rows(warehouse, "FROM countries_by_month SELECT * ORDER BY country_code")
    assert found == [("BY", None, MARCH, 0, 1, 1), ("RU", "Russia", MARCH, 2, 0, 2)]


def test_entity_co_mentions_by_month_has_each_pair_once(warehouse: Path) -> None:
    query = "FROM entity_co_mentions_by_month SELECT name, other_name, month, article_count"
    found = {(frozenset({str(name), str(other)}), month, count) for name, other, month, count in rows(warehouse, query)}
    assert (frozenset({"Igor Baranov", "NATO"}), MARCH, 2) in found
    assert (frozenset({"Russia", "Minsk"}), MARCH, 1) in found
    assert rows(warehouse, "FROM entity_co_mentions_by_month SELECT count(*) WHERE entity_id >= other_entity_id") == [
        (0,)
    ]


def test_entity_command_prints_the_card_or_what_is_wrong(warehouse: Path) -> None:
    done = RUNNER.invoke(app, ["entity", "NATO", "--warehouse", str(warehouse)])
    assert done.exit_code == 0
    assert "organization" in done.stdout
    done = RUNNER.invoke(app, ["entity", "Igor Baranov", "--warehouse", str(warehouse), "--format", "json"])
    card = json.loads(done.stdout)
    assert (card["name"], card["kind"], card["mention_count"]) == ("Igor Baranov", "person", 2)
    assert card["months"] == [{"month": "1999-03-01", "mention_count": 2}]
    assert card["figures"][0]["value"] == 12
    assert {row["name"] for row in card["appears_with"]} == {"NATO", "Anatol Karpenko", "Russia"}
    done = RUNNER.invoke(app, ["entity", "Nobody", "--warehouse", str(warehouse)])
    assert done.exit_code == 1
    assert "No entity is called" in done.stderr
