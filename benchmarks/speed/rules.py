"""Measures how many articles of 470 words the extractors read that need no model.

The articles are the examples; the best of several rounds counts, as other work on the machine only slows a round down.
Each extractor is timed alone: the dates that figures need are found before the clock starts.
"""

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tasks.extractors import EXTRACTORS, dates
from tasks.formats.article import bare_article
from tasks.formats.text.encodings import decode_bytes
from warehouse.records import Article, DateExpression

MEASURED = ("figures", "dates", "citations", "cross_references")
WORDS = 470
"""Length of the average article of the publications that the ledger was made for."""
ROUNDS = 20
EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
PUBLISHED_ON = date(1998, 10, 23)
HOSTILE = {
    "digits": "1",
    "dollar signs": "$",
    "scales": "million ",
    "amounts": "$1 million ",
    "months": "March ",
    "open ranges": "1998-",
    "ordinals": "the first of the ",
    "brackets": "(",
    "sources": "(AP, May 3; ",
}
HOSTILE_LENGTH = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article, and the dates in it."""

    article: Article
    dates: Sequence[DateExpression]


def main() -> None:
    """Write the speed of each extractor on articles, and the seconds that each hostile text takes."""
    readings = [reading(decode_bytes(path.read_bytes())[0]) for path in sorted(EXAMPLES.glob("*.txt"))]
    word_count = sum(each.article.word_count for each in readings)
    for name in MEASURED:
        seconds = min(seconds_for(name, readings) for _ in range(ROUNDS))
        sys.stdout.write(f"{name:17} {word_count / WORDS / seconds:.0f} articles of {WORDS} words per CPU-second\n")
    hostile = {label: [reading(repeated(piece))] for label, piece in HOSTILE.items()}
    for name in MEASURED:
        took = [f"{label} {seconds_for(name, readings):.2f} s" for label, readings in hostile.items()]
        sys.stdout.write(f"{name:17} {HOSTILE_LENGTH} characters of {', '.join(took)}\n")


def reading(text: str) -> Reading:
    """Take a text as an article, and find its dates."""
    article = bare_article(text, article_id="example", published_on=PUBLISHED_ON)
    return Reading(article=article, dates=list(dates.find(article)))


def repeated(piece: str) -> str:
    """Return a text that is one piece, over and over."""
    return (piece * (HOSTILE_LENGTH // len(piece) + 1))[:HOSTILE_LENGTH]


def seconds_for(name: str, readings: Sequence[Reading]) -> float:
    """Return the CPU-seconds that an extractor takes over some articles."""
    extractor = EXTRACTORS[name]
    started = time.process_time()
    for each in readings:
        needs = {"dates": each.dates} if "dates" in extractor.needs else {}
        for _ in extractor.find(each.article, **needs):
            pass
    return time.process_time() - started
