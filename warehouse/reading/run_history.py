"""What the runs of a warehouse did: what each was asked, what became of the files, and which rows came and went."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from warehouse.catalogue.reader import reading
from warehouse.ledger.history import PublishedState, read_history
from warehouse.ledger.states import TableFiles, files_of
from warehouse.reading.query import QueryResult, dictionaries
from warehouse.records import ARTICLE_TABLES, CORPUS_TABLES, TABLES, File, Record, Rejection, Run, key_column
from warehouse.views.failures import damage_explained
from warehouse.views.relations import stored_query

COUNTED: tuple[type[Record], ...] = (*ARTICLE_TABLES, *CORPUS_TABLES, File, Rejection)
"""Tables whose rows are counted: all but those of the runs themselves."""

NOTHING = TableFiles([], frozenset())

Files = Mapping[str, TableFiles]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunReport:
    """A run's row of `runs`, and by table the rows that it added and that are gone since the run before.

    `is_kept` tells whether its state can still be asked; the counts are missing where it, or the one before, cannot.
    """

    run: Mapping[str, object]
    is_kept: bool
    added: Mapping[str, int]
    gone: Mapping[str, int]


def run_reports(folder: Path, *, last: int) -> Iterator[RunReport]:
    """Yield the last runs, the newest first."""
    with reading(folder) as connection:
        runs = dictionaries(connection, f"FROM {Run.table} ORDER BY finished_at DESC, run_id DESC", [])
    states = read_history(folder)
    kept = {state.run_id: place for place, state in enumerate(states)}
    with damage_explained(folder), duckdb.connect(":memory:") as connection:
        for place, run in enumerate(runs[:last]):
            at = kept.get(str(run["run_id"]))
            if at is None or (at == 0 and place < len(runs) - 1):
                yield RunReport(run=run, is_kept=at is not None, added={}, gone={})
                continue
            before = states[at - 1] if at else None
            added, gone = row_counts(connection, folder, before=before, after=states[at])
            yield RunReport(run=run, is_kept=True, added=added, gone=gone)


def row_counts(
    connection: duckdb.DuckDBPyConnection, folder: Path, *, before: PublishedState | None, after: PublishedState
) -> tuple[dict[str, int], dict[str, int]]:
    """Count by table the rows, by their keys, that only the later state has, and those that only the earlier has."""
    files_before = files_of(folder, before) if before else {record.table: NOTHING for record in TABLES}
    only_before, only_after = unshared(files_before, files_of(folder, after))
    added, gone = {}, {}
    for record in COUNTED:
        key, table = key_column(record), record.table
        earlier, later = (f"({scan(record, files[table])})" for files in (only_before, only_after))
        added[table] = count_without(connection, later, earlier, key=key)
        gone[table] = count_without(connection, earlier, later, key=key)
    return added, gone


def count_without(connection: duckdb.DuckDBPyConnection, relation: str, others: str, *, key: str) -> int:
    """Count the rows of a relation whose key another one has not."""
    query = f"FROM {relation} ANTI JOIN {others} USING ({key}) SELECT count(*)"
    ((count,),) = connection.execute(query).fetchall()
    return int(count)


def scan(record: type[Record], listed: TableFiles) -> str:
    """Write the query over a table's files."""
    return stored_query(record, listed.files, lacking=listed.lacking)


def unshared(before: Files, after: Files) -> tuple[dict[str, TableFiles], dict[str, TableFiles]]:
    """Leave out the files that two states share: what is in them has not changed, and need not be read."""
    return without(before, after), without(after, before)


def without(files: Files, others: Files) -> dict[str, TableFiles]:
    """Leave out of each table the files that it has in the other state too."""
    return {
        table: TableFiles(sorted(set(listed.files) - set(others[table].files)), listed.lacking)
        for table, listed in files.items()
    }


SHOWN = ("run_id", "started_at", "finished_at", "parameters", "file_count", "unchanged_count", "skipped_count")
OUTCOMES = ("accepted_count", "rejected_count", "removed_count")


def as_rows(reports: Sequence[RunReport]) -> QueryResult:
    """Lay the reports out as flat rows: `figures_added`, `figures_gone` and so on, null where that is not known."""
    tables = [record.table for record in COUNTED]
    columns = [*SHOWN, *OUTCOMES, "is_kept", *(f"{table}_{way}" for table in tables for way in ("added", "gone"))]
    return QueryResult(columns=tuple(columns), rows=(flat_row(report, tables) for report in reports))


def flat_row(report: RunReport, tables: Sequence[str]) -> tuple[object, ...]:
    """Lay out a report as a row."""
    counts = (counted.get(table) for table in tables for counted in (report.added, report.gone))
    return (*(report.run[name] for name in (*SHOWN, *OUTCOMES)), report.is_kept, *counts)


def finished_at(report: RunReport) -> datetime:
    """Return when a run had finished."""
    moment = report.run["finished_at"]
    assert isinstance(moment, datetime)
    return moment
