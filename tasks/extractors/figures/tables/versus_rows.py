"""Rows of what a company earned, and of the same time a year before: `Sales 31.4 mln vs 28.6 mln`."""

import re
from collections.abc import Iterator

from tasks.extractors.figures.tables.cells import Cell

ROW = re.compile(
    r"(?:^|(?<=\n))[^\S\n]*(?P<label>[A-Z][A-Za-z./&-]*(?:[^\S\n][A-Za-z./&-]+){0,4}?)[^\S\n]+"
    r"(?P<first>(?:(?:profit|loss)[^\S\n]+)?(?:\d|nil\b|[a-z]+[^\S\n](?:cts?|dlrs?|mln)\b)[^\n]{0,40}?)"
    r"[^\S\n]+vs\.?[^\S\n]+(?P<second>[^\n]{1,60})$",
    re.MULTILINE,
)
"""`Oper shr |profit 9 cts| vs |loss 12 cts|`, alone on its line."""
SIGN = re.compile(r"(?:profit|loss)\b")
"""Part of the label where it stands on the first side alone: `Gross |profit| 390 mln vs 321 mln`."""
MARK = " vs"


def versus_rows(text: str, start: int, end: int) -> Iterator[Cell]:
    """Yield both sides of the rows with `vs` between two offsets."""
    if MARK not in text:
        return
    for row in ROW.finditer(text, start, end):
        sign = SIGN.match(row["first"])
        label_end = row.start("first") + sign.end() if sign and not SIGN.match(row["second"]) else row.end("label")
        for column, name in enumerate(("first", "second")):
            yield Cell(
                start_char=max(row.start(name), label_end),
                end_char=row.end(name),
                label_start_char=row.start("label"),
                label_end_char=label_end,
                column=column,
                columns=2,
                heading=None,
            )
