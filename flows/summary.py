"""What an ingest did, and how it is told: on the terminal and as an artifact of the Prefect run."""

from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table
from rich.text import Text

from tasks.land import Landed
from warehouse.records import Rejection, Run

ALL_REJECTIONS = 'newsledger sql "FROM rejections SELECT source, reason, repair"'
SHOWN_REJECTIONS = 20
"""Rows of the table of refused files; the rest is one SQL query away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What an ingest did: its entry in the books, rows landed by table, and the files refused."""

    run: Run
    row_counts: dict[str, int]
    refused_files: tuple[Rejection, ...]
    idle_corrections: tuple[str, ...] = ()


def summary_of(shards: Iterable[Landed], *, run: Run, idle_corrections: tuple[str, ...] = ()) -> Summary:
    """Add up what landed of all shards, with the user's corrections that concern no mention any more."""
    counts: dict[str, int] = {}
    refused: list[Rejection] = []
    for shard in shards:
        refused += shard.refused_files
        for table, count in shard.row_counts.items():
            counts[table] = counts.get(table, 0) + count
    return Summary(run=run, row_counts=counts, refused_files=tuple(refused), idle_corrections=idle_corrections)


def in_words(summary: Summary) -> str:
    """Say in one line what became of the files."""
    run = summary.run
    parts = [
        f"{run.file_count:,} {'file' if run.file_count == 1 else 'files'} looked at",
        f"{run.accepted_count:,} landed as articles",
        f"{run.rejected_count:,} rejected",
        f"{run.unchanged_count:,} unchanged",
    ]
    if run.skipped_count:
        parts.append(f"{run.skipped_count:,} hidden left out")
    if run.removed_count:
        parts.append(f"{run.removed_count:,} removed")
    return ", ".join(parts)


def print_summary(summary: Summary, *, console: Console) -> None:
    """Print what landed, table by table, and which files were refused, why, and what to do."""
    console.print(f"{in_words(summary)}.", highlight=False)
    facts = [f"{count:,} {table.replace('_', ' ')}" for table, count in summary.row_counts.items() if is_fact(table)]
    if summary.run.accepted_count:
        console.print(f"Found {', '.join(facts)}.", highlight=False)
    for correction in summary.idle_corrections:
        console.print(f"A correction concerns no mention any more: {correction}.", highlight=False, markup=False)
    if summary.refused_files:
        console.print(rejections_table(summary.refused_files))
    hidden = len(summary.refused_files) - SHOWN_REJECTIONS
    if hidden > 0:
        console.print(f"… and {hidden:,} more: {ALL_REJECTIONS}")


def is_fact(table: str) -> bool:
    """Tell whether a table holds what was found, rather than the books."""
    return table not in {"articles", "files", "rejections", "checks", "runs"}


def rejections_table(rejections: Iterable[Rejection]) -> Table:
    """Lay out refused files, the first twenty of them."""
    table = Table("file", "why", "what to do", title="Rejected files", title_justify="left", expand=False)
    for rejection in tuple(rejections)[:SHOWN_REJECTIONS]:
        table.add_row(Text(rejection.source), Text(rejection.reason), Text(rejection.repair))
    return table


def as_markdown(summary: Summary) -> str:
    """Write the summary for Prefect's page of the run."""
    lines = [f"{in_words(summary)}.", "", "| table | rows landed |", "|---|---|"]
    lines += [f"| {table} | {count:,} |" for table, count in summary.row_counts.items()]
    lines += [f"- A correction concerns no mention any more: {each}." for each in summary.idle_corrections]
    lines += [f"- `{r.source}`: {r.reason}. {r.repair}" for r in summary.refused_files[:SHOWN_REJECTIONS]]
    return "\n".join(lines)
