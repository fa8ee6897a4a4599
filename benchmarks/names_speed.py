"""How much the rules for mentions cost beside the bare model, in words per second of processor time.

    python -m benchmarks.names_speed [--rounds N] [--folder DIR]

Reads the articles of `cases/articles.jsonl`, or every `.txt` file of a folder, with the model alone and with the
extractor of mentions, round by round, one text at a time and many at once. Prints the best round of each.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tasks.extractors import mentions, model
from tasks.formats.article import bare_article

CASES = Path(__file__).parent / "cases" / "articles.jsonl"
BATCH_SIZES = (1, 64)
"""One by one as `newsledger extract` answers a program that waits, many at once as it and the flow read a file."""


def bare_model(texts: Sequence[str]) -> None:
    """Let the model alone read some texts at once."""
    model.recognise(texts)


def with_rules(texts: Sequence[str]) -> None:
    """Find the mentions of some texts, whose names the model reads at once."""
    articles = [bare_article(text, article_id=str(number)) for number, text in enumerate(texts)]
    for article, labels in zip(articles, mentions.read_names(articles), strict=True):
        list(mentions.find(article, labels=labels))


def words_per_second(read: Callable[[Sequence[str]], None], texts: Sequence[str], *, batch_size: int) -> float:
    """Time one reading of the texts by the processor's clock."""
    started = time.process_time()
    for start in range(0, len(texts), batch_size):
        read(texts[start : start + batch_size])
    return sum(len(text.split()) for text in texts) / (time.process_time() - started)


def main() -> None:
    """Print the speed of each reader, and its share of the bare model's."""
    parser = argparse.ArgumentParser(description="Speed of the names against the bare model.")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    if options.folder:
        texts = [path.read_text(encoding="utf-8") for path in sorted(options.folder.glob("**/*.txt"))]
    else:
        texts = [json.loads(line)["text"] for line in CASES.read_text(encoding="utf-8").splitlines()]
    with_rules(texts[:1])
    for batch_size in BATCH_SIZES:
        bare, ruled = 0.0, 0.0
        for _ in range(options.rounds):
            bare = max(bare, words_per_second(bare_model, texts, batch_size=batch_size))
            ruled = max(ruled, words_per_second(with_rules, texts, batch_size=batch_size))
        sys.stdout.write(
            f"{batch_size:2d} at once: the bare model {bare:,.0f} words per CPU-second, "
            f"mentions {ruled:,.0f}: {ruled / bare:.2f} of it\n"
        )


if __name__ == "__main__":
    main()
