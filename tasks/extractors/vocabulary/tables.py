"""The lists beside this module: each says in its column `source` where its entries come from."""

import csv
from collections.abc import Iterator
from pathlib import Path

LISTS = Path(__file__).parent


def rows(file: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a list."""
    with (LISTS / file).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)
