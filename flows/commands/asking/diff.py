"""`newsledger diff`: what changed between two states, and why."""

from pathlib import Path

from flows.commands.asking.sql import write_result
from flows.terminal import explained
from warehouse.reading.changes import changes


def run_diff(before: str, after: str, *, warehouse: Path, output_format: str, is_by_row: bool) -> int:
    """Print what changed from one state to another, in counts or row by row; return the exit code."""
    return explained(lambda: write_result(changes(warehouse, before, after, is_by_row=is_by_row), output_format))
