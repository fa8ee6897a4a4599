"""A checksum of all rows of an article: kept when it lands, it tells later whether they are still those that landed.

Checksums of files prove that bytes are as they were written; this one also holds where rows were copied from file to
file, as `maintain` does. Neither the run nor the place on this machine takes part: the same file ingested from
elsewhere lands the same rows. Nor does what is null: a table may gain columns.
"""

from collections.abc import Mapping
from pathlib import Path

import duckdb

from warehouse.ledger.schemas import column_types
from warehouse.records import ARTICLE_TABLES, Record
from warehouse.views.relations import parquet_scan

LEFT_OUT = frozenset({"run_id", "source_path"})
"""Columns that do not take part."""

OF_TABLE = """
FROM {relation} SELECT article_id, bit_xor(md5_number(concat_ws(chr(31), '{table}', {values}))) AS checksum
WHERE {condition} GROUP BY article_id
"""
"""XOR of the MD5 of each row: in any order and in one pass, and two rows that differ hardly ever have the same MD5."""


def row_checksums(
    connection: duckdb.DuckDBPyConnection, relations: Mapping[str, str], *, condition: str = "true"
) -> dict[str, str]:
    """Return the checksum of each article's rows, by its key: 32 hexadecimal digits.

    `relations` are SQL relations by table; of a table that is not among them no article has rows. `condition` is one
    of SQL on `article_id`, for whoever wants some articles alone.
    """
    queries = [
        OF_TABLE.format(
            relation=relations[record.table], table=record.table, values=values_of(record), condition=condition
        )
        for record in ARTICLE_TABLES
        if record.table in relations
    ]
    query = f"FROM ({' UNION ALL '.join(queries)}) SELECT article_id, bit_xor(checksum) GROUP BY article_id"
    return {key: f"{checksum % 2**128:032x}" for key, checksum in connection.execute(query).fetchall()}


def values_of(record: type[Record]) -> str:
    """Write the columns of a table that take part, each with its name, as arguments of a function of SQL."""
    names = [name for name in column_types(record) if name not in LEFT_OUT]
    return ", ".join(f"'{name}=' || {name}" for name in names)


def landing_checksums(paths: Mapping[str, Path]) -> dict[str, str]:
    """Return the checksum of each article's rows that are about to land, from the Parquet file of each table."""
    with duckdb.connect(":memory:") as connection:
        return row_checksums(connection, {table: parquet_scan([path]) for table, path in paths.items()})
