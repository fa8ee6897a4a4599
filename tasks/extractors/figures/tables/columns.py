"""Tables of several columns under a heading: `in mln barrels`, and `Norway    3.4    3.7    4.1` below it."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from tasks.extractors.figures.tables.cells import CELL, UNNAMED, Cell
from tasks.extractors.figures.tables.headings import EXCEPTING, LONGEST, Heading

WORDS = r"[A-Za-z][^\s\d():;,]*(?:[^\S\n][^\s\d():;,]+){0,5}"
ROW = re.compile(
    rf"(?:(?<=\n)|(?<=\d\s)|(?<=\d\n))(?P<label>{WORDS})(?P<numbers>(?:(?:[^\S\n]{{2,}}|\t){UNNAMED}){{2,8}})(?=\s|$)"
)
"""`|N. Island|    3.07     3.17     4.40`, on its own line or right behind the row before; documents have tabs."""
IN_BRACKETS = "it is in brackets or has a sign in a table, which may say that it is below nought"
FEWEST = 2
PARTING = re.compile(r"\s+")


def in_columns(text: str, heading: Heading, end: int) -> list[Cell]:
    """Return the cells of the table behind a heading; none where its rows differ in columns."""
    limit = min(end, heading.end_char + LONGEST)
    first = ROW.search(text, heading.end_char, min(end, limit + LONGEST))
    if first is None or first.start() > limit:
        return []
    opening = first.start()
    if EXCEPTING.search(text, heading.start_char, opening):
        return []
    rows = list(rows_from(text, opening, end))
    signs = [signs_of(row) for row in rows]
    if len(rows) < FEWEST or len({len(each) for each in signs}) > 1:
        return []
    bracketed = {column for column, each in enumerate(zip(*signs, strict=True)) if set(each) <= {"(", None}}
    whole = replace(heading, end_char=opening)
    return [cell for row in rows for cell in cells_of(text, row, whole, bracketed)]


def signs_of(row: re.Match[str]) -> list[str | None]:
    """Return what stands before each number of a row; None where a column has none."""
    return [cell["sign"] for cell in CELL.finditer(row["numbers"])]


def rows_from(text: str, position: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the rows that follow each other from an offset on."""
    while row := ROW.match(text, position, end):
        yield row
        parted = PARTING.match(text, row.end(), end)
        if parted is None:
            return
        position = parted.end()


def cells_of(text: str, row: re.Match[str], heading: Heading, bracketed: Collection[int]) -> Iterator[Cell]:
    """Yield the numbers of a row; `bracketed` are the columns that have nothing but brackets."""
    cells = list(CELL.finditer(text, *row.span("numbers")))
    for column, cell in enumerate(cells):
        if cell["number"]:
            yield Cell(
                start_char=cell.start("number"),
                end_char=cell.end("number"),
                label_start_char=row.start("label"),
                label_end_char=row.end("label"),
                column=column,
                columns=len(cells),
                heading=heading,
                doubt=IN_BRACKETS if cell["sign"] and column not in bracketed else None,
            )
