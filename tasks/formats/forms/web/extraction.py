"""What `trafilatura` takes for the article of a page, line by line; a table's row is a line, its cells told apart."""

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from tasks.formats.text.shown import BETWEEN_CELLS, BLANK_LINES, with_columns
from tasks.sources.refusal import Refusal

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

INLINE = frozenset({"hi", "ref", "del"})
"""Elements of what `trafilatura` gives that stand within a line; a `graphic` is a picture."""


PREFORMATTED = frozenset({"code", "quote"})
"""What `trafilatura` calls a preformatted text, whether it looks like a program or not."""

LONGEST_CELL = 200
"""Characters of a cell of data."""


def lines_of(page: str) -> list[str]:
    """Return the lines of a page's article, or raise `Refusal` where it shows none."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - a second, which only pages need

    try:
        found = bare_extraction(page, include_comments=False, include_tables=True, include_formatting=False)
        body = None if found is None or isinstance(found, dict) else found.body
        lines = [] if body is None else [" ".join(line.split()) for line in "".join(pieces_of(body)).split("\n")]
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise Refusal("damaged_page", f"The page cannot be read ({error})", repair="Save its text alone.") from error
    if not any(lines):
        raise Refusal("body_missing", "The page shows no article", repair="Save the article's text, and ingest that.")
    return [line for line in lines if line]


def pieces_of(element: "Element", *, is_preformatted: bool = False) -> Iterator[str]:
    """Yield the characters of an element, a line break around each part of it that is a line of its own."""
    if element.tag == "row" and is_of_data(element):
        cells = (" ".join("".join(cell.itertext()).split()) for cell in element)
        yield f"\n{BETWEEN_CELLS.join(filter(None, cells))}\n"
        return
    edge = "" if element.tag in INLINE else "\n"
    is_preformatted = is_preformatted or element.tag in PREFORMATTED
    yield edge + shown(element.text, is_preformatted=is_preformatted)
    for child in element:
        yield from pieces_of(child, is_preformatted=is_preformatted)
        yield shown(child.tail, is_preformatted=is_preformatted)
    yield edge


def shown(text: str | None, *, is_preformatted: bool) -> str:
    """Return the characters of a node; of a preformatted text by paragraphs and rows, as its lines are broken."""
    if not text or not is_preformatted:
        return text or ""
    lines = "\n".join(" ".join(block.split()) for block in BLANK_LINES.split(with_columns(text)))
    return f"{' ' * text[0].isspace()}{lines}{' ' * text[-1].isspace()}"


def is_of_data(row: "Element") -> bool:
    """Tell whether a row's cells are short: others stand side by side to lay out the page."""
    return all(sum(map(len, cell.itertext())) <= LONGEST_CELL for cell in row)


def paragraphs_of(lines: list[str]) -> Iterator[str]:
    """Yield lines as paragraphs: the rows of a table are one, a line each, with two spaces between cells."""
    for are_rows, group in groupby(lines, key=is_row):
        if are_rows:
            yield "\n".join(row.replace(BETWEEN_CELLS, "  ") for row in group)
        else:
            yield from group


def is_row(line: str) -> bool:
    """Tell whether a line is a row of several cells."""
    return BETWEEN_CELLS in line
