"""What several processes gain, and what the flow costs: `python -m benchmarks.engines [--articles 2000]`.

Ingests generated articles of some 470 words into new warehouses by the command itself, with one worker process and
with two, after the bare extractors have read the same texts in one process, and in two at once: what those gain is the
most that the machine gives, since its cores share memory and clock. Prints seconds by the clock and by the processors,
the seconds until the first article had landed, the most memory that a worker had, and what the warehouse has on disk.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.engines.bare import seconds_at_once, seconds_of_extractors
from benchmarks.engines.processes import WORKER, Usage, processor_seconds
from benchmarks.generated_articles import WORDS, write_archive
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
    most = max(options.workers)
    at_once = seconds_at_once(options.articles, processes=most)
    sys.stdout.write(f"{most} at once         {most * bare / at_once:.2f} times the articles a second\n")
    sys.stdout.flush()
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
    processor = processor_seconds() - before + sum(usage.worker_seconds.values())
    return Measured(
        wall=wall,
        processor=processor,
        first=first,
        worker_megabytes=usage.megabytes[WORKER],
        disk_megabytes=megabytes_of(warehouse),
    )


def megabytes_of(warehouse: Path) -> float:
    """Return what a warehouse has on the disk, without what is temporary."""
    files = (path for path in warehouse.rglob("*") if path.is_file() and not path.is_symlink())
    work = warehouse / layout.WORK
    return sum(path.stat().st_size for path in files if not path.is_relative_to(work)) / 2**20


def has_articles(warehouse: Path) -> bool:
    """Tell whether an article has landed."""
    if not (warehouse / layout.HEAD).exists():
        return False
    head = read_head(warehouse)
    return head is not None and head.tables[Article.table].changed_in > 0


if __name__ == "__main__":
    main()
