"""Failures of DuckDB in words: what is wrong with the warehouse, and what to run."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from warehouse.folder import layout
from warehouse.folder.errors import WarehouseError
from warehouse.folder.files import failure, failures_explained, is_closed, number_said, unreadable

PARQUET_FILE = re.compile(r"[\"']([^\"'\n]+\.parquet)[\"']")
"""A file that DuckDB names in an error."""

ENDING = ".parquet"

ENDING_OR_REMEDY = ".parque[t; if it is missing since the warehouse was moved, run `newsledger relocate`]"
"""A pattern for the same ending: DuckDB shows a pattern that finds no file, and a set of letters may hold words."""


@contextmanager
def damage_explained(folder: Path) -> Iterator[None]:
    """Turn DuckDB's failure to read a file of the warehouse within the block into a `WarehouseError`."""
    try:
        yield
    except duckdb.Error as error:
        raise damage(folder, error) or error from error


@contextmanager
def duckdb_failures_explained(path: Path, *, folder: Path) -> Iterator[None]:
    """Turn a failure within the block, to read the warehouse's files or to write `path`, into a `WarehouseError`."""
    try:
        with failures_explained(path):
            yield
    except duckdb.Error as error:  # The statements are our own: what fails is a file or the memory.
        raise damaged_file(folder, error) or refused(path, error) from error


def refused(path: Path, error: duckdb.Error) -> WarehouseError:
    """Build the error for what DuckDB could not write: in the operating system's words, where it passes these on."""
    number = number_said(str(error))
    reason = os.strerror(number) if number else str(error).partition("\n")[0]
    return failure(path, reason=reason, number=number)


def damage(folder: Path, error: duckdb.Error) -> WarehouseError | None:
    """Build the error for a file of the warehouse's that is missing or damaged; None for any other failure of a query.

    A column that cannot be decoded is reported by DuckDB without its file.
    """
    if named := damaged_file(folder, error):
        return named
    repair = f"`newsledger repair --warehouse {folder}`"
    reason = str(error).partition("\n")[0]
    if type(error) is duckdb.Error:
        return WarehouseError(f"A Parquet file of {folder} is damaged ({reason}). Run {repair}.")
    if isinstance(error, duckdb.IOException):
        return WarehouseError(
            f"{folder} could not be read: {reason}. Run the query again; if it fails again, {repair}."
        )
    return None


def damaged_file(folder: Path, error: duckdb.Error) -> WarehouseError | None:
    """Build the error for a file of the warehouse that DuckDB names: missing, closed or damaged; None without one."""
    repair = f"`newsledger repair --warehouse {folder}`"
    text = str(error).replace(ENDING_OR_REMEDY, ENDING)
    named = PARQUET_FILE.search(text)
    if not named or not is_published_in(folder, Path(named[1])):
        return None
    if not Path(named[1]).exists():
        return WarehouseError(
            f"{named[1]} is missing. Run the query again, since an ingest may just have replaced it; "
            f"if it stays away, run {repair}."
        )
    if is_closed(text):
        return unreadable(Path(named[1]))
    return WarehouseError(f"{named[1]} is damaged ({text.partition(chr(10))[0]}). Run {repair}.")


def is_published_in(folder: Path, file: Path) -> bool:
    """Tell whether a file belongs to what a warehouse has published; what lies in `work` is only being written."""
    path, root = file.resolve(), folder.resolve()
    return path.is_relative_to(root) and not path.is_relative_to(root / layout.WORK)
