"""Texts of articles as they have landed, of which only those asked for are read, and what is known without them."""

from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from warehouse.ledger import delta
from warehouse.ledger.head import Head
from warehouse.ledger.published import open_at, table_path
from warehouse.records import Article

ROWS_AT_ONCE = 1000
"""Texts in memory at a time."""


class LandedText(NamedTuple):
    """An article's text, and what of it is its body and its headline."""

    article_id: str
    headline: str | None
    body_start_char: int
    body_end_char: int
    text: str


class DescribedText(NamedTuple):
    """What tells whether an article's text, day or headline is another than before."""

    article_id: str
    text_sha256: str
    headline: str | None
    body_start_char: int
    body_end_char: int
    word_count: int
    published_on: date | None


def article_files(folder: Path, head: Head) -> list[Path]:
    """List the files of the articles of a state."""
    path = table_path(folder, Article.table)
    return delta.data_files(path, open_at(path, head.tables[Article.table].version))


def described_texts(folder: Path, head: Head) -> Iterator[DescribedText]:
    """Yield what is known of the text of every article of a state, in no certain order."""
    yield from map(DescribedText._make, delta.read_columns(article_files(folder, head), list(DescribedText._fields)))


def landed_texts(folder: Path, head: Head, article_ids: Collection[str]) -> Iterator[LandedText]:
    """Yield the texts of some articles of a state, in no certain order; row groups without any of them are not read."""
    wanted = frozenset(article_ids)
    for file in article_files(folder, head) if wanted else ():
        with delta.delta_failures_explained(file), pq.ParquetFile(file) as parquet:
            groups = [
                group for group in range(parquet.num_row_groups) if not wanted.isdisjoint(keys_in(parquet, group))
            ]
            batches = parquet.iter_batches(ROWS_AT_ONCE, row_groups=groups, columns=list(LandedText._fields))
            for batch in batches if groups else ():
                is_wanted = [key in wanted for key in batch["article_id"].to_pylist()]
                yield from map(LandedText._make, rows_of(batch.filter(pa.array(is_wanted))))


def keys_in(parquet: pq.ParquetFile, group: int) -> list[str]:
    """Return the keys of the articles in a row group."""
    keys: list[str] = parquet.read_row_group(group, columns=["article_id"])["article_id"].to_pylist()
    return keys


def rows_of(batch: pa.RecordBatch) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a batch."""
    return zip(*(batch[name].to_pylist() for name in LandedText._fields), strict=True)
