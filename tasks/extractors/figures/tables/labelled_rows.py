"""Rows of a name and amounts, below heads or without: `Deposit rate    3.25 percent`, on lines one after the other."""

import re
from collections.abc import Iterator, Sequence

from tasks.extractors.figures.tables.cells import Cell

GAP = r"(?:[ ]{2,}|[ ]?\t[ ]?)"
AMOUNT = r"[^\w\s]?[A-Z]{0,3}[^\w\s]?\d[^\s]*(?:[ ][^\s]+){0,4}"
ROW = re.compile(
    rf"^[^\S\n]*(?P<label>[A-Z][^\s\d:;]*(?:[ ][^\s:;]+){{0,5}})(?P<amounts>(?:{GAP}{AMOUNT}){{1,8}})[^\S\n]*$",
    re.MULTILINE,
)
"""`|Deposit rate|    3.25 percent`, alone on its line; one that holds `vs` is read by both of its sides."""
CELL = re.compile(r"\S+(?:[ ]\S+)*")
"""What a row or the line of heads has between its gaps."""
FEWEST = 2


def labelled_rows(text: str, start: int, end: int) -> Iterator[Cell]:
    """Yield the amounts of rows between two offsets that follow each other and have as many of them."""
    block: list[re.Match[str]] = []
    for row in ROW.finditer(text, start, end):
        if " vs" in row[0]:
            continue
        if block and not (width_of(block[-1]) == width_of(row) and not text[block[-1].end() : row.start()].strip()):
            yield from cells_of(text, block, start)
            block = []
        block.append(row)
    yield from cells_of(text, block, start)


def width_of(row: re.Match[str]) -> int:
    """Count the amounts of a row."""
    return len(CELL.findall(row["amounts"]))


def cells_of(text: str, rows: Sequence[re.Match[str]], start: int) -> Iterator[Cell]:
    """Yield the amounts of rows, each with the head of its column where there are heads; none of a row alone."""
    if len(rows) < FEWEST:
        return
    width = width_of(rows[0])
    heads = heads_over(text, rows[0].start(), start, width=width)
    for row in rows:
        for column, amount in enumerate(CELL.finditer(text, *row.span("amounts"))):
            yield Cell(
                start_char=amount.start(),
                end_char=amount.end(),
                label_start_char=row.start("label"),
                label_end_char=row.end("label"),
                column=column,
                columns=width,
                heading=None,
                head=heads[column - width] if heads else None,
                is_labelled=True,
            )


def heads_over(text: str, position: int, start: int, *, width: int) -> list[tuple[int, int]]:
    """Return the offsets of the heads in the line over a table, that of its labels before them or not."""
    above = text[start:position].rstrip()
    line = start + above.rfind("\n") + 1
    heads = [head.span() for head in CELL.finditer(text, line, start + len(above))]
    return heads if width > 1 and len(heads) in (width, width + 1) else []
