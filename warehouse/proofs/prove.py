"""Proof of a warehouse: every row against the stored text that it came from, and all that readers see against the rows.

Articles are taken a few thousand at a time with the facts found in them: memory does not grow with the ledger.
"""

from collections.abc import Iterator
from pathlib import Path

from warehouse.ledger.head import published_head
from warehouse.proofs.entities import prove_entities
from warehouse.proofs.fault import Fault
from warehouse.proofs.published import prove_published
from warehouse.proofs.references import prove_references
from warehouse.proofs.texts import prove_texts
from warehouse.views.workspace import workspace

__all__ = ["Fault", "prove"]

MEMORY_LIMIT = "1GB"
"""What DuckDB may take to make all that readers see once more and compare: some of it cannot turn to the disk."""


def prove(folder: Path) -> Iterator[Fault]:
    """Yield every fault of a warehouse; raise `WarehouseError` where it cannot be read at all."""
    folder = folder.resolve()
    head = published_head(folder)
    with workspace(folder, head) as connection:
        connection.execute(f"SET memory_limit = '{MEMORY_LIMIT}'")
        yield from prove_texts(connection)
        yield from prove_references(connection, folder)
        yield from prove_entities(connection)
        yield from prove_published(connection, folder, head)
