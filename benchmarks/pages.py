"""How long the explorer's server takes for each page: `python -m benchmarks.pages [FIGURES] [FOLDER]`.

Writes and publishes the generated ledger of `benchmarks.marts`, in which one figure in three says what it measures, of
whom and when; then asks for each page, and prints the medians of the milliseconds: by the clock, and of the processors.
A FOLDER that is named is kept, and taken as it is where it holds a ledger already.
"""

import hashlib
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
from starlette.testclient import TestClient

from benchmarks.marts import (
    FIGURES_AN_ARTICLE,
    FIRST_DAY,
    MENTIONS_AN_ARTICLE,
    WORDS,
    corpus,
    entity_of,
    numbered,
    rows,
    shards,
    tell,
)
from flows.explore.application import application
from warehouse.catalogue.catalogue import publish
from warehouse.catalogue.reader import reading
from warehouse.ledger.ledger import open_ledger
from warehouse.records import Citation, Quotation

TIMES = 7
WORDS_AN_ARTICLE, VOCABULARY = 400, 50_000
MENTIONS_A_FIGURE = MENTIONS_AN_ARTICLE // FIGURES_AN_ARTICLE
KEYS = """
SELECT
    (SELECT min(claim_id) FROM claims WHERE conflict_count > 0) AS claim,
    (SELECT max_by(entity_id, mention_count) FROM marts.dim_entity) AS entity,
    (SELECT max_by(entity_id, mention_count) FROM marts.dim_entity WHERE mention_count < 50) AS seldom,
    (SELECT max(outlet_id) FROM marts.dim_outlet WHERE outlet_id <> 'unknown') AS outlet,
    (SELECT max(article_id) FROM marts.dim_article WHERE article_id <> 'unknown') AS article,
    (SELECT max(figure_id) FROM marts.fct_figures) AS figure
"""
QUOTATIONS_AN_ARTICLE, CITATIONS_AN_ARTICLE, OUTLETS = 5, 2, 300


def stating(figures: pa.Table, *, random: np.random.Generator) -> pa.Table:
    """Let one figure in three say what it measures, of what the mention at its start names, and in which year."""
    numbers = np.array([int(key.removeprefix("figure-")) for key in figures["figure_id"].to_pylist()])
    states = numbers % 3 == 0
    starts = (numbers % FIGURES_AN_ARTICLE) * MENTIONS_A_FIGURE * 20
    years = random.integers(1990, 2020, len(numbers))
    filled = {
        "measure": pa.array(np.char.add(np.char.add(WORDS[numbers % 7], " "), WORDS[numbers % 9]), mask=~states),
        "measured_of": pa.array(np.char.add("Name ", entity_of(numbers * MENTIONS_A_FIGURE).astype(str)), mask=~states),
        "measured_of_start_char": pa.array(starts, mask=~states),
        "measured_of_end_char": pa.array(starts + 6, mask=~states),
        "period": pa.array(years.astype(str), mask=~states),
        "period_start_on": pa.array([date(year, 1, 1) for year in years.tolist()], mask=~states),
        "period_end_on": pa.array([date(year, 12, 31) for year in years.tolist()], mask=~states),
        **{f"{name}_confidence": pa.array(np.where(states, 0.9, 0)) for name in ("measure", "measured_of", "period")},
    }
    for name, values in filled.items():
        place = figures.schema.get_field_index(name)
        figures = figures.set_column(place, figures.field(place), values.cast(figures.field(place).type))
    return figures


def worded(articles: pa.Table, *, random: np.random.Generator) -> pa.Table:
    """Give articles texts of which few words are in all, and most in few, as words of news are (Zipf's law)."""
    ranks = np.minimum(random.zipf(1.3, (len(articles), WORDS_AN_ARTICLE)), VOCABULARY)
    texts = [" ".join(f"{WORDS[rank % 10]}{rank}" for rank in row) for row in ranks.tolist()]
    for name, values in (("text", texts), ("body_end_char", [len(text) for text in texts])):
        place = articles.schema.get_field_index(name)
        articles = articles.set_column(place, articles.field(place), pa.array(values))
    return articles


def quotations(articles: np.ndarray) -> pa.Table:
    """Make what the people whom articles mention say there."""
    owners = np.repeat(articles, QUOTATIONS_AN_ARTICLE)
    numbers = np.arange(owners[0] * QUOTATIONS_AN_ARTICLE, owners[0] * QUOTATIONS_AN_ARTICLE + len(owners))
    places = numbers % QUOTATIONS_AN_ARTICLE
    speakers = numbered("Name ", entity_of(owners * MENTIONS_AN_ARTICLE + places))
    return rows(
        Quotation,
        len(owners),
        quotation_id=numbered("quotation-", numbers),
        article_id=numbered("article-", owners),
        start_char=pa.array(places * 300),
        end_char=pa.array(places * 300 + 80),
        style=pa.array(["indirect"] * len(owners)),
        speaker=speakers,
        speaker_text=speakers,
    )


def citations(articles: np.ndarray) -> pa.Table:
    """Make the outlets that articles cite: few are cited often, most seldom."""
    owners = np.repeat(articles, CITATIONS_AN_ARTICLE)
    numbers = np.arange(owners[0] * CITATIONS_AN_ARTICLE, owners[0] * CITATIONS_AN_ARTICLE + len(owners))
    places = numbers % CITATIONS_AN_ARTICLE
    outlets = ((numbers * 2_654_435_761) % 1_000_003 / 1_000_003) ** 3 * OUTLETS
    return rows(
        Citation,
        len(owners),
        citation_id=numbered("citation-", numbers),
        article_id=numbered("article-", owners),
        start_char=pa.array(1000 + places * 500),
        end_char=pa.array(1020 + places * 500),
        outlet=numbered("Agency ", outlets.astype(int)),
        cited_on_start=pa.array([FIRST_DAY] * len(owners)),
        cited_on_end=pa.array([FIRST_DAY] * len(owners)),
    )


def hashed(table: pa.Table) -> pa.Table:
    """Make hashes of the keys, as those of articles are: rows that belong together do not lie together by them."""
    for place, name in enumerate(table.schema.names):
        if name.endswith("_id") and name != "run_id" and table[name].null_count < len(table):
            keys = [key and hashlib.md5(key.encode()).hexdigest()[:20] for key in table[name].to_pylist()]  # noqa: S324
            table = table.set_column(place, table.schema.field(place), pa.array(keys))
    return table


def make(folder: Path, figure_count: int) -> None:
    """Write a ledger and publish it."""
    random = np.random.default_rng(1)
    article_count = figure_count // FIGURES_AN_ARTICLE
    with open_ledger(folder) as ledger:
        for shard in shards(article_count, first=0, random=random):
            numbers = np.array(
                [int(key.removeprefix("article-")) for key in shard["articles"]["article_id"].to_pylist()]
            )
            made = {
                **shard,
                "articles": worded(shard["articles"], random=random),
                "figures": stating(shard["figures"], random=random),
                "quotations": quotations(numbers),
                "citations": citations(numbers),
            }
            ledger.land({name: hashed(table) for name, table in made.items()})
        tables = corpus(article_count * MENTIONS_AN_ARTICLE)
        ledger.replace_corpus({name: hashed(table) for name, table in counted(tables).items()})
    publish(folder)


def counted(tables: dict[str, pa.Table]) -> dict[str, pa.Table]:
    """Say of each entity how often it is mentioned."""
    entities, links = tables["entities"], tables["mention_entities"]
    counts = dict(zip(*np.unique(links["entity_id"].to_numpy(zero_copy_only=False), return_counts=True), strict=True))
    mention_counts = pa.array([int(counts.get(key, 0)) for key in entities["entity_id"].to_pylist()], pa.int64())
    place = entities.schema.get_field_index("mention_count")
    return {**tables, "entities": entities.set_column(place, entities.schema.field(place), mention_counts)}


def addresses(folder: Path) -> Iterator[str]:
    """Yield the addresses that are asked for: each page, the lists also narrowed and turned over."""
    with reading(folder) as connection:
        ((claim, entity, seldom, outlet, article, figure),) = connection.execute(KEYS).fetchall()
    yield from ("/", "/search", "/search?q=grain1+treaty2", '/search?q="tariff7 railway9"', "/search?q=harbor7790")
    yield from ('/search?q="grain1 treaty2"', "/search?q=gra*", "/search?q=grain1&from=2001-01-01", "/search?page=40")
    yield from (
        "/search?q=grain1&page=40",
        "/search?q=grain1&kind=money&unit=EUR&least=99000",
        "/search?outlet=Agency+7",
    )
    yield from ("/figures", "/figures?kind=money&least=99000&unit=EUR", "/figures?of=Name+7&status=target")
    yield from ("/figures?measure=harbor&from=2001-01-01&to=2001-12-31", "/figures?outlet=Agency+7", "/figures?page=40")
    yield from ("/entities", "/entities?q=name+77", "/outlets", "/stories", "/corrections", "/rejections")
    yield from ("/claims", "/claims?all=yes&of=Name+7", f"/claim/{claim}", f"/outlet/{outlet}", f"/story/{article}")
    yield from (f"/article/{article}", f"/fact/figures/{figure}", f"/entity/{entity}", f"/entity/{seldom}")
    yield "/sql?sql=FROM+figures+LIMIT+20"


def main(figure_count: int, folder: Path) -> None:
    """Make the ledger if it is not there, and time its pages."""
    if not folder.exists():
        make(folder, figure_count)
    with TestClient(application(folder), base_url="http://127.0.0.1") as client:
        for address in addresses(folder):
            wall, processor = milliseconds(client, address)
            tell(f"{wall:6.0f} ms, {processor:5.0f} of the processors  {address}")


def milliseconds(client: TestClient, address: str) -> tuple[float, float]:
    """Ask for a page some times; return the medians of what it took by the clock and of the processors."""
    took = []
    for _ in range(TIMES):
        started, used = time.perf_counter(), time.process_time()
        client.get(address).raise_for_status()
        took.append((1000 * (time.perf_counter() - started), 1000 * (time.process_time() - used)))
    walls, processors = zip(*took, strict=True)
    return statistics.median(walls), statistics.median(processors)


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory(prefix="pages-") as temporary:
        main(wanted, Path(sys.argv[2] if len(sys.argv) > 2 else temporary) / "ledger")
