"""Mends a warehouse as far as its own parts allow, ahead of what only the stages can do from the articles' texts."""

import shutil
from pathlib import Path

from warehouse.folder import layout
from warehouse.folder.errors import WarehouseError
from warehouse.folder.files import failures_explained
from warehouse.ledger.head import published_head
from warehouse.marts.marts import holds_marts_alone
from warehouse.recovery.damage import damaged_catalogue, damaged_marts, damaged_tables
from warehouse.recovery.heads import mend_head, mend_history
from warehouse.recovery.marts import remember_articles
from warehouse.recovery.tables import mend_tables


def mend(folder: Path) -> list[str]:
    """Make head, history and tables of a warehouse readable, clear damaged marts and catalogues; say what was wrong.

    Tables that lack rows afterwards are named in `HEAD.json` as incomplete; marts and catalogue are made again by the
    next publication. Raise `WarehouseError` where there is no warehouse, or where the disk or the folder refuses.
    """
    done = mend_head(folder)
    head = published_head(folder)
    done += mend_tables(folder, head, damaged_tables(folder, head))
    done += mend_history(folder)
    return [*done, *clear_marts(folder), *clear_catalogue(folder)]


def leave(_: Path) -> None:
    """Mend nothing: what can be mended has been, and the tables that lack rows are to be filled."""


def clear_marts(folder: Path) -> list[str]:
    """Delete all marts where a file of theirs is damaged: those of earlier states may be the same file."""
    faults = damaged_marts(folder)
    link = folder / layout.MARTS
    if not faults:
        return []
    if link.is_dir() and not link.is_symlink() and not holds_marts_alone(link):
        raise WarehouseError(f"{link} is a folder with other files than marts. Move it away and repair again.")
    with failures_explained(folder):
        remember_articles(folder)
        if link.is_symlink():
            link.unlink()
        shutil.rmtree(link, ignore_errors=True)
        shutil.rmtree(folder / layout.MARTS_STORE, ignore_errors=True)
    return [f"{fault}; all marts are made again." for fault in faults[:1]]


def clear_catalogue(folder: Path) -> list[str]:
    """Delete a damaged catalogue."""
    fault = damaged_catalogue(folder)
    if fault is None:
        return []
    with failures_explained(folder):
        (folder / layout.CATALOGUE).unlink(missing_ok=True)
    return [f"{fault}; it is made again."]
