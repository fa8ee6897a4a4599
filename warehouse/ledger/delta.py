"""The few operations on a Delta table that the ledger needs, with failures in words.

What a function writes is durable before it returns.
"""

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds
from deltalake import DeltaTable, WriterProperties, write_deltalake
from deltalake.exceptions import DeltaError

from warehouse.folder.files import REMEDIES, REPAIR, failure, failures_explained, sync
from warehouse.folder.layout import LOG
from warehouse.ledger.schemas import arrow_schema, grain
from warehouse.records import Record

CONFIGURATION = {
    # Statistics of the key alone: those of a text would copy the text itself into the log.
    "delta.dataSkippingNumIndexedCols": "1",
    # The log must still know the version that an old catalogue shows when its files are to be spared.
    "delta.logRetentionDuration": "interval 3650 days",
}

OS_ERROR = re.compile(r"\(os error (\d+)\)")

# Row groups of a size that DuckDB spreads over its threads.
WRITER = WriterProperties(compression="ZSTD", compression_level=3, max_row_group_size=122_880)

KEYS_PER_COMMIT = 1000
"""Rows replaced by one predicate; delta-rs ends in a stack overflow at some ten thousand."""

READING = {"batch_size": 4096, "batch_readahead": 1, "fragment_readahead": 1}
"""Few rows at a time and none far ahead: by itself Arrow reads so many that they take a gigabyte."""

RETENTION_HOURS = 7 * 24
"""How long a replaced file stays for whoever reads a catalogue older than the previous one."""


@contextmanager
def delta_failures_explained(path: Path) -> Iterator[None]:
    """Turn a failure of delta-rs or of the file system within the block into a `WarehouseError`."""
    try:
        with failures_explained(path):
            yield
    except (DeltaError, pa.ArrowException) as error:
        number = stated_number(str(error))
        remedy = None if number in REMEDIES else REPAIR
        raise failure(path, reason=str(error), remedy=remedy, number=number) from error


def stated_number(message: str) -> int | None:
    """Find the number of an error that delta-rs passes on as `No space left on device (os error 28)`."""
    stated = OS_ERROR.search(message)
    return int(stated.group(1)) if stated else None


def exists(path: Path) -> bool:
    """Tell whether there is a Delta table in the folder."""
    return DeltaTable.is_deltatable(str(path))


def create_table(path: Path, record: type[Record]) -> DeltaTable:
    """Create a record's table, without rows."""
    with delta_failures_explained(path):
        path.mkdir(parents=True, exist_ok=True)
        table = DeltaTable.create(
            path,
            schema=arrow_schema(record),
            name=record.table,
            description=grain(record),
            configuration=CONFIGURATION,
        )
        sync(log_entry(path, 0))
        sync(path / LOG)
        sync(path.parent)
    return table


def log_entry(path: Path, version: int) -> Path:
    """Return the file of the log that makes a version."""
    return path / LOG / f"{version:020}.json"


def open_table(path: Path, *, version: int | None = None) -> DeltaTable:
    """Open a table at a version, or at its last."""
    with delta_failures_explained(path):
        return DeltaTable(path, version=version)


def data_files(path: Path, table: DeltaTable) -> list[Path]:
    """List the Parquet files of the version at which the table is open.

    The tables have no partitions, so the name is all that matters; delta-rs gives the folder percent-encoded.
    """
    return sorted(path / Path(uri).name for uri in table.file_uris())


def append_rows(path: Path, table: DeltaTable, rows: pa.Table) -> None:
    """Add rows in one commit."""
    with durable_commit(path, table):
        write_deltalake(table, rows, mode="append", writer_properties=WRITER)


def replace_all(path: Path, table: DeltaTable, rows: pa.Table) -> None:
    """Replace all rows in one commit."""
    with durable_commit(path, table):
        write_deltalake(table, rows, mode="overwrite", writer_properties=WRITER)


def replace_rows(path: Path, table: DeltaTable, rows: pa.Table, *, column: str, keys: Collection[str]) -> None:
    """Replace the rows that have one of the keys in a column; every new row must have one of them too.

    Each commit takes old rows away and brings the new ones for its part of the keys: never one without the other.
    """
    ordered = sorted(keys)
    for start in range(0, len(ordered), KEYS_PER_COMMIT):
        part = ordered[start : start + KEYS_PER_COMMIT]
        part_rows = rows.filter(pc.is_in(rows[column], value_set=pa.array(part, pa.string())))
        with durable_commit(path, table):
            write_deltalake(
                table, part_rows, mode="overwrite", predicate=is_one_of(column, part), writer_properties=WRITER
            )


def is_one_of(column: str, keys: Collection[str]) -> str:
    """Write the SQL condition that a column holds one of the keys."""
    quoted = ", ".join("'" + key.replace("'", "''") + "'" for key in keys)
    return f"{column} IN ({quoted})"


def keys_present(files: list[Path], *, column: str, keys: Collection[str]) -> set[str]:
    """Return those of the keys that the files hold in a column."""
    if not files or not keys:
        return set()
    is_wanted = ds.field(column).isin(pa.array(sorted(keys), pa.string()))
    with delta_failures_explained(files[0].parent):
        found = ds.dataset([str(file) for file in files]).to_table(columns=[column], filter=is_wanted, **READING)
    return set(found[column].to_pylist())


def read_columns(files: list[Path], columns: list[str]) -> Iterator[tuple[Any, ...]]:
    """Yield some columns of the files' rows."""
    if not files:
        return
    with delta_failures_explained(files[0].parent):
        for batch in ds.dataset([str(file) for file in files]).to_batches(columns=columns, **READING):
            yield from zip(*(batch[column].to_pylist() for column in columns), strict=True)


def stored_schema(table: DeltaTable) -> pa.Schema:
    """Return a table's schema as Arrow's."""
    return pa.schema(table.schema().to_arrow())


def rewrite(path: Path, table: DeltaTable, schema: pa.Schema, *, files: list[Path]) -> None:
    """Make the rows of some files all that a table has, in one commit; columns that these lack are null."""
    with durable_commit(path, table):
        reader = pa.RecordBatchReader.from_batches(schema, batches_with(files, schema))
        write_deltalake(table, reader, mode="overwrite", schema_mode="overwrite", writer_properties=WRITER)


def describe_columns(path: Path, table: DeltaTable, schema: pa.Schema) -> None:
    """Give a table's columns their descriptions in a schema: delta-rs takes no rows that are described otherwise."""
    stored = stored_schema(table)
    for field in schema:
        if field.metadata != stored.field(field.name).metadata:
            metadata = {key.decode(): value.decode() for key, value in (field.metadata or {}).items()}
            with durable_commit(path, table):
                table.alter.set_column_metadata(field.name, metadata)


def batches_with(files: list[Path], schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    """Yield the files' rows in a schema that has more columns than they."""
    for batch in ds.dataset([str(file) for file in files]).to_batches() if files else ():
        columns = [
            batch[field.name] if field.name in batch.schema.names else pa.nulls(batch.num_rows, field.type)
            for field in schema
        ]
        yield pa.RecordBatch.from_arrays(columns, schema=schema)


def restore(path: Path, table: DeltaTable, *, version: int) -> None:
    """Make the rows of an earlier version the table's rows again."""
    with durable_commit(path, table):
        table.restore(version)


def compact(path: Path, table: DeltaTable) -> None:
    """Merge small files into large ones; the rows stay the same."""
    with durable_commit(path, table):
        table.optimize.compact(writer_properties=WRITER)


def compact_each(paths: Collection[Path]) -> None:
    """Do the same with tables at their last versions."""
    for path in paths:
        compact(path, open_table(path))


def old_files(path: Path, table: DeltaTable, *, kept_versions: Collection[int], retention_hours: int) -> list[Path]:
    """List the files that no version kept and no version of the last hours needs, left-overs of a crash among them."""
    with delta_failures_explained(path):
        names = vacuum(path, table, kept_versions=kept_versions, retention_hours=retention_hours, is_dry_run=True)
    return sorted(path / name for name in names)


def remove_old_files(path: Path, table: DeltaTable, *, kept_versions: Collection[int], retention_hours: int) -> None:
    """Delete what `old_files` lists."""
    with durable_commit(path, table):
        vacuum(path, table, kept_versions=kept_versions, retention_hours=retention_hours, is_dry_run=False)


def vacuum(
    path: Path, table: DeltaTable, *, kept_versions: Collection[int], retention_hours: int, is_dry_run: bool
) -> list[str]:
    """Let Delta delete, or only list, files that are old; return their names.

    Delta's own lower limit of a week is waived: whoever reads an older state is known by the versions kept.
    """
    known = [version for version in kept_versions if log_entry(path, version).exists()]
    return table.vacuum(
        retention_hours=retention_hours,
        dry_run=is_dry_run,
        enforce_retention_duration=False,
        full=True,
        keep_versions=sorted(known),
    )


def old_log_entries(path: Path, *, oldest_version: int) -> list[Path]:
    """List the files of a table's log that only versions before the oldest one kept need."""
    entries = sorted((path / LOG).glob("[0-9]*"))
    return [entry for entry in entries if entry.name[:20].isdigit() and int(entry.name[:20]) < oldest_version]


def shorten_log(path: Path, *, oldest_version: int) -> None:
    """Delete the part of a table's log that only versions before the oldest one kept need.

    By the Delta protocol a checkpoint holds all that the entries up to it say: one is made of the oldest version kept,
    and one of the last, where readers begin.
    """
    entries = old_log_entries(path, oldest_version=oldest_version)
    if not entries:
        return
    for version in (oldest_version, None):
        table = open_table(path, version=version)
        checkpoint = log_entry(path, table.version()).with_suffix(".checkpoint.parquet")
        with delta_failures_explained(path):
            if not checkpoint.exists():
                table.create_checkpoint()
            sync(checkpoint)
    with failures_explained(path):
        sync(path / LOG)
        for entry in entries:
            entry.unlink()


@contextmanager
def durable_commit(path: Path, table: DeltaTable) -> Iterator[None]:
    """Explain the failures of the commit made in the block, and make what it wrote survive a loss of power.

    delta-rs leaves writing to the operating system, which may write `HEAD.json` before the files it speaks of.
    """
    with delta_failures_explained(path):
        files_before = set(table.file_uris())
        version_before = table.version()
        yield
        if table.version() == version_before:
            return
        for name in set(table.file_uris()) - files_before:
            sync(path / Path(name).name)
        for version in range(version_before + 1, table.version() + 1):
            sync(log_entry(path, version))
        sync(path / LOG)
        sync(path)
