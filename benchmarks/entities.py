"""How long and in how much memory entities are resolved: `python -m benchmarks.entities [MENTIONS] [FOLDER]`.

Lands generated mentions (those of `benchmarks.marts`: 50,000 people, a few named often, most seldom) and resolves them
as an ingest does. Prints seconds, and the most memory that the process held before and after.
"""

import shutil
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from benchmarks.marts import ARTICLES_AT_ONCE, MENTIONS_AN_ARTICLE, peak_megabytes, shards, tell
from tasks.stages.resolve_entities import resolve_entities
from warehouse.ledger.ledger import open_ledger


def main(mention_count: int, folder: Path) -> None:
    """Run the benchmark and print what it measured."""
    article_count = mention_count // MENTIONS_AN_ARTICLE
    with open_ledger(folder) as ledger:
        for shard in shards(article_count, first=0, random=np.random.default_rng(1)):
            ledger.land({"articles": shard["articles"], "mentions": shard["mentions"]})
        before = peak_megabytes()
        started = time.perf_counter()
        resolve_entities.fn(ledger, corrections=())
        took = time.perf_counter() - started
    tell(f"{article_count * MENTIONS_AN_ARTICLE:,} mentions resolved in {took:.1f} s")
    tell(
        f"peak memory {peak_megabytes():,.0f} MB, {before:,.0f} MB after landing {ARTICLES_AT_ONCE:,} articles at once"
    )


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    place = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(tempfile.mkdtemp(prefix="entities-"))
    try:
        main(wanted, place / "ledger")
    finally:
        shutil.rmtree(place, ignore_errors=True)
