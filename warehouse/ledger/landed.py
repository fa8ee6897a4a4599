"""Rows of the ledger as they have landed, those included that no catalogue shows yet, for stages that build on them."""

import dataclasses
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeVar

import pyarrow as pa
import pyarrow.dataset as ds

from warehouse.ledger import delta
from warehouse.ledger.delta import delta_failures_explained
from warehouse.ledger.head import Head
from warehouse.ledger.ledger import Ledger
from warehouse.ledger.published import open_at, table_path
from warehouse.ledger.schemas import arrow_schema
from warehouse.ledger.shards import write_table
from warehouse.records import Article, Record, key_column

AnyRecord = TypeVar("AnyRecord", bound=Record)


class Dating(NamedTuple):
    """Which volume an article belongs to, and the date it has been given."""

    article_id: str
    publication: str | None
    volume: int | None
    published_on: date | None
    published_on_low: date | None
    published_on_high: date | None
    published_on_basis: str | None


def landed_datings(ledger: Ledger) -> Iterator[Dating]:
    """Yield volume and date of every article."""
    files = landed_files(ledger.folder, ledger.head, Article)
    yield from map(Dating._make, delta.read_columns(files, list(Dating._fields)))


def landed_records(ledger: Ledger, record: type[AnyRecord], *, column: str, values: Collection[str]) -> list[AnyRecord]:
    """Return the rows of a record's table that have one of the values in a column, as records, in no certain order."""
    if not values:
        return []
    is_wanted = ds.field(column).isin(pa.array(sorted(values), pa.string()))
    rows = landed_rows(ledger, record, names=[field.name for field in dataclasses.fields(record)], is_wanted=is_wanted)
    return [record(**row) for row in rows.to_pylist()]


def all_landed(ledger: Ledger, record: type[AnyRecord]) -> list[AnyRecord]:
    """Return all rows of a record's table, as records, in no certain order."""
    return list(records_of(ledger.folder, ledger.head, record))


def records_of(folder: Path, head: Head, record: type[AnyRecord]) -> Iterator[AnyRecord]:
    """Yield all rows of a record's table in a state, as records, in no certain order."""
    names = [field.name for field in dataclasses.fields(record)]
    for values in delta.read_columns(landed_files(folder, head, record), names):
        yield record(**dict(zip(names, values, strict=True)))


def landed_values(ledger: Ledger, record: type[Record], column: str) -> set[str]:
    """Return the values that a column of a table has."""
    rows = landed_rows(ledger, record, names=[column])
    return set(rows[column].to_pylist()) if rows.num_columns else set()


def copy_landed(ledger: Ledger, record: type[Record], path: Path, *, article_ids: Collection[str]) -> None:
    """Write the rows of some articles to a Parquet file, in the order of their place in the text, then of their key."""
    schema = arrow_schema(record)
    is_wanted = ds.field("article_id").isin(pa.array(sorted(article_ids), pa.string()))
    rows = landed_rows(ledger, record, names=schema.names, is_wanted=is_wanted)
    order = [name for name in ("article_id", "start_char", "end_char", key_column(record)) if name in schema.names]
    wanted = rows.cast(schema) if rows.num_columns else schema.empty_table()
    write_table(path, wanted.sort_by([(name, "ascending") for name in order]))


def landed_rows(
    ledger: Ledger, record: type[Record], *, names: list[str], is_wanted: ds.Expression | None = None
) -> pa.Table:
    """Read columns of a table at the version that has landed last, of all its rows or of those that are wanted."""
    files = landed_files(ledger.folder, ledger.head, record)
    with delta_failures_explained(table_path(ledger.folder, record.table)):
        dataset = ds.dataset(list(map(str, files)))
        return dataset.to_table(columns=names, filter=is_wanted, **delta.READING) if files else pa.table({})


def landed_files(folder: Path, head: Head, record: type[Record]) -> list[Path]:
    """List the files of a table in a state."""
    path = table_path(folder, record.table)
    table = open_at(path, head.tables[record.table].version)
    with delta_failures_explained(path):
        return delta.data_files(path, table)
