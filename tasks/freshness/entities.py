"""Whether the entities that are stored follow from the mentions, corrections and rules of today, and what waits."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tasks.resolvers.entities import entities
from tasks.resolvers.entities.corrections import Correction
from tasks.resolvers.fact_corrections import applied
from warehouse.ledger.head import Head
from warehouse.ledger.landed import landed_values
from warehouse.ledger.ledger import Ledger
from warehouse.ledger.settled import read_resolved, state_of_mentions, write_resolved
from warehouse.records import AppliedCorrection, key_column


def are_entities_current(ledger: Ledger, *, corrections: Sequence[Correction]) -> bool:
    """Tell whether neither articles nor mentions, corrections or rules have changed since entities were resolved."""
    return is_resolved_from(ledger.folder, ledger.head, corrections=corrections)


class Waiting(NamedTuple):
    """Keys of the corrections that the ledger has not yet, and of those that it has and the user states no more."""

    added: frozenset[str]
    gone: frozenset[str]


def waiting_corrections(ledger: Ledger, *, corrections: Sequence[Correction]) -> Waiting:
    """Return what the next run does with the user's corrections."""
    stated = frozenset(applied(each, count=0).key for each in corrections)
    landed = frozenset(landed_values(ledger, AppliedCorrection, key_column(AppliedCorrection)))
    return Waiting(added=stated - landed, gone=landed - stated)


def is_resolved_from(folder: Path, head: Head, *, corrections: Sequence[Correction]) -> bool:
    """Tell whether a warehouse's entities are those of what is published in it, by today's rules."""
    return read_resolved(folder) == state(head, corrections)


def note_resolved(ledger: Ledger, *, corrections: Sequence[Correction]) -> None:
    """Write down that the entities are those of what the ledger holds now."""
    write_resolved(ledger.folder, state(ledger.head, corrections))


def state(head: Head, corrections: Sequence[Correction]) -> str:
    """Name all that entities follow from."""
    return state_of_mentions(head, rules=repr((entities.VERSION, corrections)))
