"""What checks cost an ingest: `python -m benchmarks.checks [--articles 2000] [--rounds 2]`.

The same generated archive is ingested without and with the checks, in turn, in one process after both are loaded; CPU
seconds, of this process alone, are compared. What Great Expectations takes to load is measured beside it, in a process
of its own: an ingest loads it once, while Prefect's API starts, and no worker does.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.generated_articles import write_archive
from tasks.stages.read import FILES_IN_A_SHARD
from tests.support.shard_by_shard import ingest_without_prefect, ingest_without_suites

LOADING = 50
"""Articles that are ingested first: models and libraries are loaded then, once."""

LOADED = "import time; import pandas, duckdb, pyarrow; t = time.process_time(); import expectations.check; "
LOADED += "print(time.process_time() - t)"


def cpu_seconds(work: Callable[[], object]) -> float:
    """Do some work and return the CPU seconds that it took."""
    started = time.process_time()
    work()
    return time.process_time() - started


def compared(archive: Path, folder: Path, *, rounds: int) -> tuple[list[float], list[float]]:
    """Ingest an archive without and with the checks, in turn; return the CPU seconds of each."""
    without, checked = [], []
    write_archive(folder / "first", article_count=LOADING)
    ingest_without_prefect([str(folder / "first")], folder / "loaded", files_in_a_shard=FILES_IN_A_SHARD)
    for number in range(rounds):
        bare, full, paths = folder / f"bare-{number}", folder / f"full-{number}", [str(archive)]
        without.append(cpu_seconds(partial(ingest_without_suites, paths, bare, files_in_a_shard=FILES_IN_A_SHARD)))
        checked.append(cpu_seconds(partial(ingest_without_prefect, paths, full, files_in_a_shard=FILES_IN_A_SHARD)))
    return without, checked


def main() -> None:
    """Print what the checks add."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "archive"
        write_archive(archive, article_count=options.articles)
        without, checked = compared(archive, Path(folder), rounds=options.rounds)
    bare, full = statistics.mean(without), statistics.mean(checked)
    command = [sys.executable, "-c", LOADED]
    loading = float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)  # noqa: S603 - our own
    lines = [
        f"without checks: {bare:.1f} CPU s ({', '.join(f'{each:.1f}' for each in without)})",
        f"with checks:    {full:.1f} CPU s ({', '.join(f'{each:.1f}' for each in checked)}): {full / bare - 1:+.1%}",
        f"loading Great Expectations: {loading:.1f} CPU s, {loading / bare:.1%} more",
    ]
    sys.stdout.write("\n".join([*lines, ""]))


if __name__ == "__main__":
    main()
