"""How long marts and views take on a large archive: `python -m benchmarks.marts [FIGURES] [FOLDER]`.

Writes a ledger of generated rows (seeded; five mentions a figure, twenty figures an article, thirty years of articles),
publishes it, asks five views, adds a hundred articles and publishes again. Prints seconds, peak memory and bytes.
"""

import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import numpy as np
import pyarrow as pa

from warehouse.catalogue.catalogue import publish
from warehouse.catalogue.reader import connect
from warehouse.ledger.ledger import open_ledger
from warehouse.ledger.schemas import arrow_schema
from warehouse.records import (
    AppliedCorrection,
    Article,
    Entity,
    EntityName,
    EntityRole,
    Figure,
    Mention,
    MentionEntity,
    Record,
)

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
    "star: most mentioned": (
        "SELECT dim_entity.name, count(*) FROM marts.fct_mentions JOIN marts.dim_entity USING (entity_id) "
        "GROUP BY ALL ORDER BY 2 DESC LIMIT 20"
    ),
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


def figures(articles: np.ndarray, *, random: np.random.Generator) -> pa.Table:
    """Make the figures of articles."""
    owners = np.repeat(articles, FIGURES_AN_ARTICLE)
    numbers = np.arange(owners[0] * FIGURES_AN_ARTICLE, owners[0] * FIGURES_AN_ARTICLE + len(owners))
    units = random.integers(0, len(UNITS), len(owners))
    return rows(
        Figure,
        len(owners),
        figure_id=numbered("figure-", numbers),
        article_id=numbered("article-", owners),
        start_char=pa.array((numbers % FIGURES_AN_ARTICLE) * 100),
        end_char=pa.array((numbers % FIGURES_AN_ARTICLE) * 100 + 6),
        kind=pa.array(np.where(units < 4, "money", "quantity")),
        unit=pa.array(np.array(UNITS)[units]),
        value=pa.array(random.integers(1, 100_000, len(owners))).cast(pa.decimal128(38, 9)),
        status=pa.array(np.where(numbers % 3 == 0, "target", "actual")),
    )


def mentions(articles: np.ndarray) -> pa.Table:
    """Make the mentions of articles."""
    owners = np.repeat(articles, MENTIONS_AN_ARTICLE)
    numbers = np.arange(owners[0] * MENTIONS_AN_ARTICLE, owners[0] * MENTIONS_AN_ARTICLE + len(owners))
    return rows(
        Mention,
        len(owners),
        mention_id=numbered("mention-", numbers),
        article_id=numbered("article-", owners),
        start_char=pa.array((numbers % MENTIONS_AN_ARTICLE) * 20),
        end_char=pa.array((numbers % MENTIONS_AN_ARTICLE) * 20 + 6),
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
    empty = {record.table: rows(record, 0) for record in (EntityName, EntityRole, AppliedCorrection)}
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


def written_bytes(marts: Path, *, before: set[int]) -> tuple[int, int]:
    """Return the bytes of all files of the marts, and of those that were not there before."""
    files = [path.stat() for path in marts.resolve().rglob("*.parquet")]
    return sum(file.st_size for file in files), sum(file.st_size for file in files if file.st_ino not in before)


def main(figure_count: int, folder: Path) -> None:
    """Run the benchmark and print what it measured."""
    random = np.random.default_rng(1)
    article_count = figure_count // FIGURES_AN_ARTICLE
    with open_ledger(folder) as ledger:
        for shard in shards(article_count, first=0, random=random):
            ledger.land(shard)
        ledger.replace_corpus(corpus(article_count * MENTIONS_AN_ARTICLE))
    tell(f"{figure_count:,} figures, {article_count * MENTIONS_AN_ARTICLE:,} mentions, {article_count:,} articles")
    took = timed_publication(folder)
    tell(f"marts and catalogue written in {took:.1f} s, peak memory {peak_megabytes():,.0f} MB")
    for name, query in QUERIES.items():
        tell(f"{name}: {median_milliseconds(folder, query):.0f} ms")
    before = {path.stat().st_ino for path in (folder / "marts").resolve().rglob("*.parquet")}
    with open_ledger(folder) as ledger:
        for shard in shards(100, first=article_count, random=np.random.default_rng(2)):
            latest = pa.array([FIRST_DAY + timedelta(days=DAYS)] * 100)
            articles = shard["articles"]
            position = articles.schema.get_field_index("published_on")
            ledger.land({**shard, "articles": articles.set_column(position, articles.field(position), latest)})
    took = timed_publication(folder)
    total, rewritten = written_bytes(folder / "marts", before=before)
    tell(f"100 articles more: {took:.1f} s, {rewritten / 1e6:.1f} of {total / 1e6:.1f} MB written again")


def tell(line: str) -> None:
    """Write a line of the result at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def timed_publication(folder: Path) -> float:
    """Publish, and return the seconds that it took."""
    started = time.perf_counter()
    publish(folder)
    return time.perf_counter() - started


def peak_megabytes() -> float:
    """Return the most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def median_milliseconds(folder: Path, query: str) -> float:
    """Ask a query five times on one connection; return the median."""
    with connect(folder) as connection:
        connection.execute("SET threads = 2")
        times = []
        for _ in range(5):
            started = time.perf_counter()
            connection.execute(query).fetchall()
            times.append(1000 * (time.perf_counter() - started))
    return statistics.median(times)


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    place = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(tempfile.mkdtemp(prefix="marts-"))
    try:
        main(wanted, place / "ledger")
    finally:
        shutil.rmtree(place, ignore_errors=True)
