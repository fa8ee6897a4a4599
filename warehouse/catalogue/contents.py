"""What a catalogue holds: the rows of ledger, marts and index, or views on their files; questions, macros, comments."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import duckdb

from warehouse.catalogue.reader import STORAGE_VERSION, CatalogueState
from warehouse.folder import layout
from warehouse.ledger.head import Head
from warehouse.ledger.published import files_by_table
from warehouse.ledger.schemas import grain
from warehouse.marts.marts import marts_name
from warehouse.records import MARTS, TABLES
from warehouse.views.literals import quoted
from warehouse.views.questions import QUESTIONS
from warehouse.views.relations import fingerprint, ledger_meanings, mart_meanings, question_grain, question_meanings
from warehouse.views.search import INDEX_TABLES, index_relation
from warehouse.views.workspace import (
    MEMORY_LIMIT,
    Kind,
    create_ledger_views,
    create_marts,
    create_search,
    index_files,
    mart_files,
)

OF_ITSELF: dict[str, tuple[str, dict[str, str]]] = {
    "internal.state": (
        "One row: what the catalogue shows. This schema is Newsledger's own; ask `main` and `marts`.",
        {
            "sequence": "Number of the published state of the ledger.",
            "fingerprint": "Hash of all queries and descriptions.",
            "folder": "Folder of the warehouse when the catalogue was written.",
            "marts": "Folder of its marts, below `.marts`.",
            "is_complete": "Whether it holds the rows themselves; else it shows files of `folder`.",
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
    "internal.ledger_files": (
        "One row per Parquet file of the ledger that is shown.",
        {"table_name": "Name of the table.", "file": "Name of the file in the table's folder."},
    ),
}
"""What the catalogue says of itself: each table's grain, and the meaning of its columns."""


def write_catalogue(path: Path, folder: Path, head: Head, *, kind: Kind, before: CatalogueState | None) -> None:
    """Write the catalogue of a state of a warehouse to a new file."""
    with new_database(path) as connection:
        create_relations(connection, folder, head, kind=kind)
        comment_on_everything(connection, kind=kind)
        describe_itself(connection, folder, head, kind=kind, before=before)


@contextmanager
def new_database(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a new database file to be filled within the block, in one transaction."""
    with duckdb.connect(":memory:") as connection:
        connection.execute(f"SET memory_limit = '{MEMORY_LIMIT}'")
        connection.execute(f"SET temp_directory = {quoted(str(path.parent))}")
        connection.execute("SET TimeZone = 'UTC'")
        connection.execute(f"ATTACH {quoted(str(path))} AS building (STORAGE_VERSION {quoted(STORAGE_VERSION)})")
        connection.execute("USE building")
        connection.execute("BEGIN")
        yield connection
        connection.execute("COMMIT")
        connection.execute("USE memory")
        connection.execute("DETACH building")


def create_relations(connection: duckdb.DuckDBPyConnection, folder: Path, head: Head, *, kind: Kind) -> None:
    """Create every table, view and macro of a state of a warehouse."""
    marts = folder / layout.MARTS_STORE / marts_name(head)
    create_ledger_views(connection, files_by_table(folder, head), kind=kind)
    create_marts(connection, marts, kind=kind)
    create_search(connection, marts, kind=kind)


def bytes_of_files(folder: Path, head: Head) -> int:
    """Add up the files that the catalogue of a state shows."""
    marts = folder / layout.MARTS_STORE / marts_name(head)
    files = [file for listed in files_by_table(folder, head).values() for file in listed]
    files += [file for mart in MARTS for file in mart_files(marts, mart)]
    files += [file for table in INDEX_TABLES for file in index_files(marts, table)]
    return sum(file.stat().st_size for file in files)


def comment_on_everything(connection: duckdb.DuckDBPyConnection, *, kind: Kind) -> None:
    """Say in the database itself what every relation and column means."""
    for record in TABLES:
        comment(connection, f"internal.{record.table}", grain(record), ledger_meanings(record.table), kind=kind)
        comment(connection, f"main.{record.table}", grain(record), ledger_meanings(record.table), kind="VIEW")
    for name, mart in MARTS.items():
        comment(connection, f"marts.{name}", mart.grain, mart_meanings(name), kind=kind)
    for name in QUESTIONS:
        comment(connection, f"main.{name}", question_grain(name), question_meanings(name), kind="VIEW")
    for name, table in INDEX_TABLES.items():
        comment(connection, index_relation(name), table.grain, table.columns, kind=kind)


def comment(
    connection: duckdb.DuckDBPyConnection, relation: str, meaning: str, meanings: Mapping[str, str], *, kind: Kind
) -> None:
    """Comment a relation and each of its columns."""
    connection.execute(f"COMMENT ON {kind.removeprefix('KEPT ')} {relation} IS {quoted(meaning)}")
    for name, *_ in connection.execute(f"DESCRIBE {relation}").fetchall():
        connection.execute(f"COMMENT ON COLUMN {relation}.{name} IS {quoted(meanings[name])}")


def describe_itself(
    connection: duckdb.DuckDBPyConnection, folder: Path, head: Head, *, kind: Kind, before: CatalogueState | None
) -> None:
    """Record what the catalogue shows, where it was built, and what the one before it showed."""
    connection.execute(
        "CREATE TABLE internal.state AS SELECT ?::BIGINT AS sequence, ? AS fingerprint, ? AS folder, ? AS marts, "
        "?::BOOLEAN AS is_complete",
        [head.sequence, fingerprint(), str(folder), marts_name(head), kind == "TABLE"],
    )
    connection.execute("CREATE TABLE internal.pinned (generation VARCHAR, table_name VARCHAR, version BIGINT)")
    shown = [("current", name, state.version) for name, state in head.tables.items()]
    shown_before = (
        [("previous", name, version) for generation, name, version in sorted(before.pinned) if generation == "current"]
        if before
        else []
    )
    connection.executemany("INSERT INTO internal.pinned VALUES (?, ?, ?)", [*shown, *shown_before])
    files = [(table, file.name) for table, listed in files_by_table(folder, head).items() for file in listed]
    connection.execute(
        "CREATE TABLE internal.ledger_files AS SELECT unnest(?::VARCHAR[]) AS table_name, unnest(?::VARCHAR[]) AS file",
        [[table for table, _ in files], [file for _, file in files]],
    )
    for table, (meaning, meanings) in OF_ITSELF.items():
        comment(connection, table, meaning, meanings, kind="TABLE")
