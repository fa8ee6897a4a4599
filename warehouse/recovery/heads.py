"""`HEAD.json` and `history.jsonl` again: what is published is also known to the history and to the catalogue."""

from collections.abc import Iterable
from pathlib import Path

from warehouse.catalogue.reader import read_state
from warehouse.folder import layout
from warehouse.folder.errors import DamageError, WarehouseError
from warehouse.folder.preparation import no_warehouse
from warehouse.ledger import delta
from warehouse.ledger.head import Head, TableState, read_head, write_head
from warehouse.ledger.history import PublishedState, history_lines, readable_history, write_history
from warehouse.ledger.published import table_path
from warehouse.ledger.states import files_of
from warehouse.records import TABLES
from warehouse.recovery.damage import fault_of


def mend_head(folder: Path) -> list[str]:
    """Write `HEAD.json` anew where it is missing or damaged; say from what.

    Raise `WarehouseError` where there is no warehouse at all, or one of a later version.
    """
    try:
        if read_head(folder):
            return []
        wrong = "is missing"
    except DamageError:
        wrong = "is damaged"
    candidates = [(known.sequence, order, known, where) for order, (known, where) in enumerate(known_heads(folder))]
    if not candidates:
        raise no_warehouse(folder)
    _, _, head, where = max(candidates)
    write_head(folder, head)
    return [f"{folder / layout.HEAD} {wrong}: made again from {where}."]


def known_heads(folder: Path) -> Iterable[tuple[Head, str]]:
    """Yield what is known to have been published, what is most exact last; the last commits only where all else fails.

    A catalogue does not know when rows have changed: all are taken as changed, and the marts are made again.
    """
    found: list[tuple[Head, str]] = []
    state = read_state(folder)
    if state:
        tables = {
            name: TableState(version=version, changed_in=state.sequence)
            for generation, name, version in state.pinned
            if generation == "current"
        }
        found.append((Head(sequence=state.sequence, tables=tables), layout.CATALOGUE))
    last = readable_history(folder)[-1:]
    found.extend((Head(sequence=kept.sequence, tables=dict(kept.tables)), layout.HISTORY) for kept in last)
    return found or last_commits(folder)


def last_commits(folder: Path) -> list[tuple[Head, str]]:
    """Take for published what was committed last to each table: what a cut-off run left may be among it."""
    paths = {record.table: table_path(folder, record.table) for record in TABLES}
    versions = {}
    for name, path in paths.items():
        try:
            if path.exists() and delta.exists(path):
                versions[name] = delta.open_table(path).version()
        except WarehouseError:
            continue  # A damaged log is found again, and named, when the tables are looked through.
    if not versions:
        return []
    sequence = 1 + max((int(number) for number in numbers_of_marts(folder)), default=0)
    tables = {name: TableState(version=version, changed_in=sequence) for name, version in versions.items()}
    where = "the last commit of each table, for neither catalogue nor history can be read: ingest the files again"
    return [(Head(sequence=sequence, tables=tables), where)]


def numbers_of_marts(folder: Path) -> list[str]:
    """Return the numbers of the publications that marts were made of."""
    names = [path.name.partition("-")[0] for path in (folder / layout.MARTS_STORE).glob("*-*")]
    return [name for name in names if name.isdigit()]


def mend_history(folder: Path) -> list[str]:
    """Forget the states that cannot be shown any more: lines, logs or files of theirs are lost; say which."""
    readable = readable_history(folder)
    lost_lines = len(history_lines(folder)) - len(readable)
    faults: dict[Path, str | None] = {}
    lost = [state for state in readable if not can_be_shown(folder, state, faults=faults)]
    if not lost_lines and not lost:
        return []
    write_history(folder, [state for state in readable if state not in lost])
    done = [f"The state of run {state.run_id} is lost: files of it cannot be read." for state in lost]
    return [*done, *([f"{lost_lines} lines of {layout.HISTORY} could not be read and are lost."] if lost_lines else [])]


def can_be_shown(folder: Path, state: PublishedState, *, faults: dict[Path, str | None]) -> bool:
    """Tell whether all files of a state can be read; what is wrong with each is looked up once, in `faults`."""
    try:
        listed = files_of(folder, state)
    except WarehouseError:
        return False
    files = [file for each in listed.values() for file in each.files]
    faults.update({file: fault_of(file) for file in files if file not in faults})
    return not any(faults[file] for file in files)
