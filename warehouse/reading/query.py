"""Questions to a warehouse: any SQL, its state, one article with all its facts. Quick to import."""

import csv
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TextIO

import duckdb

from warehouse.catalogue.checksums import lost_files
from warehouse.catalogue.reader import connect, reading
from warehouse.folder.errors import QueryError, WarehouseError
from warehouse.folder.files import number_said
from warehouse.ledger.head import lost_log_entries, published_head
from warehouse.reading.json_text import json_text
from warehouse.reading.nearest import NAMES_OF_ARTICLES, nearest_articles, with_nearest_names
from warehouse.records import ARTICLE_TABLES, TABLES, Article, Fact, Record, Run
from warehouse.views.failures import damage

ROWS_AT_ONCE = 1000
"""Rows fetched from DuckDB at a time."""

MOST_NAMED = 5
"""Lost files that are named one by one."""

IDLE_CORRECTIONS = (
    "FROM corrections SELECT concat_ws(', ', action, kind, nullif(name, ''), column_name, value, article_id) "
    "WHERE mention_count = 0 ORDER BY 1"
)
UNDATED = "FROM articles SELECT count(*) WHERE published_on IS NULL"


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryResult:
    """The answer to a query: its columns' names, and its rows, which can be walked through once."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[object, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What a warehouse holds: rows by table, files by outcome, rejections by stage and rule, the last run.

    `is_complete` tells whether the catalogue holds all rows itself, else it shows files of the warehouse.
    `unresolved_counts` are the references to articles that the ledger does not have, by publication; `undated_count` is
    that of articles without a day of publication, `idle_corrections` the user's corrections that concern no mention any
    more, `damage` what is missing or damaged of the parts that no count needs.
    """

    sequence: int
    is_complete: bool
    row_counts: dict[str, int]
    file_counts: dict[str, int]
    rejection_counts: dict[tuple[str, str], int]
    unresolved_counts: dict[str, int]
    last_run: dict[str, object] | None
    undated_count: int = 0
    idle_corrections: tuple[str, ...] = ()
    damage: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRows:
    """An article's row and, by table, those of its facts in the order of the text."""

    article: dict[str, object]
    facts: dict[str, list[dict[str, object]]]


WRITING = frozenset({duckdb.StatementType.COPY, duckdb.StatementType.EXPORT})
WRITES = (
    "Queries only read here; COPY and EXPORT write files. Ask for what is to be written, with --format csv, json or "
    "parquet and --output FILE, or write whole tables by `newsledger export`."
)

Opening = Callable[[Path], duckdb.DuckDBPyConnection]
"""How a warehouse is opened: as it is now, or as it was."""


def run_query(folder: Path, sql: str, *, opening: Opening = connect) -> QueryResult:
    """Run SQL on a warehouse; raise `QueryError` where DuckDB refuses it. Rows are fetched as they are asked for.

    What stands before the last statement may set or create something, but not ask.
    """
    connection = opening(folder)
    try:
        connection.execute(one_question(connection, sql))
    except duckdb.Error as error:
        refused = refusal(folder, connection, error)
        connection.close()
        raise refused from error
    if not connection.description:
        connection.close()
        return QueryResult(columns=(), rows=iter(()))
    columns = tuple(column[0] for column in connection.description)
    return QueryResult(columns=columns, rows=fetched(folder, connection))


def one_question(connection: duckdb.DuckDBPyConnection, sql: str) -> str:
    """Return SQL as it is; raise `QueryError` where a statement before the last has rows, which nobody would see.

    Raises it also for a statement that writes files: its path may be that of one of the warehouse's own.
    """
    statements = connection.extract_statements(sql)
    if any(statement.type in WRITING for statement in statements):
        raise QueryError(WRITES)
    asking = [
        statement.query.strip().rstrip(";")
        for statement in statements[:-1]
        if statement.expected_result_type == [duckdb.ExpectedResultType.QUERY_RESULT]
    ]
    if asking:
        raise QueryError(
            f"There is more than one query, and only one can be answered at a time. Ask {asking[0]!r} alone."
        )
    return sql


def fetched(folder: Path, connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[object, ...]]:
    """Yield the rows of the statement just executed, decimals without their trailing zeros, and close."""
    with connection:
        try:
            while rows := connection.fetchmany(ROWS_AT_ONCE):
                yield from (tuple(map(shortened, row)) for row in rows)
        except duckdb.Error as error:
            raise refusal(folder, connection, error) from error


def refusal(folder: Path, connection: duckdb.DuckDBPyConnection, error: duckdb.Error) -> QueryError | WarehouseError:
    """Build the error for a query that failed: the question was wrong, or the files could not be read."""
    return damage(folder, error) or QueryError(with_nearest_names(connection, str(error)))


def shortened(value: object) -> object:
    """Return a decimal without the zeros that fill its scale: 10 for 10.000000000; other values as they are."""
    if not isinstance(value, Decimal):
        return value
    written = f"{value:f}"
    return Decimal(written.rstrip("0").rstrip(".")) if "." in written else value


def write_csv(result: QueryResult, stream: TextIO) -> None:
    """Write a result as CSV with a line of names; null is an empty field."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(result.columns)
    writer.writerows(result.rows)


def write_json(result: QueryResult, stream: TextIO) -> None:
    """Write a result as a JSON array with one object a line, decimals as numbers of the same digits."""
    separator = "[\n"
    for row in result.rows:
        stream.write(separator + json_text(dict(zip(result.columns, row, strict=True))))
        separator = ",\n"
    stream.write("[]\n" if separator == "[\n" else "\n]\n")


def write_parquet(folder: Path, sql: str, path: Path, *, opening: Opening = connect) -> None:
    """Write the rows of a query to a Parquet file; raise `QueryError` where it cannot be written."""
    with opening(folder) as connection:
        try:
            connection.sql(one_question(connection, sql)).write_parquet(str(path), compression="zstd")
        except duckdb.Error as error:
            raise unwritable(path, error) or refusal(folder, connection, error) from error


def unwritable(path: Path, error: duckdb.Error) -> QueryError | None:
    """Build the error for the user's own file, where it is the one that DuckDB could not write."""
    message = str(error)
    if not isinstance(error, duckdb.IOException) or str(path) not in message:
        return None
    number = number_said(message)
    reason = os.strerror(number) if number else message.partition("\n")[0]
    return QueryError(f"{path} cannot be written: {reason}. Name another file with --output.")


def status(folder: Path) -> Status:
    """Count what a warehouse holds."""
    with reading(folder) as connection:
        ((sequence, is_complete),) = connection.execute("SELECT sequence, is_complete FROM internal.state").fetchall()
        counts = " UNION ALL ".join(f"FROM {record.table} SELECT '{record.table}', count(*)" for record in TABLES)
        files = connection.execute("SELECT outcome, count(*) FROM files GROUP BY ALL ORDER BY ALL")
        file_counts = dict(files.fetchall())
        rejections = connection.execute(
            "SELECT stage, rule, count(*) FROM rejections GROUP BY ALL ORDER BY 3 DESC, 1, 2"
        )
        rejection_counts = {(stage, rule): count for stage, rule, count in rejections.fetchall()}
        unresolved = connection.execute(
            "SELECT publication, count(*) FROM referenced_articles WHERE target_article_id IS NULL "
            "GROUP BY ALL ORDER BY 2 DESC, 1"
        )
        unresolved_counts = dict(unresolved.fetchall())
        runs = dictionaries(connection, f"FROM {Run.table} ORDER BY started_at DESC LIMIT 1", [])
        row_counts = dict(connection.execute(counts).fetchall())
        ((undated_count,),) = connection.execute(UNDATED).fetchall()
        idle = connection.execute(IDLE_CORRECTIONS).fetchall()
    return Status(
        sequence=sequence,
        is_complete=is_complete,
        row_counts=row_counts,
        file_counts=file_counts,
        rejection_counts=rejection_counts,
        unresolved_counts=unresolved_counts,
        last_run=runs[0] if runs else None,
        undated_count=undated_count,
        idle_corrections=tuple(correction for (correction,) in idle),
        damage=tuple(damaged_parts(folder)),
    )


def damaged_parts(folder: Path) -> Iterator[str]:
    """Say which files are missing or cut: a catalogue that holds all rows needs none of them, an ingest does."""
    lost = [*lost_files(folder), *(f"{path} is missing" for path in lost_log_entries(folder, published_head(folder)))]
    repair = f"Run `newsledger repair --warehouse {folder}`."
    yield from (f"{what}. {repair}" for what in lost[:MOST_NAMED])
    if len(lost) > MOST_NAMED:
        yield f"{len(lost) - MOST_NAMED:,} other files are missing or cut too. {repair}"


def article_rows(folder: Path, wanted: str) -> ArticleRows:
    """Find the article with this key, start of a key, source or path; raise `QueryError` for none or several."""
    with reading(folder) as connection:
        return rows_of_article(connection, find_article(connection, wanted))


def rows_of_article(connection: duckdb.DuckDBPyConnection, article_id: str) -> ArticleRows:
    """Return the row of the article of a key, and those of its facts."""
    (article,) = dictionaries(connection, f"FROM {Article.table} WHERE article_id = ?", [article_id])
    facts = {
        record.table: dictionaries(
            connection, f"FROM {record.table} WHERE article_id = ? ORDER BY {reading_order(record)}", [article_id]
        )
        for record in ARTICLE_TABLES
        if record is not Article
    }
    return ArticleRows(article=article, facts=facts)


def reading_order(record: type[Record]) -> str:
    """Return the columns that put an article's rows in the order of its text; rows without a place go by key."""
    return "start_char, end_char" if issubclass(record, Fact) else "ALL"


def find_article(connection: duckdb.DuckDBPyConnection, wanted: str) -> str:
    """Return the key of the one article meant; an exact key, source or path goes before the start of a key."""
    exact = "$wanted IN (article_id, source, source_path)"
    for condition in (exact, "length($wanted) > 0 AND starts_with(article_id, $wanted)"):
        query = f"FROM internal.articles SELECT article_id, source WHERE {condition} ORDER BY ALL LIMIT 5"
        found = connection.execute(query, {"wanted": wanted}).fetchall()
        if len(found) == 1:
            return str(found[0][0])
        if found:
            listed = "; ".join(f"{article_id} ({source})" for article_id, source in found)
            raise QueryError(f"{wanted!r} means more than one article: {listed}. Give the whole key.")
    raise QueryError(
        f"No article has {wanted!r} as its key, the start of its key, its source or its path. "
        + nearest_articles(wanted, connection.execute(NAMES_OF_ARTICLES, {"wanted": wanted}).fetchall())
    )


def dictionaries(
    connection: duckdb.DuckDBPyConnection, sql: str, parameters: Sequence[object] | Mapping[str, object]
) -> list[dict[str, object]]:
    """Run a query and return its rows by column name."""
    rows = connection.execute(sql, parameters).fetchall()
    names = [column[0] for column in connection.description or ()]
    return [dict(zip(names, map(shortened, row), strict=True)) for row in rows]
