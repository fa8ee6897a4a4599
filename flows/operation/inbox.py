"""Moves the files of an inbox that have been dealt with: landed ones to one folder, rejected ones to another."""

import os
import shutil
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from tasks.sources import find, log_skip
from tasks.sources.locations import Location
from tasks.sources.names import printable
from tasks.sources.selections import selection_of
from warehouse.folder.errors import ConfigurationError
from warehouse.folder.files import failures_explained
from warehouse.ledger.head import published_head
from warehouse.ledger.landed import records_of
from warehouse.records import File

ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """Where files go once they have been dealt with, by what became of them; None leaves them where they are."""

    landed: Path | None
    rejected: Path | None

    @property
    def is_asked_for(self) -> bool:
        """Tell whether any file is to be moved: else neither the ledger nor the inbox need be read for it."""
        return bool(self.landed or self.rejected)


def filing_for(inbox: str, *, landed: str, rejected: str) -> Filing:
    """Read the names of the two folders, empty ones as None.

    Raises ConfigurationError where a folder lies in the inbox itself, whose next run would ingest it again.
    """
    selection = selection_of(inbox)
    for name in filter(None, (landed, rejected)):
        if selection.holds(os.path.join(Path(name).absolute(), "a.txt")):  # noqa: PTH118 - a path as `holds` takes it
            raise ConfigurationError(f"{name} lies in the inbox, {inbox}. Choose a folder beside it.")
    return Filing(landed=Path(landed) if landed else None, rejected=Path(rejected) if rejected else None)


def published_outcomes(warehouse: Path) -> dict[str, str]:
    """Return what became of each file by source path, as published: meanwhile another run may write the warehouse."""
    return {file.source_path: file.outcome for file in records_of(warehouse, published_head(warehouse), File)}


def file_away(inbox: str, *, outcomes: Mapping[str, str], filing: Filing, before: float) -> int:
    """Move the files whose outcome is known and that have not changed since a time, in seconds; return how many.

    `outcomes` has that of each file by source path. An archive counts as rejected where one of its members was. Raises
    WarehouseError where a file cannot be moved; those moved before it stay moved.
    """
    if not filing.is_asked_for:
        return 0
    present = {printable(item.path): item for item in find(inbox, on_skip=log_skip) if isinstance(item, Location)}
    moved_count = 0
    for path, found in outcomes_of(present.keys(), outcomes=outcomes).items():
        folder = filing.landed if found == {ACCEPTED} else filing.rejected
        if folder and os.stat(present[path].path).st_ctime < before:  # noqa: PTH116 - a name need not be UTF-8
            move(present[path], folder)
            moved_count += 1
    return moved_count


def outcomes_of(paths: Iterable[str], *, outcomes: Mapping[str, str]) -> dict[str, set[str]]:
    """Gather what became of files, and of the members of archives under the archive's own path."""
    wanted, found = set(paths), defaultdict[str, set[str]](set)
    for path, outcome in outcomes.items():
        for end in (len(path), *(place for place, letter in enumerate(path) if letter in "!#")):
            if path[:end] in wanted:
                found[path[:end]].add(outcome)
                break
    return found


def move(location: Location, folder: Path) -> None:
    """Move a file into a folder, below the folders that it lay in; what has its name there already stays."""
    wanted = folder / location.source
    with failures_explained(wanted):
        wanted.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(location.path, unused(wanted))


def unused(path: Path) -> Path:
    """Return a path at which there is nothing: `a.txt`, else `a-2.txt` and so on."""
    candidates = (path if number == 1 else path.with_stem(f"{path.stem}-{number}") for number in count(1))
    return next(candidate for candidate in candidates if not candidate.exists())
