"""Which files are new or changed: decided by their bytes and by the version of the rules that read them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tasks.freshness.versions import pipeline_version
from tasks.sources import Limits, Skipped, read_sources
from warehouse.ledger.ledger import KnownFile
from warehouse.records import RawFile, Rejection


@dataclass(slots=True)
class Inventory:
    """What was seen of the files on the way: all of them, those the ledger held already, those left out or unreadable.

    `unreadable_paths` may be folders and archives: nobody knows what became of the files in them.
    """

    source_paths: set[str] = field(default_factory=set)
    unreadable_paths: set[str] = field(default_factory=set)
    unchanged_count: int = 0
    skipped_count: int = 0

    def note(self, source: RawFile | Rejection) -> None:
        """Take note of a file that was read, or could not be."""
        seen = self.unreadable_paths if isinstance(source, Rejection) else self.source_paths
        seen.add(source.source_path)

    def note_skipped(self, skip: Skipped) -> None:
        """Take note of a file that was left out; one that is still being written is there, but has not been read."""
        self.skipped_count += 1
        if not skip.is_settled:
            self.unreadable_paths.add(skip.source_path)

    @property
    def file_count(self) -> int:
        """Number of files looked at."""
        return len(self.source_paths | self.unreadable_paths)


def changes(
    paths: Sequence[str], *, limits: Limits, known: Mapping[str, KnownFile], inventory: Inventory
) -> Iterator[RawFile | Rejection]:
    """Pass on what the ledger does not hold as it is now, decided by this version of the rules; note all in passing."""
    version = pipeline_version()
    for source in read_sources(paths, limits=limits, on_skip=inventory.note_skipped):
        inventory.note(source)
        before = known.get(source.source_path)
        if before and (before.content_sha256, before.pipeline_version) == (source.content_sha256, version):
            inventory.unchanged_count += 1
        else:
            yield source
