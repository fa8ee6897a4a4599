"""Proof of the files themselves: every published one has the bytes with which it was written."""

from collections.abc import Iterator
from pathlib import Path

from warehouse.catalogue.checksums import changed_files
from warehouse.folder import layout
from warehouse.proofs.fault import Fault

REMEDY = "check the disk, then run `newsledger repair`"


def prove_files(folder: Path) -> Iterator[Fault]:
    """Yield the published files of a warehouse whose bytes have changed since."""
    for name in changed_files(folder.resolve()):
        remedy = f"delete it and {REMEDY}" if name == layout.CHECKSUMS else REMEDY
        yield Fault(table=name, key="", column="", reason=f"the bytes of {name} are not those written; {remedy}")
