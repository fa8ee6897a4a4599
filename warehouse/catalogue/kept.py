"""A catalogue that stays open between questions, as a server asks them: one instance of DuckDB a published state.

Opening one takes longer than most answers. Whoever asks gets a connection of his own to the instance of the file that
lies there at that moment; once another file has taken its place, the next question opens that one.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from uuid import uuid4

import duckdb

from warehouse.catalogue.reader import check_presence, connect, reading_with, use_catalogue
from warehouse.folder import layout
from warehouse.folder.files import failures_explained

MEMORY_LIMIT = "2GB"
"""What DuckDB may keep of an open catalogue in memory, and use for answers, before it turns to the disk."""

FileState = tuple[int, int, int, int]
"""Device, number, size and time of change of a file: another one of the same name differs in one of them."""


class KeptCatalogue:
    """The catalogue of a warehouse's folder, kept open for as long as no other has been published."""

    def __init__(self, folder: Path) -> None:
        """Open nothing yet."""
        self._folder = folder
        self._lock = Lock()
        self._opened: duckdb.DuckDBPyConnection | None = None
        self._instance = ""
        self._state: FileState | None = None

    def connection(self) -> duckdb.DuckDBPyConnection:
        """Return a connection to what is published now, which the caller closes; raises `WarehouseError`."""
        check_presence(self._folder)
        with self._lock:
            state = state_of(self._folder)
            if self._opened is None or state != self._state:
                self.close()
                self._instance = f":memory:{uuid4().hex}"
                self._opened, self._state = opened(self._folder, self._instance), state
            connection = duckdb.connect(self._instance)
        use_catalogue(connection)
        return connection

    def close(self) -> None:
        """Let go of the file; connections that are still asking go on."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None


def state_of(folder: Path) -> FileState:
    """Tell the catalogue's file from every other; raise `WarehouseError` where it cannot be looked at."""
    with failures_explained(folder):
        found = (folder / layout.CATALOGUE).stat()
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def opened(folder: Path, instance: str) -> duckdb.DuckDBPyConnection:
    """Open a catalogue in an instance of this name, that is there for as long as a connection to it is open."""
    connection = connect(folder, instance=instance)
    connection.execute("SET memory_limit = ?", [MEMORY_LIMIT])
    connection.execute("SET temp_directory = ?", [tempfile.gettempdir()])
    return connection


@contextmanager
def kept_open(folder: Path) -> Iterator[None]:
    """Let every `reading` of a folder within the block share an open catalogue."""
    kept = KeptCatalogue(folder)
    with reading_with(folder, kept.connection):
        try:
            yield
        finally:
            kept.close()
