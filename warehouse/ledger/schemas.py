"""Arrow schemas of the tables, derived from the records, and strict conversion of rows."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from types import NoneType
from typing import get_args

import pyarrow as pa

from warehouse.folder.errors import RowError
from warehouse.records import Record, columns

ARROW_TYPES: dict[type, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    date: pa.date32(),
    datetime: pa.timestamp("us", tz="UTC"),
    Decimal: pa.decimal128(38, 9),
}
"""The Arrow type of each type that a record's column can have."""

ROWS_AT_ONCE = 100_000
"""Rows converted at a time: what waits in memory as objects of Python."""


def arrow_schema(record: type[Record]) -> pa.Schema:
    """Derive a table's schema from its record, with the meaning of the table and of each column as `description`."""
    fields = []
    for name, annotation, meaning in columns(record):
        python_type, is_nullable = split_annotation(annotation)
        arrow_type = ARROW_TYPES[python_type]
        fields.append(pa.field(name, arrow_type, nullable=is_nullable, metadata={"description": meaning}))
    return pa.schema(fields, metadata={"description": grain(record)})


def grain(record: type[Record]) -> str:
    """Return the first line of a record's docstring: what one row of its table stands for."""
    return (record.__doc__ or "").partition("\n")[0]


def split_annotation(annotation: object) -> tuple[type, bool]:
    """Split a column's annotation into its type and whether it may be null: `str | None` into `str` and True."""
    options = get_args(annotation) or (annotation,)
    (python_type,) = (option for option in options if option is not NoneType)
    return python_type, NoneType in options


def column_types(record: type[Record]) -> dict[str, tuple[type, bool]]:
    """Return each column's Python type and whether it may be null."""
    return {name: split_annotation(annotation) for name, annotation, _ in columns(record)}


def to_arrow(record: type[Record], rows: Iterable[Mapping[str, object]]) -> pa.Table:
    """Convert rows into an Arrow table, some at a time; raise `RowError` at the first that does not fit the record."""
    schema = arrow_schema(record)
    waiting, batches, first = iter(rows), [], 0
    while batch := list(islice(waiting, ROWS_AT_ONCE)):
        try:
            batches.append(pa.RecordBatch.from_arrays(to_arrays(record, batch), schema=schema))
        except RowError as error:
            raise RowError(table=error.table, column=error.column, row=first + error.row, reason=error.reason) from None
        first += len(batch)
    return pa.Table.from_batches(batches, schema=schema)


def to_arrays(record: type[Record], rows: Sequence[Mapping[str, object]]) -> list[pa.Array]:
    """Convert rows into an array a column; raise `RowError` for the first that does not fit."""
    check_names(record, rows)
    types = column_types(record)
    return [
        to_array(record, field, [row[field.name] for row in rows], types[field.name]) for field in arrow_schema(record)
    ]


def check_names(record: type[Record], rows: Sequence[Mapping[str, object]]) -> None:
    """Raise `RowError` where a row lacks a column or has one that the table does not know."""
    names = column_types(record).keys()
    for number, row in enumerate(rows):
        if row.keys() == names:
            continue
        unknown = sorted(row.keys() - names)
        missing = sorted(names - row.keys())
        reason = "the table has no such column" if unknown else "the row lacks this column"
        raise RowError(table=record.table, column=(unknown or missing)[0], row=number, reason=reason)


def to_array(
    record: type[Record], field: pa.Field, values: Sequence[object], column_type: tuple[type, bool]
) -> pa.Array:
    """Convert a column's values, each of exactly its type; raise `RowError` for the first that is not."""
    python_type, is_nullable = column_type
    fitting = {python_type, NoneType} if is_nullable else {python_type}
    has_misfit = python_type is datetime or not fitting.issuperset(map(type, values))
    for number, value in enumerate(values if has_misfit else ()):
        reason = misfit(value, python_type, is_nullable=is_nullable)
        if reason:
            raise RowError(table=record.table, column=field.name, row=number, reason=reason)
    try:
        return pa.array(values, type=field.type)
    except (pa.ArrowException, OverflowError, UnicodeEncodeError):
        number, reason = first_refused(field, values)
        raise RowError(table=record.table, column=field.name, row=number, reason=reason) from None


def misfit(value: object, python_type: type, *, is_nullable: bool) -> str | None:
    """Say why a value does not belong into a column of this type, or None where it does.

    Arrow alone is too kind: it cuts a datetime to its day, takes a naive time for UTC and bytes for text.
    """
    if value is None:
        return None if is_nullable else "null, but the column must have a value"
    if type(value) is not python_type:
        return f"{value!r} is of type {type(value).__name__}, not {python_type.__name__}"
    if isinstance(value, datetime) and value.tzinfo is None:
        return f"{value!r} has no time zone"
    return None


def first_refused(field: pa.Field, values: Sequence[object]) -> tuple[int, str]:
    """Find the first value that Arrow refuses, and its reason."""
    for number, value in enumerate(values):
        try:
            pa.array([value], type=field.type)
        except (pa.ArrowException, OverflowError, UnicodeEncodeError) as error:
            return number, f"{value!r:.80} does not fit {field.type}: {error}"
    raise AssertionError(f"{field.name}: every value fits alone, but not together")
