"""What several processes gain, and what the flow costs: `python -m benchmarks.engines [--articles 2000]`.

Ingests generated articles of some 470 words into new warehouses by the command itself, with one worker process and
with two, after the bare extractors have read the same texts in this process. Prints seconds by the clock and by the
processors, the seconds until the first article had landed, the most memory that a worker had, and what the warehouse
has on the disk.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

from benchmarks.generated_articles import WORDS, articles, write_archive
from tasks.formats.article import bare_article
from tasks.resolvers.findings import extract_all
from tasks.work.garbage import collect_seldom
from warehouse.folder import layout
from warehouse.ledger.head import read_head
from warehouse.records import Article

COMMAND = "import sys; from flows.cli import app; sys.exit(app())"
SECONDS_BETWEEN_LOOKS = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """An ingest: seconds by the clock, by the processors and to the first article, a worker's most memory, the disk."""

    wall: float
    processor: float
    first: float
    worker_megabytes: float
    disk_megabytes: float


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    options = parser.parse_args()
    bare = seconds_of_extractors(options.articles)
    sys.stdout.write(
        f"bare extractors   {bare:.0f} processor seconds for {options.articles} articles of {WORDS} words\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        write_archive(Path(folder) / "raw", article_count=options.articles)
        for workers in options.workers:
            one = ingested(Path(folder), workers=workers)
            sys.stdout.write(
                f"{workers} worker processes {one.wall:.0f} s, {one.processor:.0f} processor seconds "
                f"({one.processor / bare - 1:+.0%} over the bare extractors), first article after {one.first:.0f} s, "
                f"a worker had up to {one.worker_megabytes:.0f} MB, the warehouse {one.disk_megabytes:.1f} MB\n"
            )
            sys.stdout.flush()


def seconds_of_extractors(article_count: int) -> float:
    """Time the extractors alone by the processor's clock, the model being loaded already."""
    collect_seldom()  # as workers do
    texts = list(articles(article_count, words=WORDS, seed=1))
    deque_all(extract_all([bare_article(texts[0], article_id="first")]))
    started = time.process_time()
    deque_all(extract_all(bare_article(text, article_id=str(number)) for number, text in enumerate(texts)))
    return time.process_time() - started


def deque_all(found: Iterator[object]) -> None:
    """Go through all that is found."""
    for _ in found:
        pass


def ingested(folder: Path, *, workers: int) -> Measured:
    """Ingest the archive into a new warehouse; return what was measured."""
    warehouse, before, started = folder / f"ledger-{workers}", processor_seconds(), time.perf_counter()
    arguments = ["ingest", str(folder / "raw"), "--warehouse", str(warehouse), "--engine", "processes"]
    command = [sys.executable, "-c", COMMAND, *arguments, "--workers", str(workers)]
    first, usage = 0.0, Usage()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as ingest:  # noqa: S603 - our own command
        while ingest.poll() is None:
            time.sleep(SECONDS_BETWEEN_LOOKS)
            usage.look_at(ingest.pid)
            if not first and has_articles(warehouse):
                first = time.perf_counter() - started
    if ingest.returncode:
        raise SystemExit(f"the ingest failed with {ingest.returncode}")
    wall = time.perf_counter() - started
    processor = processor_seconds() - before + sum(usage.seconds.values())
    return Measured(
        wall=wall,
        processor=processor,
        first=first,
        worker_megabytes=usage.most_megabytes,
        disk_megabytes=megabytes_of(warehouse),
    )


def megabytes_of(warehouse: Path) -> float:
    """Return what a warehouse has on the disk, without what is temporary."""
    files = (path for path in warehouse.rglob("*") if path.is_file() and not path.is_symlink())
    work = warehouse / layout.WORK
    return sum(path.stat().st_size for path in files if not path.is_relative_to(work)) / 2**20


def processor_seconds() -> float:
    """Return the processor's seconds of all children that have ended, and theirs."""
    usage = getrusage(RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def has_articles(warehouse: Path) -> bool:
    """Tell whether an article has landed."""
    if not (warehouse / layout.HEAD).exists():
        return False
    head = read_head(warehouse)
    return head is not None and head.tables[Article.table].changed_in > 0


@dataclass(slots=True)
class Usage:
    """What workers and their server have used up to the last look; whoever started them never waits for these."""

    seconds: dict[int, float] = field(default_factory=dict)
    most_megabytes: float = 0.0

    def look_at(self, parent: int) -> None:
        """Look at the workers of an ingest; what they share with each other counts for each of them."""
        for server in children(parent):
            with suppress(FileNotFoundError, ProcessLookupError):
                if "multiprocessing.forkserver" not in Path(f"/proc/{server}/cmdline").read_text(encoding="utf-8"):
                    continue
                self.note(server)
                for worker in children(server):
                    self.most_megabytes = max(self.most_megabytes, self.note(worker))

    def note(self, process_id: int) -> float:
        """Put down the processor's seconds of a process; return its megabytes."""
        values = Path(f"/proc/{process_id}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        self.seconds[process_id] = (int(values[11]) + int(values[12])) / os.sysconf("SC_CLK_TCK")
        return int(values[21]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def children(process_id: int) -> list[int]:
    """Return the children of a process."""
    try:
        listed = [path.read_text() for path in Path(f"/proc/{process_id}/task").glob("*/children")]
    except (FileNotFoundError, ProcessLookupError):
        return []
    return [int(child) for line in listed for child in line.split()]


if __name__ == "__main__":
    main()
