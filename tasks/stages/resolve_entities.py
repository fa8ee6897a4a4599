"""Ninth stage: say of every mention which real thing it refers to, across all articles that the ledger holds.

Mentions stay as they are: a new article may change what an old mention refers to, and then only the tables of entities
are written again.
"""

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.freshness.entities import are_entities_current, note_resolved
from tasks.resolvers.entities.corrections import CorrectedMentions, Correction
from tasks.resolvers.entities.entities import DatedMention, Resolution
from tasks.resolvers.fact_corrections import Rows, applied, corrected_values
from warehouse.ledger.landed import landed_records
from warehouse.ledger.ledger import Ledger
from warehouse.ledger.mentions import LandedMention, LandedMentions
from warehouse.ledger.schemas import to_arrow
from warehouse.records import (
    AppliedCorrection,
    Article,
    CorrectedValue,
    Entity,
    EntityName,
    EntityRole,
    Fact,
    MentionEntity,
    Record,
)


@task(cache_policy=NO_CACHE)
def resolve_entities(ledger: Ledger, *, corrections: Sequence[Correction]) -> None:
    """Bring the tables of entities to what the ledger holds and the user corrects; leave them where nothing changed.

    Raises WarehouseError, with nothing published, where the disk or the folder refuses.
    """
    if are_entities_current(ledger, corrections=corrections):
        return
    found = resolved(LandedMentions(ledger), corrections=corrections, rows=partial(landed_rows_of, ledger))
    ledger.replace_corpus({record.table: to_arrow(record, (row.as_row() for row in rows)) for record, rows in found})
    note_resolved(ledger, corrections=corrections)


def resolved(
    landed: Iterable[LandedMention], *, corrections: Sequence[Correction], rows: Rows
) -> Iterator[tuple[type[Record], Iterable[Record]]]:
    """Resolve mentions as they have landed; yield each table of the corpus with its rows, to be taken in this order.

    `rows` finds the stored facts of some articles. The mentions are gone through twice, and never all in memory.
    """
    mentions = CorrectedMentions(Dated(landed), corrections)
    resolution = Resolution(mentions)
    links = resolution.links()
    yield MentionEntity, links
    deque(links, maxlen=0)  # whoever did not take them all: the other tables follow from every one
    yield Entity, resolution.entities()
    yield EntityName, resolution.names()
    yield EntityRole, resolution.roles
    counts = Counter(mentions.counts)
    yield CorrectedValue, list(corrected_values(corrections, rows, counts=counts))
    yield AppliedCorrection, (applied(correction, count=counts[correction]) for correction in corrections)


def landed_rows_of(
    ledger: Ledger, record: type[Fact] | type[Article], article_ids: frozenset[str]
) -> Iterable[Fact | Article]:
    """Return the rows of a table that belong to some articles, as they have landed."""
    return landed_records(ledger, record, column="article_id", values=article_ids)


@dataclass(frozen=True, slots=True)
class Dated:
    """Mentions as they have landed, each with its article's day, as the resolver takes them."""

    landed: Iterable[LandedMention]

    def __iter__(self) -> Iterator[DatedMention]:
        """Yield them one by one."""
        for each in self.landed:
            yield DatedMention(mention_id=each.mention_id, mention=each.mention, published_on=each.published_on)
