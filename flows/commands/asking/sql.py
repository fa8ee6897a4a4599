"""`newsledger sql`: one query, or a prompt, on the published tables."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.terminal import explained, folding_table, wide_console
from warehouse.catalogue.reader import connect
from warehouse.folder.errors import QueryError
from warehouse.reading.query import Opening, QueryResult, run_query, write_csv, write_json, write_parquet

MOST_ROWS_SHOWN = 1000
"""A table is for people; whoever wants more rows asks for a file."""

LONGEST_WORD, BESIDE_A_CELL = 24, 3
"""Characters of a word that is parted only if it is longer, such as a key; what a table draws beside each cell."""

PROMPT, CONTINUED = "newsledger> ", "       ...> "


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """How queries are answered: in which format, into which file or to standard output, as of which run or day."""

    output_format: str = "table"
    output: Path | None = None
    as_of: str | None = None

    @property
    def opening(self) -> Opening:
        """How the warehouse is opened; what shows an earlier state takes a moment to load."""
        if self.as_of is None:
            return connect
        from warehouse.reading.as_of import connect_as_of

        return partial(connect_as_of, as_of=self.as_of)


def run_sql(query: str | None, *, warehouse: Path, answering: Answering) -> int:
    """Answer a query, or every query typed at a prompt; return the exit code."""
    if query is None and sys.stdin.isatty():
        return prompt(warehouse, answering=answering)
    asked = query if query is not None else sys.stdin.read()
    return explained(lambda: answer(asked, warehouse=warehouse, answering=answering))


def answer(query: str, *, warehouse: Path, answering: Answering) -> None:
    """Write the answer in the format asked for, to a file or to standard output."""
    output = answering.output
    if not query.strip(" \n\t;"):
        raise QueryError('There is no query. Ask one, such as: newsledger sql "SHOW TABLES".')
    if answering.output_format == "parquet":
        if output is None:
            raise QueryError("Parquet goes into a file: name it with --output FILE.")
        write_parquet(warehouse, query, output, opening=answering.opening)
        return
    write_result(run_query(warehouse, query, opening=answering.opening), answering.output_format, output)


def write_result(result: QueryResult, output_format: str, output: Path | None = None) -> None:
    """Write rows as a table, as CSV or as JSON, to a file or to standard output."""
    write = WRITERS[output_format]
    if output is None:
        write(result, sys.stdout)
        return
    try:
        with output.open("w", encoding="utf-8", newline="") as stream:
            write(result, stream)
    except OSError as error:
        raise QueryError(f"{output} cannot be written: {error.strerror}. Name another file with --output.") from error


def write_table(result: QueryResult, stream: TextIO) -> None:
    """Draw a table of the first thousand rows, null as NULL, numbers to the right; row by row where it is too wide."""
    rows = list(islice(result.rows, MOST_ROWS_SHOWN + 1))
    drawing, few = wide_console(stream), rows[:MOST_ROWS_SHOWN]
    table = folding_table(*result.columns)
    for row in few:
        table.add_row(*(shown(value) for value in row))
    if least_width(result.columns, few) <= drawing.width:
        drawing.print(table)
    else:
        drawing.print(*(as_record(result.columns, row) for row in few), sep="\n")
    if len(rows) > MOST_ROWS_SHOWN:
        drawing.print(f"Only the first {MOST_ROWS_SHOWN:,} rows are shown: use --format csv, json or parquet for all.")


def least_width(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> int:
    """Return the width of a table in which no number, day or short word is parted."""
    cells = zip(columns, *(map(str, row) for row in rows), strict=True)
    words = [[len(word) for cell in column for word in cell.split()] for column in cells]
    return sum(min(max(lengths, default=0), LONGEST_WORD) + BESIDE_A_CELL for lengths in words) + 1


def as_record(columns: Sequence[str], row: Sequence[object]) -> Table:
    """Draw a row that is too wide for the terminal: a line for each of its columns."""
    record = folding_table("column", "value", show_header=False)
    for name, value in zip(columns, row, strict=True):
        record.add_row(name, Text(shown(value).plain))
    return record


def shown(value: object) -> Text:
    """Show one value of a table's cell."""
    if value is None:
        return Text("NULL", style="dim")
    is_number = isinstance(value, int | float) or type(value).__name__ == "Decimal"
    return Text(str(value), justify="right" if is_number and not isinstance(value, bool) else "left")


def prompt(warehouse: Path, *, answering: Answering) -> int:
    """Answer queries typed line by line, each ended by a semicolon, until the end of input or `exit`."""
    import readline  # noqa: F401 - gives the prompt history and editing

    Console().print("Type SQL, ended by a semicolon; `SHOW TABLES;` lists what there is; `exit` ends.", style="dim")
    at_the_prompt = Answering(as_of=answering.as_of)
    while (query := typed_query()) is not None:
        explained(lambda query=query: answer(query, warehouse=warehouse, answering=at_the_prompt))  # type: ignore[misc]
    return 0


def typed_query() -> str | None:
    """Read one query from the terminal; None where the user is done."""
    lines: list[str] = []
    while True:
        try:
            line = input(CONTINUED if lines else PROMPT)
        except (EOFError, KeyboardInterrupt):
            return None
        if not lines and line.strip().rstrip(";").lower() in {"exit", "quit"}:
            return None
        lines.append(line)
        if line.rstrip().endswith(";"):
            return "\n".join(lines)


WRITERS: dict[str, Callable[[QueryResult, TextIO], None]] = {
    "table": write_table,
    "csv": write_csv,
    "json": write_json,
}
"""How an answer is written, by the name of the format."""
