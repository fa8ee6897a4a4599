"""Proof of values: every article of the ledger is extracted from again, and every row compared."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tasks.extractors import EXTRACTORS, Findings, extract
from warehouse.proofs.fault import Fault
from warehouse.records import Stamp
from warehouse.stored import StoredArticle, stored_articles

Row = Mapping[str, object]

NOT_COMPARED = frozenset(Stamp.__slots__)
"""What says which run landed a row; whether it was another version of an extractor is looked at first."""


def verify_values(folder: Path) -> Iterator[Fault]:
    """Yield a fault for each stored row that extracting again does not give, and for each that it gives in addition.

    Rows of an extractor's other version are not compared: the next ingest replaces them.
    """
    for stored in stored_articles(folder):
        yield from article_faults(stored, extract(stored.article))


def article_faults(stored: StoredArticle, findings: Findings) -> Iterator[Fault]:
    """Compare what is stored of an article with what is found in it now."""
    for table, extractor in EXTRACTORS.items():
        rows = stored.facts[table]
        if all(row["extractor_version"] == extractor.version for row in rows):
            found = (fact.as_row() for fact in findings.facts[table])
            yield from row_faults(table, rows, found, key_name=extractor.record.key_name)


def row_faults(table: str, stored: Iterable[Row], found: Iterable[Row], *, key_name: str) -> Iterator[Fault]:
    """Compare rows by key, column by column."""
    expected = {str(row[key_name]): row for row in found}
    for row in stored:
        key = str(row[key_name])
        again = expected.pop(key, None)
        if again is None:
            yield Fault(table=table, key=key, column="", reason="extracting again does not find it")
            continue
        for column, value in again.items():
            if row[column] != value:
                reason = f"it is {row[column]!r:.80}, but extracting again gives {value!r:.80}"
                yield Fault(table=table, key=key, column=column, reason=reason)
    for key, row in expected.items():
        yield Fault(table=table, key=key, column="", reason=f"extracting again finds {row['text']!r:.80}, not stored")
