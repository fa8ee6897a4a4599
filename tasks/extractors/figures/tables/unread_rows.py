"""Rows under a scale that no form of table reads: their numbers are not what they seem to be, and are refused."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from tasks.extractors.figures.tables.cells import CELL, UNNAMED, Cell
from tasks.extractors.figures.tables.headings import Heading
from tasks.extractors.figures.tables.lists import MOST_WORDS, VERBS

REST = re.compile(r"[^\n\d]{0,80}(?:\b(?:19|20)\d\d\b[^\n\d]{0,80})?\n")
"""What may stand behind the unit in its line: `in billions of francs|; those of 1996 in brackets:|`."""
GAP = r"(?:[^\S\n]|\|)"
CELLS = rf"(?:{UNNAMED}|\S*\d\S*|\([a-z.]{{1,5}}\))"
"""Numbers, and what marks them: `300 (est.)`, `1,200*`, `12.5%`."""
ROW = re.compile(rf"{GAP}*(?P<label>[A-Za-z][^\d():;,|\n]*?)(?P<numbers>(?:{GAP}+{CELLS})+){GAP}*[.,;]?{GAP}*(?=\n|$)")
LINE = re.compile(r"[^\n]*(?:\n|$)")
FARTHEST = 3
"""Lines with words between a heading and its first row, or between two rows."""
UNREAD = "it stands below a heading with a scale, {unit!r}, in a row that was not understood"


def unread_rows(text: str, heading: Heading, end: int, read: Collection[int]) -> Iterator[Cell]:
    """Yield the numbers of the rows behind a heading, but for those that begin where `read` says."""
    opening = REST.match(text, heading.end_char, end)
    if opening is None or not heading.is_scaled:
        return
    position, others = opening.end(), 0
    while position < end and others < FARTHEST:
        row = ROW.match(text, position, end)
        is_row = row is not None and not VERBS.search(row["label"]) and len(row["label"].split()) <= MOST_WORDS
        if row is not None and is_row:
            yield from cells_of(text, row, heading, read)
        line = LINE.match(text, position, end)
        others = 0 if is_row else others + bool(line and line[0].strip())
        position = line.end() if line and line.end() > position else end


def cells_of(text: str, row: re.Match[str], heading: Heading, read: Collection[int]) -> Iterator[Cell]:
    """Yield the numbers of a row that are not read."""
    doubt = UNREAD.format(unit=heading.unit)
    for cell in CELL.finditer(text, *row.span("numbers")):
        if cell["number"] and cell.start("number") not in read:
            yield Cell(
                start_char=cell.start("number"),
                end_char=cell.end("number"),
                label_start_char=row.start("label"),
                label_end_char=row.end("label"),
                column=None,
                columns=1,
                heading=replace(heading, end_char=row.start()),
                doubt=doubt,
            )
