"""Proof of the tables of the corpus: all mentions are resolved again, and every row compared."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from tasks.freshness.entities import is_resolved_from
from tasks.settings.corrections import user_corrections
from tasks.stages.resolve_entities import resolved
from warehouse.ledger.head import published_head
from warehouse.proofs.fault import Fault
from warehouse.reading.stored import StoredMentions, stored_rows, stored_rows_of
from warehouse.records import Record, key_column

Row = Mapping[str, object]


def verify_entities(folder: Path) -> Iterator[Fault]:
    """Yield a fault for each stored row of entities that resolving again does not give, and for each that it adds.

    Where mentions, corrections or rules have changed since, nothing is compared: the next ingest resolves anew.
    """
    corrections = user_corrections(folder)
    if not is_resolved_from(folder, published_head(folder), corrections=corrections):
        return
    for record, again in resolved(
        StoredMentions(folder), corrections=corrections, rows=partial(stored_rows_of, folder)
    ):
        yield from table_faults(record, stored_rows(folder, record), again)


def table_faults(record: type[Record], stored: Iterable[Row], again: Iterable[Record]) -> Iterator[Fault]:
    """Compare the rows of a table by key, column by column."""
    key_name = key_column(record)
    expected: dict[object, Row] = {row[key_name]: row for row in (each.as_row() for each in again)}
    for row in stored:
        key = str(row[key_name])
        found = expected.pop(row[key_name], None)
        if found is None:
            yield Fault(table=record.table, key=key, column="", reason="resolving again does not find it")
            continue
        for column, value in found.items():
            if row[column] != value:
                reason = f"it is {row[column]!r:.80}, but resolving again gives {value!r:.80}"
                yield Fault(table=record.table, key=key, column=column, reason=reason)
    for missing in expected:
        reason = "resolving again finds it, but it is not stored"
        yield Fault(table=record.table, key=str(missing), column="", reason=reason)
