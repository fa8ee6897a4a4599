"""What a warehouse's folder must be like before anything is written to it."""

import os
import re
from pathlib import Path

from warehouse.folder import layout
from warehouse.folder.errors import WarehouseError
from warehouse.folder.files import failures_explained

UNUSABLE = re.compile(r"[][?*\\^|\x00-\x1f]|%[0-9A-Fa-f]{2}")
"""What delta-rs or DuckDB mistakes in a path for a pattern or a part of a URL, such as `[`, `?` or `%20`."""


def prepare_folder(folder: Path) -> Path:
    """Return the folder as an absolute path, made where it is missing; raise `WarehouseError` where it cannot serve."""
    folder = folder.resolve()
    check_path(folder)
    if folder.exists() and not folder.is_dir():
        raise WarehouseError(f"{folder} is a file. Choose a folder with --warehouse.")
    with failures_explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        names = {entry.name for entry in folder.iterdir()}
    if layout.HEAD not in names:
        check_unused(folder, names)
    if not os.access(folder, os.W_OK | os.X_OK):
        raise WarehouseError(
            f"{folder} is read-only. Give yourself the right to write there, or choose another folder with --warehouse."
        )
    return folder


def no_warehouse(folder: Path) -> WarehouseError:
    """Build the error for a place that holds no warehouse, with what can be done there."""
    lacking = f"{folder} holds no warehouse"
    if folder.is_file():
        place = f"{folder.parent}, which it lies in" if folder.name == layout.CATALOGUE else "the folder of one"
        return WarehouseError(f"{lacking}: it is a file. Name {place}, with --warehouse.")
    with failures_explained(folder):
        is_strange = folder.is_dir() and any(entry.name not in layout.PARTS for entry in folder.iterdir())
    if is_strange:
        return WarehouseError(f"{lacking}, but other files. Name the folder of one with --warehouse.")
    return WarehouseError(f"{lacking}. Name its folder with --warehouse, or make one with `newsledger ingest PATH`.")


def check_path(folder: Path) -> None:
    """Raise `WarehouseError` where the folder's absolute path has characters that our libraries misread."""
    unusable = UNUSABLE.search(str(folder.resolve()))
    if unusable:
        raise WarehouseError(
            f"{folder}: a path with {unusable.group()!r} in it cannot hold a warehouse. Choose another folder."
        )


def check_unused(folder: Path, names: set[str]) -> None:
    """Raise `WarehouseError` where a folder without `HEAD.json` holds files that are not ours."""
    strange = sorted(names - layout.PARTS)
    if strange:
        raise WarehouseError(
            f"{folder} is no warehouse and holds other files ({', '.join(strange[:3])}). "
            "Choose an empty folder, or a new one, with --warehouse."
        )
