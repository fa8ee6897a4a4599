"""Measures how many articles of 470 words are searched for dates and for citations: `python -m benchmarks.dates_speed`.

The articles are the examples; the best of several rounds counts, as other work on the machine only slows a round down.
"""

import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from tasks.extractors import citations, cross_references, dates
from tasks.formats.article import bare_article
from warehouse.records import Article, Fact

WORDS = 470
"""Length of the average article of the publications that the ledger was made for."""
ROUNDS = 20
EXAMPLES = Path(__file__).parent.parent / "examples" / "articles"
PUBLISHED_ON = date(1998, 10, 23)
HOSTILE = {
    "months": "March ",
    "open ranges": "1998-",
    "ordinals": "the first of the ",
    "brackets": "(",
    "digits": "1",
    "sources": "(AP, May 3; ",
}
HOSTILE_LENGTH = 100_000

Find = Callable[[Article], Iterator[Fact]]
EXTRACTORS: dict[str, Find] = {
    "dates": dates.find,
    "citations": citations.find,
    "cross_references": cross_references.find,
}


def main() -> None:
    """Write the speed of each extractor on articles, and the seconds that each hostile text takes."""
    texts = [path.read_text("utf-8", errors="replace") for path in sorted(EXAMPLES.glob("*.txt"))]
    articles = [bare_article(text, article_id="example", published_on=PUBLISHED_ON) for text in texts]
    word_count = sum(article.word_count for article in articles)
    for name, find in EXTRACTORS.items():
        seconds = min(seconds_for(find, articles) for _ in range(ROUNDS))
        sys.stdout.write(f"{name:17} {word_count / WORDS / seconds:.0f} articles of {WORDS} words per CPU-second\n")
    for name, find in EXTRACTORS.items():
        took = [f"{piece} {seconds_for(find, [hostile(text)]):.2f} s" for piece, text in HOSTILE.items()]
        sys.stdout.write(f"{name:17} {HOSTILE_LENGTH} characters of {', '.join(took)}\n")


def hostile(piece: str) -> Article:
    """Return an article that is one piece, over and over."""
    text = (piece * (HOSTILE_LENGTH // len(piece) + 1))[:HOSTILE_LENGTH]
    return bare_article(text, article_id="hostile", published_on=PUBLISHED_ON)


def seconds_for(find: Find, articles: list[Article]) -> float:
    """Return the CPU-seconds that searching some articles takes."""
    started = time.process_time()
    for article in articles:
        for _ in find(article):
            pass
    return time.process_time() - started


if __name__ == "__main__":
    main()
