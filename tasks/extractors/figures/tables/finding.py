"""All cells of an article."""

from functools import lru_cache

from tasks.extractors.figures.tables.cells import Cell, start_of
from tasks.extractors.figures.tables.columns import in_columns
from tasks.extractors.figures.tables.headings import headings_in
from tasks.extractors.figures.tables.labelled_rows import labelled_rows
from tasks.extractors.figures.tables.lists import listed
from tasks.extractors.figures.tables.unread_rows import unread_rows
from tasks.extractors.figures.tables.versus_rows import versus_rows


@lru_cache(maxsize=1)
def cells_in(text: str, start: int, end: int) -> tuple[Cell, ...]:
    """Return the cells between two offsets of a text, in order; asked for twice of each article."""
    cells = list(versus_rows(text, start, end))
    headings = list(headings_in(text, start, end))
    for heading in headings:
        cells += in_columns(text, heading, end) or listed(text, heading, end)
    headed = {cell.start_char for cell in cells}
    for heading in headings:
        cells += unread_rows(text, heading, end, headed)
    headed = {cell.start_char for cell in cells}
    cells += (cell for cell in labelled_rows(text, start, end) if cell.start_char not in headed)
    return tuple(sorted(cells, key=start_of))
