"""Proof of the tables of the whole corpus: every entity and mention that they name is there, and counted right."""

from collections.abc import Iterator

import duckdb

from warehouse.proofs.fault import Fault
from warehouse.records import Anaphor, Entity, EntityName, EntityRole, Mention, MentionEntity, Record, key_column

WITHOUT_OTHER = """
FROM internal.{table} ANTI JOIN internal.{other} USING ({column}) SELECT {key} WHERE {column} IS NOT NULL
"""

MISCOUNTED = """
FROM internal.entities
LEFT JOIN (FROM internal.mention_entities SELECT entity_id, count(*) AS found GROUP BY entity_id) USING (entity_id)
SELECT entity_id WHERE mention_count IS DISTINCT FROM found
"""

REFERENCES: tuple[tuple[type[Record], type[Record], str], ...] = (
    (EntityName, Entity, "entity_id"),
    (EntityRole, Entity, "entity_id"),
    (MentionEntity, Entity, "entity_id"),
    (EntityRole, Mention, "mention_id"),
    (MentionEntity, Mention, "mention_id"),
    (Anaphor, Mention, "mention_id"),
)
"""Which tables name rows of which other, and in which column."""


def prove_entities(connection: duckdb.DuckDBPyConnection) -> Iterator[Fault]:
    """Yield the rows that name what is not there, and entities whose mentions are miscounted."""
    for record, other, column in REFERENCES:
        key = key_column(record)
        query = WITHOUT_OTHER.format(table=record.table, other=other.table, column=column, key=key)
        for (value,) in connection.execute(query).fetchall():
            yield Fault(table=record.table, key=value, column=column, reason=f"{other.table} has no such row")
    for (entity_id,) in connection.execute(MISCOUNTED).fetchall():
        reason = "another number of mentions refers to it"
        yield Fault(table=Entity.table, key=entity_id, column="mention_count", reason=reason)
