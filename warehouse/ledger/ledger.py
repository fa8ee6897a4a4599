"""The ledger: one Delta table per record, written by one process at a time, published all at once.

A landing commits to each table that changes and then replaces `HEAD.json`, which names the published version of every
table. What a crash leaves beyond that is taken back before the next landing, so that a redo is harmless.
"""

import hashlib
from collections.abc import Callable, Collection, Mapping
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

import pyarrow as pa
from deltalake import DeltaTable

from warehouse.folder import layout, lock
from warehouse.folder.errors import WarehouseError
from warehouse.folder.files import check_room, failures_explained, replace_file
from warehouse.folder.preparation import prepare_folder
from warehouse.ledger import delta
from warehouse.ledger.exchange import exchange
from warehouse.ledger.head import Head, TableState, read_head, write_head
from warehouse.ledger.history import note_cut_off_run
from warehouse.ledger.published import open_published, table_path, with_every_table
from warehouse.ledger.schemas import arrow_schema
from warehouse.ledger.shards import read_table
from warehouse.ledger.upgrade import upgrade_table
from warehouse.records import (
    ARTICLE_TABLES,
    CORPUS_TABLES,
    STORY_TABLES,
    TABLES,
    Acceptance,
    Check,
    File,
    Measurement,
    Record,
    Rejection,
    Run,
)

REPLACED_BY: dict[str, str] = {
    **{record.table: "article_id" for record in (*ARTICLE_TABLES, *STORY_TABLES)},
    Rejection.table: "source_path",
    Acceptance.table: "acceptance_id",
    File.table: "source_path",
    Run.table: "run_id",
    Check.table: "check_id",
    Measurement.table: "measurement_id",
}
"""By which column a table's rows are replaced: rows that land take the place of those with the same value."""

SMALL_FILE_BYTES = 32 * 1024 * 1024

SMALL_FILES = 40
"""Number of files from which a table is compacted; each costs a query about a third of a millisecond."""

ROOM_FOR_LOGS = 1024 * 1024
"""Bytes that a landing may write beside its rows."""


class KnownFile(NamedTuple):
    """What the ledger knows of a file it has seen."""

    content_sha256: str | None
    outcome: str
    article_id: str | None
    pipeline_version: str


KNOWN_COLUMNS = ["source_path", *KnownFile._fields]


Doing = Callable[[Callable[[], None]], None]
"""Does a piece of work, wherever that is."""


def done_here(work: Callable[[], None]) -> None:
    """Do work in this process."""
    work()


class Ledger:
    """An open ledger; use it as a context manager, so that the lock is given back."""

    def __init__(self, folder: Path, *, head: Head, lock_descriptor: int) -> None:
        """Hold an opened folder; `open_ledger` makes one."""
        self.folder = folder
        self.head = head
        self._lock_descriptor = lock_descriptor
        self._tables: dict[str, DeltaTable] = {}

    def __enter__(self) -> Self:
        """Return the ledger itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Give the lock back."""
        self.close()

    def close(self) -> None:
        """Give the lock back; the ledger cannot be used any more."""
        lock.release(self._lock_descriptor)

    def land(
        self,
        tables: Mapping[str, pa.Table | Path],
        *,
        replaced_article_ids: Collection[str] = (),
        replaced_source_paths: Collection[str] = (),
    ) -> None:
        """Publish a shard's rows, given by table as Arrow or as the path of a shard, in place of those they replace.

        Rows of the articles named go from the articles' and the facts' tables, rows of the source paths named from
        files and rejections. Rows that land also replace those with the same article, source path, run or check, so
        that landing the same shard twice is landing it once.
        """
        replaced = {"article_id": replaced_article_ids, "source_path": replaced_source_paths}
        unknown = tables.keys() - REPLACED_BY.keys()
        if unknown:
            raise ValueError(f"no such tables: {', '.join(sorted(unknown))}")
        rows_by_table = {record.table: landing_rows(record, tables.get(record.table)) for record in TABLES}
        # Ahead of delta-rs, which meets a full disk with a page of its own inner state on the user's terminal.
        check_room(self.folder, ROOM_FOR_LOGS + sum(rows.nbytes for rows in rows_by_table.values()))
        deltas = self._take_tables()
        changed = set()
        for name, column in REPLACED_BY.items():
            path = table_path(self.folder, name)
            keys = replaced.get(column, ())
            if commit(path, deltas[name], rows_by_table[name], column=column, keys=keys):
                changed.add(name)
        self._publish(deltas, changed=changed)

    def replace_corpus(self, tables: Mapping[str, pa.Table]) -> bool:
        """Publish the tables of the whole corpus, each in place of all its rows; tell whether any has changed.

        A table that has the same rows already is not written again.
        """
        if tables.keys() != {record.table for record in CORPUS_TABLES}:
            raise ValueError(f"all tables of the corpus are replaced together, not {', '.join(sorted(tables))}")
        rows_by_table = {record.table: landing_rows(record, tables[record.table]) for record in CORPUS_TABLES}
        check_room(self.folder, ROOM_FOR_LOGS + sum(rows.nbytes for rows in rows_by_table.values()))
        deltas = self._take_tables()
        changed = [
            record.table
            for record in CORPUS_TABLES
            if exchange(
                table_path(self.folder, record.table), deltas[record.table], rows_by_table[record.table], record
            )
        ]
        self._publish(deltas, changed=changed)
        return bool(changed)

    def bring_up_to_date(self) -> None:
        """Take back what a crash left unpublished, and give tables the columns that their records have gained."""
        deltas = self._take_tables()
        upgraded = [
            record.table
            for record in TABLES
            if upgrade_table(table_path(self.folder, record.table), deltas[record.table], record)
        ]
        self._publish(deltas, changed=upgraded)

    def known_files(self) -> dict[str, KnownFile]:
        """Return what the ledger knows of every file it has seen, by source path."""
        deltas = self._take_tables()
        files = delta.data_files(table_path(self.folder, File.table), deltas[File.table])
        self._publish(deltas)
        return {path: KnownFile(*known) for path, *known in delta.read_columns(files, KNOWN_COLUMNS)}

    def keep_rejected(self, sha256: str, content: bytes) -> Path:
        """Keep the bytes of a rejected file for a later replay, under their hash; return where."""
        if hashlib.sha256(content).hexdigest() != sha256:
            raise ValueError(f"{sha256} is not the SHA-256 of the {len(content)} bytes given")
        path = self.folder / layout.REJECTED / sha256
        with failures_explained(path):
            path.parent.mkdir(exist_ok=True)
            if not path.exists():
                replace_file(path, content, work=self.folder / layout.WORK)
        return path

    def compact(self, *, most_files: int | None = None, doing: Doing = done_here) -> list[str]:
        """Merge the files of tables that have more small ones than `most_files`; return the tables' names.

        `doing` does the work, perhaps in another process: it takes memory by the size of the files.
        """
        deltas = self._take_tables()
        paths = {name: table_path(self.folder, name) for name in deltas}
        with failures_explained(self.folder / layout.TABLES):
            most = SMALL_FILES if most_files is None else most_files
            crowded = [n for n, path in paths.items() if small_files(delta.data_files(path, deltas[n])) > most]
        if crowded:
            doing(partial(delta.compact_each, [paths[name] for name in crowded]))
            deltas |= {name: delta.open_table(paths[name]) for name in crowded}
        self._publish(deltas, compacted=crowded)
        return crowded

    def remove_old_files(self, *, spared: Mapping[str, Collection[int]], retention_hours: int | None = None) -> None:
        """Delete files that neither the published version of a table needs, nor one that is spared or of late."""
        hours = delta.RETENTION_HOURS if retention_hours is None else retention_hours
        deltas = self._take_tables()
        for name, table in deltas.items():
            kept = {self.head.tables[name].version, *spared.get(name, ())}
            delta.remove_old_files(table_path(self.folder, name), table, kept_versions=kept, retention_hours=hours)
        self._publish(deltas)

    def note_complete(self) -> None:
        """Say that the tables which a repair had emptied are filled again."""
        self.head = replace(self.head, incomplete=())
        write_head(self.folder, self.head)

    def _take_tables(self) -> dict[str, DeltaTable]:
        """Return the tables as they are published, and forget them until `_publish` gives them back.

        After a failure there are none, so that the next call opens them again and takes back what was not published.
        """
        deltas, self._tables = self._tables, {}
        return deltas or open_published(self.folder, self.head)

    def _publish(
        self, deltas: dict[str, DeltaTable], *, changed: Collection[str] = (), compacted: Collection[str] = ()
    ) -> None:
        """Make the tables' versions the published ones, with a new sequence number where their files changed."""
        sequence = self.head.sequence + 1 if changed or compacted else self.head.sequence
        states = {
            name: TableState(
                version=table.version(),
                changed_in=sequence if name in changed else self.head.tables[name].changed_in,
            )
            for name, table in deltas.items()
        }
        head = replace(self.head, sequence=sequence, tables={**self.head.tables, **states})
        if head != self.head:
            write_head(self.folder, head)
        self.head = head
        self._tables = deltas


def open_ledger(folder: Path, *, mending: Callable[[Path], object] | None = None) -> Ledger:
    """Open a warehouse's ledger for writing, and make it where there is none.

    `mending` is called ahead of all else, as soon as nobody else can write. Raise `WarehouseError` where another
    process writes it, where the folder is not, or cannot be, a warehouse, or where a repair of it was cut off.
    """
    folder = prepare_folder(folder)
    with ExitStack() as on_failure:
        descriptor = lock.acquire(folder / layout.LEDGER_LOCK)
        on_failure.callback(lock.release, descriptor)
        if mending:
            mending(folder)
        head = with_every_table(folder, read_head(folder))
        if head.incomplete and not mending:
            raise WarehouseError(
                f"A repair of {folder} was cut off. Run `newsledger repair --warehouse {folder}` again."
            )
        note_cut_off_run(folder, head)
        ledger = Ledger(folder, head=head, lock_descriptor=descriptor)
        ledger.bring_up_to_date()
        on_failure.pop_all()
    return ledger


def landing_rows(record: type[Record], rows: pa.Table | Path | None) -> pa.Table:
    """Return the rows to land, read where a path is given; raise `ValueError` where they are not the table's."""
    schema = arrow_schema(record)
    if rows is None:
        return schema.empty_table()
    table = read_table(rows) if isinstance(rows, Path) else rows
    if not table.schema.equals(schema):
        raise ValueError(f"rows for {record.table} have the schema\n{table.schema}\ninstead of\n{schema}")
    return table


def commit(path: Path, table: DeltaTable, rows: pa.Table, *, column: str, keys: Collection[str]) -> bool:
    """Commit new rows in place of those of the keys and of the rows' own keys; tell whether anything changed."""
    landing = set(rows[column].to_pylist())
    present = delta.keys_present(delta.data_files(path, table), column=column, keys=landing.union(keys))
    if present:
        delta.replace_rows(path, table, rows, column=column, keys=present | landing)
    elif rows.num_rows:
        delta.append_rows(path, table, rows)
    return bool(present or rows.num_rows)


def small_files(files: Collection[Path]) -> int:
    """Count the small files of a table, each of which slows its readers."""
    return sum(file.stat().st_size < SMALL_FILE_BYTES for file in files)
