"""Writes the index: new articles in segments of their own, the files of all other segments taken over by hard link."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb

from warehouse.folder.files import link_or_copy, sync
from warehouse.records import content_key
from warehouse.search.segments import arrange
from warehouse.views.literals import quoted
from warehouse.views.relations import parquet_scan
from warehouse.views.search import INDEX_TABLES, ORDERS, index_fingerprint, index_query, indexed_query

SENTENCES_PER_GROUP, ROWS_PER_GROUP = 4096, 122_880
"""Rows of a row group: few where a reader picks out some that hold text, DuckDB's own size elsewhere.

Smaller ones would be passed over more exactly, but what says so in each file must be read at every query.
"""

NUMBER_BITS = 15
"""Bits of an article's number that count within its segment; the 48 above them are the segment's."""

SEGMENT_DIGITS = 12
"""Hexadecimal digits of a segment's name that go into the numbers of its articles."""

INDEXED = """
CREATE TEMP TABLE indexed AS
FROM internal.articles JOIN ({indexed}) USING (article_id)
SELECT
    $first + row_number() OVER (ORDER BY article_id) - 1 AS article_number,
    article_id, digest, text, headline, body_start_char, body_end_char
WHERE digest IN (SELECT unnest($digests))
"""

MADE = ("sentences", "postings", "terms")
"""Tables that others are made from; the rest is written straight to its file."""


def refresh_index(connection: duckdb.DuckDBPyConnection, aside: Path, *, previous: Path) -> list[str]:
    """Write the index of the published articles to the folder `aside`; return its new files, relative to that.

    Segments whose articles are the same are taken over from the folder `previous`. The connection has the ledger's
    views; DuckDB's and the file system's errors are left to the caller.
    """
    digests = connection.execute(f"FROM ({indexed_query()}) SELECT digest").fetchall()
    arrangement = arrange({digest for (digest,) in digests}, segments_in(connection, previous))
    for table in INDEX_TABLES:
        (aside / table).mkdir(parents=True)
        for name in arrangement.kept:
            link_or_copy(previous / table / name, aside / table / name)
    written = [name for segment in arrangement.fresh for name in write_segment(connection, segment, aside)]
    for table in INDEX_TABLES:
        sync(aside / table)
    return sorted(written)


def segments_in(connection: duckdb.DuckDBPyConnection, index: Path) -> dict[str, frozenset[str]]:
    """Return the articles, by their digests, of each segment of an index that was made by today's queries."""
    names = (path.name for path in sorted((index / "articles").glob(f"{index_fingerprint()}-*.parquet")))
    whole = [name for name in names if all((index / table / name).exists() for table in INDEX_TABLES)]
    return {name: digests_of(connection, index / "articles" / name) for name in whole}


def digests_of(connection: duckdb.DuckDBPyConnection, articles: Path) -> frozenset[str]:
    """Return the digests of a segment's articles."""
    rows = connection.execute(f"FROM {parquet_scan([articles])} SELECT digest").fetchall()
    return frozenset(digest for (digest,) in rows)


def write_segment(connection: duckdb.DuckDBPyConnection, digests: Sequence[str], index: Path) -> Iterator[str]:
    """Write the files of a segment of articles below an index; yield their names, relative to that."""
    key = content_key(*digests)
    with segment_tables(connection, digests, key=key):
        for table, meaning in INDEX_TABLES.items():
            name = f"{table}/{index_fingerprint()}-{key}.parquet"
            group = SENTENCES_PER_GROUP if table == "sentences" else ROWS_PER_GROUP
            connection.execute(
                f"COPY (FROM {segment_relation(table)} ORDER BY {ORDERS[table]}) TO {quoted(str(index / name))} "
                f"(FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2, ROW_GROUP_SIZE {group}, "
                f"KV_METADATA {{description: {quoted(meaning.grain)}}})"
            )
            sync(index / name)
            yield name


@contextmanager
def segment_tables(connection: duckdb.DuckDBPyConnection, digests: Sequence[str], *, key: str) -> Iterator[None]:
    """Make the tables of a segment for as long as the block lasts; `segment_relation` names each."""
    first_number = int(key[:SEGMENT_DIGITS], 16) << NUMBER_BITS
    connection.execute(INDEXED.format(indexed=indexed_query()), {"first": first_number, "digests": list(digests)})
    for table in MADE:
        connection.execute(f"CREATE TEMP TABLE {table} AS {index_query(table)}")
    yield
    for table in ("indexed", *MADE):
        connection.execute(f"DROP TABLE temp.{table}")


def segment_key(name: str) -> str:
    """Return the key of a segment, given the name that its files have."""
    return Path(name).stem.partition("-")[2]


def segment_relation(table: str) -> str:
    """Name the rows of a table of the segment that is being made."""
    return f"temp.{table}" if table in MADE else f"({index_query(table)})"
