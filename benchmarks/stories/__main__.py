"""`python -m benchmarks.stories [--pairs 1000] [--articles 100000] [--seed 1]`.

First the planted pairs, all in one archive: of all pairs of articles that are told to tell one story, how many do, and
of those that do, how many are told. Then the time: the stage of the flow on a ledger of generated articles of which
one in ten is one of a planted pair, and again after another hundred.
"""

import argparse
import dataclasses
import random
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations, islice
from pathlib import Path

from benchmarks.marts import peak_megabytes
from benchmarks.stories import wording
from benchmarks.stories.planting import Planted, pairs, some_day
from tasks.resolvers.stories.telling import Stories
from tasks.resolvers.stories.versions import Member
from tasks.resolvers.stories.wording import Wording, wording_of
from tasks.stages.stories.tell_stories import tell_stories
from tests.support.ledger_rows import make_article, table_of
from warehouse.ledger.ledger import Ledger, open_ledger
from warehouse.records import Article, ArticleStory, content_key

ARTICLES_AT_ONCE = 5000
PLANTED_IN = 20

Text = tuple[date, list[str]]


def score(count: int, *, seed: int) -> None:
    """Print precision and recall on planted pairs, and recall by what was done to the second text."""
    planted = pairs(count, seed=seed)
    texts = {f"{number:06d}": text for number, pair in enumerate(planted) for text in [pair.first]}
    texts |= {f"{number:06d}x": pair.second for number, pair in enumerate(planted)}
    stories: dict[str, list[str]] = defaultdict(list)
    for row in told(texts):
        stories[row.story_id].append(row.article_id[:6])
    found = Counter(pair for numbers in stories.values() for pair in combinations(sorted(numbers), 2))
    right = sum(times for (one, other), times in found.items() if one == other and planted[int(one)].is_same)
    tell(f"{count:,} planted pairs: precision {right / sum(found.values()):.4f}, recall {recall(planted, found):.4f}")
    for kind in sorted({pair.kind for pair in planted}):
        of_kind = [pair for pair in planted if pair.kind == kind]
        told_same = sum(found[(f"{number:06d}",) * 2] for number, pair in enumerate(planted) if pair.kind == kind)
        tell(f"  {kind}: {told_same} of {len(of_kind)} told to be one story")


def recall(planted: Sequence[Planted], found: Counter[tuple[str, str]]) -> float:
    """Return the share of the pairs of one story that were found."""
    same = [f"{number:06d}" for number, pair in enumerate(planted) if pair.is_same]
    return sum(bool(found[number, number]) for number in same) / len(same)


def told(texts: dict[str, Text]) -> list[ArticleStory]:
    """Tell the stories of texts in memory."""

    def read(article_ids: Collection[str]) -> Iterator[tuple[str, Wording]]:
        yield from ((key, wording_of("\n\n".join(texts[key][1]), None)) for key in article_ids)

    members = {
        key: Member(article_id=key, published_on=day, word_count=len(" ".join(text).split()), made_from=key)
        for key, (day, text) in texts.items()
    }
    return Stories(members=members, stored={}, read=read).told_anew()


def measure(count: int, *, seed: int) -> None:
    """Print the seconds of CPU that the stage takes on a ledger, and after another hundred articles."""
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger") as ledger:
        waiting = archive(seed)
        land(ledger, islice(waiting, count))
        before = peak_megabytes()
        tell(
            f"{count:,} articles: {cpu_seconds(ledger):.1f} s of CPU; memory {before:,.0f} → {peak_megabytes():,.0f} MB"
        )
        land(ledger, islice(waiting, 100))
        tell(f"another 100: {cpu_seconds(ledger):.1f} s of CPU; memory {peak_megabytes():,.0f} MB")
        tell(f"nothing new: {cpu_seconds(ledger):.1f} s of CPU")


def cpu_seconds(ledger: Ledger) -> float:
    """Run the stage and return the seconds of CPU that it took."""
    started = time.process_time()
    tell_stories.fn(ledger)
    return time.process_time() - started


def archive(seed: int) -> Iterator[Text]:
    """Yield articles of eight years, without end, of which one in ten is one of a planted pair."""
    source = random.Random(seed)  # noqa: S311 - nothing secret
    kinds = iter(pairs(100_000, seed=seed))
    while True:
        for _ in range(PLANTED_IN - 2):
            yield some_day(source), wording.paragraphs(source)
        pair = next(kinds)
        yield pair.first
        yield pair.second


def land(ledger: Ledger, texts: Iterable[Text]) -> None:
    """Land articles with these texts."""
    while batch := list(islice(texts, ARTICLES_AT_ONCE)):
        rows = [article_of(*text) for text in batch]
        ledger.land({Article.table: table_of(Article, rows)})


def article_of(day: date, paragraphs: list[str]) -> Article:
    """Make an article of its day and paragraphs."""
    text = "\n\n".join(paragraphs)
    key = content_key(day, text)
    return dataclasses.replace(
        make_article(0, published_on=day),
        article_id=key,
        source=key,
        text_sha256=key,
        body_start_char=0,
        body_end_char=len(text),
        word_count=len(text.split()),
        text=text,
    )


def tell(line: str) -> None:
    """Print a line of the outcome at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stories", description=__doc__)
    parser.add_argument("--pairs", type=int, default=1000)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    score(asked.pairs, seed=asked.seed)
    if asked.articles:
        measure(asked.articles, seed=asked.seed)
