"""How `newsledger sql` draws an answer: nothing is cut off, however narrow the terminal."""

import io
from decimal import Decimal

import pytest
from rich.console import Console

from flows.commands.asking import sql
from warehouse.reading.query import QueryResult

AMOUNT, KEY = Decimal("29021000000"), "f00dfeed"


def drawn(monkeypatch: pytest.MonkeyPatch, *, width: int, columns: int) -> list[str]:
    stream = io.StringIO()
    monkeypatch.setattr(sql, "wide_console", lambda _: Console(file=stream, width=width))
    row = (KEY, AMOUNT, *("a few words of text" for _ in range(columns - 2)))
    names = ("key", "total", *(f"words_{number}" for number in range(columns - 2)))
    sql.write_table(QueryResult(columns=names, rows=iter([row])), stream)
    return stream.getvalue().splitlines()


@pytest.mark.parametrize(("width", "columns"), [(200, 3), (80, 3), (80, 30), (40, 3)])
def test_no_number_and_no_name_is_cut_or_parted(monkeypatch: pytest.MonkeyPatch, width: int, columns: int) -> None:
    lines = drawn(monkeypatch, width=width, columns=columns)
    assert [line for line in lines if str(AMOUNT) in line]
    assert [line for line in lines if f"words_{columns - 3}" in line]
    assert max(map(len, lines)) <= width


def test_a_row_that_is_too_wide_is_drawn_as_a_line_for_each_column(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = drawn(monkeypatch, width=80, columns=30)
    assert [line for line in lines if "total" in line and str(AMOUNT) in line]
    assert not [line for line in drawn(monkeypatch, width=80, columns=3) if "total" in line and str(AMOUNT) in line]
