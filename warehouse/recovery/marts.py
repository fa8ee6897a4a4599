"""Which articles the marts show: all that is known of their files where the ledger has lost both."""

from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from warehouse.folder import layout
from warehouse.records import Article
from warehouse.views.workspace import mart_files

REMEMBERED = f"{layout.WORK}/articles_in_marts.parquet"

COLUMNS = ["source_path", "source", "content_sha256", "article_id"]


def remember_articles(folder: Path) -> None:
    """Keep what the marts tell of the articles' files in `work`, for marts that are about to be deleted."""
    tables = read_articles(mart_files(folder / layout.MARTS, Article.table))
    if tables:
        pq.write_table(pa.concat_tables(tables), folder / REMEMBERED)


def articles_in_marts(folder: Path) -> list[tuple[str, str, str, str]]:
    """Return path, source, hash and key of each article that the marts show, or did; none where they cannot be read."""
    tables = read_articles(mart_files(folder / layout.MARTS, Article.table)) or read_articles([folder / REMEMBERED])
    return [row for table in tables for row in zip(*(table[name].to_pylist() for name in COLUMNS), strict=True)]


def read_articles(files: Iterable[Path]) -> list[pa.Table]:
    """Read the columns that name the articles' files; nothing where a file cannot be read."""
    try:
        return [pq.read_table(file, columns=COLUMNS) for file in files]
    except (OSError, pa.ArrowException):
        return []
