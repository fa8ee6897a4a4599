"""`newsledger status`: what the ledger holds, what was rejected and why, and the last run."""

from pathlib import Path

from rich.console import Console

from flows.terminal import (
    as_named,
    explained,
    folding_table,
    rejected_command,
    sql_command,
    undated_in_words,
    wide_console,
)
from warehouse.folder import layout
from warehouse.reading.query import Status, status
from warehouse.records import Article

COMPLETE = f"{layout.CATALOGUE} holds all rows: any copy of it can be read anywhere."

SHOWING_FILES = (
    f"{layout.CATALOGUE} shows files of this folder: after moving or copying the folder run `newsledger relocate`."
)

ALL_UNRESOLVED = "FROM referenced_articles WHERE target_article_id IS NULL"


def run_status(*, warehouse: Path) -> int:
    """Print the state of a warehouse; return the exit code."""
    return explained(lambda: print_status(status(warehouse), warehouse=warehouse, console=wide_console()))


def print_status(state: Status, *, warehouse: Path, console: Console) -> None:
    """Lay out rows by table, files by outcome, rejections by rule, what is left open, and the last run."""
    files = ", ".join(f"{count:,} {outcome}" for outcome, count in state.file_counts.items()) or "none"
    console.print(f"Files: {files}.", highlight=False)
    table = folding_table("table", "rows", title=f"State {state.sequence}, as published", title_justify="left")
    for name, count in state.row_counts.items():
        table.add_row(name, f"{count:,}")
    console.print(table)
    console.print(
        as_named(COMPLETE if state.is_complete else SHOWING_FILES), highlight=False, soft_wrap=True, markup=False
    )
    if state.rejection_counts:
        rejections = folding_table("stage", "rule", "rows", title="Rejections", title_justify="left")
        for (stage, rule), count in state.rejection_counts.items():
            rejections.add_row(stage, rule, f"{count:,}")
        console.print(rejections)
        listed = rejected_command(warehouse)
        console.print(f"Why, and what to do: {listed}", highlight=False, markup=False, soft_wrap=True)
    article_count = state.row_counts[Article.table]
    if undated := undated_in_words(state.undated_count, article_count=article_count, warehouse=warehouse):
        console.print(as_named(undated), highlight=False, markup=False, soft_wrap=True)
    if state.unresolved_counts:
        counts = ", ".join(f"{count:,} to {publication}" for publication, count in state.unresolved_counts.items())
        console.print(f"References to articles that are not in the ledger: {counts}.", highlight=False, markup=False)
        console.print(
            f"They are listed by: {sql_command(ALL_UNRESOLVED, warehouse=warehouse)}", highlight=False, soft_wrap=True
        )
    for correction in state.idle_corrections:
        console.print(f"A correction concerns nothing any more: {correction}.", highlight=False, markup=False)
    for part in state.damage:
        console.print(f"Damaged: {as_named(part)}", highlight=False, markup=False, soft_wrap=True)
    if state.last_run:
        run = state.last_run
        console.print(
            f"Last run {run['run_id']}, finished {run['finished_at']:%Y-%m-%d %H:%M:%S} UTC.", highlight=False
        )
