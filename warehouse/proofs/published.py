"""Proof of what readers see: the catalogue shows exactly what is published, and the marts hold the ledger's rows."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from warehouse.catalogue.contents import create_relations, new_database
from warehouse.catalogue.reader import CatalogueState, attach, read_state
from warehouse.contracts.files import contract_files
from warehouse.contracts.tables import read_tables
from warehouse.folder import layout
from warehouse.ledger.head import Head
from warehouse.marts.marts import marts_name
from warehouse.proofs.fault import Fault
from warehouse.proofs.index import digest_of, prove_index
from warehouse.proofs.star import prove_star
from warehouse.records import MARTS
from warehouse.views.claims import make_claims
from warehouse.views.literals import quoted
from warehouse.views.relations import mart_query
from warehouse.views.search import INDEX_TABLES
from warehouse.views.workspace import create_marts, index_files, mart_files

REMEDY = "run `newsledger relocate`, which makes it again"

ROWS_COMPARED_AT_ONCE = 1000

ALL_VIEWS = """
FROM duckdb_views() SELECT schema_name || '.' || view_name, sql
WHERE database_name = current_database() AND NOT internal
UNION ALL
FROM duckdb_functions() SELECT schema_name || '.' || function_name, macro_definition
WHERE function_type = 'table_macro' AND database_name = current_database() AND NOT internal
"""


def prove_published(connection: duckdb.DuckDBPyConnection, folder: Path, head: Head) -> Iterator[Fault]:
    """Yield where catalogue or marts differ from what is published."""
    marts = folder / layout.MARTS_STORE / marts_name(head)
    state = read_state(folder)
    if not all([*(mart_files(marts, mart) for mart in MARTS), *(index_files(marts, table) for table in INDEX_TABLES)]):
        yield fault(layout.MARTS, f"files of {marts.name} are missing; {REMEDY}")
    elif state is None:
        yield fault(layout.CATALOGUE, f"it is missing or cannot be read; {REMEDY}")
    elif state.sequence != head.sequence:
        yield fault(layout.CATALOGUE, f"it shows state {state.sequence}, published is {head.sequence}; {REMEDY}")
    else:
        of_files = [*wrong_marts(connection, marts), *prove_index(connection, marts)]
        yield from of_files
        yield from wrong_descriptions(connection, marts)
        if not of_files:  # what the catalogue holds is compared with files that are right
            yield from wrong_relations(folder, head, state)
    if (folder / layout.MARTS).resolve() != marts.resolve():
        yield fault(layout.MARTS, f"it does not point to {marts.name}; {REMEDY}")


def fault(table: str, reason: str) -> Fault:
    """Name a fault of a part of the warehouse as a whole."""
    return Fault(table=table, key="", column="", reason=reason)


def wrong_relations(folder: Path, head: Head, state: CatalogueState) -> Iterator[Fault]:
    """Yield the views and macros that are not those of a database written now, down to the files they read.

    Where the catalogue holds all rows, yield also the tables that do not hold those of the files.
    """
    with TemporaryDirectory() as aside:
        path = Path(aside) / layout.CATALOGUE
        with new_database(path) as connection:
            create_relations(connection, folder, head, kind="VIEW" if state.is_complete else "KEPT VIEW")
        with attach(folder / layout.CATALOGUE) as connection:
            shown = dict(connection.execute(ALL_VIEWS).fetchall())
            connection.execute(f"ATTACH {quoted(str(path))} AS expected (READ_ONLY)")
            connection.execute("USE expected")
            expected = dict(connection.execute(ALL_VIEWS).fetchall())
            copied = {view for view in expected.keys() - shown.keys() if holds_the_same(connection, view)}
    for view in sorted((expected.keys() | shown.keys()) - copied):
        if shown.get(view) != expected.get(view):
            reason = "it does not show what is published; delete the file and run `newsledger repair`"
            yield Fault(table=layout.CATALOGUE, key=view, column="", reason=reason)


def holds_the_same(connection: duckdb.DuckDBPyConnection, view: str) -> bool:
    """Tell whether the catalogue has a table that holds what it should show."""
    try:
        return digest_of(connection, f"newsledger.{view}") == digest_of(connection, f"expected.{view}")
    except duckdb.CatalogException:
        return False


def wrong_marts(connection: duckdb.DuckDBPyConnection, marts: Path) -> Iterator[Fault]:
    """Yield the rows that a mart lacks, has too many, or has with other values than the ledger."""
    create_marts(connection, marts)
    make_claims(connection)
    for name, mart in MARTS.items():
        yield from differences(connection, name, mart.key)
    yield from prove_star(connection)


def wrong_descriptions(connection: duckdb.DuckDBPyConnection, marts: Path) -> Iterator[Fault]:
    """Yield the files beside the marts that are missing, or do not describe them as they are."""
    for name, text in contract_files(read_tables(connection), marts).items():
        path = marts / name
        if not path.exists() or path.read_bytes() != text.encode():
            remedy = f"delete `{layout.MARTS_STORE}/{marts.name}` and {REMEDY}"
            yield fault(f"{layout.MARTS}/{name}", f"it does not describe the marts as they are; {remedy}")


def differences(connection: duckdb.DuckDBPyConnection, mart: str, key: str) -> Iterator[Fault]:
    """Compare a mart with the ledger: as a whole, by hash, then row by row, then by column where the hashes differ."""
    query = mart_query(mart)
    if digest_of(connection, f"({query})") == digest_of(connection, f"marts.{mart}"):
        return
    digest = "FROM {relation} AS row SELECT {key} AS key, hash(row) AS digest"
    ledger = digest.format(relation=f"({query})", key=key)
    shown = digest.format(relation=f"marts.{mart}", key=key)
    differing = connection.execute(f"({ledger} EXCEPT ALL {shown}) UNION ALL ({shown} EXCEPT ALL {ledger})").fetchall()
    keys = sorted({key_value for key_value, _ in differing})
    for start in range(0, len(keys), ROWS_COMPARED_AT_ONCE):
        part = keys[start : start + ROWS_COMPARED_AT_ONCE]
        in_ledger = rows_by_key(connection, f"({query})", key, part)
        in_mart = rows_by_key(connection, f"marts.{mart}", key, part)
        for key_value in part:
            yield from row_differences(mart, key_value, in_ledger.get(key_value), in_mart.get(key_value))


def rows_by_key(
    connection: duckdb.DuckDBPyConnection, relation: str, key: str, keys: list[str]
) -> dict[str, dict[str, Any]]:
    """Return the rows of a relation that have one of the keys."""
    connection.execute(f"FROM {relation} WHERE {key} IN (SELECT unnest(?))", [keys])
    names = [column[0] for column in connection.description or ()]
    rows = [dict(zip(names, row, strict=True)) for row in connection.fetchall()]
    return {row[key]: row for row in rows}


def row_differences(
    mart: str, key: str, in_ledger: dict[str, Any] | None, in_mart: dict[str, Any] | None
) -> Iterator[Fault]:
    """Yield where a row of a mart is not that of the ledger."""
    table = f"{layout.MARTS}.{mart}"
    if in_ledger is None or in_mart is None:
        reason = "the ledger has no such row" if in_ledger is None else "the mart lacks this row of the ledger"
        yield Fault(table=table, key=key, column="", reason=reason)
        return
    for column, value in in_ledger.items():
        if in_mart[column] != value:
            reason = f"the ledger has {value!r:.80}, the mart {in_mart[column]!r:.80}"
            yield Fault(table=table, key=key, column=column, reason=reason)
