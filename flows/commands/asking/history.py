"""`newsledger history`: what the runs did, the newest first."""

import json
from collections.abc import Mapping
from pathlib import Path

from rich.table import Table
from rich.text import Text

from flows.commands.asking.sql import write_result
from flows.terminal import explained, folding_table, wide_console
from warehouse.reading.run_history import RunReport, as_rows, finished_at, run_reports


def run_history(*, warehouse: Path, output_format: str, last: int) -> int:
    """Print the last runs in the format asked for; return the exit code."""
    return explained(lambda: answer(warehouse, output_format=output_format, last=last))


def answer(warehouse: Path, *, output_format: str, last: int) -> None:
    """Write the last runs to standard output."""
    reports = list(run_reports(warehouse, last=last))
    if output_format != "table":
        write_result(as_rows(reports), output_format)
        return
    drawing = wide_console()
    drawing.print(listing(reports))
    if not all(report.is_kept for report in reports):
        drawing.print(
            "Runs marked * cannot be asked with --as-of any more, or were before there was a history: "
            "`keep_runs` below [history] in newsledger.toml says how many are kept.",
            highlight=False,
            markup=False,
        )


def listing(reports: list[RunReport]) -> Table:
    """Lay out a line a run."""
    table = folding_table("run", "finished (UTC)", "asked", "files", "rows added", "rows gone")
    for report in reports:
        name = f"{report.run['run_id']}{'' if report.is_kept else ' *'}"
        when = f"{finished_at(report):%Y-%m-%d %H:%M:%S}"
        rows = (rows_in_words(report.added), rows_in_words(report.gone))
        cells = (name, when, asked_in_words(str(report.run["parameters"])), files_in_words(report.run), *rows)
        table.add_row(*(Text(cell) for cell in cells))
    return table


def asked_in_words(parameters: str) -> str:
    """Write what a run was asked to do as the command that asks it; as it was noted where that says something else."""
    asked = json.loads(parameters)
    if not isinstance(asked, dict):
        return parameters
    if "repair" in asked:
        return f"repair of {', '.join(asked['repair'])}"
    words = [*asked.get("paths", ()), *(["--format", asked["format"]] if asked.get("format") else ())]
    return " ".join([*words, *(["--prune"] if asked.get("prune") else ())])


def files_in_words(run: Mapping[str, object]) -> str:
    """Say what became of the files: `12 accepted, 1 rejected`; nothing of what did not happen."""
    outcomes = ("accepted", "rejected", "removed", "unchanged")
    return ", ".join(f"{run[f'{name}_count']:,} {name}" for name in outcomes if run[f"{name}_count"])


def rows_in_words(counts: Mapping[str, int]) -> str:
    """Say how many rows of which table: `articles 12, mentions 340`; nothing of tables that have none."""
    return ", ".join(f"{table} {count:,}" for table, count in counts.items() if count)
