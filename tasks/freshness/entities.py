"""Whether the entities that are stored follow from the mentions, corrections and rules of today."""

from collections.abc import Sequence
from pathlib import Path

from tasks.resolvers.entities import entities
from tasks.resolvers.entities.corrections import Correction
from warehouse.ledger.head import Head
from warehouse.ledger.ledger import Ledger
from warehouse.ledger.settled import read_resolved, state_of_mentions, write_resolved


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
