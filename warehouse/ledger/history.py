"""`history.jsonl`: what each of the last runs published, so that it can be shown again, a line a run, the oldest first.

A line promises that the files of its versions stay: whoever deletes old files spares them (`promised_versions`).
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from warehouse.folder import layout
from warehouse.folder.errors import WarehouseError
from warehouse.folder.files import failures_explained, replace_file
from warehouse.ledger import delta
from warehouse.ledger.head import Head, TableState
from warehouse.ledger.published import open_at, table_path
from warehouse.records import Article, File, Run

KEPT_RUNS = 30
"""Runs whose states are kept where the user sets nothing: a month of daily runs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedState:
    """What a run published: the version of each table, when the run had finished (UTC), and its place in the order."""

    run_id: str
    finished_at: datetime
    sequence: int
    tables: Mapping[str, TableState]


def read_history(folder: Path) -> list[PublishedState]:
    """Read the states that are kept of a warehouse, the oldest first; none where no run has noted one yet.

    Raise `WarehouseError` where a line cannot be read.
    """
    states = []
    for number, line in enumerate(history_lines(folder), start=1):
        try:
            states.append(parsed(line))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise WarehouseError(
                f"{folder / layout.HISTORY}, line {number} is damaged ({error}). "
                f"Run `newsledger repair --warehouse {folder}`, which keeps the lines that can be read."
            ) from error
    return states


def readable_history(folder: Path) -> list[PublishedState]:
    """Read the states whose lines are sound, for whoever mends the file."""
    states = []
    for line in history_lines(folder):
        try:
            states.append(parsed(line))
        except (ValueError, KeyError, TypeError, AttributeError):
            continue  # The line is lost; the caller compares and says so.
    return states


def history_lines(folder: Path) -> list[str]:
    """Read the lines of the file; none where it is not there."""
    path = folder / layout.HISTORY
    with failures_explained(path):
        return path.read_text(encoding="utf-8", errors="replace").splitlines() if path.exists() else []


def parsed(line: str) -> PublishedState:
    """Read a line; raise one of the errors of a wrong form."""
    stated = json.loads(line)
    finished_at = datetime.fromisoformat(stated["finished_at"])
    if finished_at.tzinfo is None:
        raise ValueError("finished_at has no time zone")
    return PublishedState(
        run_id=str(stated["run_id"]),
        finished_at=finished_at,
        sequence=int(stated["sequence"]),
        tables={name: TableState(**state) for name, state in stated["tables"].items()},
    )


def write_history(folder: Path, states: Iterable[PublishedState]) -> None:
    """Write down the states that are kept, at once."""
    lines = (json.dumps(as_json(state), ensure_ascii=False) + "\n" for state in states)
    with failures_explained(folder / layout.HISTORY):
        replace_file(folder / layout.HISTORY, "".join(lines).encode(), work=folder / layout.WORK)


def as_json(state: PublishedState) -> dict[str, object]:
    """Return a state as JSON takes it."""
    return {
        "run_id": state.run_id,
        "finished_at": state.finished_at.isoformat(),
        "sequence": state.sequence,
        "tables": {
            name: {"version": table.version, "changed_in": table.changed_in}
            for name, table in sorted(state.tables.items())
        },
    }


def note_run(folder: Path, head: Head, *, run_id: str, finished_at: datetime, keep_runs: int | None = None) -> None:
    """Note that what is published now is what a run left; forget all but the last `keep_runs` (None: forget none)."""
    state = PublishedState(run_id=run_id, finished_at=finished_at, sequence=head.sequence, tables=head.tables)
    others = [kept for kept in read_history(folder) if kept.run_id != run_id]
    kept = [*others, state]
    write_history(folder, kept if keep_runs is None else kept[-keep_runs:])


def note_cut_off_run(folder: Path, head: Head) -> None:
    """Note the last run where what is published is still what it left, but a crash came before that was noted.

    So the history of a warehouse that has none begins with its last run.
    """
    if head.incomplete:
        return
    entered_in = head.tables[Run.table].changed_in
    is_as_left = entered_in == max(state.changed_in for state in head.tables.values())
    noted = max((state.sequence for state in read_history(folder)), default=0)
    if not is_as_left or entered_in <= noted:
        return
    path = table_path(folder, Run.table)
    files = delta.data_files(path, open_at(path, head.tables[Run.table].version))
    runs = sorted(delta.read_columns(files, ["finished_at", "run_id"]))
    for finished_at, run_id in runs[-1:]:
        note_run(folder, head, run_id=run_id, finished_at=finished_at)


def was_cut_off(head: Head) -> bool:
    """Tell whether files or articles have landed since a run was last entered: theirs ended before it was checked."""
    entered_in = head.tables[Run.table].changed_in
    return any(head.tables[record.table].changed_in > entered_in for record in (Article, File))


def follow_compaction(folder: Path, head: Head) -> None:
    """Let states whose rows are those of today point to today's versions, so that the files merged need not stay."""
    states = read_history(folder)
    followed = [replace(state, tables=with_same_rows(state.tables, head)) for state in states]
    if followed != states:
        write_history(folder, followed)


def with_same_rows(tables: Mapping[str, TableState], head: Head) -> dict[str, TableState]:
    """Return the tables with today's version where the rows have not changed since."""
    return {
        name: head.tables[name] if name in head.tables and head.tables[name].changed_in == state.changed_in else state
        for name, state in tables.items()
    }


def promised_versions(states: Sequence[PublishedState]) -> dict[str, set[int]]:
    """Return the versions of each table that states show."""
    versions: dict[str, set[int]] = defaultdict(set)
    for state in states:
        for name, table in state.tables.items():
            versions[name].add(table.version)
    return versions
