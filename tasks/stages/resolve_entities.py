"""Ninth stage: say of every mention which real thing it refers to, across all articles that the ledger holds.

Mentions stay as they are: a new article may change what an old mention refers to, and then only the tables of entities
are written again.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.freshness.entities import are_entities_current, note_resolved
from tasks.resolvers.entities.corrections import Correction, corrected
from tasks.resolvers.entities.entities import DatedMention, Resolution, resolve
from warehouse.ledger.ledger import Ledger
from warehouse.ledger.mentions import LandedMention, landed_mentions
from warehouse.ledger.schemas import to_arrow
from warehouse.records import AppliedCorrection, Entity, EntityName, EntityRole, MentionEntity, Record


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


def resolved(
    landed: Iterable[LandedMention], *, corrections: Sequence[Correction]
) -> Mapping[type[Record], Iterable[Record]]:
    """Resolve mentions as they have landed into the records of each table of the corpus."""
    dated = (
        DatedMention(mention_id=each.mention_id, mention=each.mention, published_on=each.published_on)
        for each in landed
    )
    mentions, counts = corrected(dated, corrections)
    return records_of(resolve(mentions), applied(corrections, counts=counts))


def applied(corrections: Iterable[Correction], *, counts: Counter[Correction]) -> list[AppliedCorrection]:
    """Put down each correction with the number of mentions that it concerned."""
    return [
        AppliedCorrection(
            action=correction.action,
            kind=correction.kind,
            name=correction.name,
            value=correction.value or None,
            article_id=correction.article_id or None,
            mention_count=counts[correction],
        )
        for correction in corrections
    ]


def records_of(
    resolution: Resolution, corrections: Iterable[AppliedCorrection]
) -> Mapping[type[Record], Iterable[Record]]:
    """Gather the records of each table of the corpus."""
    links = (MentionEntity(mention_id=key, entity_id=value) for key, value in resolution.entity_ids.items())
    return {
        Entity: resolution.entities,
        EntityName: resolution.names,
        EntityRole: resolution.roles,
        MentionEntity: links,
        AppliedCorrection: corrections,
    }
