"""Parquet files that describe themselves: rows of a query with the meaning of the table and of each column."""

import json
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from warehouse.folder.files import sync
from warehouse.records import MARTS
from warehouse.views.relations import mart_meanings

ROWS_PER_GROUP = 122_880
"""Rows of a row group: DuckDB's own size, which every reader handles well."""

BYTES_PER_GROUP = 128 * 1024 * 1024
"""Most bytes gathered for a row group: those of the articles hold long texts."""

ROWS_AT_ONCE = 8192
"""Rows taken from DuckDB at a time."""


def write_parquet(connection: duckdb.DuckDBPyConnection, query: str, path: Path, *, mart: str) -> int:
    """Write a mart's rows, in the order of the query, to a Parquet file that describes them; return its bytes.

    The file is durable before the function returns.
    """
    reader = connection.sql(query).to_arrow_reader(ROWS_AT_ONCE)
    schema = described(reader.schema, mart)
    with pq.ParquetWriter(path, schema, compression="snappy") as writer:
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


def described(schema: pa.Schema, mart: str) -> pa.Schema:
    """Return the schema with what a reader of this one file must know of the mart.

    The file's own metadata, which any reader shows, has the grain as `description`, the `key`, and as JSON `links`
    (from column to `dimension.key`) and `meaning` (of each column). Arrow's readers find that at each column too.
    """
    meanings = {field.name: mart_meanings(mart)[field.name] for field in schema}
    links = {column: f"{linked}.{MARTS[linked].key}" for column, linked in MARTS[mart].links.items()}
    fields = [field.with_metadata(field_metadata(mart, field.name)) for field in schema]
    metadata = {
        "description": MARTS[mart].grain,
        "key": MARTS[mart].key,
        "links": json.dumps(links),
        "meaning": json.dumps(meanings, ensure_ascii=False),
    }
    return pa.schema(fields, metadata=metadata)


def field_metadata(mart: str, column: str) -> dict[str, str]:
    """Return what Arrow's readers find at a column: its meaning, whether it is the key, and where it links to."""
    described = {"description": mart_meanings(mart)[column]}
    if column == MARTS[mart].key:
        described["is_key"] = "true"
    if column in MARTS[mart].links:
        described["links_to"] = MARTS[mart].links[column]
    return described
