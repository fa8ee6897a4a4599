"""Reading a warehouse through its catalogue; quick to import, for commands that only ask."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.folder import layout
from warehouse.folder.errors import WarehouseError
from warehouse.folder.files import failures_explained, is_closed, unreadable
from warehouse.folder.preparation import no_warehouse
from warehouse.ledger.head import read_head
from warehouse.views.failures import damage
from warehouse.views.literals import quoted

STORAGE_VERSION = "v1.2.0"
"""Format of the database files that are written: the oldest that DuckDB 1.2 and later, on every platform, read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueState:
    """What a catalogue says of itself: what it shows, where it was built, whether it holds all rows or shows files.

    `pinned` holds generation (`current` or `previous`), table and version of what it and its predecessor show.
    """

    sequence: int
    fingerprint: str
    folder: str
    marts: str
    is_complete: bool
    pinned: frozenset[tuple[str, str, int]]


def connect(folder: Path, *, instance: str = ":memory:") -> duckdb.DuckDBPyConnection:
    """Open the catalogue for reading only; raise `WarehouseError` where there is none, or where it has been moved.

    Views stand in the schemas `main` and `marts`. The connection goes on seeing the state it was opened with. Other
    connections can be opened to an `instance` of a name of its own.
    """
    check_presence(folder)
    connection = attach(folder / layout.CATALOGUE, instance=instance)
    try:
        ((built_in, is_complete),) = connection.execute("SELECT folder, is_complete FROM internal.state").fetchall()
    except duckdb.Error as error:
        connection.close()
        raise WarehouseError(
            f"{folder / layout.CATALOGUE} was made by another version of Newsledger. "
            f"Run `newsledger relocate --warehouse {folder}`, which makes it again."
        ) from error
    if not is_complete and not is_same_folder(Path(built_in), folder):
        connection.close()
        raise WarehouseError(
            f"{folder / layout.CATALOGUE} was built in {built_in} and points to the files there. "
            f"Run `newsledger relocate --warehouse {folder}`."
        )
    return connection


Opening = Callable[[], duckdb.DuckDBPyConnection]

KEPT: dict[Path, Opening] = {}
"""How the catalogue of a folder is opened where a server keeps it open; by `connect` elsewhere."""


@contextmanager
def reading_with(folder: Path, opening: Opening) -> Iterator[None]:
    """Let `reading` open the catalogue of a folder otherwise within the block."""
    before = KEPT.get(folder)
    KEPT[folder] = opening
    try:
        yield
    finally:
        if before is None:
            KEPT.pop(folder, None)
        else:
            KEPT[folder] = before


@contextmanager
def reading(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the catalogue for questions of our own; raise `WarehouseError` where it lacks what they ask for."""
    opening = KEPT.get(folder)
    with connect(folder) if opening is None else opening() as connection:
        try:
            yield connection
        except (duckdb.BinderException, duckdb.CatalogException) as error:
            raise WarehouseError(
                f"{folder / layout.CATALOGUE} was made by another version of Newsledger, with other tables. "
                "Run `newsledger ingest PATH` again on the files it was made from."
            ) from error
        except duckdb.Error as error:
            raise damage(folder, error) or error from error


def check_presence(folder: Path) -> None:
    """Raise `WarehouseError` where the folder holds no warehouse, or one that nothing has been published in."""
    repair = f"Run `newsledger repair --warehouse {folder}`"
    head = read_head(folder)
    with failures_explained(folder):
        is_published = (folder / layout.CATALOGUE).exists()
        has_tables = (folder / layout.TABLES).exists()
    if head is None and (has_tables or is_published):
        raise WarehouseError(f"{folder / layout.HEAD} is missing. {repair}, which makes it again.")
    if head is None:
        raise no_warehouse(folder)
    if head.incomplete:
        tables = ", ".join(head.incomplete)
        raise WarehouseError(f"A repair of {folder} was cut off: {tables} may lack rows. {repair} again.")
    if not is_published and head.sequence:
        raise WarehouseError(
            f"{folder / layout.CATALOGUE} is missing. {repair}, which builds it again from the ledger."
        )
    if not is_published:
        raise WarehouseError(f"Nothing has been ingested into {folder} yet. Run `newsledger ingest PATH` first.")


def attach(catalogue: Path, *, instance: str = ":memory:") -> duckdb.DuckDBPyConnection:
    """Open a catalogue file within an instance of DuckDB of its own.

    A plain `duckdb.connect(path)` would share the instance of an earlier connection of this process, and with it the
    file that has been replaced since.
    """
    connection = duckdb.connect(instance)
    try:
        connection.execute(f"ATTACH {quoted(str(catalogue))} AS newsledger (READ_ONLY)")
        use_catalogue(connection)
    except duckdb.Error as error:
        connection.close()
        if is_closed(str(error)):
            raise unreadable(catalogue) from error
        raise WarehouseError(
            f"{catalogue} cannot be read ({error}). Run `newsledger repair --warehouse {catalogue.parent}`, "
            "which builds it again from the ledger."
        ) from error
    return connection


def use_catalogue(connection: duckdb.DuckDBPyConnection) -> None:
    """Let names mean those of the catalogue that is attached, and times be those of the ledger."""
    connection.execute("USE newsledger")
    connection.execute("SET TimeZone = 'UTC'")


def is_same_folder(built_in: Path, folder: Path) -> bool:
    """Tell whether the folder that the views point to is this one, by whatever path."""
    try:
        return built_in.samefile(folder)
    except OSError:
        return False


def read_state(folder: Path) -> CatalogueState | None:
    """Return what the catalogue shows; None where there is none that could be read."""
    path = folder / layout.CATALOGUE
    try:
        if not path.exists():
            return None
        with attach(path) as connection:
            stated = connection.execute(
                "SELECT sequence, fingerprint, folder, marts, is_complete FROM internal.state"
            ).fetchall()
            pinned = connection.execute("SELECT generation, table_name, version FROM internal.pinned").fetchall()
    except (WarehouseError, OSError, duckdb.Error):
        return None  # An unreadable catalogue has no readers, and is built again at the next publication.
    ((sequence, fingerprint, built_in, marts, is_complete),) = stated
    return CatalogueState(
        sequence=sequence,
        fingerprint=fingerprint,
        folder=built_in,
        marts=marts,
        is_complete=is_complete,
        pinned=frozenset(pinned),
    )


def pinned_versions(folder: Path) -> dict[str, set[int]]:
    """Return the versions of each table that the current and the previous catalogue show."""
    versions: dict[str, set[int]] = defaultdict(set)
    state = read_state(folder)
    for _, name, version in state.pinned if state else ():
        versions[name].add(version)
    return versions
