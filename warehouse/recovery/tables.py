"""Damaged tables become readable again: with the rows of their intact files, or without any where they are found anew.

What is found anew is emptied, for the rows of a table hang together: half of them would look like all.
"""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from warehouse.folder.files import failures_explained
from warehouse.folder.layout import LOG
from warehouse.ledger import delta
from warehouse.ledger.head import Head, TableState, write_head
from warehouse.ledger.history import history_lines, write_history
from warehouse.ledger.published import table_path
from warehouse.ledger.schemas import arrow_schema
from warehouse.records import RUN_TABLES, Article, Record
from warehouse.recovery.damage import Damage

SALVAGED: tuple[type[Record], ...] = (Article, *RUN_TABLES)
"""Tables whose rows can be made again one by one, or not at all: those of their intact files are kept."""


def mend_tables(folder: Path, head: Head, damaged: Sequence[Damage]) -> list[str]:
    """Make damaged tables readable, and publish them together, marked as incomplete where rows are missing; say how.

    A crash before that leaves what was published, which is then found damaged again.
    """
    if not damaged:
        return []
    sequence = head.sequence + 1
    tables, done = dict(head.tables), forget_versions(folder, damaged)
    for damage in damaged:
        version = write_again(folder, damage)
        tables[damage.record.table] = TableState(version=version, changed_in=sequence)
        done.append(f"{damage.record.table}: {damage.reason}.")
    missing = {damage.record.table for damage in damaged if not damage.is_whole}
    incomplete = tuple(sorted({*head.incomplete, *missing}))
    write_head(folder, replace(head, sequence=sequence, tables=tables, incomplete=incomplete))
    return done


def kept_files(damage: Damage) -> list[Path]:
    """Return the files of a damaged table whose rows it keeps."""
    return list(damage.intact_files) if damage.is_whole or damage.record in SALVAGED else []


def write_again(folder: Path, damage: Damage) -> int:
    """Write the rows that a table keeps in place of all that it has; return the version that has them.

    Where the log is lost, a new one begins. The files that it does not know stay until they are old enough for nobody
    to read them any more.
    """
    path = table_path(folder, damage.record.table)
    if damage.has_log:
        table = delta.open_table(path)
    else:
        with failures_explained(path):
            shutil.rmtree(path / LOG, ignore_errors=True)
        table = delta.create_table(path, damage.record)
    delta.rewrite(path, table, arrow_schema(damage.record), files=kept_files(damage))
    return int(table.version())


def forget_versions(folder: Path, damaged: Sequence[Damage]) -> list[str]:
    """Empty the history where a table's log begins anew: its versions count from 0 again, and would name other rows."""
    tables = ", ".join(damage.record.table for damage in damaged if not damage.has_log)
    if not tables or not history_lines(folder):
        return []
    write_history(folder, [])
    return [f"Earlier states cannot be shown any more, for the log of {tables} begins anew."]
