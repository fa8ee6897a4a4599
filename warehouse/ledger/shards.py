"""Parquet files that pass between the stages of a run: rows of one table, or the bytes of the files read."""

import dataclasses
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from warehouse.folder.files import failures_explained, link_or_copy
from warehouse.ledger.schemas import arrow_schema, to_arrow
from warehouse.records import RawFile, Record

AnyRecord = TypeVar("AnyRecord", bound=Record)

RAW_SCHEMA = pa.schema(
    [
        pa.field("source", pa.string(), nullable=False),
        pa.field("source_path", pa.string(), nullable=False),
        pa.field("content_sha256", pa.string(), nullable=False),
        pa.field("content", pa.large_binary(), nullable=False),
        pa.field("container_path", pa.string()),
    ]
)

RAW_GROUP_BYTES = 32 * 1024 * 1024
"""Bytes of files gathered in memory before they are written out as a row group."""

NULLABLE_TYPES: dict[pa.DataType, object] = {
    pa.int64(): pd.Int64Dtype(),
    pa.bool_(): pd.BooleanDtype(),
    pa.float64(): pd.Float64Dtype(),
}
"""pandas types that keep a null a null; text, dates and decimals stay objects of Python."""


def write_rows(path: Path, record: type[Record], rows: Iterable[Mapping[str, object]]) -> int:
    """Write rows of a record's table to a Parquet file, whole or not at all, and return how many."""
    table = to_arrow(record, rows)
    write_table(path, table)
    return int(table.num_rows)


def write_table(path: Path, table: pa.Table) -> None:
    """Write an Arrow table to a Parquet file, whole or not at all."""
    temporary = path.with_name(f".{path.name}.part")
    with failures_explained(path):
        pq.write_table(table, temporary, compression="zstd", compression_level=1)
        temporary.replace(path)


def count_rows(path: Path) -> int:
    """Return how many rows a shard holds, without reading them."""
    with failures_explained(path):
        return int(pq.read_metadata(path).num_rows)


def read_table(path: Path, columns: Sequence[str] | None = None) -> pa.Table:
    """Read a shard, or some of its columns, as an Arrow table."""
    with failures_explained(path):
        return pq.ParquetFile(path).read(columns)


def read_rows(path: Path) -> list[dict[str, object]]:
    """Read a shard's rows as dictionaries of plain Python values."""
    rows: list[dict[str, object]] = read_table(path).to_pylist()
    return rows


def keep_rows(source: Path, target: Path, *, key_name: str, refused: Collection[str]) -> list[dict[str, object]]:
    """Write the rows of a shard but those whose key is refused to another; return these as dictionaries.

    Where none is, which is nearly always, both are one file of two names.
    """
    if not refused:
        with failures_explained(target):
            target.unlink(missing_ok=True)
            link_or_copy(source, target)
        return []
    table = read_table(source)
    is_refused = pc.is_in(table[key_name], pa.array(refused, pa.string()))
    write_table(target, table.filter(pc.invert(is_refused)))
    rows: list[dict[str, object]] = table.filter(is_refused).to_pylist()
    return rows


def read_records(path: Path, record: type[AnyRecord], *, start: int = 0, stop: int | None = None) -> list[AnyRecord]:
    """Read a shard's rows, or those from number `start` up to and without `stop`, as records.

    The key and the stamp's columns, which a record does not hold, are left out.
    """
    names = [field.name for field in dataclasses.fields(record)]
    rows = read_table(path).select(names)
    wanted = rows.slice(start, None if stop is None else stop - start)
    return [record(**row) for row in wanted.to_pylist()]


def join_files(path: Path, record: type[Record], parts: Iterable[Path]) -> None:
    """Write the rows of several files of a record's table into one, in their order, whole or not at all."""
    write_table(path, pa.concat_tables([arrow_schema(record).empty_table(), *map(read_table, parts)]))


def read_frame(path: Path) -> pd.DataFrame:
    """Read a shard as a data frame, see `as_frame`."""
    return as_frame(read_table(path))


def as_frame(table: pa.Table) -> pd.DataFrame:
    """Make a data frame of rows: numbers in nullable types, decimals and days as Python's own objects."""
    frame: pd.DataFrame = table.to_pandas(
        types_mapper=NULLABLE_TYPES.get, date_as_object=True, strings_to_categorical=False
    )
    return frame


def write_raw(path: Path, raw_files: Iterable[RawFile]) -> int:
    """Pack files into one Parquet file, a row group at a time, whole or not at all; return how many."""
    temporary = path.with_name(f".{path.name}.part")
    count = 0
    with failures_explained(path):
        with pq.ParquetWriter(temporary, RAW_SCHEMA, compression="zstd", compression_level=1) as writer:
            for group in groups_of_bytes(raw_files):
                rows = [dataclasses.asdict(raw_file) for raw_file in group]
                writer.write_table(pa.Table.from_pylist(rows, schema=RAW_SCHEMA))
                count += len(rows)
        temporary.replace(path)
    return count


def groups_of_bytes(raw_files: Iterable[RawFile]) -> Iterator[list[RawFile]]:
    """Gather files into groups of about `RAW_GROUP_BYTES`."""
    group: list[RawFile] = []
    size = 0
    for raw_file in raw_files:
        group.append(raw_file)
        size += len(raw_file.content)
        if size >= RAW_GROUP_BYTES:
            yield group
            group, size = [], 0
    if group:
        yield group


def read_raw(path: Path) -> Iterator[RawFile]:
    """Yield the packed files one by one, with one row group in memory at a time."""
    with failures_explained(path), pq.ParquetFile(path) as pack:
        for number in range(pack.num_row_groups):
            for row in pack.read_row_group(number).to_pylist():
                yield RawFile(**row)
