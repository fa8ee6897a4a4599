"""How much the rules for mentions cost beside the bare model, in words per second of processor time.

    python -m benchmarks.names_speed [--rounds N] [--folder DIR]

Reads the articles of `cases/articles.jsonl`, or every `.txt` file of a folder, and in each round lets the model alone
read them one by one, the model alone in batches, and the extractor of mentions. Prints the best round of each.
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
BATCH_SIZE = 64


def one_by_one(texts: Sequence[str]) -> None:
    """Let the model alone read each text."""
    for text in texts:
        model.recognise([text])


def in_batches(texts: Sequence[str]) -> None:
    """Let the model alone read the texts, many at a time."""
    for start in range(0, len(texts), BATCH_SIZE):
        model.recognise(texts[start : start + BATCH_SIZE])


def with_rules(texts: Sequence[str]) -> None:
    """Find the mentions of each text."""
    for number, text in enumerate(texts):
        list(mentions.find(bare_article(text, article_id=str(number))))


READERS: dict[str, Callable[[Sequence[str]], None]] = {
    "model alone, one by one": one_by_one,
    "model alone, in batches": in_batches,
    "mentions": with_rules,
}


def words_per_second(read: Callable[[Sequence[str]], None], texts: Sequence[str]) -> float:
    """Time one reading of the texts by the processor's clock."""
    started = time.process_time()
    read(texts)
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
    best = dict.fromkeys(READERS, 0.0)
    for _ in range(options.rounds):
        for name, read in READERS.items():
            best[name] = max(best[name], words_per_second(read, texts))
    bare = best["model alone, one by one"]
    for name, speed in best.items():
        sys.stdout.write(f"{name:26s} {speed:8.0f} words per processor second {speed / bare:6.2f} of the bare model\n")


if __name__ == "__main__":
    main()
