"""`newsledger rejected`: what was refused, why, and what to do about it; or one rejection with the place concerned."""

import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

from flows.commands.asking.sql import write_result
from flows.terminal import explained, of_warehouse
from warehouse.reading.query import QueryResult
from warehouse.reading.rejected import COLUMNS, RejectionCard, RejectionFilter, rejected, rejection_card
from warehouse.records import Figure

IN_DOUBT = "figure in doubt"
"""Rule of the rejection of a number that was not read."""

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
    """Lay out a paragraph a rejection: its key and file, the reason, the place, and what to do."""
    shown = 0
    for values in result.rows:
        row = dict(zip(COLUMNS, values, strict=True))
        console.print(heading(row), soft_wrap=True)
        console.print(Text(f"  {row['reason']}"))
        if row["excerpt"] is not None:
            console.print(Text.assemble("  ", place_in_words(row)), soft_wrap=True)
        console.print(Text(f"  {row['repair']}"))
        shown += 1
    if shown < count:
        console.print(f"{shown:,} of {count:,} are shown: --limit shows more, --format csv or json all.")
    elif not count:
        console.print("Nothing was rejected.")


def heading(row: dict[str, object]) -> Text:
    """Write the line that names a rejection: its key, its file, what of it was refused, and by which rule."""
    key = str(row["rejection_id"])[:KEY_CHARS]
    return Text.assemble((key, "bold"), f"  {row['source']}: {refused_part(row)}  ", (f"{row['rule']}", "yellow"))


def refused_part(row: dict[str, object]) -> str:
    """Say in words how much was refused: the file, facts of an article that landed as text, or one fact of it."""
    if row["article_id"] is None:
        return "the whole file"
    name = row["table_name"] or (Figure.table if row["rule"] == IN_DOUBT else None)
    if name is None:
        return "facts of the article, whose text landed"
    return f"one row of {str(name).replace('_', ' ')}; the rest of the article landed"


def print_card(card: RejectionCard, *, console: Console) -> None:
    """Lay out one rejection with the place concerned, and where the bytes of its file are kept."""
    row = dict(card.rejection)
    console.print(heading(row))
    key = str(row["rejection_id"])[:KEY_CHARS]
    lines: list[tuple[str, object]] = [
        ("File", row["source_path"]),
        ("Why", row["reason"]),
        ("Place", None if row["excerpt"] is None else place_in_words(row)),
        ("What to do", row["repair"]),
        (
            "Or keep it",
            f'newsledger rejected --accept {key} --because "…"{of_warehouse()}' if row["may_be_accepted"] else None,
        ),
        ("Tried", None if row["try_count"] is None else f"{row['try_count']} times, first in run {row['run_id']}"),
        ("Bytes kept in", card.kept_bytes),
        ("The same rule refused", f"{card.others_of_rule:,} more" if card.others_of_rule else "nothing else"),
    ]
    for name, value in lines:
        if value is not None:
            console.print(Text.assemble((f"{name}: ", "bold"), value if isinstance(value, Text) else str(value)))


def place_in_words(row: dict[str, object]) -> Text:
    """Write the text around the place, the place itself between ▸ and ◂, with its offset where it is in an article."""
    excerpt, start, end = str(row["excerpt"]), row["mark_start"], row["mark_end"]
    of_article = f" of article {row['article_id']}" if row["article_id"] else ""
    where = "" if row["start_char"] is None else f", from character {row['start_char']}{of_article}"
    if not isinstance(start, int) or not isinstance(end, int):
        return Text(f"“{excerpt}”{where}")
    return Text.assemble("“", excerpt[:start], (f"▸{excerpt[start:end]}◂", "bold reverse"), excerpt[end:], f"”{where}")
