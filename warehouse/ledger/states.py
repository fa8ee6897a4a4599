"""States that runs left: which one is meant by what a user types, and the files that show it."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple

from warehouse.folder.errors import QueryError, WarehouseError
from warehouse.ledger import delta
from warehouse.ledger.history import PublishedState, read_history
from warehouse.ledger.published import table_path
from warehouse.ledger.schemas import column_types
from warehouse.records import TABLES, Record

ZONE_IN_LETTERS = re.compile(r"\s*\(?UTC\)?$")
"""How the zone is written beside the times that commands print."""

CLOCK = re.compile(
    r"\d{4}-?\d\d-?\d\d.\d\d(?P<minute>:?\d\d)?(?P<second>:?\d\d)?(?P<fraction>[.,]\d+)?(?:Z|[+-][\d:]+)?",
    re.ASCII,
)
"""A time in ISO 8601, as far as it is written: `2026-03-01T12:30`, `20260301T123005.250Z`."""


class TableFiles(NamedTuple):
    """The Parquet files of a table's version, and the columns that it lacks of those that the record has today."""

    files: list[Path]
    lacking: frozenset[str]


def kept_states(folder: Path) -> list[PublishedState]:
    """Return the states that can be shown, the oldest first; raise `QueryError` where there is none."""
    states = read_history(folder)
    if not states:
        raise QueryError(
            f"{folder} has no history yet: it was written by a version of Newsledger that kept none. "
            "It begins with the next run that changes something."
        )
    return states


def state_as_of(folder: Path, wanted: str) -> PublishedState:
    """Return the state of the run of this key, or key's start, or else of the last that had finished by a day or time.

    A day is meant whole, so is a minute or a second, and a time without a zone is UTC's. Raise `QueryError` where no
    such state is kept.
    """
    states = kept_states(folder)
    named = [state for state in states if state.run_id == wanted] or [
        state for state in states if wanted and state.run_id.startswith(wanted)
    ]
    if len(named) == 1:
        return named[0]
    moment = moment_of(wanted)
    if moment:
        return last_by(moment, states, wanted=wanted)
    if named:
        listed = ", ".join(state.run_id for state in named[:5])
        raise QueryError(f"{wanted!r} means more than one run: {listed}. Give the whole key.")
    raise QueryError(
        f"{wanted!r} is neither a day or time such as 2026-03-01 or 2026-03-01T12:30 nor a run that is kept "
        f"(the oldest is {states[0].run_id}, the last {states[-1].run_id}). `newsledger history` lists the runs."
    )


def moment_of(wanted: str) -> datetime | None:
    """Read a day or a time, as the last moment of it: of the minute where that is what it names; None for neither."""
    written = ZONE_IN_LETTERS.sub("", wanted)
    try:
        return datetime.combine(date.fromisoformat(written), time.max, UTC)
    except ValueError:
        pass
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    last = moment + length_of(written) - timedelta.resolution
    return last if last.tzinfo else last.replace(tzinfo=UTC)


def length_of(written: str) -> timedelta:
    """Return how long a time lasts that is written so: `12:30` a minute, `12:30:05` a second, `12` an hour."""
    clock = CLOCK.fullmatch(written)
    if clock is None or clock["fraction"]:
        return timedelta.resolution
    return timedelta(seconds=1) if clock["second"] else timedelta(minutes=1) if clock["minute"] else timedelta(hours=1)


def last_by(moment: datetime, states: Sequence[PublishedState], *, wanted: str) -> PublishedState:
    """Return the last state that was there at a moment."""
    there = [state for state in states if state.finished_at <= moment]
    if not there:
        oldest = states[0]
        raise QueryError(
            f"No state is kept from {wanted} or before: the oldest is that of run {oldest.run_id}, finished "
            f"{oldest.finished_at:%Y-%m-%dT%H:%M:%S} (UTC). `keep_runs` below `[history]` in newsledger.toml says how "
            "many are kept."
        )
    return max(there, key=lambda state: state.sequence)


def files_of(folder: Path, state: PublishedState) -> dict[str, TableFiles]:
    """List the files of each table in a state; a table that was not there yet has none.

    Raise `WarehouseError` where the log of a table has lost the state.
    """
    return {record.table: table_files(folder, state, record) for record in TABLES}


def table_files(folder: Path, state: PublishedState, record: type[Record]) -> TableFiles:
    """List the files of a table in a state."""
    if record.table not in state.tables:
        return TableFiles([], frozenset())
    path, version = table_path(folder, record.table), state.tables[record.table].version
    try:
        table = delta.open_table(path, version=version)
    except WarehouseError as error:
        raise WarehouseError(
            f"The state of run {state.run_id} cannot be shown any more: {path} has lost its version {version}. "
            f"`newsledger repair --warehouse {folder}` forgets states that are lost; the others stay."
        ) from error
    lacking = column_types(record).keys() - set(delta.stored_schema(table).names)
    return TableFiles(delta.data_files(path, table), frozenset(lacking))
