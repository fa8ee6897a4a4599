"""Texts of articles as they have landed, of which only those asked for are read, and what is known without them."""

from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
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
    wanted = pa.array(sorted(article_ids), pa.string())
    for file in article_files(folder, head) if article_ids else ():
        with delta.delta_failures_explained(file), pq.ParquetFile(file) as parquet:
            groups = [
                group
                for group in range(parquet.num_row_groups)
                if pc.any(pc.is_in(parquet.read_row_group(group, columns=["article_id"])["article_id"], wanted)).as_py()
            ]
            batches = parquet.iter_batches(ROWS_AT_ONCE, row_groups=groups, columns=list(LandedText._fields))
            for batch in batches if groups else ():
                rows = batch.filter(pc.is_in(batch["article_id"], wanted))
                yield from (LandedText(**row) for row in rows.to_pylist())
