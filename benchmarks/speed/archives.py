"""Archives of so many articles: generated ones, or real ones written out as files."""

import gzip
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from benchmarks.generated_articles import write_archive


@dataclass(frozen=True, slots=True, kw_only=True)
class Archives:
    """What writes so many articles into a folder, and the format of their files, where they do not show it."""

    write: Callable[[Path, int], None]
    format_name: str | None = None


def generated(seed: int, *, words: int, are_varied: bool) -> Archives:
    """Return archives of generated articles of some so many words; the same seed writes the same."""
    return Archives(
        write=lambda folder, count: write_archive(
            folder, article_count=count, words=words, seed=seed, are_varied=are_varied
        )
    )


def real(texts: Path) -> Archives:
    """Return archives of articles from a file of JSON lines with `text`."""
    return Archives(write=partial(write_real, texts), format_name="plain")


def write_real(texts: Path, folder: Path, count: int) -> None:
    """Write articles of a file of JSON lines into a folder, drawn evenly."""
    folder.mkdir(parents=True)
    for number, text in enumerate(drawn(texts, count)):
        (folder / f"{number:07d}.txt").write_text(text, encoding="utf-8")


def drawn(texts: Path, count: int) -> list[str]:
    """Return the texts of so many lines of a file, drawn evenly."""
    with gzip.open(texts, "rt", encoding="utf-8") as lines:
        found = [json.loads(line)["text"] for line in lines]
    return list(islice(found[:: max(1, len(found) // count)], count))
