"""One Excel workbook with a sheet a table, written row by row."""

import math
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from warehouse.export.relations import Relation
from warehouse.export.selection import Selection
from warehouse.export.text_files import ISO_TIME, Written
from warehouse.folder.errors import QueryError
from warehouse.folder.files import sync

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

WORKBOOK = "export.xlsx"

ROWS_AT_ONCE = 2000
"""Rows in memory together."""

MOST_ROWS, LONGEST_CELL = 1_048_575, 32_767
"""Rows of a sheet below its header, and UTF-16 units of a cell's text (Microsoft's "Excel specifications and limits").

https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3
"""

FIRST_DAY = date(1900, 3, 1)
"""The first day that every spreadsheet counts alike: Excel knows a 29th of February 1900, and no earlier years."""

FORMS = {"TIMESTAMP WITH TIME ZONE": ISO_TIME}
"""Excel's own times have no zone and no microseconds."""

REMEDY = "Narrow the rows with --where, name other tables with --table, or choose another --format."


def write_workbook(connection: duckdb.DuckDBPyConnection, selections: Sequence[Selection], folder: Path) -> Written:
    """Write a sheet a table; raise `QueryError` for a table or a text that is longer than a sheet or a cell can be."""
    from xlsxwriter import Workbook  # noqa: PLC0415 (needed for this format alone)
    from xlsxwriter.exceptions import XlsxFileError  # noqa: PLC0415

    for selection in selections:
        check_row_count(connection, selection)
    path = folder / WORKBOOK
    book = Workbook(path, {"constant_memory": True, "tmpdir": str(folder)})
    for selection in selections:
        yield selection, WORKBOOK, fill(book, selection, connection)
    try:
        book.close()
    except XlsxFileError as error:
        (cause,) = error.args
        raise cause if isinstance(cause, OSError) else OSError(str(cause)) from error
    sync(path)


def check_row_count(connection: duckdb.DuckDBPyConnection, selection: Selection) -> None:
    """Raise `QueryError` where a selection has more rows than a sheet."""
    ((row_count,),) = connection.execute(f"FROM ({selection.sql}) SELECT count(*)").fetchall()
    if row_count > MOST_ROWS:
        raise QueryError(
            f"{selection.relation.sql} has {row_count:,} rows, but a sheet of Excel's {MOST_ROWS:,} below its header. "
            f"{REMEDY}"
        )


def fill(book: "Workbook", selection: Selection, connection: duckdb.DuckDBPyConnection) -> int:
    """Add a sheet with a line of names and the rows of a selection; return how many there are."""
    sheet = book.add_worksheet(selection.relation.label)
    sheet.freeze_panes(1, 0)
    names = book.add_format({"bold": True})
    for place, column in enumerate(selection.relation.columns):
        sheet.write_string(0, place, column.name, names)
    days = book.add_format({"num_format": "yyyy-mm-dd"})
    line = 0
    connection.execute(selection.query(FORMS))
    while rows := connection.fetchmany(ROWS_AT_ONCE):
        for row in rows:
            line += 1
            check_texts(selection.relation, row)
            for place, value in enumerate(row):
                write_cell(sheet, (line, place), value, days=days)
    return line


def check_texts(relation: Relation, row: Sequence[object]) -> None:
    """Raise `QueryError` where a text of a row is longer than a cell."""
    for column, value in zip(relation.columns, row, strict=True):
        length = len(value.encode("utf-16-le")) // 2 if isinstance(value, str) and len(value) > LONGEST_CELL // 2 else 0
        if length > LONGEST_CELL:
            raise QueryError(
                f"{relation.sql} has a text of {length:,} characters in the column {column.name}, but a cell of "
                f"Excel's {LONGEST_CELL:,}. {REMEDY}"
            )


def write_cell(sheet: "Worksheet", place: tuple[int, int], value: object, *, days: "Format") -> None:
    """Write a value as what it is: a day, a number, a truth value or a text, never a formula; null as nothing."""
    if isinstance(value, bool):
        sheet.write_boolean(*place, value)
    elif isinstance(value, date) and value >= FIRST_DAY:
        sheet.write_datetime(*place, value, days)
    elif isinstance(value, int | float | Decimal) and is_kept(value):
        sheet.write_number(*place, value)
    elif value is not None:
        sheet.write_string(*place, f"{value:f}" if isinstance(value, Decimal) else str(value))


def is_kept(number: float | Decimal) -> bool:
    """Tell whether a number's digits come back from a workbook: the file has 16 of them, and Excel holds a double."""
    return math.isfinite(number) and Decimal(f"{float(number):.16G}") == Decimal(str(number))
