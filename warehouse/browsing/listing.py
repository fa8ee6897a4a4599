"""A list of a page: a query with its parameters, a page of its rows, and all of them as a file."""

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from warehouse.browsing.current import Stated, reading_now
from warehouse.reading.card import Row
from warehouse.reading.query import QueryResult, shortened, write_csv, write_json
from warehouse.views.literals import quoted

FileKind = Literal["csv", "json", "parquet"]

ROWS_A_PAGE = 50


CUT = "/* cut here */"
"""Where a query for many rows, which looks things up for each, is cut to those of a page before it does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A query, in the order that its rows are shown in, and the values of its parameters."""

    sql: str
    parameters: Mapping[str, object] = field(default_factory=dict)

    def some(self, *, most: int, after: int) -> str:
        """Return the query for at most so many of its rows, after so many others."""
        limit = f"LIMIT {most} OFFSET {after}"
        return self.sql.replace(CUT, limit) if CUT in self.sql else f"FROM ({self.sql}) {limit}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Some rows of a list: the number of this page, from 1, and whether there is another one."""

    rows: list[Row]
    number: int
    has_next: bool


def page_of(
    folder: Path, listing: Listing, *, number: int = 1, size: int = ROWS_A_PAGE, stated: Stated | None = None
) -> Page:
    """Return a page of a list's rows, with what is stated of them now."""
    with reading_now(folder, stated) as now:
        rows = now.rows(listing.some(most=size + 1, after=(number - 1) * size), listing.parameters)
    return Page(rows=rows[:size], number=number, has_next=len(rows) > size)


def file_of(folder: Path, listing: Listing, *, kind: FileKind, stated: Stated | None = None) -> bytes:
    """Return all rows of a list as a file: exactly those that its pages show."""
    with reading_now(folder, stated) as now:
        connection, sql = now.connection, now.sql(listing.sql)
        if kind == "parquet":
            with TemporaryDirectory() as aside:
                path = Path(aside) / "rows.parquet"
                connection.execute(
                    f"COPY ({sql}) TO {quoted(str(path))} (FORMAT parquet, COMPRESSION zstd)",
                    listing.parameters,
                )
                return path.read_bytes()
        rows = connection.execute(sql, listing.parameters).fetchall()
        columns = tuple(column[0] for column in connection.description or ())
    result = QueryResult(columns=columns, rows=(tuple(map(shortened, row)) for row in rows))
    stream = io.StringIO()
    (write_csv if kind == "csv" else write_json)(result, stream)
    return stream.getvalue().encode()
