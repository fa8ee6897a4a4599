"""Every format read back: the rows of the query, with every digit, every day and every character."""

import csv
import dataclasses
import json
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest

from tests.support.ledger_rows import filled, make_article, make_derived, make_run, make_shard, span, table_of
from tests.support.warehouse_rows import rows
from warehouse.catalogue import catalogue
from warehouse.export import workbook
from warehouse.export.export import WRITERS, Order, export
from warehouse.export.relations import DEFAULT_TABLES, all_relations
from warehouse.export.selection import order_of
from warehouse.folder import layout
from warehouse.folder.errors import QueryError
from warehouse.ledger.ledger import open_ledger
from warehouse.records import DerivedFigure, Figure, Quotation, Run

Rows = list[tuple[object, ...]]

PLAIN = make_article(1, published_on=date(1998, 10, 23))
ODD = dataclasses.replace(
    make_article(2),
    headline='=1+1, "quoted"; https://a.example\r\nnext line\ttab \x01 _x0041_ <r>&amp;</r> 😀',
    byline="  spaces around  ",
    trailing_headline="",
    published_on=None,
    issue=2**53 + 1,
)
DIGITS = Decimal("12345678901234567890123456789.123456789")
HUGE = filled(
    Figure, **span(ODD, "March 3"), kind="count", value=DIGITS, value_high=DIGITS.copy_negate(), unit="NULL", per="day"
)
EARLY = {"period_start_on": date(1899, 12, 31), "period_end_on": date(1900, 3, 1)}
TINY = filled(Figure, **span(ODD, "Item 2"), kind="count", value=Decimal("0.000000001"), unit="", **EARLY)
SAID = filled(
    Quotation, **span(PLAIN, "Item 1"), style="direct", speaker="Kazakstan", is_hedged=False, is_negated=False
)
EMPTY = {
    "entity_mentions_by_month",
    "marts.dim_entity",
    "marts.fct_figure_entities",
    "marts.fct_claims",
    "marts.fct_claim_figures",
    "marts.fct_claim_pairs",
}
TABLES = (*DEFAULT_TABLES, "main.figures", "runs", "entity_mentions_by_month", "internal.articles")


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export") / "ledger"
    with open_ledger(folder) as opened:
        opened.land(make_shard([PLAIN, ODD]))
        opened.land(
            {
                "figures": table_of(Figure, [HUGE, TINY]),
                "quotations": table_of(Quotation, [SAID]),
                "derived_figures": table_of(DerivedFigure, [make_derived(PLAIN)]),
                "runs": table_of(Run, [make_run("r1")]),
            }
        )
    catalogue.publish(folder)
    return folder


def expected(warehouse: Path, table: str) -> Rows:
    """The rows of a table in the order in which they are exported."""
    with catalogue.connect(warehouse) as connection:
        name = table if "." in table else f"main.{table}"
        return rows(warehouse, f"FROM {name} ORDER BY {order_of(all_relations(connection)[name])}")


def label(table: str) -> str:
    return {"main.figures": "main_figures", "internal.articles": "internal_articles"}.get(
        table, table.rpartition(".")[2]
    )


def digits(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def moment(value: datetime) -> str:
    return f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"


def as_text(value: object) -> object:
    if isinstance(value, Decimal):
        return digits(value)
    if isinstance(value, datetime):
        return moment(value)
    return value.isoformat() if isinstance(value, date) else value


def in_csv(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(as_text(value))


def in_json(value: object) -> object:
    if isinstance(value, float):
        return Decimal(repr(value))
    return value if isinstance(value, Decimal) else as_text(value)


def in_workbook(value: object) -> object:
    """What a cell holds: a day from March 1900 on as one, a number where its digits are kept, else text."""
    if isinstance(value, date) and not isinstance(value, datetime) and value >= date(1900, 3, 1):
        return datetime(value.year, value.month, value.day)  # noqa: DTZ001 (a spreadsheet's days have no zone)
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        text = digits(value) if isinstance(value, Decimal) else str(value)
        is_kept = len(text.strip("-0").replace(".", "").strip("0")) <= 15
        return Decimal(str(value)) if is_kept else f"{value:f}" if isinstance(value, Decimal) else text
    return as_text(value)


def read_parquet(folder: Path, table: str) -> Rows:
    return [tuple(row.values()) for row in pq.read_table(folder / f"{label(table)}.parquet").to_pylist()]


def read_csv(folder: Path, table: str) -> Rows:
    with (folder / f"{label(table)}.csv").open(encoding="utf-8", newline="") as stream:
        return [tuple(row) for row in csv.reader(stream)][1:]


def read_json_lines(folder: Path, table: str) -> Rows:
    lines = (folder / f"{label(table)}.jsonl").read_text(encoding="utf-8").split("\n")
    return [tuple(json.loads(line, parse_float=Decimal).values()) for line in lines if line]


def read_sqlite(folder: Path, table: str) -> Rows:
    with sqlite3.connect(folder / "export.sqlite") as database:
        return database.execute(f'SELECT * FROM "{label(table)}" ORDER BY rowid').fetchall()


def read_duckdb(folder: Path, table: str) -> Rows:
    with duckdb.connect(str(folder / "export.duckdb"), read_only=True) as database:
        database.execute("SET TimeZone = 'UTC'")
        return database.execute(f"FROM {table}").fetchall()


def read_workbook(folder: Path, table: str) -> Rows:
    from openpyxl.utils.escape import unescape

    def value(cell: object) -> object:
        if isinstance(cell, str):
            return unescape(cell)
        return Decimal(str(cell)) if isinstance(cell, int | float) and not isinstance(cell, bool) else cell

    sheet = opened_workbook(folder)[label(table)]
    return [tuple(value(cell) for cell in row) for row in sheet.iter_rows(min_row=2, values_only=True)]


@cache
def opened_workbook(folder: Path) -> Any:  # noqa: ANN401 (openpyxl has no types)
    from openpyxl import load_workbook

    return load_workbook(folder / "export.xlsx")


def same(value: object) -> object:
    return value


READERS: dict[str, tuple[Callable[[Path, str], Rows], Callable[[object], object]]] = {
    "parquet": (read_parquet, same),
    "csv": (read_csv, in_csv),
    "jsonl": (read_json_lines, in_json),
    "sqlite": (read_sqlite, as_text),
    "duckdb": (read_duckdb, same),
    "xlsx": (read_workbook, in_workbook),
}
"""How each format is read, and what it holds for a value of DuckDB's."""


@pytest.fixture(scope="module", params=WRITERS)
def exported(
    request: pytest.FixtureRequest, warehouse: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("exported") / request.param
    export(warehouse, folder, Order(format=request.param, tables=TABLES))
    return folder


@pytest.mark.parametrize("table", TABLES)
def test_export_is_read_back_as_the_rows_of_the_query(warehouse: Path, exported: Path, table: str) -> None:
    read, in_this_format = READERS[exported.name]
    there = expected(warehouse, table)
    assert there or table in EMPTY
    assert read(exported, table) == [tuple(in_this_format(value) for value in row) for row in there]


def test_export_leaves_nothing_but_its_files(exported: Path) -> None:
    manifest = json.loads((exported / "export.json").read_text(encoding="utf-8"))
    assert {path.name for path in exported.iterdir()} == {
        "export.json",
        *(table["file"] for table in manifest["tables"]),
    }
    assert (manifest["format"], manifest["condition"]) == (exported.name, None)
    assert manifest["sequence"] == 2
    assert {table["table"] for table in manifest["tables"]} == {
        "main.runs" if table == "runs" else "main.entity_mentions_by_month" if table.startswith("entity") else table
        for table in TABLES
    }


def test_export_counts_the_rows_of_each_table(warehouse: Path, exported: Path) -> None:
    manifest = json.loads((exported / "export.json").read_text(encoding="utf-8"))
    for table in manifest["tables"]:
        assert rows(warehouse, f"FROM {table['table']} SELECT count(*)") == [(table["row_count"],)]


@pytest.mark.parametrize("output_format", ["csv", "jsonl", "parquet", "sqlite"])
def test_export_of_the_same_state_gives_the_same_bytes(warehouse: Path, tmp_path: Path, output_format: str) -> None:
    for name in ("one", "two"):
        export(warehouse, tmp_path / name, Order(format=output_format))
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two


def test_export_of_csv_tells_null_from_an_empty_text(warehouse: Path, tmp_path: Path) -> None:
    export(warehouse, tmp_path / "to", Order(format="csv", tables=("figures",)))
    content = (tmp_path / "to" / "figures.csv").read_bytes()
    assert not content.startswith(b"\xef\xbb\xbf")
    read = "read_csv(?, all_varchar = true, allow_quoted_nulls = false)"
    found = duckdb.execute(
        f"SELECT unit, per FROM {read} WHERE text = 'Item 2'", [str(tmp_path / "to" / "figures.csv")]
    )
    assert found.fetchall() == [("", None)]


def test_export_to_json_lines_writes_the_digits_of_decimals(warehouse: Path, tmp_path: Path) -> None:
    export(warehouse, tmp_path / "to", Order(format="jsonl", tables=("figures",)))
    text = (tmp_path / "to" / "figures.jsonl").read_text(encoding="utf-8")
    assert f'"value":{DIGITS},"value_high":-{DIGITS},' in text


def test_export_to_parquet_describes_table_and_columns(warehouse: Path, tmp_path: Path) -> None:
    export(warehouse, tmp_path / "to", Order(format="parquet", tables=("fct_figures", "entity_mentions_by_month")))
    for name in ("fct_figures", "entity_mentions_by_month"):
        schema = pq.read_schema(tmp_path / "to" / f"{name}.parquet")
        assert schema.metadata[b"description"].startswith(b"One row per")
        assert all(field.metadata[b"description"].endswith(b".") for field in schema)


def version_of(database: Path) -> bytes:
    """The storage version, a number after the checksum and the letters DUCK."""
    return database.read_bytes()[12:20]


def test_export_to_duckdb_comments_tables_that_older_clients_read(warehouse: Path, tmp_path: Path) -> None:
    export(warehouse, tmp_path / "to", Order(format="duckdb"))
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH '{tmp_path / 'to' / 'export.duckdb'}' AS exported (READ_ONLY)")
        tables = connection.execute("FROM duckdb_tables() SELECT comment WHERE database_name = 'exported'").fetchall()
        columns = connection.execute("FROM duckdb_columns() SELECT comment WHERE database_name = 'exported'").fetchall()
    assert version_of(tmp_path / "to" / "export.duckdb") == version_of(warehouse / layout.CATALOGUE)
    assert len(tables) == len(DEFAULT_TABLES)
    assert all(comment for (comment,) in [*tables, *columns])


def test_export_to_sqlite_keeps_types_and_meanings(warehouse: Path, tmp_path: Path) -> None:
    export(warehouse, tmp_path / "to", Order(format="sqlite", tables=("fct_figures",)))
    with sqlite3.connect(tmp_path / "to" / "export.sqlite") as database:
        types = {name: kind for _, name, kind, *_ in database.execute("PRAGMA table_info(fct_figures)")}
        ((statement,),) = database.execute("SELECT sql FROM sqlite_master").fetchall()
    wanted = {"value": "REAL", "value_decimal": "TEXT", "is_change": "INTEGER", "start_char": "INTEGER", "text": "TEXT"}
    assert {name: types[name] for name in wanted} == wanted
    assert "-- One row per figure stated in the text" in statement


@pytest.mark.parametrize("output_format", ["jsonl", "sqlite"])
def test_export_refuses_a_float_that_is_no_number(warehouse: Path, tmp_path: Path, output_format: str) -> None:
    from warehouse.export import export as whole
    from warehouse.export.relations import Column, Relation
    from warehouse.export.selection import Rows as Which
    from warehouse.export.selection import Selection

    column = Column(name="latitude", kind="DOUBLE", meaning="")
    relation = Relation(schema="main", name="places", meaning="", columns=(column,))
    query = "SELECT CAST('nan' AS DOUBLE) AS latitude"
    selection = Selection(relation=relation, rows=Which.ALL, sql=query, order="ALL")
    with catalogue.connect(warehouse) as connection, pytest.raises(duckdb.Error, match="latitude holds nan"):
        list(whole.WRITERS[output_format](connection, [selection], tmp_path))


def test_export_to_a_workbook_refuses_more_rows_than_a_sheet_has(
    warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    with pytest.raises(QueryError, match=r"marts\.fct_figures has 4 rows, but a sheet of Excel's 3 .* --where"):
        export(warehouse, tmp_path / "to", Order(format="xlsx", tables=("fct_figures",)))
    assert not (tmp_path / "to").exists()


@pytest.mark.parametrize(
    ("text", "is_too_long"),
    [("x" * 32_767, False), ("x" * 32_768, True), ("😀" * 16_383, False), ("😀" * 16_384, True)],
)
def test_check_texts_counts_as_excel_does(warehouse: Path, text: str, is_too_long: bool) -> None:  # noqa: FBT001
    with catalogue.connect(warehouse) as connection:
        relation = dataclasses.replace(all_relations(connection)["marts.articles"])
    cells = [None] * (len(relation.columns) - 1)
    if not is_too_long:
        workbook.check_texts(relation, [*cells, text])
        return
    with pytest.raises(QueryError, match=r"marts\.articles has a text of 32,768 characters .* Narrow the rows"):
        workbook.check_texts(relation, [*cells, text])


def test_labels_fit_a_sheet_and_are_one_for_each_table(warehouse: Path) -> None:
    with catalogue.connect(warehouse) as connection:
        labels = [relation.label for relation in all_relations(connection).values()]
    assert len(set(labels)) == len(labels)
    assert max(map(len, labels)) <= 31


def test_types_of_every_column_are_known_to_every_format(warehouse: Path) -> None:
    with catalogue.connect(warehouse) as connection:
        columns = [column for relation in all_relations(connection).values() for column in relation.columns]
    known = {"BIGINT", "INTEGER", "BOOLEAN", "DOUBLE", "DATE", "VARCHAR", "DECIMAL", "TIMESTAMP WITH TIME ZONE"}
    assert {column.kind.partition("(")[0] for column in columns} <= known
