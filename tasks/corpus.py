"""The user's corrections of entities, and whether the entities are those of what the ledger holds now."""

import csv
from collections.abc import Sequence
from pathlib import Path

from tasks.resolvers import entities
from tasks.resolvers.corrections import Correction, CorrectionError, read_corrections
from warehouse import layout
from warehouse.corpus import read_resolved, state_of_mentions, write_resolved
from warehouse.errors import ConfigurationError
from warehouse.ledger import Ledger


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
    return read_resolved(ledger.folder) == state(ledger, corrections)


def note_resolved(ledger: Ledger, *, corrections: Sequence[Correction]) -> None:
    """Write down that the entities are those of what the ledger holds now."""
    write_resolved(ledger.folder, state(ledger, corrections))


def state(ledger: Ledger, corrections: Sequence[Correction]) -> str:
    """Name all that entities follow from."""
    return state_of_mentions(ledger, rules=repr((entities.VERSION, corrections)))
