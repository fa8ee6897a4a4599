"""The SQL that a page's reader may run: exactly one statement that asks, in a database that reaches nothing else.

A connection that is opened for reading only is not enough in DuckDB 2.0: `COPY`, `ATTACH`, `INSTALL`, `SET` and
`PRAGMA` work on it. So DuckDB itself says what kind of statement it is, access to files and network is cut off but for
the files of the warehouse, the settings are locked, and what takes too long or too much memory is broken off.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from warehouse.catalogue.reader import connect
from warehouse.folder.errors import QueryError
from warehouse.reading.query import QueryResult, refusal, shortened
from warehouse.views.literals import quoted

SECONDS = 10.0
MEMORY_LIMIT = "512MB"
MOST_ROWS = 1000

ONE_QUESTION = "Ask one question at a time: a single statement that begins with SELECT, FROM, WITH or VALUES."


def ask(folder: Path, sql: str, *, seconds: float = SECONDS, most: int = MOST_ROWS) -> QueryResult:
    """Answer one question with at most `most` rows and one more, which tells that there are others.

    Raises QueryError where it is no single question, where DuckDB refuses it, or where it takes longer than `seconds`.
    """
    with guarded(folder) as connection:
        statement = only_question(connection, sql)
        timer = threading.Timer(seconds, connection.interrupt)
        timer.start()
        try:
            connection.execute(statement)
            columns = tuple(column[0] for column in connection.description or ())
            rows = [tuple(map(shortened, row)) for row in connection.fetchmany(most + 1)]
        except duckdb.InterruptException as error:
            raise QueryError(f"It took longer than {seconds:g} seconds. Narrow it down with WHERE or LIMIT.") from error
        except duckdb.Error as error:
            raise refusal(folder, connection, error) from error
        finally:
            timer.cancel()
    return QueryResult(columns=columns, rows=iter(rows))


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
        raise QueryError(str(error)) from error
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise QueryError(ONE_QUESTION)
    return statements[0]
