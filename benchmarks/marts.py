"""How long marts and views take on a large archive: `python -m benchmarks.marts [FIGURES] [FOLDER]`.

Writes a ledger of generated rows (seeded; five mentions a figure, twenty figures an article, thirty years of articles),
publishes it, asks five views, adds a hundred articles and publishes again. Prints seconds of the clock and of the
processor, peak memory, and how many bytes of each part of the warehouse were written again.
"""

import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pyarrow as pa

from warehouse.catalogue.catalogue import publish
from warehouse.catalogue.reader import connect
from warehouse.folder import layout
from warehouse.ledger.head import published_head
from warehouse.ledger.ledger import open_ledger
from warehouse.ledger.schemas import arrow_schema
from warehouse.marts import marts
from warehouse.marts.marts import refresh_marts
from warehouse.records import (
    CORPUS_TABLES,
    Article,
    Entity,
    Figure,
    Mention,
    MentionEntity,
    Record,
)
from warehouse.search.index import refresh_index

FIGURES_AN_ARTICLE, MENTIONS_AN_ARTICLE, ENTITIES = 20, 100, 50_000
ARTICLES_AT_ONCE = 5_000
FIRST_DAY, DAYS = date(1990, 1, 1), 30 * 365
UNITS = ("USD", "RUB", "EUR", "CNY", "percent", "ton", "kilometer", "soldier")
WORDS = np.array(
    ["harbor", "grain", "treaty", "border", "ministry", "pipeline", "ruble", "tariff", "summit", "railway"]
)
SAMPLES: dict[pa.DataType, object] = {
    pa.string(): "sample",
    pa.int64(): 1,
    pa.bool_(): False,
    pa.float64(): 1.0,
    pa.date32(): FIRST_DAY,
    pa.decimal128(38, 9): Decimal(1),
}

QUERIES = {
    "money by month": "FROM money_by_month SELECT count(*), sum(figure_count)",
    "one entity's timeline": "FROM entity_timeline WHERE entity_id = 'entity-7' LIMIT 100",
    "figures in context": "FROM figures_in_context WHERE unit = 'EUR' AND value > 99000 LIMIT 100",
    "star: euros by year": (
        "SELECT year, sum(value) FROM marts.fct_figures JOIN marts.dim_date USING (date_key) "
        "JOIN marts.dim_unit USING (unit_id) WHERE unit_label = 'EUR' AND status = 'actual' GROUP BY ALL"
    ),
    "most mentioned": "FROM most_mentioned SELECT name, mention_count LIMIT 20",
}


def rows(record: type[Record], count: int, **columns: pa.Array) -> pa.Table:
    """Make rows of a table: the columns given, nulls where they may be, and a sample of its type elsewhere."""
    arrays = []
    for field in arrow_schema(record):
        if field.name in columns:
            arrays.append(columns[field.name].cast(field.type))
        elif field.nullable:
            arrays.append(pa.nulls(count, field.type))
        else:
            arrays.append(pa.array([SAMPLES[field.type]] * count, field.type))
    return pa.Table.from_arrays(arrays, schema=arrow_schema(record))


def numbered(prefix: str, numbers: np.ndarray) -> pa.Array:
    """Make keys of numbers."""
    return pa.array(np.char.add(prefix, numbers.astype(str)))


def shards(article_count: int, *, first: int, random: np.random.Generator) -> Iterator[dict[str, pa.Table]]:
    """Yield articles with their figures and mentions, some thousands at a time."""
    for start in range(first, first + article_count, ARTICLES_AT_ONCE):
        count = min(ARTICLES_AT_ONCE, first + article_count - start)
        articles = np.arange(start, start + count)
        days = pa.array([FIRST_DAY + timedelta(days=int(day)) for day in random.integers(0, DAYS, count)])
        texts = pa.array([" ".join(words) for words in random.choice(WORDS, (count, 400))])
        keys = numbered("article-", articles)
        yield {
            "articles": rows(
                Article,
                count,
                article_id=keys,
                text_sha256=keys,
                published_on=days,
                text=texts,
                body_start_char=pa.array(np.zeros(count, int)),
                body_end_char=pa.array([len(text.as_py()) for text in texts]),
            ),
            "figures": figures(articles, random=random),
            "mentions": mentions(articles),
        }


def figures(articles: np.ndarray, *, random: np.random.Generator, each: int = FIGURES_AN_ARTICLE) -> pa.Table:
    """Make the figures of articles, so many of each."""
    owners = np.repeat(articles, each)
    numbers = np.arange(owners[0] * each, owners[0] * each + len(owners))
    units = random.integers(0, len(UNITS), len(owners))
    return rows(
        Figure,
        len(owners),
        figure_id=numbered("figure-", numbers),
        article_id=numbered("article-", owners),
        start_char=pa.array((numbers % each) * 100),
        end_char=pa.array((numbers % each) * 100 + 6),
        kind=pa.array(np.where(units < 4, "money", "quantity")),
        unit=pa.array(np.array(UNITS)[units]),
        value=pa.array(random.integers(1, 100_000, len(owners))).cast(pa.decimal128(38, 9)),
        status=pa.array(np.where(numbers % 3 == 0, "target", "actual")),
    )


def mentions(articles: np.ndarray, *, each: int = MENTIONS_AN_ARTICLE) -> pa.Table:
    """Make the mentions of articles, so many of each."""
    owners = np.repeat(articles, each)
    numbers = np.arange(owners[0] * each, owners[0] * each + len(owners))
    return rows(
        Mention,
        len(owners),
        mention_id=numbered("mention-", numbers),
        article_id=numbered("article-", owners),
        start_char=pa.array((numbers % each) * 20),
        end_char=pa.array((numbers % each) * 20 + 6),
        kind=pa.array(["person"] * len(owners)),
        name=numbered("Name ", entity_of(numbers)),
    )


def entity_of(mention_numbers: np.ndarray) -> np.ndarray:
    """Give each mention an entity: few are named often, most seldom."""
    spread = (mention_numbers * 2_654_435_761) % 1_000_003 / 1_000_003
    return (spread**3 * ENTITIES).astype(int)


def corpus(mention_count: int) -> dict[str, pa.Table]:
    """Make the entities that the mentions refer to."""
    numbers, mention_numbers = np.arange(ENTITIES), np.arange(mention_count)
    empty = {record.table: rows(record, 0) for record in CORPUS_TABLES}
    return {
        **empty,
        "entities": rows(Entity, ENTITIES, entity_id=numbered("entity-", numbers), name=numbered("Name ", numbers)),
        "mention_entities": rows(
            MentionEntity,
            mention_count,
            mention_id=numbered("mention-", mention_numbers),
            entity_id=numbered("entity-", entity_of(mention_numbers)),
        ),
    }


def files_of_parts(folder: Path) -> dict[str, dict[int, int]]:
    """Return the bytes of each file of each part, by its number on the disk, by which it is known under any name."""
    marts = (folder / layout.MARTS).resolve()
    lie_in = {"index": marts / layout.INDEX, "marts": marts, "ledger": folder / layout.TABLES, "catalogue": folder}
    found: dict[str, dict[int, int]] = {}
    for part, path in lie_in.items():
        files = path.glob(layout.CATALOGUE) if path == folder else path.rglob("*")
        states = [file.stat() for file in files if file.is_file()]
        found[part] = {state.st_ino: state.st_size for state in states if state.st_ino not in found.get("index", {})}
    return found


def tell_of_bytes(before: dict[str, dict[int, int]], after: dict[str, dict[int, int]]) -> None:
    """Print how much of each part lies in files that were not there before, as a share of what was."""
    there = {part: sum(files.values()) for part, files in before.items()}
    written = {
        part: sum(size for number, size in files.items() if number not in before[part]) for part, files in after.items()
    }
    for part, size in there.items():
        tell(f"  {part}: {written[part] / 1e6:.1f} MB written, {size / 1e6:.1f} were there")
    written_of, there_of = (sum(sizes.values()) - sizes["catalogue"] for sizes in (written, there))
    tell(f"  all but the catalogue: {written_of / there_of:.1%} written again")


def main(figure_count: int, folder: Path) -> None:
    """Run the benchmark and print what it measured."""
    random = np.random.default_rng(1)
    article_count = figure_count // FIGURES_AN_ARTICLE
    with open_ledger(folder) as ledger:
        for shard in shards(article_count, first=0, random=random):
            ledger.land(shard)
        ledger.replace_corpus(corpus(article_count * MENTIONS_AN_ARTICLE))
    tell(f"{figure_count:,} figures, {article_count * MENTIONS_AN_ARTICLE:,} mentions, {article_count:,} articles")
    publish_by_the_clock(folder)
    for name, query in QUERIES.items():
        wall, processor = median_milliseconds(folder, query)
        tell(f"{name}: {wall:.0f} ms, {processor:.0f} of the processor")
    before = files_of_parts(folder)
    with open_ledger(folder) as ledger:
        for shard in shards(100, first=article_count, random=np.random.default_rng(2)):
            latest = pa.array([FIRST_DAY + timedelta(days=DAYS)] * 100)
            articles = shard["articles"]
            position = articles.schema.get_field_index("published_on")
            ledger.land({**shard, "articles": articles.set_column(position, articles.field(position), latest)})
        ledger.replace_corpus(corpus((article_count + 100) * MENTIONS_AN_ARTICLE))
    tell("100 articles more")
    publish_by_the_clock(folder)
    tell_of_bytes(before, files_of_parts(folder))


def publish_by_the_clock(folder: Path) -> None:
    """Publish; print what marts, index and catalogue took, and the most memory that the process has held."""
    took: dict[str, tuple[float, float]] = {}
    index = watched("index", refresh_index, took)
    with patch.object(marts, "refresh_index", index):
        watched("marts and index", refresh_marts, took)(folder, published_head(folder))
    watched("catalogue", publish, took)(folder)
    for name, (wall, processor) in took.items():
        tell(f"  {name}: {wall:.1f} s, {processor:.1f} s of the processor")
    tell(f"  peak memory {peak_megabytes():,.0f} MB")


def watched(name: str, function: Callable[..., object], took: dict[str, tuple[float, float]]) -> Callable[..., object]:
    """Return the function so that it writes down the seconds that it took, of the clock and of the processor."""

    def call(*given: object, **named: object) -> object:
        wall, processor = time.perf_counter(), time.process_time()
        result = function(*given, **named)
        took[name] = time.perf_counter() - wall, time.process_time() - processor
        return result

    return call


def tell(line: str) -> None:
    """Write a line of the result at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def peak_megabytes() -> float:
    """Return the most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def median_milliseconds(folder: Path, query: str) -> tuple[float, float]:
    """Ask a query five times on one connection; return the median by the clock, and that of the processor."""
    times = []
    with connect(folder) as connection:
        connection.execute("SET threads = 2")
        for _ in range(5):
            wall, processor = time.perf_counter(), time.process_time()
            connection.execute(query).fetchall()
            times.append((time.perf_counter() - wall, time.process_time() - processor))
    walls, processors = zip(*times, strict=True)
    return 1000 * statistics.median(walls), 1000 * statistics.median(processors)


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    place = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(tempfile.mkdtemp(prefix="marts-"))
    try:
        main(wanted, place / "ledger")
    finally:
        shutil.rmtree(place, ignore_errors=True)
