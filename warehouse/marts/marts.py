"""The marts: plain Parquet files, one a table until it is large, that any tool reads without a lock or an extension.

Only files whose rows have changed are written again; the others are taken over by hard link. All marts are swapped
together, with the files that describe them: `marts` is a link to the folder of one state, and whoever reads an older
one goes on.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.contracts.files import CONTRACT_FILES, contract_files, wording
from warehouse.contracts.tables import read_tables
from warehouse.folder import layout
from warehouse.folder.errors import WarehouseError
from warehouse.folder.files import failures_explained, link_or_copy, no_remains, sync
from warehouse.ledger.head import Head
from warehouse.marts.claims import claims_compared
from warehouse.marts.manifest import MANIFEST, MadeMart, Manifest, MartFile, read_manifest, write_manifest
from warehouse.marts.parquet import described_mart, write_parquet
from warehouse.records import MARTS
from warehouse.records.claims import CLAIMS
from warehouse.search.index import refresh_index
from warehouse.views.literals import quoted
from warehouse.views.relations import fingerprint, mart_query
from warehouse.views.workspace import workspace

LARGE_BYTES = 16 * 1024 * 1024
"""Size from which a table with a day of publication is cut into a file a year, so that new articles cost little."""

UNKNOWN_YEAR = "unknown"


def marts_name(head: Head) -> str:
    """Name the folder of the marts of a state: when a table that they are made from last changed, and how it is told.

    A state in which only other tables have changed, such as those of runs and checks, has the marts of the one before.
    """
    changed_in = max(head.tables[record.table].changed_in for mart in MARTS.values() for record in mart.of)
    return f"{changed_in}-{fingerprint()}-{wording()}"


def refresh_marts(folder: Path, head: Head, *, opened: duckdb.DuckDBPyConnection | None = None) -> list[str]:
    """Write the marts of a state, unless they are there, for `show_marts`; return the files written anew.

    `opened` is the state's workspace, where the caller has one, without which another is opened: each takes a second.
    Raises WarehouseError where the disk or the folder refuses.
    """
    target = folder / layout.MARTS_STORE / marts_name(head)
    with failures_explained(folder / layout.MARTS), no_remains(folder / layout.WORK / layout.MARTS):
        if target.exists():
            return []
        with nullcontext(opened) if opened else workspace(folder, head) as connection:
            return build(folder, target, head, connection)


def show_marts(folder: Path, head: Head) -> None:
    """Let `marts` point to those of a state; raises WarehouseError as above."""
    target = folder / layout.MARTS_STORE / marts_name(head)
    with failures_explained(folder / layout.MARTS):
        point_to(folder / layout.MARTS, target, work=folder / layout.WORK)


def build(folder: Path, target: Path, head: Head, connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Write marts and index aside, taking over the files whose rows are the same, then show all of them at once."""
    previous = folder / layout.MARTS
    before = read_manifest(previous)
    aside = folder / layout.WORK / layout.MARTS
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    made = {}
    with claims_compared(connection, aside, previous=comparable(previous, before), is_new=is_new(before, head)):
        for name in MARTS:
            made_from, known = inputs(name, head), before.marts.get(name)
            if known and known.made_from == made_from:
                files = known.files
            else:
                files = write_mart(connection, name, aside, known=known_files(known))
            made[name] = MadeMart(made_from=made_from, files=files)
    tables = read_tables(connection)
    indexed = refresh_index(connection, aside / layout.INDEX, previous=previous / layout.INDEX)
    written = [path for mart in made.values() for path in mart.files if (aside / path).exists()]
    take_over(made, aside, previous=previous)
    for name, text in contract_files(tables, aside).items():
        (aside / name).write_text(text, encoding="utf-8")
        sync(aside / name)
    write_manifest(aside, Manifest(marts=made))
    target.parent.mkdir(exist_ok=True)
    aside.rename(target)
    sync(target.parent)
    return sorted([*written, *(f"{layout.INDEX}/{path}" for path in indexed)])


def is_new(before: Manifest, head: Head) -> bool:
    """Tell whether what several reports state may be another than when the marts before were made."""
    return any(name not in before.marts or before.marts[name].made_from != inputs(name, head) for name in CLAIMS)


def comparable(previous: Path, before: Manifest) -> Path | None:
    """Return the folder of the marts before where claims were compared by today's queries; else None."""
    return previous if all(known_files(before.marts.get(name)) for name in CLAIMS) else None


def known_files(before: MadeMart | None) -> dict[str, MartFile]:
    """Return the files of a mart as it was before, if it was made by today's queries and described in today's words."""
    return before.files if before and before.made_from["fingerprint"] == fingerprint() else {}


def inputs(mart: str, head: Head) -> dict[str, int | str]:
    """Say what a mart is made from: when each of its tables last changed, and the queries' fingerprint."""
    tables = {record.table: head.tables[record.table].changed_in for record in MARTS[mart].of}
    return {**tables, "fingerprint": fingerprint()}


def write_mart(
    connection: duckdb.DuckDBPyConnection, mart: str, aside: Path, *, known: dict[str, MartFile]
) -> dict[str, MartFile]:
    """Write those files of a mart whose rows are not known already; return what each of its files holds."""
    whole = f"{mart}.parquet"
    with computed(connection, mart, aside, is_sorted=not known) as rows:
        is_large = rows.byte_count > LARGE_BYTES and "published_on" in MARTS[mart].order
        years = years_of(connection, rows.scan, mart) if is_large or known.keys() - {whole} else {}
        if years:
            (aside / mart).mkdir()
        files = years or {whole: digest_of(connection, rows.scan)}
        for path, part in files.items():
            if known.get(path) != part:
                condition = "" if path == whole else f"WHERE {condition_of_year(Path(path).stem)}"
                write_file(connection, f"{rows.scan} {condition}", aside / path, mart=mart)
    return files


@dataclass(frozen=True, slots=True, kw_only=True)
class Computed:
    """The rows of a mart in a file: the query that reads them, and the file's bytes."""

    scan: str
    byte_count: int


@contextmanager
def computed(connection: duckdb.DuckDBPyConnection, mart: str, aside: Path, *, is_sorted: bool) -> Iterator[Computed]:
    """Compute a mart's rows once, into a file that stays for the block; its joins cost more than reading it again.

    Where all rows are going to be written they are sorted, so that each year's lie together.
    """
    path = aside / f"{mart}.computed"
    order = f"ORDER BY {order_of(mart)}" if is_sorted else ""
    connection.execute(f"COPY (FROM ({mart_query(mart)}) {order}) TO {quoted(str(path))} (FORMAT parquet)")
    yield Computed(
        scan=f"FROM read_parquet({quoted(str(path))}, hive_partitioning = false)", byte_count=path.stat().st_size
    )
    path.unlink()


def order_of(mart: str) -> str:
    """Return the columns by which the rows of a mart lie."""
    return ", ".join(dict.fromkeys([*MARTS[mart].order, MARTS[mart].key]))


def condition_of_year(year: str) -> str:
    """Write the condition on the rows of a year's file, by bounds that let readers pass over row groups."""
    if year == UNKNOWN_YEAR:
        return "published_on IS NULL"
    return f"published_on BETWEEN make_date({int(year)}, 1, 1) AND make_date({int(year)}, 12, 31)"


def write_file(connection: duckdb.DuckDBPyConnection, query: str, path: Path, *, mart: str) -> None:
    """Write the rows of a query in the mart's order."""
    write_parquet(connection, f"{query} ORDER BY {order_of(mart)}", path, described=described_mart(mart))


def digest_of(connection: duckdb.DuckDBPyConnection, query: str) -> MartFile:
    """Count and hash the rows of a query, in any order."""
    ((row_count, digest),) = connection.execute(
        f"FROM ({query}) AS row SELECT count(*), coalesce(sum(CAST(hash(row) AS HUGEINT)), 0)"
    ).fetchall()
    return MartFile(row_count=row_count, digest=str(digest))


def years_of(connection: duckdb.DuckDBPyConnection, query: str, mart: str) -> dict[str, MartFile]:
    """Count and hash the rows of a mart year by year; return each year's file."""
    years = connection.execute(
        f"FROM ({query}) AS row SELECT year(published_on), count(*), sum(CAST(hash(row) AS HUGEINT)) "
        "GROUP BY ALL ORDER BY ALL"
    ).fetchall()
    return {
        f"{mart}/{UNKNOWN_YEAR if year is None else year}.parquet": MartFile(row_count=count, digest=str(digest))
        for year, count, digest in years
    }


def take_over(made: dict[str, MadeMart], aside: Path, *, previous: Path) -> None:
    """Show the files that were not written anew under a second name; copy them where hard links are not known."""
    for mart in made.values():
        for path in mart.files:
            if not (aside / path).exists():
                (aside / path).parent.mkdir(exist_ok=True)
                link_or_copy(previous / path, aside / path)
        for part in {(aside / path).parent for path in mart.files}:
            sync(part)


def point_to(link: Path, target: Path, *, work: Path) -> None:
    """Let the symbolic link point to the target from one moment to the next.

    A copy of a warehouse whose links were followed, as archives do, has a folder of marts in the link's place.
    """
    destination = os.path.relpath(target, link.parent)
    if link.is_symlink() and str(link.readlink()) == destination:
        return
    if link.exists() and not link.is_symlink():
        if not holds_marts_alone(link):
            raise WarehouseError(
                f"{link} is a folder where Newsledger keeps a symbolic link, and holds other files than marts. "
                "Move it away; the link will be made again."
            )
        shutil.rmtree(link)
    temporary = work / f"{link.name}.link"
    temporary.unlink(missing_ok=True)
    temporary.symlink_to(destination)
    temporary.replace(link)
    sync(link.parent)


def holds_marts_alone(folder: Path) -> bool:
    """Tell whether a folder holds marts as they were once written, and no other file."""
    known = {path for mart in read_manifest(folder).marts.values() for path in mart.files}
    found = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    own = {path for path in found if path.startswith((f"{layout.INDEX}/", f"{layout.RADAR}/"))}
    return bool(known) and found <= {*known, *own, *CONTRACT_FILES, MANIFEST}


def prune_marts(folder: Path, kept: set[str]) -> None:
    """Delete the marts of every state but those named."""
    for path in (folder / layout.MARTS_STORE).iterdir():
        if path.name not in kept:
            shutil.rmtree(path, ignore_errors=True)
