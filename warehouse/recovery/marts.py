"""Which articles the marts show: all that is known of their files where the ledger has lost both."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from warehouse.folder import layout
from warehouse.records import Article
from warehouse.views.workspace import mart_files

COLUMNS = ["source_path", "source", "content_sha256", "article_id"]


def articles_in_marts(folder: Path) -> list[tuple[str, str, str, str]]:
    """Return path, source, hash and key of each article that the marts show; none where they cannot be read."""
    try:
        tables = [pq.read_table(file, columns=COLUMNS) for file in mart_files(folder / layout.MARTS, Article.table)]
    except (OSError, pa.ArrowException):
        return []
    return [row for table in tables for row in zip(*(table[name].to_pylist() for name in COLUMNS), strict=True)]
