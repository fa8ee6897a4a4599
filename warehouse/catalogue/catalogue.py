"""The catalogue `newsledger.duckdb`: exactly what is published, commented, swapped as a whole.

Up to a size it holds all rows and needs no other file: any copy can be read anywhere. Above that it shows files.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

from warehouse.catalogue.checksums import write_checksums
from warehouse.catalogue.contents import bytes_of_files, write_catalogue
from warehouse.catalogue.reader import CatalogueState, connect, is_same_folder, read_state
from warehouse.folder import layout, lock
from warehouse.folder.files import no_remains, sync
from warehouse.ledger.head import Head, published_head
from warehouse.ledger.published import files_by_table, table_path
from warehouse.marts.marts import marts_name, prune_marts, refresh_marts, show_marts
from warehouse.views.failures import duckdb_failures_explained
from warehouse.views.workspace import Kind

__all__ = ["MAX_BYTES", "connect", "note_checksums", "publish"]

MAX_BYTES = 2_000_000_000
"""Parquet of ledger, marts and index up to which the catalogue holds all rows, unless the user sets another limit."""

# A folder of its own, so that a write-ahead log left by a crash does not meet another file of that name.
CATALOGUE_WORK = f"{layout.WORK}/catalogue"


def publish(folder: Path, *, max_bytes: int = MAX_BYTES) -> bool:
    """Bring marts and catalogue to what the ledger has published; return False where they were there already.

    The catalogue holds all rows where their Parquet has at most `max_bytes`. The new one is built aside and renamed
    over the old one: whoever has that open goes on reading it.
    """
    folder = folder.resolve()
    published_head(folder)  # before the lock, which makes a folder
    with (
        lock.held(folder / layout.PUBLICATION_LOCK),
        duckdb_failures_explained(folder / layout.CATALOGUE, folder=folder),
        no_remains(folder / CATALOGUE_WORK),
    ):
        head = published_head(folder)
        refresh_marts(folder, head)
        before = read_state(folder)
        kind: Kind = "TABLE" if bytes_of_files(folder, head) <= max_bytes else "KEPT VIEW"
        write_checksums(folder, published_files(folder, head))
        if before and is_current(before, folder, head, kind=kind):
            show_marts(folder, head)
            return False
        swap(folder, head, kind=kind, before=before)
        prune_marts(folder, {marts_name(head), before.marts if before else ""})
    return True


def note_checksums(folder: Path) -> None:
    """Write down the checksums of what is published, after something of it was written again under the same name."""
    folder = folder.resolve()
    with lock.held(folder / layout.PUBLICATION_LOCK):
        write_checksums(folder, published_files(folder, published_head(folder)))


def published_files(folder: Path, head: Head) -> Iterator[Path]:
    """Yield every file that is published, but for the catalogue, which is made from the others."""
    yield folder / layout.HEAD
    for table, files in files_by_table(folder, head).items():
        yield from files
        yield from (path for path in (table_path(folder, table) / layout.LOG).iterdir() if path.is_file())
    marts = folder / layout.MARTS_STORE / marts_name(head)
    yield from (path for path in marts.rglob("*") if path.is_file())


def is_current(state: CatalogueState, folder: Path, head: Head, *, kind: Kind) -> bool:
    """Tell whether a catalogue shows exactly what is published, in the way this version shows it, and from here."""
    is_here = state.is_complete or is_same_folder(Path(state.folder), folder)
    is_of_kind = state.is_complete == (kind == "TABLE")
    return is_here and is_of_kind and (state.sequence, state.marts) == (head.sequence, marts_name(head))


def swap(folder: Path, head: Head, *, kind: Kind, before: CatalogueState | None) -> None:
    """Write the catalogue of a state aside, then show it and the state's marts in the place of those before."""
    work = folder / CATALOGUE_WORK
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    aside = work / layout.CATALOGUE
    write_catalogue(aside, folder, head, kind=kind, before=before)
    sync(aside)
    show_marts(folder, head)
    aside.replace(folder / layout.CATALOGUE)
    sync(folder)
