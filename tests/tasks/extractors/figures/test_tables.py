"""Numbers laid out in rows: the scale and unit of their heading, and what their row says of them."""

import re
from datetime import date
from decimal import Decimal

import pytest

from tasks.extractors.figures.tables.finding import cells_in
from tasks.formats.article import bare_article
from tasks.resolvers.findings import extract
from warehouse.records import Figure, Rejection

LIST = """Lower Thule sold more fish in March 1997, its statistics office said.

Landings in thousands of tonnes, with those of March 1996 in brackets, were:

Cod 41.2 (39.8), herring 12.0 (nil) and capelin 7.5 (8.1)

Shrimp 3.4 (2.9), all of it frozen.

The fleet had 212 boats."""

COLUMNS = """The ministry gave these stocks of the island's ports in mln bushels:

March 1997   April 1997

Winter wheat    14.5      13.2

Spring barley    6.1       5.8

About 30 ships were waiting."""

BALANCE = """The central bank of Lower Thule gave the main items of its balance (in billions of francs):

Gold reserves 218.3

Foreign exchange 96.4

Notes in circulation 205.7"""

EARNINGS = """Year ended March 31, 1997

Oper shr profit 46 cts vs loss 38 cts

Net 1,234,000 vs 987,000

Revs 12.3 mln vs 10.1 mln"""

Said = tuple[str, int | str, str | None, str | None, str | None]


def found_in(text: str) -> list[Figure | Rejection]:
    article = bare_article(text, article_id="case", published_on=date(1997, 5, 6))
    found = extract(article, only=frozenset({"figures"}))
    return [*found.facts["figures"], *found.rejections]  # type: ignore[list-item]


def said_in(text: str) -> list[Said]:
    figures = [row for row in found_in(text) if isinstance(row, Figure)]
    return [(one.text, str(one.value), one.unit, one.measure, period_of(one)) for one in figures]


def period_of(figure: Figure) -> str | None:
    start, end = figure.period_start_on, figure.period_end_on
    return f"{start}..{end}" if start and end else None


MARCH, YEAR_BEFORE = "1997-03-01..1997-03-31", "1996-03-01..1996-03-31"


RATES = """The bank of Lower Thule set its rates on Tuesday.

Deposit rate{gap}3.25 percent
Lending rate{gap}4.50 percent

Discount rate{gap}2.75 percent

Its reserves rose by 4 percent."""


@pytest.mark.parametrize("gap", ["  ", "    ", "\t"], ids=["two spaces", "four spaces", "a tab"])
def test_rows_of_one_amount_are_measured_by_their_names(gap: str) -> None:
    assert [(text, measure) for text, _, _, measure, _ in said_in(RATES.format(gap=gap))] == [
        ("3.25 percent", "Deposit rate"),
        ("4.50 percent", "Lending rate"),
        ("2.75 percent", "Discount rate"),
        ("4 percent", "reserves"),
    ]


SHARES = """Two parties of Lower Thule won most of the votes in May 1997.

{heads}

Fishers  41.5 percent  $3 million
Farmers  38.2 percent  $2 million

Its reserves rose by 4 percent."""


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ("Party  Share of votes  Cost", ["Share of votes", "Cost"]),
        ("Share of votes  Cost", ["Share of votes", "Cost"]),
        ("May 1997  June 1997", ["Fishers", "Fishers"]),
        ("These are the results", [None, None]),
    ],
)
def test_columns_are_measured_by_their_heads_or_by_their_rows(heads: str, expected: list[str | None]) -> None:
    rows = said_in(SHARES.format(heads=heads))
    found = [row for row in rows if row[0] in {"41.5 percent", "$3 million"}]
    assert [measure for _, _, _, measure, _ in found] == expected
    assert ("1997-06-01..1997-06-30" in [period for *_, period in found]) == ("June" in heads)


def test_columns_take_their_times_from_heads_beside_that_of_the_labels() -> None:
    headed = COLUMNS.replace("March 1997   April 1997", "Grain   March 1997   April 1997")
    assert headed != COLUMNS
    assert said_in(headed) == said_in(COLUMNS)


def test_columns_that_tabs_divide_are_read_like_those_that_spaces_do() -> None:
    assert said_in(re.sub(" {2,}", "\t", COLUMNS)) == said_in(COLUMNS)


def test_lists_take_scale_unit_and_times_from_their_heading() -> None:
    rows = said_in(LIST)
    assert rows[:7] == [
        ("41.2", "41200", "tonne", "Cod", MARCH),
        ("39.8", "39800", "tonne", "Cod", YEAR_BEFORE),
        ("12.0", "12000", "tonne", "herring", MARCH),
        ("7.5", "7500", "tonne", "capelin", MARCH),
        ("8.1", "8100", "tonne", "capelin", YEAR_BEFORE),
        ("3.4", "3400", "tonne", "Shrimp", MARCH),
        ("2.9", "2900", "tonne", "Shrimp", YEAR_BEFORE),
    ]
    assert rows[7][:3] == ("212", "212", "boat"), "what follows a list has its own unit"


def test_columns_take_their_times_from_the_line_over_them() -> None:
    april = "1997-04-01..1997-04-30"
    assert said_in(COLUMNS)[:4] == [
        ("14.5", "14500000", "bushel", "Winter wheat", MARCH),
        ("13.2", "13200000", "bushel", "Winter wheat", april),
        ("6.1", "6100000", "bushel", "Spring barley", MARCH),
        ("5.8", "5800000", "bushel", "Spring barley", april),
    ]


def test_rows_without_brackets_take_the_scale_of_their_heading() -> None:
    rows = [row for row in found_in(BALANCE) if isinstance(row, Figure)]
    assert [row.value for row in rows] == [Decimal("218.3e9"), Decimal("96.4e9"), Decimal("205.7e9")]
    assert {row.kind for row in rows} == {"money"}
    assert [row.measure for row in rows] == ["Gold reserves", "Foreign exchange", "Notes in circulation"]


def test_rows_with_vs_are_of_the_year_over_them_and_of_the_one_before() -> None:
    this, last = "1996-04-01..1997-03-31", "1995-04-01..1996-03-31"
    assert said_in(EARNINGS) == [
        ("46 cts", "0.46", "USD", "Oper shr profit", this),
        ("38 cts", "0.38", "USD", "loss", last),
        ("1,234,000", "1234000", None, "Net", this),
        ("987,000", "987000", None, "Net", last),
        ("12.3 mln", "12300000", None, "Revs", this),
        ("10.1 mln", "10100000", None, "Revs", last),
    ]


def test_a_scale_that_cannot_be_read_with_its_unit_refuses_the_numbers() -> None:
    text = BALANCE.replace("billions of francs", "billions of glorks")
    rows = [row for row in found_in(text) if "understood" in getattr(row, "reason", "")]
    assert len(rows) == 3
    assert not [row for row in found_in(text) if isinstance(row, Figure)]


NO_TABLES = [
    ("In thousands of homes the lights went out. Boats 5, cars 7.", "homes are no unit"),
    ("It paid in dollars, and its exports rose 5,000 (4,000), then fell.", "a sentence"),
    ("All are in tonnes except silver, which is in ounces:\n\nLead 20 (30), silver 7 (8)", "a heading with exceptions"),
    ("Stocks in tonnes, prices in dollars:\n\nEllis    20    30\n\nHaven    7    8", "columns of two units"),
]


@pytest.mark.parametrize(("text", "reason"), NO_TABLES)
def test_what_is_no_table_for_certain_is_read_as_prose(text: str, reason: str) -> None:
    figures = [row for row in found_in(text) if isinstance(row, Figure)]
    assert not [row for row in figures if row.rule == "tabled"], reason


TRADE = """Its trade fell, the ministry of Lower Thule said.

{heading}

               1996      1997
Norway        1,240       980
Iceland         310       455"""


@pytest.mark.parametrize(
    ("heading", "first", "unit"),
    [
        ("Exports of fish (in millions of dollars)", "1240000000", "USD"),
        ("Exports of fish, $ million", "1240000000", "USD"),
        ("Exports of fish (US$ bn)", "1240000000000", "USD"),
        ("Exports of fish, thousand tons", "1240000", "ton"),
        ("Exports of fish, %", "1240", "percent"),
    ],
)
def test_a_title_with_a_unit_says_what_all_its_rows_measure(heading: str, first: str, unit: str) -> None:
    rows = said_in(TRADE.format(heading=heading))
    assert rows[0] == ("1,240", first, unit, "Exports of fish", "1996-01-01..1996-12-31")
    assert [row[0] for row in rows] == ["1,240", "980", "310", "455"]
    assert {row[3] for row in rows} == {"Exports of fish"}


PARTNERS = """Trade of Lower Thule by partner (in millions of dollars):

Country       Exports   Imports   Balance
Norway          1,240       980       260
Iceland           310       455      -145
Denmark           520       610      (90)
Sweden              -        40       n.a."""


def test_columns_under_heads_that_are_no_times_are_measured_by_these() -> None:
    rows = [row for row in found_in(PARTNERS) if isinstance(row, Figure)]
    said = [(row.text, row.measure, row.measured_of) for row in rows]
    assert said[:3] == [("1,240", "Exports", "Norway"), ("980", "Imports", "Norway"), ("260", "Balance", "Norway")]
    assert said[-1] == ("40", "Imports", "Sweden")
    assert {row.unit for row in rows} == {"USD"}


@pytest.mark.parametrize("number", ["145", "90"])
def test_numbers_that_may_be_below_nought_are_refused(number: str) -> None:
    assert number not in [row.text for row in found_in(PARTNERS) if isinstance(row, Figure)]
    assert [
        row for row in found_in(PARTNERS) if f"'{number}' was not read: it is in brackets or has a sign" in reason(row)
    ]


OWNED = """Loans are due by March 1998, the bank said.

{title} (in millions of dollars)

Ships          14
Norsk Hydro     9"""


def test_rows_are_of_the_place_that_their_title_names_and_not_of_a_time_to_come() -> None:
    rows = [row for row in found_in(OWNED.format(title="Spending of Norway")) if isinstance(row, Figure)]
    assert [(row.text, row.measure, row.measured_of) for row in rows] == [
        ("14", "Ships", "Norway"),
        ("9", "Spending of Norway", "Norsk Hydro"),
    ]
    assert {row.period_start_on for row in rows} == {None}


UNREAD = [
    (
        "| Port | 1996 | 1997 |\n|---|---|---|\n| Haven | 12.4 | 13.0 |\n| Ellis | 3.1 | 2.9 |",
        ["12.4", "13.0", "3.1", "2.9"],
    ),
    ("Haven    12.4    13.0", ["12.4", "13.0"]),
    ("Haven 120*\nEllis 900\nMoss 300 (est.)", ["120", "900", "300"]),
    (
        "Port      1996    1997   Change\nHaven      120     135    12.5%\nEllis       80      72   -10.0%",
        ["120", "135"],
    ),
]


@pytest.mark.parametrize(("rows", "numbers"), UNREAD, ids=["bars", "one row", "marks", "columns of two units"])
def test_rows_below_a_scale_that_are_not_understood_are_refused(rows: str, numbers: list[str]) -> None:
    found = found_in(f"Landings fell in Lower Thule.\n\nLandings (in thousands of tons)\n\n{rows}\n")
    assert not {row.text for row in found if isinstance(row, Figure)} & set(numbers)
    for number in numbers:
        assert [
            row for row in found if f"'{number}' was not read: it stands below a heading with a scale" in reason(row)
        ]


def test_sentences_behind_a_scale_are_read_as_sentences() -> None:
    rows = said_in("The fleet reports in millions of dollars.\n\nIt has 300 boats in Haven and 12 in Ellis.")
    assert [row[:3] for row in rows] == [("300", "300", "boat"), ("12", "12", None)]


def test_the_day_on_which_a_table_was_given_out_is_not_that_of_its_numbers() -> None:
    said = "The bank published its accounts on Monday.\n\nIn billions of francs; {behind}\n{rows}"
    rows = said_in(said.format(behind="1996 in brackets", rows="Gold 2.4 (1.9)\nAssets 310.5 (298.2)\n"))
    assert [row[4] for row in rows] == [None, "1996-01-01..1996-12-31"] * 2


def reason(row: Figure | Rejection) -> str:
    return row.reason if isinstance(row, Rejection) else ""


@pytest.mark.parametrize("text", [LIST, COLUMNS, BALANCE, EARNINGS, PARTNERS])
def test_cells_are_numbers_and_labels_of_the_text(text: str) -> None:
    cells = cells_in(text, 0, len(text))
    assert cells
    for cell in cells:
        assert text[cell.label_start_char].isalpha()
        assert cell.label_end_char <= cell.start_char < cell.end_char <= len(text)
