"""Parquet files that describe themselves: rows of a query with the meaning of the table and of each column."""

from collections.abc import Mapping
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from warehouse.folder.files import sync

ROWS_PER_GROUP = 122_880
"""Rows of a row group: DuckDB's own size, which every reader handles well."""

BYTES_PER_GROUP = 128 * 1024 * 1024
"""Most bytes gathered for a row group: those of the articles hold long texts."""

ROWS_AT_ONCE = 8192
"""Rows taken from DuckDB at a time."""


def write_parquet(
    connection: duckdb.DuckDBPyConnection, query: str, path: Path, *, description: str, meanings: Mapping[str, str]
) -> int:
    """Write the rows of a query, in its order, to a Parquet file that describes them; return its bytes.

    `meanings` has the meaning of each column by its name. The file is durable before the function returns.
    """
    reader = connection.sql(query).to_arrow_reader(ROWS_AT_ONCE)
    schema = described(reader.schema, description, meanings)
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        gathered: list[pa.RecordBatch] = []
        for batch in reader:
            gathered.append(batch)
            if is_group(gathered):
                write_group(writer, gathered, schema)
                gathered.clear()
        write_group(writer, gathered, schema)
    sync(path)
    return path.stat().st_size


def is_group(batches: list[pa.RecordBatch]) -> bool:
    """Tell whether the batches are enough for a row group."""
    row_count = sum(batch.num_rows for batch in batches)
    byte_count = sum(batch.nbytes for batch in batches)
    return bool(row_count >= ROWS_PER_GROUP or byte_count >= BYTES_PER_GROUP)


def write_group(writer: pq.ParquetWriter, batches: list[pa.RecordBatch], schema: pa.Schema) -> None:
    """Write batches as one row group."""
    if batches:
        table = pa.Table.from_batches(batches).cast(schema)
        writer.write_table(table, row_group_size=table.num_rows)


def described(schema: pa.Schema, description: str, meanings: Mapping[str, str]) -> pa.Schema:
    """Return the schema with the meaning of the table and of each column as `description`."""
    fields = [field.with_metadata({"description": meanings[field.name]}) for field in schema]
    return pa.schema(fields, metadata={"description": description})


def row_count(path: Path) -> int:
    """Return how many rows a Parquet file says that it has."""
    return int(pq.read_metadata(path).num_rows)
