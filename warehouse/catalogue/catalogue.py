"""The catalogue `newsledger.duckdb`: commented views on exactly what is published, swapped as a whole."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import duckdb

from warehouse.catalogue.reader import STORAGE_VERSION, CatalogueState, connect, is_same_folder, read_state
from warehouse.folder import layout, lock
from warehouse.folder.files import sync
from warehouse.ledger.head import Head, published_head
from warehouse.ledger.published import files_by_table
from warehouse.ledger.schemas import grain
from warehouse.marts.marts import marts_name, prune_marts, refresh_marts
from warehouse.records import MARTS, TABLES
from warehouse.views.literals import quoted
from warehouse.views.questions import QUESTIONS
from warehouse.views.relations import fingerprint, ledger_meanings, mart_meanings, question_grain, question_meanings
from warehouse.views.search import INDEX_TABLES, index_relation
from warehouse.views.workspace import create_ledger_views, create_mart_views, create_search, duckdb_failures_explained

__all__ = ["connect", "publish"]

OF_ITSELF: dict[str, tuple[str, dict[str, str]]] = {
    "internal.state": (
        "One row: what the catalogue shows. This schema is Newsledger's own; ask `main` and `marts`.",
        {
            "sequence": "Number of the published state of the ledger.",
            "fingerprint": "Hash of all queries and descriptions.",
            "folder": "Folder of the warehouse when the catalogue was written.",
            "marts": "Folder of its marts, below `.marts`.",
        },
    ),
    "internal.pinned": (
        "One row per table and catalogue, this and the one before: versions that readers may still see.",
        {
            "generation": "current or previous.",
            "table_name": "Name of the table of the ledger.",
            "version": "Its Delta version.",
        },
    ),
}
"""What the catalogue says of itself: each table's grain, and the meaning of its columns."""


def publish(folder: Path) -> bool:
    """Bring marts and catalogue to what the ledger has published; return False where they were there already.

    The new catalogue is built aside and renamed over the old one: whoever has the old one open goes on reading it.
    """
    folder = folder.resolve()
    published_head(folder)  # before the lock, which makes a folder
    with lock.held(folder / layout.PUBLICATION_LOCK), duckdb_failures_explained(folder / layout.CATALOGUE):
        head = published_head(folder)
        refresh_marts(folder, head)
        before = read_state(folder)
        if before and is_current(before, folder, head):
            return False
        swap(folder, head, before)
        prune_marts(folder, {marts_name(head), before.marts if before else ""})
    return True


def is_current(state: CatalogueState, folder: Path, head: Head) -> bool:
    """Tell whether a catalogue shows exactly what is published, in the way this version shows it, and from here."""
    is_here = is_same_folder(Path(state.folder), folder)
    return is_here and (state.sequence, state.marts) == (head.sequence, marts_name(head))


def swap(folder: Path, head: Head, before: CatalogueState | None) -> None:
    """Write the catalogue of a state aside and put it in the place of the one before."""
    # A folder of its own, so that a write-ahead log left by a crash does not meet another file of that name.
    work = folder / layout.WORK / "catalogue"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    aside = work / layout.CATALOGUE
    write_catalogue(aside, folder, head, before=before)
    sync(aside)
    aside.replace(folder / layout.CATALOGUE)
    sync(folder)


def write_catalogue(path: Path, folder: Path, head: Head, *, before: CatalogueState | None) -> None:
    """Write the catalogue of a state of a warehouse to a new file."""
    with new_database(path) as connection:
        create_views(connection, folder, head)
        comment_on_everything(connection)
        state_itself(connection, folder, head, before)


@contextmanager
def new_database(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a new database file to be filled within the block, in one transaction."""
    with duckdb.connect(":memory:") as connection:
        connection.execute(f"ATTACH {quoted(str(path))} AS building (STORAGE_VERSION {quoted(STORAGE_VERSION)})")
        connection.execute("USE building")
        connection.execute("BEGIN")
        yield connection
        connection.execute("COMMIT")
        connection.execute("USE memory")
        connection.execute("DETACH building")


def create_views(connection: duckdb.DuckDBPyConnection, folder: Path, head: Head) -> None:
    """Create every view of a state of a warehouse."""
    create_ledger_views(connection, files_by_table(folder, head))
    marts = folder / layout.MARTS_STORE / marts_name(head)
    create_mart_views(connection, marts)
    create_search(connection, marts)


def comment_on_everything(connection: duckdb.DuckDBPyConnection) -> None:
    """Say in the database itself what every view and column means."""
    for record in TABLES:
        comment(connection, f"internal.{record.table}", grain(record), ledger_meanings(record.table), kind="VIEW")
        comment(connection, f"main.{record.table}", grain(record), ledger_meanings(record.table), kind="VIEW")
    for name, mart in MARTS.items():
        comment(connection, f"marts.{name}", mart.grain, mart_meanings(name), kind="VIEW")
    for name in QUESTIONS:
        comment(connection, f"main.{name}", question_grain(name), question_meanings(name), kind="VIEW")
    for name, table in INDEX_TABLES.items():
        comment(connection, index_relation(name), table.grain, table.columns, kind="VIEW")


def comment(
    connection: duckdb.DuckDBPyConnection, relation: str, meaning: str, meanings: Mapping[str, str], *, kind: str
) -> None:
    """Comment a relation, which is a `VIEW` or a `TABLE`, and each of its columns."""
    connection.execute(f"COMMENT ON {kind} {relation} IS {quoted(meaning)}")
    for name, *_ in connection.execute(f"DESCRIBE {relation}").fetchall():
        connection.execute(f"COMMENT ON COLUMN {relation}.{name} IS {quoted(meanings[name])}")


def state_itself(
    connection: duckdb.DuckDBPyConnection, folder: Path, head: Head, before: CatalogueState | None
) -> None:
    """Record what the catalogue shows, where it was built, and what the one before it showed."""
    connection.execute(
        "CREATE TABLE internal.state AS SELECT ?::BIGINT AS sequence, ? AS fingerprint, ? AS folder, ? AS marts",
        [head.sequence, fingerprint(), str(folder), marts_name(head)],
    )
    connection.execute("CREATE TABLE internal.pinned (generation VARCHAR, table_name VARCHAR, version BIGINT)")
    shown = [("current", name, state.version) for name, state in head.tables.items()]
    shown_before = (
        [("previous", name, version) for generation, name, version in sorted(before.pinned) if generation == "current"]
        if before
        else []
    )
    connection.executemany("INSERT INTO internal.pinned VALUES (?, ?, ?)", [*shown, *shown_before])
    for table, (meaning, meanings) in OF_ITSELF.items():
        comment(connection, table, meaning, meanings, kind="TABLE")
