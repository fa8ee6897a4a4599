"""Lists of names with a number each, and often another in brackets: `in tonnes: beef 26,945 (20,096), lamb 3,257`."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tasks.extractors.figures.tables.cells import NUMBER, Cell
from tasks.extractors.figures.tables.headings import EXCEPTING, LONGEST, Heading, headings_in

VOID = r"nil|unavailable|same|unch(?:anged)?|unq(?:uoted)?|n\.?a\.?"
LABEL = r"[A-Za-z](?:[^\d():;,.\n]|\.(?=\S)){0,50}?"
ITEM = re.compile(
    rf"(?P<label>{LABEL})\s+(?P<first>{NUMBER}|(?:{VOID})\b)"
    rf"(?:\s*\((?P<second>{NUMBER}|(?:{VOID}))\))?(?=\s*(?:[,;\n]|\.(?!\d)|$)|\s+and\b)"
)
"""`Soviet Union |163,150| (|266,389|),`: a name and one number, and another one in brackets."""
PARTING = re.compile(r"(?:\s*[,;.]\s*|\s*\n\s*|\s+)(?:and\s+)?")
OPENINGS = re.compile(r"[:–—]\s*|\s-+\s*|\)\s*|\n\s*|\b(?:were|was|are|included?|follows?)\s*[,:-]?\s+")
"""What may stand right before the first row."""
BESIDE = re.compile(r"\s*,\s+")
"""Right behind a unit, before the first row: `was, in tonnes|, cotton 27,715`."""
LINE = re.compile(r"\n\s*")
SECTION = re.compile(r"[A-Z][^\d\n.]{1,60}\n\s*")
"""A line over some rows that names them."""
FEWEST = 2
MOST_WORDS = 6
VERBS = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|said|rose|fell|its|the|that|which|from|by)\b")
"""Words of sentences: what holds one names no row."""
UNNAMED = re.compile(
    r"(?:^|\s)(?:(?:in|from|through|until|to)\s)?"
    r"(?:total|prev(?:ious)?|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)$",
    re.IGNORECASE,
)
"""What names no row but a column of one: `Barley |prev| 12.5, |May| 14.1, |total| 60.3`."""


def listed(text: str, heading: Heading, end: int) -> list[Cell]:
    """Return the cells of the list behind a heading, also where it goes on in later lines; none where none follows."""
    opening = first_row(text, heading, end)
    if opening is None or EXCEPTING.search(text, heading.start_char, opening):
        return []
    whole = replace(heading, end_char=opening)
    cells = rows_from(text, opening, end, whole)
    if len(cells) < FEWEST:
        return []
    behind = cells[-1].end_char
    for line in LINE.finditer(text, behind, next_heading(text, behind, end)):
        if line.start() > cells[-1].end_char:
            more = rows_from(text, line.end(), end, whole)
            cells += more if any(text[cell.start_char - 1] == "(" for cell in more) else []
    return cells


def first_row(text: str, heading: Heading, end: int) -> int | None:
    """Return where the first row behind a heading begins."""
    beside = BESIDE.match(text, heading.end_char, end)
    if beside and row_at(text, beside.end(), end):
        return beside.end()
    for opening in OPENINGS.finditer(text, heading.end_char, min(end, heading.end_char + LONGEST)):
        if "\n" in text[heading.end_char : opening.start()].strip("\n"):
            return None
        if row_at(text, opening.end(), end):
            return opening.end()
    return None


def next_heading(text: str, start: int, end: int) -> int:
    """Return where the next heading of rows behind an offset begins, up to which a list may go on."""
    others = (one for one in headings_in(text, start, end) if first_row(text, one, end) is not None)
    return next((one.start_char for one in others), end)


def rows_from(text: str, position: int, end: int, heading: Heading) -> list[Cell]:
    """Return the cells of the rows that follow each other from an offset on."""
    cells: list[Cell] = []
    while row := row_at(text, position, end):
        cells += cells_of(row, heading, named=cells[-1] if cells else None)
        parted = PARTING.match(text, row.end(), end)
        if parted is None:
            break
        section = SECTION.match(text, parted.end(), end)
        is_section = section and row_at(text, section.end(), end)
        position = section.end() if section and is_section else parted.end()
    return cells


def row_at(text: str, position: int, end: int) -> re.Match[str] | None:
    """Return the row that begins at an offset; None where a sentence does."""
    row = ITEM.match(text, position, end)
    if row is None or VERBS.search(row["label"]) or len(row["label"].split()) > MOST_WORDS:
        return None
    return row


def cells_of(row: re.Match[str], heading: Heading, *, named: Cell | None) -> Iterator[Cell]:
    """Yield the numbers of a row, what is nil or unknown is none; `named` is the cell that names a row without name."""
    first, last = row.span("label")
    unnamed = UNNAMED.search(row["label"])
    if unnamed and unnamed.start() == 0 and named:
        first, last = named.label_start_char, named.label_end_char
    elif unnamed:
        last = first + unnamed.start()
    for column, name in enumerate(("first", "second")):
        if row[name] and row[name][0].isdigit() and first < last:
            yield Cell(
                start_char=row.start(name),
                end_char=row.end(name),
                label_start_char=first,
                label_end_char=last,
                column=None if unnamed else column,
                columns=2,
                heading=heading,
            )
