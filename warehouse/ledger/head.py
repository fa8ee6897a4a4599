"""`HEAD.json`: which version of each Delta table is published, all tables at once."""

import json
from dataclasses import dataclass
from pathlib import Path

from warehouse.folder import layout
from warehouse.folder.errors import WarehouseError
from warehouse.folder.files import failures_explained, replace_file
from warehouse.folder.preparation import check_path


@dataclass(frozen=True, slots=True, kw_only=True)
class TableState:
    """The published version of a table, and the sequence number with which its rows last changed.

    The two differ: compaction makes a new version of the same rows.
    """

    version: int
    changed_in: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What is published: a number that grows with every publication, and the state of each table."""

    sequence: int
    tables: dict[str, TableState]


def read_head(folder: Path) -> Head | None:
    """Read what is published in a warehouse; None where nothing has ever been."""
    path = folder / layout.HEAD
    with failures_explained(path):
        if not path.exists():
            return None
        content = path.read_bytes()
    try:
        stated = json.loads(content)
        tables = {name: TableState(**state) for name, state in stated["tables"].items()}
        return Head(sequence=stated["sequence"], tables=tables)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise WarehouseError(
            f"{path} is damaged ({error}). Put back a copy from your backup, or ingest into a new folder."
        ) from error


def published_head(folder: Path) -> Head:
    """Read what is published in a warehouse; raise `WarehouseError` where there is none."""
    check_path(folder)
    head = read_head(folder)
    if head is None:
        raise WarehouseError(f"{folder} holds no warehouse: {layout.HEAD} is missing. Run `newsledger ingest` first.")
    return head


def write_head(folder: Path, head: Head) -> None:
    """Publish: replace `HEAD.json` at once, and so that a loss of power does not undo it."""
    tables = {
        name: {"version": state.version, "changed_in": state.changed_in} for name, state in sorted(head.tables.items())
    }
    content = json.dumps({"sequence": head.sequence, "tables": tables}, indent=2) + "\n"
    with failures_explained(folder / layout.HEAD):
        replace_file(folder / layout.HEAD, content.encode(), work=folder / layout.WORK)
