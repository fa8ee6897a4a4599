"""How a warehouse grows over many small ingests: `python -m benchmarks.growth [--ingests 200]`.

Each ingest lands one article, replaces another, and publishes, as the flow does; maintenance comes every so often, with
nothing spared for its age. What grows with the articles is data; what stays level is everything else.
"""

import argparse
import dataclasses
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.support.ledger_rows import make_article, make_run, make_shard, table_of
from warehouse.catalogue.catalogue import publish
from warehouse.catalogue.maintenance import maintain
from warehouse.catalogue.tidying import tidy
from warehouse.folder import layout
from warehouse.ledger.history import note_run, promised_versions, read_history
from warehouse.ledger.ledger import Ledger, open_ledger
from warehouse.records import Article, Run

START = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """What a warehouse has on the disk after a number of ingests, and the versions of articles that are kept."""

    ingests: int
    data_files: int
    log_files: int
    byte_count: int
    kept_versions: int
    marts_folders: int


def grown(folder: Path, *, ingests: int, maintained_every: int, keep_runs: int) -> Iterator[Size]:
    """Ingest again and again, and yield the size after each maintenance."""
    for number in range(1, ingests + 1):
        with open_ledger(folder) as ledger:
            ingest(ledger, number, keep_runs=keep_runs)
            if number % maintained_every == 0:
                maintain(ledger, retention_hours=0)
                yield size_of(folder, ingests=number)


def ingest(ledger: Ledger, number: int, *, keep_runs: int) -> None:
    """Land an article, and a revision of the one before; enter the run and publish."""
    new, before = make_article(number), make_article(number - 1)
    ledger.land(make_shard([new, make_article(number - 1, revision=1)]), replaced_article_ids={before.article_id})
    run_id, finished_at = f"run-{number:05d}", START + timedelta(hours=number)
    run = dataclasses.replace(make_run(run_id), finished_at=finished_at)
    ledger.land({Run.table: table_of(Run, [run])})
    tidy(ledger)
    note_run(ledger.folder, ledger.head, run_id=run_id, finished_at=finished_at, keep_runs=keep_runs)
    publish(ledger.folder)


def size_of(folder: Path, *, ingests: int) -> Size:
    """Measure a warehouse's folder; a file of several names counts once."""
    states = {state.st_ino: state.st_size for path in folder.rglob("*") if path.is_file() for state in [path.stat()]}
    return Size(
        ingests=ingests,
        data_files=len(list((folder / layout.TABLES).glob("*/*.parquet"))),
        log_files=len(list((folder / layout.TABLES).glob(f"*/{layout.LOG}/*"))),
        byte_count=sum(states.values()),
        kept_versions=len(promised_versions(read_history(folder))[Article.table]),
        marts_folders=len(list((folder / layout.MARTS_STORE).iterdir())),
    )


def main() -> None:
    """Print a line after each maintenance."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ingests", type=int, default=200)
    parser.add_argument("--every", type=int, default=20, help="ingests from one maintenance to the next")
    parser.add_argument("--keep-runs", type=int, default=30)
    options = parser.parse_args()
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        sizes = grown(
            Path(folder) / "ledger",
            ingests=options.ingests,
            maintained_every=options.every,
            keep_runs=options.keep_runs,
        )
        for size in sizes:
            print(f"{time.perf_counter() - started:6.0f} s  {size}", flush=True)  # noqa: T201 - its own output


if __name__ == "__main__":
    main()
