"""What goes wrong while an export is written, in a sentence with the remedy."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EROFS
from pathlib import Path

import duckdb

from warehouse.folder.errors import QueryError, WarehouseError
from warehouse.folder.files import OTHER_REMEDY, REMEDIES
from warehouse.views.failures import damaged_file

REMEDIES_HERE = {**REMEDIES, EROFS: "Choose a folder that can be written"}
"""What to do, by the error number of the operating system: the folder is not chosen with --warehouse here."""

FILES_AND_MEMORY = (duckdb.IOException, duckdb.OutOfMemoryException)
"""What DuckDB raises where not the query is wrong but a file or the memory."""


@contextmanager
def export_failures_explained(target: Path, *, warehouse: Path) -> Iterator[None]:
    """Turn what fails within the block into an error with a remedy.

    Raises WarehouseError where a file or the memory fails, QueryError where the condition fails on a row.
    """
    try:
        yield
    except OSError as error:
        raise failure(target, error.strerror or str(error), remedy=REMEDIES_HERE.get(error.errno or 0)) from error
    except (sqlite3.Error, *FILES_AND_MEMORY) as error:
        damaged = damaged_file(warehouse, error) if isinstance(error, duckdb.Error) else None
        raise damaged or failure(target, first_line(error), remedy=None) from error
    except duckdb.Error as error:
        raise damaged_file(warehouse, error) or QueryError(
            f"The rows cannot be selected: {first_line(error)} Change the condition of --where."
        ) from error


def failure(target: Path, reason: str, *, remedy: str | None) -> WarehouseError:
    """Build the error for an export that could not be written."""
    return WarehouseError(
        f"{target}: {reason.removesuffix('.')}. Nothing was exported, and what stood there before is as it was. "
        f"{remedy or OTHER_REMEDY}, then run the same command again."
    )


def first_line(error: Exception) -> str:
    """Return what an error says, without the lines in which DuckDB points at the place."""
    return str(error).partition("\n")[0]
