"""What several processes gain, and what flow, checks and landing cost: `python -m benchmarks.engines [--articles 2000]`.

Ingests generated articles of some 470 words into new warehouses by the command itself, with one worker process and
with two, after the bare extractors have read the same texts in this process. Prints seconds by the clock and by the
processors, the seconds until the first article had landed, and the most memory that a worker had.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

from benchmarks.generated_articles import WORDS, articles, write_archive
from tasks.formats.article import bare_article
from tasks.resolvers.findings import extract_all
from warehouse.folder import layout
from warehouse.ledger.head import read_head
from warehouse.records import Article

COMMAND = "import sys; from flows.cli import app; sys.exit(app())"
SECONDS_BETWEEN_LOOKS = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """An ingest: seconds by the clock, by the processors and to the first article, and a worker's most memory."""

    wall: float
    processor: float
    first: float
    worker_megabytes: float


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
                f"a worker had up to {one.worker_megabytes:.0f} MB\n"
            )
            sys.stdout.flush()


def seconds_of_extractors(article_count: int) -> float:
    """Time the extractors alone by the processor's clock, the model being loaded already."""
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
    first, most = 0.0, 0.0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as ingest:
        while ingest.poll() is None:
            time.sleep(SECONDS_BETWEEN_LOOKS)
            most = max([most, *worker_megabytes(ingest.pid)])
            if not first and has_articles(warehouse):
                first = time.perf_counter() - started
    if ingest.returncode:
        raise SystemExit(f"the ingest failed with {ingest.returncode}")
    wall = time.perf_counter() - started
    return Measured(wall=wall, processor=processor_seconds() - before, first=first, worker_megabytes=most)


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


def worker_megabytes(parent: int) -> Iterator[float]:
    """Yield the memory of each grandchild that was forked to work, what it shares with the others included."""
    for server in children(parent):
        if "multiprocessing.forkserver" in Path(f"/proc/{server}/cmdline").read_text():
            for worker in children(server):
                status = Path(f"/proc/{worker}/status").read_text()
                yield int(status.partition("VmRSS:")[2].split()[0]) / 1024


def children(process_id: int) -> list[int]:
    """Return the children of a process."""
    try:
        return [
            int(child)
            for path in Path(f"/proc/{process_id}/task").glob("*/children")
            for child in path.read_text().split()
        ]
    except (FileNotFoundError, ProcessLookupError):
        return []


if __name__ == "__main__":
    main()
