"""Which parts of a warehouse cannot be read: every file is read whole, for a footer says nothing of the pages."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from deltalake import DeltaTable

from warehouse.catalogue.checksums import changed_files
from warehouse.catalogue.reader import attach, read_state
from warehouse.contracts.files import CONTRACT_FILES
from warehouse.folder import layout
from warehouse.folder.errors import WarehouseError
from warehouse.folder.files import failure
from warehouse.ledger import delta
from warehouse.ledger.head import Head
from warehouse.ledger.published import open_at, table_path
from warehouse.marts.manifest import MANIFEST, read_manifest
from warehouse.records import MARTS, TABLES, Record
from warehouse.views.failures import damaged_file
from warehouse.views.search import INDEX_TABLES

READING_ALL = """
FROM duckdb_tables()
SELECT format('FROM "{}"."{}" AS row SELECT sum(CAST(hash(row) AS HUGEINT))', schema_name, table_name)
WHERE database_name = current_database()
UNION ALL
FROM duckdb_views() SELECT format('DESCRIBE "{}"."{}"', schema_name, view_name)
WHERE database_name = current_database() AND NOT internal
"""
"""Writes the statements that read every table of a catalogue whole and bind every view."""


CHANGED = "is damaged (its bytes are not those written)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """A damaged table: what is wrong with it, its intact files, and whether these hold all its rows.

    `has_log` tells whether Delta can still open it at its published version.
    """

    record: type[Record]
    reason: str
    intact_files: tuple[Path, ...]
    is_whole: bool
    has_log: bool


def damaged_tables(folder: Path, head: Head) -> list[Damage]:
    """Find the tables whose published version cannot be read whole."""
    changed = changed_paths(folder)
    found = (damage_of(folder, record, head, changed=changed) for record in TABLES if record.table in head.tables)
    return [damage for damage in found if damage]


def damage_of(folder: Path, record: type[Record], head: Head, *, changed: Collection[Path]) -> Damage | None:
    """Say what is wrong with a table, given the published files whose bytes have changed; None where all is well."""
    path, version = table_path(folder, record.table), head.tables[record.table].version
    try:
        files = delta.data_files(path, open_intact(path, version))
    except WarehouseError as error:
        listed = files_in_catalogue(folder, record, version)
        intact = tuple(file for file in listed or () if not fault_of(file))
        return Damage(
            record=record,
            reason=f"the log of {path} is damaged ({first_sentence(error)})",
            intact_files=intact,
            is_whole=listed is not None and len(intact) == len(listed),
            has_log=False,
        )
    faults = {file: fault for file in files if (fault := fault_of(file) or (CHANGED if file in changed else None))}
    if not faults:
        return None
    reason = "; ".join(f"{file} {fault}" for file, fault in faults.items())
    intact = tuple(file for file in files if file not in faults)
    return Damage(record=record, reason=reason, intact_files=intact, is_whole=False, has_log=True)


def open_intact(path: Path, version: int) -> DeltaTable:
    """Open a table at its published version; raise `WarehouseError` also where a later version cannot be opened.

    A writer opens the last version, so that an entry which is damaged beyond the published one stops it as well.
    """
    delta.open_table(path)
    return open_at(path, version)


def first_sentence(error: WarehouseError) -> str:
    """Return what an error says is wrong, without its remedy, and without what a library adds in further lines."""
    return str(error).partition("\n")[0].partition(". ")[0]


def fault_of(file: Path) -> str | None:
    """Read a Parquet file whole; say what is wrong with it, or None."""
    try:
        with pq.ParquetFile(file) as parquet:
            for _ in parquet.iter_batches():
                pass
    except FileNotFoundError:
        return "is missing"
    except (OSError, pa.ArrowException) as error:
        if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno):
            raise failure(file, reason=str(error)) from error  # the machine's fault, not the file's
        return f"is damaged ({str(error).splitlines()[0]})"
    return None


def files_in_catalogue(folder: Path, record: type[Record], version: int) -> list[Path] | None:
    """List the files that the catalogue shows of a table; None where it shows another version, or cannot be read."""
    state = read_state(folder)
    if state is None or ("current", record.table, version) not in state.pinned:
        return None
    with attach(folder / layout.CATALOGUE) as connection:
        names = connection.execute(
            "FROM internal.ledger_files SELECT file WHERE table_name = ? ORDER BY file", [record.table]
        ).fetchall()
    return [table_path(folder, record.table) / name for (name,) in names]


def damaged_marts(folder: Path) -> list[str]:
    """Say what is wrong with the marts' files; nothing where all is well or none have been made."""
    marts = folder / layout.MARTS
    if not marts.exists():
        return [f"{marts} is missing"] if marts.is_symlink() or (folder / layout.CATALOGUE).exists() else []
    missing = [
        f"{marts / mart}.parquet is missing"
        for mart in MARTS
        if not (marts / f"{mart}.parquet").exists() and not (marts / mart).is_dir()
    ]
    missing += [f"{marts / name} is missing" for name in expected_files(marts) if not (marts / name).exists()]
    changed = changed_paths(folder)
    files = {file: fault_of(file) or (CHANGED if file in changed else None) for file in parquet_below(marts)}
    return [*missing, *(f"{file} {fault}" for file, fault in files.items() if fault)]


def changed_paths(folder: Path) -> frozenset[Path]:
    """Read all published files; return those whose bytes are not those written, though they may well be readable."""
    return frozenset(folder.resolve() / name for name in changed_files(folder.resolve()))


def expected_files(marts: Path) -> list[str]:
    """List what must lie beside and below the marts: every file of the manifest, the descriptions, and the index."""
    listed = [path for mart in read_manifest(marts).marts.values() for path in mart.files]
    index = [f"{layout.INDEX}/{table}" for table in INDEX_TABLES]
    empty = [name for name in index if (marts / name).is_dir() and not any((marts / name).glob("*.parquet"))]
    return [*listed, *CONTRACT_FILES, MANIFEST, *index, *(f"{name}/*.parquet" for name in empty)]


def parquet_below(folder: Path) -> Iterable[Path]:
    """List the Parquet files in a folder and in those within it."""
    return sorted(folder.resolve().rglob("*.parquet"))


def damaged_catalogue(folder: Path) -> str | None:
    """Say what is wrong with the catalogue, whose every table is read and every view bound; None where all is well.

    A file of a table or mart that it cannot read is no fault of its own.
    """
    path = folder / layout.CATALOGUE
    if not path.exists():
        return f"{path} is missing"
    if read_state(folder) is None:
        return f"{path} cannot be read"
    try:
        with attach(path) as connection:
            for (statement,) in connection.execute(READING_ALL).fetchall():
                connection.execute(statement).fetchall()
    except (duckdb.Error, WarehouseError) as error:
        if isinstance(error, duckdb.Error) and damaged_file(folder, error):
            return None
        return f"{path} is damaged ({str(error).splitlines()[0]})"
    return None
