"""`newsledger relocate`: a catalogue that fits the place where the warehouse's folder now is."""

from pathlib import Path

from flows.terminal import explained, say
from warehouse.catalogue.catalogue import publish
from warehouse.catalogue.reader import check_presence
from warehouse.ledger.ledger import open_ledger


def run_relocate(*, warehouse: Path) -> int:
    """Build marts and catalogue anew where they do not fit the folder; return the exit code."""
    return explained(lambda: relocated(warehouse))


def relocated(warehouse: Path) -> None:
    """Bring marts and catalogue up to what the ledger has published, at the place where it is."""
    from tasks.settings.configuration import read_configuration

    check_presence(warehouse)
    max_bytes = read_configuration(warehouse).catalogue.max_bytes
    with open_ledger(warehouse) as ledger:
        publish(ledger.folder, max_bytes=max_bytes)
    say("Marts and catalogue fit the folder where the warehouse is now.")
