"""Measures how many articles of 470 words the figure extractor reads per CPU-second: `python -m benchmarks.speed`.

The articles are the examples; the best of several rounds counts, as other work on the machine only slows a round down.
"""

import sys
import time
from pathlib import Path

from tasks.extractors.figures import find
from tasks.formats.article import bare_article
from tasks.formats.encodings import decode_bytes
from warehouse.records import Article

WORDS = 470
"""Length of the average article of the publications that the ledger was made for."""
ROUNDS = 20
EXAMPLES = Path(__file__).parent.parent / "examples" / "articles"
HOSTILE = {"digits": "1", "dollar signs": "$", "scales": "million ", "amounts": "$1 million "}
HOSTILE_LENGTH = 100_000


def main() -> None:
    """Write the speed on articles, and the seconds that each hostile text takes."""
    texts = [decode_bytes(path.read_bytes())[0] for path in sorted(EXAMPLES.glob("*.txt"))]
    articles = [bare_article(text, article_id="example") for text in texts]
    word_count = sum(article.word_count for article in articles)
    seconds = min(seconds_for(articles) for _ in range(ROUNDS))
    sys.stdout.write(f"{word_count / WORDS / seconds:.0f} articles of {WORDS} words per CPU-second\n")
    for name, piece in HOSTILE.items():
        text = (piece * (HOSTILE_LENGTH // len(piece) + 1))[:HOSTILE_LENGTH]
        seconds = seconds_for([bare_article(text, article_id=name)])
        sys.stdout.write(f"{seconds:.2f} s for {HOSTILE_LENGTH} characters of {name}\n")


def seconds_for(articles: list[Article]) -> float:
    """Return the CPU-seconds that reading some articles takes."""
    started = time.process_time()
    for article in articles:
        for _ in find(article):
            pass
    return time.process_time() - started


if __name__ == "__main__":
    main()
