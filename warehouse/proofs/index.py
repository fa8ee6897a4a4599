"""Proof of the index of words: every article is in it once, and its tables follow from the stored texts."""

from collections.abc import Iterator
from pathlib import Path

import duckdb

from warehouse.folder import layout
from warehouse.proofs.fault import Fault
from warehouse.search.index import segment_key, segment_relation, segment_tables
from warehouse.views.relations import parquet_scan
from warehouse.views.search import INDEX_TABLES, index_relation, indexed_query
from warehouse.views.workspace import index_files

REMEDY = f"delete the folder {layout.MARTS_STORE} and run `newsledger relocate`, which makes it again"

COUNTED = """
FROM (FROM ({indexed}) SELECT article_id, digest, 1 AS expected, 0 AS found
      UNION ALL FROM {shown} SELECT article_id, digest, 0, 1)
SELECT article_id, sum(expected), sum(found) GROUP BY article_id, digest HAVING sum(expected) <> sum(found)
"""

DIGEST = "FROM {relation} AS row SELECT count(*), sum(CAST(hash(row) AS HUGEINT))"

DIFFERING = "(FROM {one} EXCEPT ALL FROM {other}) UNION ALL (FROM {other} EXCEPT ALL FROM {one})"


def prove_index(connection: duckdb.DuckDBPyConnection, marts: Path) -> Iterator[Fault]:
    """Yield the articles and terms of which the index below the marts says something else than their text does.

    The connection has the ledger's views. Every segment is made again, one at a time, and compared.
    """
    names = {table: {path.name for path in index_files(marts, table)} for table in INDEX_TABLES}
    segments = set().union(*names.values())
    missing = {table for table in INDEX_TABLES if names[table] != segments or not segments}
    for table in sorted(missing):
        yield Fault(table=index_relation(table), key="", column="", reason=f"files of it are missing; {REMEDY}")
    if missing:
        return
    shown = parquet_scan(index_files(marts, "articles"))
    counted = connection.execute(COUNTED.format(indexed=indexed_query(), shown=shown)).fetchall()
    for article_id, expected, found in counted:
        reason = f"it is there {found} times as the ledger has it, not {expected}; {REMEDY}"
        yield Fault(table=index_relation("articles"), key=article_id, column="digest", reason=reason)
    for segment in sorted(segments):
        yield from segment_faults(connection, marts / layout.INDEX, segment)


def segment_faults(connection: duckdb.DuckDBPyConnection, index: Path, segment: str) -> Iterator[Fault]:
    """Make the tables of a segment again and yield where its files differ: by hash first, then row by row."""
    articles = parquet_scan([index / "articles" / segment])
    digests = [digest for (digest,) in connection.execute(f"FROM {articles} SELECT digest").fetchall()]
    with segment_tables(connection, digests, key=segment_key(segment)):
        for table, meaning in INDEX_TABLES.items():
            names = ", ".join(meaning.columns)
            one = f"(FROM {segment_relation(table)} SELECT {names})"
            other = f"(FROM {parquet_scan([index / table / segment])} SELECT {names})"
            if digest_of(connection, one) != digest_of(connection, other):
                differing = DIFFERING.format(one=one, other=other)
                yield from (
                    Fault(table=index_relation(table), key=key, column="", reason=f"not as the texts say; {REMEDY}")
                    for key in keys_of(connection, table, differing)
                )


def digest_of(connection: duckdb.DuckDBPyConnection, relation: str) -> tuple[int, int | None]:
    """Count and hash the rows of a relation, in any order."""
    ((row_count, digest),) = connection.execute(DIGEST.format(relation=relation)).fetchall()
    return row_count, digest


def keys_of(connection: duckdb.DuckDBPyConnection, table: str, differing: str) -> list[str]:
    """Name the articles, or where a table knows none the terms, of the rows that differ."""
    if "article_number" not in INDEX_TABLES[table].columns:
        query = f"FROM ({differing}) SELECT DISTINCT term ORDER BY term"
    else:
        query = (
            f"FROM ({differing}) AS row LEFT JOIN temp.indexed USING (article_number) "
            "SELECT DISTINCT coalesce(indexed.article_id, CAST(article_number AS VARCHAR)) AS key ORDER BY key"
        )
    return [str(key) for (key,) in connection.execute(query).fetchall()]
