"""Maintenance by command: merges small files and deletes what has piled up, safe beside readers.

What a reader may have open is spared: the files of the current and of the previous catalogue, those of the states that
the history promises, the marts of both catalogues, and whatever is younger than the retention.
"""

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from warehouse.catalogue.catalogue import MAX_BYTES, note_checksums, publish
from warehouse.catalogue.reader import read_state
from warehouse.catalogue.tidying import spared_versions
from warehouse.folder import layout
from warehouse.folder.files import failures_explained
from warehouse.ledger import delta
from warehouse.ledger.head import Head
from warehouse.ledger.history import follow_compaction
from warehouse.ledger.ledger import Ledger, small_files
from warehouse.ledger.published import open_at, table_path
from warehouse.records import File, Rejection

MOST_FILES = 8
"""Small files of a table that are left alone: merging writes a table again, and earlier states keep what it had."""

WORKING = frozenset(
    Path(name).name
    for name in (layout.LEDGER_LOCK, layout.PUBLICATION_LOCK, layout.SETTLED_VOLUMES, layout.RESOLVED_ENTITIES)
) | {"prefect"}
"""What belongs into `work`: locks, what has been settled, and Prefect's own state, which a run about to start uses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of the maintenance: what it deals with, how many things, and the bytes that it frees."""

    what: str
    count: int
    byte_count: int


def maintain(ledger: Ledger, *, retention_hours: int, max_bytes: int = MAX_BYTES) -> list[Step]:
    """Merge, expire and clear away; return what was done, step by step. `max_bytes` is as in `publish`.

    Raises WarehouseError where the disk or the folder refuses; every step leaves the warehouse sound.
    """
    folder = ledger.folder
    merged = ledger.compact(most_files=MOST_FILES)
    if merged:
        follow_compaction(folder, ledger.head)
        publish(folder, max_bytes=max_bytes)
    steps = [Step(what=MERGED, count=len(merged), byte_count=0)]
    old = old_files(folder, ledger.head, retention_hours=retention_hours)
    before = measured(old)
    if old:
        ledger.remove_old_files(spared=spared_versions(folder), retention_hours=retention_hours)
    steps.append(freed("files that no kept state needs", before, old))
    for what, paths in leftovers(folder, ledger.head).items():
        before = measured(paths)
        with failures_explained(folder):
            if what == LOGS:
                shorten_logs(folder, ledger.head)
            else:
                delete(paths)
        steps.append(freed(what, before, paths))
    note_checksums(folder)  # `HEAD.json`, and where the logs have their last checkpoints, have been written again
    return steps


def planned(folder: Path, head: Head, *, retention_hours: int) -> list[Step]:
    """Say what `maintain` would do; nothing is written. Files that merging would set free are not counted."""
    crowded = [name for name in head.tables if small_files(published_files(folder, head, name)) > MOST_FILES]
    old = old_files(folder, head, retention_hours=retention_hours)
    piles = {"files that no kept state needs": old, **leftovers(folder, head)}
    return [
        Step(what=MERGED, count=len(crowded), byte_count=0),
        *(Step(what=what, count=len(paths), byte_count=sum(measured(paths).values())) for what, paths in piles.items()),
    ]


MERGED, LOGS = "tables whose small files are merged", "entries of logs before the oldest state kept"


def published_files(folder: Path, head: Head, name: str) -> list[Path]:
    """List the files of a table's published version."""
    path = table_path(folder, name)
    return delta.data_files(path, open_at(path, head.tables[name].version))


def old_files(folder: Path, head: Head, *, retention_hours: int) -> list[Path]:
    """List the files of all tables that no state kept needs and that are old enough."""
    kept = kept_versions(folder, head)
    found: list[Path] = []
    for name, state in head.tables.items():
        path = table_path(folder, name)
        table = open_at(path, state.version)
        found += delta.old_files(path, table, kept_versions=kept[name], retention_hours=retention_hours)
    return [path for path in found if path.exists()]


def kept_versions(folder: Path, head: Head) -> dict[str, set[int]]:
    """Return the versions of each table that are published, shown by a catalogue, or promised by the history."""
    spared = spared_versions(folder)
    return {name: {state.version, *spared.get(name, ())} for name, state in head.tables.items()}


def leftovers(folder: Path, head: Head) -> dict[str, list[Path]]:
    """List what else has piled up, by what it is."""
    return {
        LOGS: list(old_log_entries(folder, head)),
        "marts that no catalogue shows": expired_marts(folder),
        "leftovers in work of runs that did not end": [
            path for path in (folder / layout.WORK).iterdir() if is_left(path)
        ],
        "bytes of refused files that no row names": unnamed_bytes(folder, head),
    }


def oldest_versions(folder: Path, head: Head) -> dict[Path, int]:
    """Return the oldest version kept of each table, by its folder; versions that the log does not know are none."""
    return {
        table_path(folder, name): min(
            version for version in versions if delta.log_entry(table_path(folder, name), version).exists()
        )
        for name, versions in kept_versions(folder, head).items()
    }


def old_log_entries(folder: Path, head: Head) -> Iterator[Path]:
    """Yield the files of logs that only states before the oldest one kept need."""
    for path, version in oldest_versions(folder, head).items():
        yield from delta.old_log_entries(path, oldest_version=version)


def shorten_logs(folder: Path, head: Head) -> None:
    """Delete what `old_log_entries` lists."""
    for path, version in oldest_versions(folder, head).items():
        delta.shorten_log(path, oldest_version=version)


def expired_marts(folder: Path) -> list[Path]:
    """List the folders of marts but for that of the catalogue and the newest other, which the previous one showed."""
    state = read_state(folder)
    shown = state.marts if state else (folder / layout.MARTS).resolve().name
    others = [path for path in (folder / layout.MARTS_STORE).glob("*") if path.name != shown]
    return sorted(others, key=lambda path: path.stat().st_mtime_ns)[:-1]


def is_left(path: Path) -> bool:
    """Tell whether something in `work` is none of what belongs there."""
    return path.name not in WORKING


def unnamed_bytes(folder: Path, head: Head) -> list[Path]:
    """List the kept bytes of refused files that neither a file's row nor a rejection names any more."""
    files = [*published_files(folder, head, File.table), *published_files(folder, head, Rejection.table)]
    named = {sha256 for (sha256,) in delta.read_columns(files, ["content_sha256"])}
    return sorted(path for path in (folder / layout.REJECTED).glob("*") if path.name not in named)


def measured(paths: Iterable[Path]) -> dict[Path, int]:
    """Measure files, and folders with all that is in them; a file of several names counts once it is the last."""
    return {path: size_of(path) for path in paths}


def size_of(path: Path) -> int:
    """Return the bytes that deleting a file or a folder sets free."""
    files = [file for file in path.rglob("*") if file.is_file()] if path.is_dir() else [path]
    states = [file.lstat() for file in files]
    return sum(state.st_size for state in states if state.st_nlink == 1)


def freed(what: str, before: dict[Path, int], paths: Iterable[Path]) -> Step:
    """Say what is gone of the paths."""
    gone = [path for path in paths if not path.exists()]
    return Step(what=what, count=len(gone), byte_count=sum(before[path] for path in gone))


def delete(paths: Iterable[Path]) -> None:
    """Delete files, and folders with all that is in them."""
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
