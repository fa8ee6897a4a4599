"""The marts: plain Parquet files, one a subject, that any tool reads without a lock or an extension."""

import json
import os
import shutil
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from warehouse.folder import layout
from warehouse.folder.errors import WarehouseError
from warehouse.folder.files import failures_explained, sync
from warehouse.ledger.head import Head
from warehouse.views.relations import JOINED_INTO_MARTS, MARTS, fingerprint, mart_meanings, mart_query
from warehouse.views.workspace import workspace

MANIFEST = "manifest.json"
"""Beside the marts: what each was made from."""

ROWS_PER_GROUP = 122_880
"""Rows of a row group: DuckDB's own size, which every reader handles well."""

BYTES_PER_GROUP = 128 * 1024 * 1024
"""Most bytes gathered for a row group: those of the articles hold long texts."""


def marts_name(head: Head) -> str:
    """Name the folder of the marts of a state, by its sequence number and by what the marts show of it."""
    return f"{head.sequence}-{fingerprint()}"


def refresh_marts(folder: Path, head: Head) -> list[str]:
    """Write the marts of a state, unless they are there, and let `marts` point to them; return the names of the new."""
    target = folder / layout.MARTS_STORE / marts_name(head)
    with failures_explained(folder / layout.MARTS):
        written = [] if target.exists() else build(folder, target, head)
        point_to(folder / layout.MARTS, target, work=folder / layout.WORK)
    return written


def build(folder: Path, target: Path, head: Head) -> list[str]:
    """Write all marts aside, taking over by hard link those whose inputs are the same, then show them at once."""
    previous = folder / layout.MARTS
    manifest = {mart: inputs(mart, head) for mart in MARTS}
    unchanged = {mart for mart, made_from in read_manifest(previous).items() if manifest.get(mart) == made_from}
    aside = folder / layout.WORK / layout.MARTS
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    with workspace(folder, head) as connection:
        for mart in MARTS:
            path = aside / f"{mart}.parquet"
            if mart in unchanged:
                link_or_copy(previous / path.name, path)
            else:
                write_mart(connection, mart, path)
    (aside / MANIFEST).write_text(json.dumps(manifest, indent=2), encoding="utf-8")
    sync(aside)
    target.parent.mkdir(exist_ok=True)
    aside.rename(target)
    sync(target.parent)
    return sorted(MARTS.keys() - unchanged)


def inputs(mart: str, head: Head) -> dict[str, int | str]:
    """Say what a mart is made from: when each of its tables last changed, and the queries' fingerprint."""
    tables = {table: head.tables[table].changed_in for table in {"articles", mart, *JOINED_INTO_MARTS.get(mart, ())}}
    return {**tables, "fingerprint": fingerprint()}


def read_manifest(marts: Path) -> dict[str, dict[str, int | str]]:
    """Read what the marts of a folder were made from; empty where that is not known."""
    try:
        manifest: dict[str, dict[str, int | str]] = json.loads((marts / MANIFEST).read_bytes())
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return {}
    return manifest


def link_or_copy(source: Path, target: Path) -> None:
    """Show the same file under a second name; copy it where the file system knows no hard links."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def write_mart(connection: duckdb.DuckDBPyConnection, mart: str, path: Path) -> None:
    """Write a mart's rows to a Parquet file that describes itself and each of its columns."""
    reader = connection.sql(mart_query(mart)).to_arrow_reader(8192)
    schema = described(reader.schema, mart)
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        gathered: list[pa.RecordBatch] = []
        for batch in reader:
            gathered.append(batch)
            if is_group(gathered):
                write_group(writer, gathered, schema)
                gathered.clear()
        write_group(writer, gathered, schema)
    sync(path)


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
    """Return the schema with the meaning of the mart and of each column as `description`."""
    meanings = mart_meanings(mart)
    fields = [field.with_metadata({"description": meanings[field.name]}) for field in schema]
    return pa.schema(fields, metadata={"description": MARTS[mart]})


def point_to(link: Path, target: Path, *, work: Path) -> None:
    """Let the symbolic link point to the target from one moment to the next."""
    destination = os.path.relpath(target, link.parent)
    if link.is_symlink() and str(link.readlink()) == destination:
        return
    if link.exists() and not link.is_symlink():
        raise WarehouseError(
            f"{link} is a folder where Newsledger keeps a symbolic link. Delete it; it will be made again."
        )
    temporary = work / f"{link.name}.link"
    temporary.unlink(missing_ok=True)
    temporary.symlink_to(destination)
    temporary.replace(link)
    sync(link.parent)


def prune_marts(folder: Path, kept: set[str]) -> None:
    """Delete the marts of every state but those named."""
    for path in (folder / layout.MARTS_STORE).iterdir():
        if path.name not in kept:
            shutil.rmtree(path, ignore_errors=True)
