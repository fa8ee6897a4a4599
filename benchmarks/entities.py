"""How long and in how much memory entities are resolved: `python -m benchmarks.entities [MENTIONS] [FOLDER]`.

Lands generated mentions (those of `benchmarks.marts`: 50,000 people, a few named often, most seldom) and resolves them
as an ingest does; adds a hundred articles and resolves them again. Prints seconds, and the most memory that the process
held before and after.
"""

import shutil
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from benchmarks.marts import ARTICLES_AT_ONCE, MENTIONS_AN_ARTICLE, peak_megabytes, shards, tell
from tasks.stages.resolve_entities import resolve_entities
from warehouse.ledger.ledger import Ledger, open_ledger


def main(mention_count: int, folder: Path) -> None:
    """Run the benchmark and print what it measured."""
    article_count = mention_count // MENTIONS_AN_ARTICLE
    with open_ledger(folder) as ledger:
        land(ledger, article_count, first=0)
        tell(f"{peak_megabytes():,.0f} MB after landing {ARTICLES_AT_ONCE:,} articles at once")
        resolve(ledger)
        land(ledger, 100, first=article_count)
        resolve(ledger)


def land(ledger: Ledger, article_count: int, *, first: int) -> None:
    """Land articles with their mentions, numbered from the first."""
    for shard in shards(article_count, first=first, random=np.random.default_rng(first)):
        ledger.land({"articles": shard["articles"], "mentions": shard["mentions"]})


def resolve(ledger: Ledger) -> None:
    """Resolve all mentions, and print what that took."""
    started = time.perf_counter(), time.process_time()
    resolve_entities.fn(ledger, corrections=())
    wall, processor = time.perf_counter() - started[0], time.process_time() - started[1]
    tell(f"resolved in {wall:.1f} s, {processor:.1f} s of the processor; peak memory {peak_megabytes():,.0f} MB")


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    place = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(tempfile.mkdtemp(prefix="entities-"))
    try:
        main(wanted, place / "ledger")
    finally:
        shutil.rmtree(place, ignore_errors=True)
