"""What Prefect's page shows of a run while it is at work, and once it is done: progress, and the files refused."""

from collections.abc import Iterable, Sequence
from time import monotonic
from typing import cast
from uuid import UUID

from prefect.artifacts import create_progress_artifact, create_table_artifact, update_progress_artifact

from flows.progress import Pace
from warehouse.records import Rejection

MOST_ROWS = 500
"""Rows of a table on the page; `rejections` in the warehouse has all."""
SECONDS_BETWEEN = 5.0
"""An update is a request to the server: none is made sooner after the last."""


class ProgressBar:
    """A progress artifact of the run that is at work."""

    def __init__(self) -> None:
        """Begin without one: a run that lands nothing has no bar."""
        self._pace = Pace()
        self._artifact: UUID | None = None
        self._told_at = 0.0

    def say(self, doing: str) -> None:
        """Keep silent: the run's tasks say it."""

    def expect(self, article_counts: Sequence[int]) -> None:
        """Show a bar where there are articles."""
        self._pace.expect(article_counts)
        if self._pace.total:
            self._artifact = new_bar(self._pace.total)

    def count(self, *, done: int, total: int) -> None:
        """Move the bar, now and then and at the end."""
        self._pace.land(done)
        if self._artifact and (done == total or monotonic() - self._told_at >= SECONDS_BETWEEN):
            self._told_at = monotonic()
            update_progress_artifact(self._artifact, 100 * done / total, description=self._pace.in_words())


def new_bar(article_count: int) -> UUID:
    """Show an empty bar; return its key."""
    bar = create_progress_artifact(0, key="progress", description=f"{article_count:,} articles")
    return cast("UUID", bar)  # what it would return where it is awaited is of no concern here


def show_rejections(rejections: Iterable[Rejection]) -> None:
    """Show the files refused in a table, if there are any."""
    rows = [
        {"file": each.source, "rule": each.rule, "why": each.reason, "what to do": each.repair} for each in rejections
    ]
    if rows:
        create_table_artifact(rows[:MOST_ROWS], key="rejections", description=f"{len(rows):,} files were rejected")
