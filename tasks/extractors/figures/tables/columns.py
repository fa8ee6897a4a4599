"""Tables of several columns under a heading: `in mln barrels`, and `Norway    3.4    3.7    4.1` below it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tasks.extractors.figures.tables.cells import NUMBER, Cell
from tasks.extractors.figures.tables.headings import EXCEPTING, LONGEST, Heading

WORDS = r"[A-Za-z][^\s\d():;,]*(?:[^\S\n][^\s\d():;,]+){0,5}"
ROW = re.compile(
    rf"(?:(?<=\n)|(?<=\d\s)|(?<=\d\n))(?P<label>{WORDS})(?P<numbers>(?:(?:[^\S\n]{{2,}}|\t){NUMBER}){{2,8}})(?=\s|$)"
)
"""`|N. Island|    3.07     3.17     4.40`, on its own line or right behind the row before; documents have tabs."""
ALONE = re.compile(NUMBER)
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
    width = len(ALONE.findall(rows[0]["numbers"]))
    if len(rows) < FEWEST or any(len(ALONE.findall(row["numbers"])) != width for row in rows):
        return []
    whole = replace(heading, end_char=opening)
    return [cell for row in rows for cell in cells_of(text, row, whole, width)]


def rows_from(text: str, position: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the rows that follow each other from an offset on."""
    while row := ROW.match(text, position, end):
        yield row
        parted = PARTING.match(text, row.end(), end)
        if parted is None:
            return
        position = parted.end()


def cells_of(text: str, row: re.Match[str], heading: Heading, width: int) -> Iterator[Cell]:
    """Yield the numbers of a row."""
    for column, number in enumerate(ALONE.finditer(text, *row.span("numbers"))):
        yield Cell(
            start_char=number.start(),
            end_char=number.end(),
            label_start_char=row.start("label"),
            label_end_char=row.end("label"),
            column=column,
            columns=width,
            heading=heading,
        )
