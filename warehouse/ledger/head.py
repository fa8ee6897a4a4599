"""`HEAD.json`: which version of each Delta table is published, all tables at once."""

import json
from dataclasses import dataclass
from pathlib import Path

from warehouse.folder import layout
from warehouse.folder.errors import DamageError, WarehouseError
from warehouse.folder.files import failures_explained, replace_file, unreadable
from warehouse.folder.preparation import check_path, no_warehouse

LAYOUT = 1
"""Number of the way in which a warehouse's folder is laid out; a version that lays it out otherwise counts on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableState:
    """The published version of a table, and the sequence number with which its rows last changed.

    The two differ: compaction makes a new version of the same rows.
    """

    version: int
    changed_in: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What is published: a number that grows with every publication, and the state of each table.

    `incomplete` names the tables that a repair has emptied and not filled again yet.
    """

    sequence: int
    tables: dict[str, TableState]
    incomplete: tuple[str, ...] = ()


def read_head(folder: Path) -> Head | None:
    """Read what is published in a warehouse; None where nothing has ever been.

    Raise `WarehouseError` where the file is damaged, closed to the user, or of a later version of Newsledger.
    """
    path = folder / layout.HEAD
    with failures_explained(path):
        if not path.exists():
            return None
        try:
            content = path.read_bytes()
        except PermissionError as error:
            raise unreadable(path) from error
    try:
        stated = json.loads(content)
        layout_number = int(stated.get("layout", LAYOUT))
        if layout_number > LAYOUT:
            raise later_layout(folder, layout_number)
        tables = {name: TableState(**state) for name, state in stated["tables"].items()}
        return Head(sequence=int(stated["sequence"]), tables=tables, incomplete=tuple(stated.get("incomplete", ())))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DamageError(
            f"{path} is damaged ({error}). Run `newsledger repair --warehouse {folder}`, which makes it again."
        ) from error


def later_layout(place: Path | str, number: int) -> WarehouseError:
    """Build the error for a warehouse that a later version has laid out."""
    return WarehouseError(
        f"{place} was written by a later version of Newsledger (layout {number}; this one knows {LAYOUT}). "
        "Use that version, or a later one."
    )


def published_head(folder: Path) -> Head:
    """Read what is published in a warehouse; raise `WarehouseError` where there is none."""
    check_path(folder)
    head = read_head(folder)
    if head is None:
        raise no_warehouse(folder)
    return head


def write_head(folder: Path, head: Head) -> None:
    """Publish: replace `HEAD.json` at once, and so that a loss of power does not undo it."""
    tables = {
        name: {"version": state.version, "changed_in": state.changed_in} for name, state in sorted(head.tables.items())
    }
    stated: dict[str, object] = {"layout": LAYOUT, "sequence": head.sequence, "tables": tables}
    if head.incomplete:
        stated["incomplete"] = list(head.incomplete)
    content = json.dumps(stated, indent=2) + "\n"
    with failures_explained(folder / layout.HEAD):
        replace_file(folder / layout.HEAD, content.encode(), work=folder / layout.WORK)


def lost_log_entries(folder: Path, head: Head) -> list[Path]:
    """Return the entries of the tables' logs that the published versions need and that are not there.

    By the Delta protocol a version is made from the last checkpoint up to it, and every entry after that.
    """
    lost = []
    for name, state in head.tables.items():
        log = folder / layout.TABLES / name / layout.LOG
        there = {path.name for path in log.glob("*")}
        checkpoints = [
            int(entry[:20]) for entry in there if entry[20:].startswith(".checkpoint") and entry[:20].isdigit()
        ]
        first = max((number + 1 for number in checkpoints if number <= state.version), default=0)
        wanted = {f"{number:020}.json" for number in {*range(first, state.version + 1), state.version}}
        lost += [log / entry for entry in sorted(wanted - there)]
    return lost
