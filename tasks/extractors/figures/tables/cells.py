"""One number of a row, whatever the form of the table."""

import re
from dataclasses import dataclass

from tasks.extractors.figures.tables.headings import Heading

NUMBER = r"(?!(?:19|20)\d\d(?![\d.]|,\d))(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\w%/-]|[,.]\d)"
"""A number alone; four digits that may be a year are none."""
VOID = r"(?:[-–—]+|nil|n\.?a\.?)(?!\S)"
SIGNED = rf"(?<![\w.,])(?:(?P<sign>[(–−-]?)(?P<number>{NUMBER})\)?|{VOID})"
"""What a column has in a row: a number, one in brackets or with a sign, or none: `(1.9)`, `-145`, `n.a.`."""
CELL = re.compile(SIGNED)
UNNAMED = re.sub(r"\?P<\w+>", "?:", SIGNED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The offsets of a number, and those of what its row is named by.

    `column` counts from 0; it is None where the row has numbers for more columns than are known. Of rows with `vs` the
    number is a whole side, of labelled rows the amount with its unit: there is no heading. `head` are the offsets of
    what stands over a column of labelled rows. A cell has a `doubt` where its number cannot be read for certain.
    """

    start_char: int
    end_char: int
    label_start_char: int
    label_end_char: int
    column: int | None
    columns: int
    heading: Heading | None
    head: tuple[int, int] | None = None
    is_labelled: bool = False
    doubt: str | None = None


def start_of(cell: Cell) -> int:
    """Return where a cell begins."""
    return cell.start_char
