"""Measures the index of words on made-up articles: `python -m benchmarks.search [ARTICLES]`, 10,000 if nothing is said.

Prints the size of the index, the time to build it, what it costs to add 100 articles, and how long queries take.
Words are syllables put together, drawn by Zipf's law as in English (Zipf 1949, with Mandelbrot's shift of 2.7); the
same number of articles gives the same articles. Queries run on two threads, each several times: the median counts.
"""

import hashlib
import random
import statistics
import sys
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from warehouse.folder import layout
from warehouse.records import ArticleStory
from warehouse.search.index import refresh_index
from warehouse.views.relations import ledger_query, parquet_scan, stored_query
from warehouse.views.workspace import MEMORY_LIMIT, create_search

SEED = 20_011
ARTICLES = 10_000
ADDED = 100
ARTICLES_AT_ONCE = 5_000
VOCABULARY = 60_000
SHIFT = 2.7
WORDS = (250, 690)
"""Fewest and most words of an article: 470 on average, as in the publications that the ledger was made for."""
SENTENCE_WORDS = (8, 36)
ONSETS = ("b", "ch", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "z")
VOWELS = ("a", "e", "i", "o", "u", "ai", "ou")
ENDINGS = ("", "", "l", "n", "r", "s", "t")
ROUNDS = 7
THREADS = 2


class News:
    """Makes articles, the same from the same seed."""

    def __init__(self, seed: int) -> None:
        """Make up the words, the most frequent first."""
        self.chance = random.Random(seed)  # noqa: S311 (the same articles each time are what is wanted)
        words = (self.word() for _ in range(4 * VOCABULARY))
        self.words = list(dict.fromkeys(words))[:VOCABULARY]
        self.weights = list(accumulate(1 / (rank + 1 + SHIFT) for rank in range(len(self.words))))

    def word(self) -> str:
        """Put syllables together."""
        syllables = range(self.chance.choice((1, 2, 2, 3, 3, 4)))
        stem = "".join(self.chance.choice(ONSETS) + self.chance.choice(VOWELS) for _ in syllables)
        return stem + self.chance.choice(ENDINGS)

    def draw(self, count: int) -> list[str]:
        """Draw words as often as they are used."""
        return self.chance.choices(self.words, cum_weights=self.weights, k=count)

    def article(self, number: int) -> dict[str, object]:
        """Write an article with a headline, a header and paragraphs of sentences."""
        headline = " ".join(self.draw(6)).upper()
        head = f"{headline}\n\nPublication: Monitor Volume: 4 Issue: {number % 250}\n\n"
        body = "".join(self.sentences(self.draw(self.chance.randint(*WORDS)))).rstrip()
        text = f"{head}{body}\n"
        return {
            "article_id": hashlib.sha256(str(number).encode()).hexdigest()[:20],
            "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
            "headline": headline,
            "published_on": None,
            "body_start_char": len(head),
            "body_end_char": len(head) + len(body),
            "text": text,
        }

    def sentences(self, words: list[str]) -> Iterator[str]:
        """Cut words into sentences, some of which end a paragraph."""
        while words:
            count = self.chance.randint(*SENTENCE_WORDS)
            sentence, words = words[:count], words[count:]
            end = "\n\n" if self.chance.random() < 1 / 4 else " "
            yield " ".join(sentence).capitalize() + "." + end


def main() -> None:
    """Build an index, add to it, ask it, and write what each took."""
    article_count = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    with TemporaryDirectory() as aside:
        folder = Path(aside)
        news = News(SEED)
        for start in range(0, article_count, ARTICLES_AT_ONCE):
            write_articles(news, folder, range(start, min(start + ARTICLES_AT_ONCE, article_count)))
        byte_count = sum(path.stat().st_size for path in (folder / "stored").iterdir())
        sys.stdout.write(f"{article_count:,} articles, {byte_count / 1e6:,.0f} MB as Parquet\n")
        build(folder, "built", previous="none")
        write_articles(news, folder, range(article_count, article_count + ADDED))
        build(folder, "added", previous="built")
        ask(folder, news.words)


def write_articles(news: News, folder: Path, numbers: range) -> None:
    """Write articles to a Parquet file, as the ledger stores them."""
    (folder / "stored").mkdir(exist_ok=True)
    table = pa.Table.from_pylist([news.article(number) for number in numbers])
    table = table.set_column(3, "published_on", pa.nulls(len(table), pa.date32()))
    pq.write_table(table, folder / "stored" / f"{numbers.start:08}.parquet", compression="zstd")


def database(folder: Path) -> duckdb.DuckDBPyConnection:
    """Open a database in memory with the views on the articles that the index is made from."""
    connection = duckdb.connect(":memory:", config={"threads": THREADS, "memory_limit": MEMORY_LIMIT})
    connection.execute(f"SET temp_directory = '{folder / 'duckdb'}'")
    connection.execute("CREATE SCHEMA internal")
    files = sorted((folder / "stored").iterdir())
    connection.execute(f"CREATE VIEW internal.articles AS FROM {parquet_scan(files)}")
    connection.execute(f"CREATE VIEW internal.article_stories AS {stored_query(ArticleStory, ())}")
    connection.execute(f"CREATE VIEW articles AS {ledger_query('articles')}")
    return connection


def build(folder: Path, name: str, *, previous: str) -> None:
    """Build the index anew, or what of it is new; write seconds and bytes."""
    began = time.perf_counter()
    with database(folder) as connection:
        index = folder / name / layout.INDEX
        written = refresh_index(connection, index, previous=folder / previous / layout.INDEX)
    seconds = time.perf_counter() - began
    new_bytes = sum((index / path).stat().st_size for path in written)
    sys.stdout.write(f"{name}: {seconds:.1f} s, {new_bytes / 1e6:.1f} MB written; the index then:\n")
    for table in sorted(index.iterdir()):
        files = list(table.iterdir())
        size = sum(path.stat().st_size for path in files)
        sys.stdout.write(f"  {table.name:12} {len(files):4} files {size / 1e6:9.1f} MB\n")


def ask(folder: Path, words: list[str]) -> None:
    """Ask queries of each sort; write how many rows each gives, and the median, best and worst milliseconds."""
    with database(folder) as connection:
        create_search(connection, folder / "added")
        for macro in ("search", "search_sentences"):
            medians = [asked(connection, macro, sort, query) for sort, query in queries(words).items()]
            sys.stdout.write(f"{macro}: median of all sorts of queries {statistics.median(medians):.0f} ms\n")


def queries(words: list[str]) -> dict[str, str]:
    """Return a query of each sort, given the words by how often they are used."""
    long_words = [word for word in words[200:] if len(word) > len("abcdef")]
    return {
        "the most common word": words[0],
        "a common word": words[100],
        "a word": words[1_500],
        "a rare word": words[30_000],
        "a word that does not occur": "xylophone",
        "two words": f"{words[300]} {words[1_500]}",
        "a common and a rare word": f"{words[0]} {words[30_000]}",
        "three common words": " ".join(words[50:53]),
        "phrase": f'"{words[200]} {words[100]}"',
        "phrase with the most common word": f'"{words[0]} {words[300]}"',
        "phrase of the two most common": f'"{words[0]} {words[1]}"',
        "prefix of four letters": f"{long_words[0][:4]}*",
        "prefix of two letters": f"{long_words[0][:2]}*",
        "word, phrase and prefix": f'{words[700]} "{words[20]} {words[40]}" {long_words[1][:4]}*',
    }


def asked(connection: duckdb.DuckDBPyConnection, macro: str, sort: str, query: str) -> float:
    """Ask a query several times and write what it takes; return the median of the milliseconds.

    The seconds of the processors tell more than those of the clock where the machine has other work.
    """
    took, used = [], []
    for _ in range(ROUNDS):
        began, began_using = time.perf_counter(), time.process_time()
        rows = connection.execute(f"FROM {macro}(?)", [query]).fetchall()
        took.append(1000 * (time.perf_counter() - began))
        used.append(1000 * (time.process_time() - began_using))
    median = statistics.median(took)
    of_the_clock = f"{median:6.0f} ms (best {min(took):.0f}, worst {max(took):.0f})"
    of_the_processors = f"{statistics.median(used):6.0f} ms of processor time"
    sys.stdout.write(f"  {macro:16} {sort:34} {len(rows):3} rows {of_the_clock}, {of_the_processors}\n")
    return median


if __name__ == "__main__":
    main()
