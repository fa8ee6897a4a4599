"""Archives of so many articles: generated ones, or real ones written out as files."""

import gzip
import json
from itertools import islice
from pathlib import Path

from benchmarks.generated_articles import write_archive


def write_generated(seed: int, folder: Path, count: int) -> None:
    """Write generated articles into a folder; the same seed writes the same."""
    write_archive(folder, article_count=count, seed=seed)


def write_real(texts: Path, folder: Path, count: int) -> None:
    """Write articles of a file of JSON lines with `text` into a folder, drawn evenly."""
    folder.mkdir(parents=True)
    for number, text in enumerate(drawn(texts, count)):
        (folder / f"{number:07d}.txt").write_text(text, encoding="utf-8")


def drawn(texts: Path, count: int) -> list[str]:
    """Return the texts of so many lines of a file, drawn evenly."""
    with gzip.open(texts, "rt", encoding="utf-8") as lines:
        found = [json.loads(line)["text"] for line in lines]
    return list(islice(found[:: max(1, len(found) // count)], count))
