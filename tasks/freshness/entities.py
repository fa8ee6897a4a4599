"""The corpus' tables: the user's corrections, what mentions resolve to, and whether that is what is stored."""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tasks.resolvers.entities import entities
from tasks.resolvers.entities.corrections import Correction, CorrectionError, corrected, read_corrections
from tasks.resolvers.entities.entities import DatedMention, Resolution, resolve
from warehouse.folder import layout
from warehouse.folder.errors import ConfigurationError
from warehouse.ledger.head import Head
from warehouse.ledger.ledger import Ledger
from warehouse.ledger.mentions import LandedMention, read_resolved, state_of_mentions, write_resolved
from warehouse.records import AppliedCorrection, Entity, EntityName, EntityRole, MentionEntity, Record


def user_corrections(warehouse: Path) -> tuple[Correction, ...]:
    """Read the corrections of a warehouse; without a file there are none.

    Raises ConfigurationError for what is no CSV or no correction.
    """
    path = warehouse / layout.CORRECTIONS
    if not path.exists():
        return ()
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()  # spreadsheets begin with a byte-order mark
        return tuple(read_corrections(lines))
    except (CorrectionError, UnicodeDecodeError, csv.Error) as error:
        raise ConfigurationError(f"{path}: {error}") from error


def are_entities_current(ledger: Ledger, *, corrections: Sequence[Correction]) -> bool:
    """Tell whether neither articles nor mentions, corrections or rules have changed since entities were resolved."""
    return is_resolved_from(ledger.folder, ledger.head, corrections=corrections)


def is_resolved_from(folder: Path, head: Head, *, corrections: Sequence[Correction]) -> bool:
    """Tell whether a warehouse's entities are those of what is published in it, by today's rules."""
    return read_resolved(folder) == state(head, corrections)


def note_resolved(ledger: Ledger, *, corrections: Sequence[Correction]) -> None:
    """Write down that the entities are those of what the ledger holds now."""
    write_resolved(ledger.folder, state(ledger.head, corrections))


def state(head: Head, corrections: Sequence[Correction]) -> str:
    """Name all that entities follow from."""
    return state_of_mentions(head, rules=repr((entities.VERSION, corrections)))


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
