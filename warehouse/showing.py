"""What readers see, brought up to what the ledger has published."""

from pathlib import Path

from warehouse.catalogue import publish as publish_catalogue
from warehouse.marts import write_marts


def show(folder: Path) -> None:
    """Bring the marts, then the catalogue, up to what is published; nothing happens where they are."""
    write_marts(folder)
    publish_catalogue(folder)
