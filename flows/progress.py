"""How far an ingest has come: a live bar on a terminal, plain lines elsewhere."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn


class Reporter(Protocol):
    """Whoever is told what is being done."""

    def say(self, doing: str) -> None:
        """Take note of the stage that begins: `extract shard 3 of 20`."""

    def count(self, *, done: int, total: int) -> None:
        """Take note of the number of shards that have landed."""


class Lines:
    """One line for each shard that has landed, for logs."""

    def say(self, doing: str) -> None:
        """Keep silent: a log wants what was done, not what is being done."""

    def count(self, *, done: int, total: int) -> None:
        """Print how many shards have landed."""
        print(f"landed {done} of {total} shards", flush=True)  # noqa: T201 - this is the command's own output


class Bar:
    """A live bar with the stage in words."""

    def __init__(self, progress: Progress) -> None:
        """Draw on a Rich progress display."""
        self._progress = progress
        self._job = progress.add_task("starting", total=None)

    def say(self, doing: str) -> None:
        """Show the stage that begins."""
        self._progress.update(self._job, description=doing)

    def count(self, *, done: int, total: int) -> None:
        """Move the bar."""
        self._progress.update(self._job, completed=done, total=total)


def counted(shards: Iterable[Path], *, report: Reporter, total: int) -> Iterator[Path]:
    """Pass shards on, and report each as landed when the next one is asked for."""
    for number, shard in enumerate(shards, start=1):
        yield shard
        report.count(done=number, total=total)


@contextmanager
def reporting() -> Iterator[Reporter]:
    """Give a live bar where standard output is a terminal, and plain lines where it is not."""
    if not sys.stdout.isatty():
        yield Lines()
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(), transient=True) as progress:
        yield Bar(progress)
