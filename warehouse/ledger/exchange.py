"""All rows of a table of the corpus exchanged for new ones, by writing no more of it than differs."""

from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
from deltalake import DeltaTable

from warehouse.folder import layout
from warehouse.folder.files import REPAIR, failure, number_said
from warehouse.ledger import delta
from warehouse.records import Record, key_column

WHOLE_ROWS = 100_000
"""Rows up to which a table is written whole: less than a row group, and it stays one file."""

MEMORY_LIMIT = "400MB"
"""What DuckDB may take for comparing before it turns to the disk; the rows are in memory besides."""


def exchange(path: Path, table: DeltaTable, rows: pa.Table, record: type[Record]) -> bool:
    """Commit new rows in place of all that a table has, unless they are the same; tell whether they are not.

    Of a large table the rows that are new are appended. Where some are gone or changed the files that hold them are
    written again, or all where these are many: keys are hashes, so that such rows lie everywhere.
    """
    key = key_column(record)
    if not delta.data_files(path, table):  # the first rows need no comparing, which would take memory of their size
        if rows.num_rows:
            delta.append_rows(path, table, rows.sort_by(key))
        return bool(rows.num_rows)
    fresh, stale = differing_keys(path, table, rows, key=key)
    if not len(fresh) + len(stale):
        return False
    if rows.num_rows <= WHOLE_ROWS or len(stale) > delta.KEYS_PER_COMMIT:
        delta.replace_all(path, table, rows.sort_by(key))
        return True
    is_stale = pc.is_in(rows[key], value_set=stale)
    is_new = pc.and_not(pc.is_in(rows[key], value_set=fresh), is_stale)
    if len(stale):
        delta.replace_rows(path, table, rows.filter(is_stale), column=key, keys=stale.to_pylist())
    if added := rows.filter(is_new):
        delta.append_rows(path, table, added.sort_by(key))
    return True


def differing_keys(path: Path, table: DeltaTable, rows: pa.Table, *, key: str) -> tuple[pa.Array, pa.Array]:
    """Return the keys of new rows that a table does not have so, and those of its rows that are gone or changed."""
    files = [str(file) for file in delta.data_files(path, table)]
    fresh_rows, stale_rows = (
        f"(FROM (FROM {source} SELECT {', '.join(rows.schema.names)}) AS row SELECT {key} AS key, hash(row) AS digest)"
        for source in ("rows", "read_parquet($files, hive_partitioning = false)")
    )
    query = (  # by DuckDB's hash of 64 bits, each row with that of the same key alone
        f"FROM {fresh_rows} AS fresh FULL JOIN {stale_rows} AS stale ON stale.key = fresh.key "
        "SELECT fresh.key AS fresh, stale.key AS stale WHERE (fresh.digest = stale.digest) IS NOT TRUE"
    )
    with duckdb.connect(":memory:") as connection:
        connection.register("rows", rows)
        connection.execute("SET memory_limit = $limit", {"limit": MEMORY_LIMIT})
        connection.execute("SET temp_directory = $folder", {"folder": str(path.parents[1] / layout.WORK / "duckdb")})
        try:
            found = connection.sql(query, params={"files": files}).to_arrow_table()
        except duckdb.Error as error:  # The statements are our own: what fails is a file or the memory.
            number = number_said(str(error))
            remedy = None if number else REPAIR
            raise failure(path, reason=str(error).partition("\n")[0], remedy=remedy, number=number) from error
    fresh, stale = (found[name].drop_null().combine_chunks() for name in ("fresh", "stale"))
    return fresh, stale
