"""What an ingest takes that finds nothing new: `python -m benchmarks.speed.unchanged [--articles 100000]`.

Generated articles are landed as a run lands them, but for their facts, which nobody looks at here; then
`newsledger ingest` goes over their files, three times. Prints seconds by the clock and by the processor.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from benchmarks.generated_articles import write_archive
from benchmarks.speed.commands import NEWSLEDGER, cost
from tasks.extractors.model import reading_with
from tasks.formats import FORMATS_VERSION, cut_of, parse_article
from tasks.freshness.volumes import note_settled
from tasks.settings.configuration import read_configuration
from tasks.sources import read_sources
from tasks.stages.land import file_row
from tasks.stages.publish import publish
from tasks.stages.resolve_entities import resolve_entities
from tests.support.shard_by_shard import make_run
from warehouse.ledger.ledger import open_ledger
from warehouse.ledger.schemas import to_arrow
from warehouse.records import Article, File, RawFile, Stamp, stamped

WORDS = 30
"""At least as many in an article: two sentences, for one may read as part of the header."""

FILES_AT_ONCE = 5_000
ROUNDS = 3
RUN = "run"


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    article_count = parser.parse_args().articles
    with tempfile.TemporaryDirectory() as folder:
        archive, warehouse = Path(folder) / "archive", Path(folder) / "ledger"
        write_archive(archive, article_count=article_count, words=WORDS)
        land_without_facts(archive, warehouse)
        ingest = ["-c", NEWSLEDGER, "ingest", str(archive), "--warehouse", str(warehouse)]
        for _ in range(ROUNDS):
            took = cost("ingest", ingest, checkout=Path.cwd(), standard_input=Path("/dev/null"))
            sys.stdout.write(
                f"{article_count:,} files, nothing new: {took.wall_seconds:.1f} s, {took.cpu_seconds:.1f} of the "
                "processor\n"
            )


def land_without_facts(archive: Path, warehouse: Path) -> None:
    """Land the articles of an archive, with nothing found in them, and publish them."""
    configuration = read_configuration(warehouse)
    stamp = Stamp(extractor_version=FORMATS_VERSION, run_id=RUN)
    with open_ledger(warehouse) as ledger, reading_with(configuration.model):
        sources = read_sources([str(archive)], limits=configuration.limits, cutter=cut_of)
        files = (source for source in sources if isinstance(source, RawFile))
        for pack in packs(files):
            articles = [parse_article(file) for file in pack]
            rows = [file_row(file, article_id=article.article_id) for file, article in zip(pack, articles, strict=True)]
            ledger.land(
                {
                    Article.table: to_arrow(Article, (stamped(article, stamp) for article in articles)),
                    File.table: to_arrow(File, (row.as_row() for row in rows)),
                }
            )
        note_settled(ledger, configuration=configuration)
        resolve_entities.fn(ledger, corrections=())
        publish.fn(ledger, run=make_run(RUN), configuration=configuration)


def packs(files: Iterator[RawFile]) -> Iterator[list[RawFile]]:
    """Gather files, so many at once."""
    while pack := list(islice(files, FILES_AT_ONCE)):
        yield pack


if __name__ == "__main__":
    main()
