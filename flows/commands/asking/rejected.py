"""`newsledger rejected`: what was refused, why, and what to do about it; or one rejection with the place concerned."""

import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

from flows.commands.asking.sql import write_result
from flows.terminal import explained
from warehouse.reading.query import QueryResult
from warehouse.reading.rejected import COLUMNS, RejectionCard, RejectionFilter, rejected, rejection_card

KEY_CHARS = 8
"""Characters of a key that are shown in a list: enough to name a rejection by."""


def run_rejected(wanted: str | None, *, asked: RejectionFilter, warehouse: Path, output_format: str, limit: int) -> int:
    """Print one rejection, or those that the filter leaves; return the exit code."""
    if wanted is not None:
        return explained(lambda: print_card(rejection_card(warehouse, wanted), console=Console(soft_wrap=True)))
    return explained(lambda: answer(warehouse, asked=asked, output_format=output_format, limit=limit))


def answer(warehouse: Path, *, asked: RejectionFilter, output_format: str, limit: int) -> None:
    """Write the rejections to standard output: all columns for programs, what a reader needs as paragraphs."""
    result, count = rejected(warehouse, asked, limit=limit if output_format == "table" else sys.maxsize)
    if output_format != "table":
        write_result(result, output_format)
        return
    print_list(result, count=count, console=Console(soft_wrap=True))


def print_list(result: QueryResult, *, count: int, console: Console) -> None:
    """Lay out a paragraph a rejection: its key and file, the reason, and what to do."""
    shown = 0
    for values in result.rows:
        row = dict(zip(COLUMNS, values, strict=True))
        console.print(heading(row), soft_wrap=True)
        console.print(Text(f"  {row['reason']}\n  {row['repair']}"))
        shown += 1
    if shown < count:
        console.print(f"{shown:,} of {count:,} are shown: --limit shows more, --format csv or json all.")
    elif not count:
        console.print("Nothing was rejected.")


def heading(row: dict[str, object]) -> Text:
    """Write the line that names a rejection: its key, its file, and which rule of which stage refused it."""
    key = str(row["rejection_id"])[:KEY_CHARS]
    return Text.assemble((key, "bold"), f"  {row['source']}  ", (f"{row['stage']}: {row['rule']}", "yellow"))


def print_card(card: RejectionCard, *, console: Console) -> None:
    """Lay out one rejection with the place concerned, and where the bytes of its file are kept."""
    row = dict(card.rejection)
    console.print(heading(row))
    lines = [
        ("File", row["source_path"]),
        ("Why", row["reason"]),
        ("Place", place_in_words(row)),
        ("What to do", row["repair"]),
        ("Bytes kept in", card.kept_bytes),
        ("The same rule refused", f"{card.others_of_rule:,} more" if card.others_of_rule else "nothing else"),
    ]
    for name, value in lines:
        if value is not None:
            console.print(Text.assemble((f"{name}: ", "bold"), str(value)))


def place_in_words(row: dict[str, object]) -> str | None:
    """Write the place concerned, with its offset where it stands in an article; None where no place is known."""
    if row["excerpt"] is None:
        return None
    where = "" if row["start_char"] is None else f", from character {row['start_char']} of article {row['article_id']}"
    return f"“{row['excerpt']}”{where}"
