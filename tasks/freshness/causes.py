"""Why something is to be done again, and how much of it: what a table was found with decides what is found anew.

An extractor that has changed is run again alone, with those that are built on what it finds; what the others found is
taken from the ledger. Only where the formats have changed is a file itself read again.
"""

from typing import NamedTuple

from tasks.extractors import EXTRACTORS
from tasks.resolvers.versions import Versions
from warehouse.records import DerivedFigure, Figure


class Cause(NamedTuple):
    """What is to be done with a file, and why."""

    work: str
    why: str


READ, REFUSE = "read", "refuse"
NEW, CHANGED, UNREADABLE = Cause(READ, "new"), Cause(READ, "changed"), Cause(REFUSE, "cannot be read")
UNTOLD = "found by a version that no run tells of"


def cause(before: Versions | None, now: Versions) -> str:
    """Say which versions are not what they were: `figures 41 → 42`."""
    if before is None:
        return UNTOLD
    pairs = {name: (before.tables.get(name, "none"), version) for name, version in now.tables.items()}
    pairs["formats"] = (before.formats, now.formats)
    changed = [f"{name} {earlier} → {later}" for name, (earlier, later) in pairs.items() if earlier != later]
    gone = [f"{name} {version} → none" for name, version in before.tables.items() if name not in now.tables]
    return ", ".join([*changed, *gone])


def stale_tables(before: Versions | None, now: Versions) -> frozenset[str] | None:
    """Return the extractors to be run again over stored texts; None where that is not enough."""
    if before is None or before.formats != now.formats:
        return None
    stale = {name for name, version in now.tables.items() if before.tables.get(name) != version}
    if DerivedFigure.table in stale:
        stale = stale - {DerivedFigure.table} | {Figure.table}
    return with_dependents(frozenset(stale))


def with_dependents(tables: frozenset[str]) -> frozenset[str]:
    """Add the extractors that need what those named find, and those that need what these find."""
    found = set(tables)
    for name, extractor in EXTRACTORS.items():  # each comes after those that it needs
        if found.intersection(extractor.needs):
            found.add(name)
    return frozenset(found)
