"""Tables whose columns bear no names by which an article is known."""

import csv

from tasks.formats.forms.form import Form, Head

LEAST_ROWS = {1: 3, 2: 2}
"""Rows that a table has at least, by the number of signs that divide its columns."""


def recognise(head: Head) -> bool:
    """Tell whether every line has the same number of columns."""
    lines = [line.strip() for line in head.lines]
    if any(is_divided(lines, sign) for sign in "\t|"):
        return True
    return any(is_separated(lines, sign) for sign in ",;")


def is_divided(lines: list[str], sign: str) -> bool:
    """Tell whether each line has as many of a sign that prose does not have."""
    counts = {line.count(sign) for line in lines}
    return len(counts) == 1 and len(lines) >= LEAST_ROWS.get(min(counts), 2) and counts != {0}


def is_separated(lines: list[str], sign: str) -> bool:
    """Tell whether commas or semicolons divide each line into as many columns, without the space that prose has."""
    try:
        rows = list(csv.reader(lines, delimiter=sign, strict=True))
    except csv.Error:
        return False
    widths = {len(row) for row in rows}
    is_quoted = all(line.startswith('"') and f'"{sign}' in line for line in lines)
    least = 2 if is_quoted else 3
    has_spaces = any(cell.startswith(" ") for row in rows for cell in row)
    return len(lines) >= 2 and len(widths) == 1 and min(widths) >= least and not has_spaces


FORM = Form(
    says="a table whose columns have no names that are known",
    recognise=recognise,
    rule="data",
    repair="Name its columns in a first line: text, title, published_on; docs/formats.md says how.",
)
