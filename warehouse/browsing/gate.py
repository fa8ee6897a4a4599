"""The SQL that a page's reader may run: exactly one statement that asks, in a database that reaches nothing else.

A connection that is opened for reading only is not enough in DuckDB 2.0: `COPY`, `ATTACH`, `INSTALL`, `SET` and
`PRAGMA` work on it. So DuckDB itself says what kind of statement it is, access to files and network is cut off but for
the files of the warehouse, the settings are locked, and what takes too long or too much memory is broken off.
"""

import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from warehouse.browsing.listing import FileKind
from warehouse.catalogue.reader import connect
from warehouse.folder.errors import QueryError
from warehouse.folder.files import failures_explained
from warehouse.reading.query import QueryResult, refusal, shortened, write_csv, write_json
from warehouse.views.literals import quoted

SECONDS = 10.0
MEMORY_LIMIT = "512MB"
MOST_ROWS = 1000
ROWS_AT_ONCE = 10_000
BETWEEN_LOOKS = 0.05
"""Seconds after which it is looked again whether the reader is still there."""

ONE_QUESTION = "Ask one question at a time: a single statement that begins with SELECT, FROM, WITH or VALUES."

DUCKDB_PREFIX = re.compile(r"^(?:\w+ )+Error: ")
"""How DuckDB begins to say what is wrong: `Parser Error: `."""

SENTENCES: dict[type[duckdb.Error], str] = {
    duckdb.ParserException: "DuckDB cannot read this as SQL: {said}",
    duckdb.CatalogException: "It names something that this warehouse does not have: {said}",
    duckdb.BinderException: "It names something that is not there, or not of that kind: {said}",
    duckdb.ConversionException: "A value cannot be read as what it is taken for: {said}",
    duckdb.PermissionException: "No file can be read or written here but the warehouse's own, and no setting changed.",
    duckdb.OutOfMemoryException: (
        f"It needs more than the {MEMORY_LIMIT} of memory that a question may take here. Narrow it down with WHERE or "
        "LIMIT, or ask with `newsledger sql`."
    ),
}
"""What is wrong with a question, by the kind of DuckDB's error."""

HasLeft = Callable[[], bool]
"""Tells whether the reader who asked has left."""


def stays() -> bool:
    """Say of a reader that he waits for the answer."""
    return False


def ask(
    folder: Path, sql: str, *, seconds: float = SECONDS, most: int = MOST_ROWS, has_left: HasLeft = stays
) -> QueryResult:
    """Answer one question with at most `most` rows and one more, which tells that there are others.

    Raises QueryError where it is no single question, where DuckDB refuses it, where it takes longer than `seconds`, or
    where the reader has left.
    """
    with asking(folder, sql, seconds=seconds, has_left=has_left) as (connection, statement):
        connection.execute(statement)
        columns = tuple(column[0] for column in connection.description or ())
        rows = [tuple(map(shortened, row)) for row in connection.fetchmany(most + 1)]
    return QueryResult(columns=columns, rows=iter(rows))


def write_answer(folder: Path, sql: str, path: Path, *, kind: FileKind, has_left: HasLeft = stays) -> None:
    """Write all rows of the answer to one question to a file, which DuckDB itself may not; raises as `ask` does."""
    with asking(folder, sql, seconds=SECONDS, has_left=has_left) as (connection, statement), failures_explained(path):
        if kind == "parquet":
            reader = connection.sql(statement.query).to_arrow_reader(ROWS_AT_ONCE)
            with pq.ParquetWriter(path, reader.schema, compression="zstd") as writer:
                for batch in reader:
                    writer.write_batch(batch)
            return
        connection.execute(statement)
        columns = tuple(column[0] for column in connection.description or ())
        with path.open("w", encoding="utf-8", newline="") as stream:
            (write_csv if kind == "csv" else write_json)(QueryResult(columns=columns, rows=fetched(connection)), stream)


def fetched(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[object, ...]]:
    """Yield the rows of an answer."""
    while rows := connection.fetchmany(ROWS_AT_ONCE):
        yield from (tuple(map(shortened, row)) for row in rows)


@contextmanager
def asking(
    folder: Path, sql: str, *, seconds: float, has_left: HasLeft
) -> Iterator[tuple[duckdb.DuckDBPyConnection, duckdb.Statement]]:
    """Let a block run one question and fetch its answer, watched for how long that takes and who waits for it."""
    with guarded(folder) as connection:
        statement = only_question(connection, sql)
        try:
            with watched(connection, seconds=seconds, has_left=has_left):
                yield connection, statement
        except duckdb.InterruptException as error:
            raise QueryError(
                f"It took longer than {seconds:g} seconds, and was broken off. Narrow it down with WHERE or LIMIT."
            ) from error
        except (duckdb.Error, pa.ArrowException) as error:
            raise broken(folder, connection, error) from error


def broken(folder: Path, connection: duckdb.DuckDBPyConnection, error: Exception) -> Exception:
    """Build the error for an answer that was not given, or cannot be written as Parquet."""
    if isinstance(error, duckdb.Error):
        refused = refusal(folder, connection, error)
        return QueryError(in_words(error, str(refused))) if isinstance(refused, QueryError) else refused
    return QueryError(f"The answer cannot be written as Parquet: {error}. Cast what it names to VARCHAR, or take CSV.")


def in_words(error: duckdb.Error, message: str) -> str:
    """Say what is wrong with a question, and what to do; DuckDB's own words stand behind it where they tell more."""
    said = DUCKDB_PREFIX.sub("", message)
    for kind, sentence in SENTENCES.items():
        if isinstance(error, kind):
            return sentence.format(said=said)
    return said


@contextmanager
def watched(connection: duckdb.DuckDBPyConnection, *, seconds: float, has_left: HasLeft) -> Iterator[None]:
    """Interrupt what runs in the block once it has taken so many seconds, or nobody waits for it any more."""
    has_ended = threading.Event()
    watcher = threading.Thread(target=watch, args=(connection, has_ended, seconds, has_left), daemon=True)
    watcher.start()
    try:
        yield
    finally:
        has_ended.set()
        watcher.join()


def watch(connection: duckdb.DuckDBPyConnection, has_ended: threading.Event, seconds: float, has_left: HasLeft) -> None:
    """Interrupt a connection, again and again until it has ended: what is interrupted between two steps goes on."""
    last = time.monotonic() + seconds
    while not has_ended.wait(BETWEEN_LOOKS):
        if time.monotonic() >= last or has_left():
            connection.interrupt()


@contextmanager
def guarded(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a warehouse for a stranger's question: no file but its own, no network, no change of settings."""
    with connect(folder) as connection:
        connection.execute(f"SET memory_limit = '{MEMORY_LIMIT}'")
        connection.execute("SET temp_directory = ''")
        connection.execute(f"SET allowed_directories = [{quoted(str(folder.resolve()) + '/')}]")
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        yield connection


def only_question(connection: duckdb.DuckDBPyConnection, sql: str) -> duckdb.Statement:
    """Return the one statement of a text; raise `QueryError` where there is none, are several, or it does not ask."""
    try:
        statements = connection.extract_statements(sql)
    except duckdb.Error as error:
        raise QueryError(in_words(error, str(error))) from error
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise QueryError(ONE_QUESTION)
    return statements[0]
