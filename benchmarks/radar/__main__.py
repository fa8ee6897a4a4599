"""Plants reports, reads them as news, and scores the radar: `python -m benchmarks.radar [--pairs 1000]`.

Writes as many conflicts and as many harmless pairs, two articles each, ingests them, and prints how many conflicts were
found and how many harmless pairs were taken for one. `--misses` prints those articles.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.radar.planting import planted
from benchmarks.radar.scoring import ingest, miss, outcomes, report, write_archive


def main() -> None:
    """Plant, read, score and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=1000, help="conflicts, and as many harmless pairs")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", type=int, default=0, help="how many to print")
    parser.add_argument("--keep", type=Path, help="keep articles and warehouse in this folder")
    options = parser.parse_args()
    pairs = list(planted(conflicts=options.pairs, harmless=options.pairs, seed=options.seed))
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        articles = folder / "articles"
        if not articles.exists():
            write_archive(articles, pairs, seed=options.seed)
        ingest(articles, warehouse=folder / "ledger")
        found = outcomes(folder / "ledger", pairs)
        wrong = [outcome for outcome in found if outcome.is_alarm != (outcome.pair.relation == "conflict")]
        lines = [*report(found), *(miss(outcome, articles) for outcome in wrong[: options.misses])]
    sys.stdout.write("\n".join([*lines, ""]))


if __name__ == "__main__":
    main()
