"""How far a run has come: a live bar on a terminal, plain lines or JSON elsewhere, and whoever else wants to know."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from time import monotonic
from typing import Protocol

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from flows.terminal import LOG_FORMAT, json_line


class Reporter(Protocol):
    """Whoever is told what is being done."""

    def say(self, doing: str) -> None:
        """Take note of the stage that begins: `extract shard 3 of 20`."""

    def expect(self, article_counts: Sequence[int]) -> None:
        """Take note of how many articles each shard has."""

    def count(self, *, done: int, total: int) -> None:
        """Take note of the number of shards that have landed."""


class Pace:
    """How many articles have landed, how many are left, and how quickly they land."""

    def __init__(self) -> None:
        """Begin with nothing; time runs from here."""
        self._counts: tuple[int, ...] = ()
        self._started_at = monotonic()
        self.done = self.total = 0

    def expect(self, article_counts: Sequence[int]) -> None:
        """Take note of how many articles each shard has; time runs anew."""
        self._counts, self.total, self._started_at = tuple(article_counts), sum(article_counts), monotonic()

    def land(self, shard_count: int) -> None:
        """Take note of the number of shards that have landed."""
        self.done = sum(self._counts[:shard_count])

    @property
    def per_second(self) -> float:
        """Articles a second, since they were expected."""
        return self.done / max(monotonic() - self._started_at, 1e-9)

    @property
    def seconds_left(self) -> float:
        """Seconds until all have landed, at the pace so far; 0 before any has."""
        return (self.total - self.done) / self.per_second if self.done else 0.0

    def in_words(self) -> str:
        """Say how many have landed, how quickly, and how long the others will take."""
        landed, pace = f"{self.done:,} of {self.total:,} articles", f"{self.per_second:,.1f} a second"
        return f"{landed}, {pace}, {self.seconds_left:,.0f} s left"


class Lines:
    """One line for each shard that has landed, for logs."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._pace = Pace()

    def say(self, doing: str) -> None:
        """Keep silent: a log wants what was done, not what is being done."""

    def expect(self, article_counts: Sequence[int]) -> None:
        """Take note of what is to come."""
        self._pace.expect(article_counts)

    def count(self, *, done: int, total: int) -> None:
        """Print how many shards have landed, and at which pace."""
        self._pace.land(done)
        print(f"landed {done} of {total} shards: {self._pace.in_words()}", flush=True)  # noqa: T201 - this is the output


class JsonLines:
    """The same as JSON, one object a line, for programs."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._pace = Pace()

    def say(self, doing: str) -> None:
        """Write the stage that begins."""
        write_event("stage", doing=doing)

    def expect(self, article_counts: Sequence[int]) -> None:
        """Write how many articles there are."""
        self._pace.expect(article_counts)
        write_event("expected", articles=self._pace.total, shards=len(article_counts))

    def count(self, *, done: int, total: int) -> None:
        """Write how many have landed."""
        self._pace.land(done)
        write_event(
            "landed",
            shards=done,
            shards_total=total,
            articles=self._pace.done,
            articles_total=self._pace.total,
            articles_per_second=round(self._pace.per_second, 3),
        )


def write_event(event: str, **values: object) -> None:
    """Write an event to standard output."""
    print(json_line(event, **values), flush=True)  # noqa: T201 - this is the command's own output


class ArticlesPerSecond(ProgressColumn):
    """The pace, once there is one."""

    def render(self, task: Task) -> Text:
        """Show it."""
        return Text(f"{task.speed:,.1f} articles/s" if task.speed else "")


class Bar:
    """A live bar with the stage in words."""

    def __init__(self, progress: Progress) -> None:
        """Draw on a Rich progress display."""
        self._progress = progress
        self._pace = Pace()
        self._job = progress.add_task("starting", total=None)

    def say(self, doing: str) -> None:
        """Show the stage that begins."""
        self._progress.update(self._job, description=doing)

    def expect(self, article_counts: Sequence[int]) -> None:
        """Show the length of the way."""
        self._pace.expect(article_counts)
        self._progress.reset(self._job, total=self._pace.total or None)

    def count(self, *, done: int, total: int) -> None:  # noqa: ARG002 - shown in articles
        """Move the bar."""
        self._pace.land(done)
        self._progress.update(self._job, completed=self._pace.done)


class All:
    """Several reporters as one."""

    def __init__(self, *reporters: Reporter) -> None:
        """Pass everything on to these, in their order."""
        self._reporters = reporters

    def say(self, doing: str) -> None:
        """Tell each of them."""
        for reporter in self._reporters:
            reporter.say(doing)

    def expect(self, article_counts: Sequence[int]) -> None:
        """Tell each of them."""
        for reporter in self._reporters:
            reporter.expect(article_counts)

    def count(self, *, done: int, total: int) -> None:
        """Tell each of them."""
        for reporter in self._reporters:
            reporter.count(done=done, total=total)


ALSO: ContextVar[tuple[Reporter, ...]] = ContextVar("ALSO", default=())
"""Who else is told."""


@contextmanager
def reporting_also_to(reporter: Reporter) -> Iterator[None]:
    """Within the block, tell one more."""
    token = ALSO.set((*ALSO.get(), reporter))
    try:
        yield
    finally:
        ALSO.reset(token)


def counted(shards: Iterable[Path], *, report: Reporter, total: int) -> Iterator[Path]:
    """Pass shards on, and report each as landed when the next one is asked for."""
    for number, shard in enumerate(shards, start=1):
        yield shard
        report.count(done=number, total=total)


@contextmanager
def reporting() -> Iterator[Reporter]:
    """Give a live bar where standard output is a terminal, lines of text or JSON where it is not or is asked for."""
    if LOG_FORMAT.get() == "json":
        yield All(JsonLines(), *ALSO.get())
    elif not sys.stdout.isatty():
        yield All(Lines(), *ALSO.get())
    else:
        with Progress(*COLUMNS, console=Console(), transient=True) as progress:
            yield All(Bar(progress), *ALSO.get())


COLUMNS = (
    SpinnerColumn(),
    TextColumn("{task.description}"),
    BarColumn(),
    MofNCompleteColumn(),
    ArticlesPerSecond(),
    TimeElapsedColumn(),
    TextColumn("left"),
    TimeRemainingColumn(),
)
