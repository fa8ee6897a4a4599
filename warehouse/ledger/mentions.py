"""What entities are resolved from: the mentions of all articles as they have landed, and from which state that was."""

import dataclasses
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

import pyarrow.dataset as ds

from warehouse.ledger import delta
from warehouse.ledger.landed import landed_datings
from warehouse.ledger.ledger import Ledger
from warehouse.ledger.published import open_at, table_path
from warehouse.records import Mention

MENTION_COLUMNS = tuple(field.name for field in dataclasses.fields(Mention))


class LandedMention(NamedTuple):
    """A mention with its key and the day of its article."""

    mention_id: str
    mention: Mention
    published_on: date | None


@dataclass(frozen=True, slots=True)
class LandedMentions:
    """Every mention of a ledger in no certain order, a batch of rows in memory at a time, to be gone through again."""

    ledger: Ledger

    def __iter__(self) -> Iterator[LandedMention]:
        """Yield the mentions."""
        days = {dating.article_id: dating.published_on for dating in landed_datings(self.ledger)}
        path = table_path(self.ledger.folder, Mention.table)
        table = open_at(path, self.ledger.head.tables[Mention.table].version)
        with delta.delta_failures_explained(path):
            files = [str(file) for file in delta.data_files(path, table)]
            batches = (
                ds.dataset(files).to_batches(columns=["mention_id", *MENTION_COLUMNS], **delta.READING) if files else ()
            )
            for batch in batches:
                for row in batch.to_pylist():
                    yield LandedMention(row["mention_id"], mention_of(row), days.get(row["article_id"]))


def mention_of(row: Mapping[str, Any]) -> Mention:
    """Make a mention of a row's columns.

    The same few words come again and again: a million mentions fit into memory only if they share them.
    """
    values: dict[str, Any] = {
        name: sys.intern(row[name]) if type(row[name]) is str else row[name] for name in MENTION_COLUMNS
    }
    return Mention(**values)
