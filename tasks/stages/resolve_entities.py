"""Ninth stage: say of every mention which real thing it refers to, across all articles that the ledger holds.

Mentions stay as they are: a new article may change what an old mention refers to, and then only the tables of entities
are written again.
"""

from collections.abc import Sequence

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.freshness.entities import are_entities_current, note_resolved, resolved
from tasks.resolvers.entities.corrections import Correction
from warehouse.ledger.ledger import Ledger
from warehouse.ledger.mentions import landed_mentions
from warehouse.ledger.schemas import to_arrow


@task(cache_policy=NO_CACHE)
def resolve_entities(ledger: Ledger, *, corrections: Sequence[Correction]) -> None:
    """Bring the tables of entities to what the ledger holds and the user corrects; leave them where nothing changed.

    Raises WarehouseError, with nothing published, where the disk or the folder refuses.
    """
    if are_entities_current(ledger, corrections=corrections):
        return
    found = resolved(landed_mentions(ledger), corrections=corrections)
    ledger.replace_corpus(
        {record.table: to_arrow(record, (row.as_row() for row in rows)) for record, rows in found.items()}
    )
    note_resolved(ledger, corrections=corrections)
