"""Parquet files that describe themselves: rows of a query with the meaning of the table and of each column."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What a file says of its table: grain, the meaning of each column, the key, and the marts that columns lead to."""

    grain: str
    meanings: Mapping[str, str]
    key: str = ""
    links: Mapping[str, str] = field(default_factory=dict)


def described_mart(mart: str) -> Described:
    """Say of a mart what the records say."""
    return Described(
        grain=MARTS[mart].grain, meanings=mart_meanings(mart), key=MARTS[mart].key, links=MARTS[mart].links
    )


def write_parquet(connection: duckdb.DuckDBPyConnection, query: str, path: Path, *, described: Described) -> int:
    """Write the rows of a query, in its order, to a Parquet file that describes them; return its bytes.

    The file is durable before the function returns.
    """
    reader = connection.sql(query).to_arrow_reader(ROWS_AT_ONCE)
    schema = with_description(reader.schema, described)
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


def with_description(schema: pa.Schema, described: Described) -> pa.Schema:
    """Return the schema with what a reader of this one file must know of the table.

    The file's own metadata, which any reader shows, has the grain as `description`, the `key`, and as JSON `links`
    (from column to `dimension.key`) and `meaning` (of each column). Arrow's readers find that at each column too.
    """
    fields = [column.with_metadata(field_metadata(described, column.name)) for column in schema]
    metadata = {
        "description": described.grain,
        "key": described.key,
        "links": json.dumps({column: f"{linked}.{MARTS[linked].key}" for column, linked in described.links.items()}),
        "meaning": json.dumps({name: described.meanings[name] for name in schema.names}, ensure_ascii=False),
    }
    return pa.schema(fields, metadata=metadata)


def field_metadata(described: Described, column: str) -> dict[str, str]:
    """Return what Arrow's readers find at a column: its meaning, whether it is the key, and where it links to."""
    metadata = {"description": described.meanings[column]}
    if column == described.key:
        metadata["is_key"] = "true"
    if column in described.links:
        metadata["links_to"] = described.links[column]
    return metadata


def row_count(path: Path) -> int:
    """Return how many rows a Parquet file says that it has."""
    return int(pq.read_metadata(path).num_rows)
