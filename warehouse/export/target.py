"""The folder exported into: files are written aside in it and take their places when all of them are complete."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from warehouse.export.manifest import MANIFEST, Manifest, files_of, write_manifest
from warehouse.folder import lock
from warehouse.folder.errors import WarehouseError
from warehouse.folder.files import sync

PART = ".part"
"""Folder of the files being written, within the folder exported into: on the same file system, whatever is mounted."""

LOCK = "lock"


def check_target(target: Path, *, warehouse: Path, is_overwriting: bool) -> None:
    """Raise `WarehouseError` where a folder must not be exported into.

    It must be new, empty, or hold a former export and nothing else, unless the user lets files be overwritten.
    """
    if target.is_relative_to(warehouse.resolve()):
        raise WarehouseError(f"{target} lies within the warehouse. Choose a folder outside of it.")
    if target.exists() and not target.is_dir():
        raise WarehouseError(f"{target} is a file. Choose a folder to export into.")
    strange = sorted(names_in(target) - own_names(target))
    if strange and not is_overwriting:
        raise WarehouseError(
            f"{target} holds other files than those of an export ({', '.join(strange[:3])}). "
            "Choose an empty folder, or a new one, or give --overwrite, which replaces files of the same names."
        )


def names_in(folder: Path) -> frozenset[str]:
    """Return the names of what is in a folder; none where there is no folder."""
    return frozenset(entry.name for entry in folder.iterdir()) if folder.exists() else frozenset()


def own_names(target: Path) -> frozenset[str]:
    """Return the names of the files of the export in a folder, and of one that was killed while it took its place."""
    return files_of(target) | files_of(target / PART) | {PART}


@contextmanager
def aside(target: Path) -> Iterator[Path]:
    """Make an empty folder for the files of an export, which goes afterwards; a second export has to wait.

    A folder that was made for an export which failed goes too.
    """
    is_new = not target.exists()
    part = target / PART
    try:
        part.mkdir(parents=True, exist_ok=True)
        with lock.held(part / LOCK):
            clear(part)
            try:
                yield part
            finally:
                shutil.rmtree(part, ignore_errors=True)
    finally:
        if is_new and target.exists() and not names_in(target):
            target.rmdir()


def clear(part: Path) -> None:
    """Delete what a killed export has left, but not the lock."""
    for entry in part.iterdir():
        if entry.is_dir():
            shutil.rmtree(entry)
        elif entry.name != LOCK:
            entry.unlink()


def show(target: Path, manifest: Manifest) -> None:
    """Let the files written aside take their places, and delete those of a former export that is replaced.

    A kill at any moment leaves every file named by one of the two manifests, so that the next export clears up.
    """
    part = target / PART
    former = own_names(target) - {PART, MANIFEST}
    files = {table.file for table in manifest.tables}
    write_manifest(part, manifest)
    for name in sorted(files):
        (part / name).replace(target / name)
    for name in sorted(former - files):
        (target / name).unlink(missing_ok=True)
    (part / MANIFEST).replace(target / MANIFEST)
    sync(target)
