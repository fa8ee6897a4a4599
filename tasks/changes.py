"""Which files are new or changed: decided by their bytes and by the version of the rules that read them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tasks.versions import pipeline_version
from warehouse.ledger import KnownFile
from warehouse.records import RawFile, Rejection


@dataclass(slots=True)
class Sighting:
    """What was seen of the files on the way: how many, how many the ledger held already, and which."""

    file_count: int = 0
    unchanged_count: int = 0
    source_paths: set[str] = field(default_factory=set)


def changes(
    sources: Iterable[RawFile | Rejection], *, known: Mapping[str, KnownFile], sighting: Sighting
) -> Iterator[RawFile | Rejection]:
    """Pass on what the ledger does not hold as it is now, decided by this version of the rules; note all in passing."""
    version = pipeline_version()
    for source in sources:
        sighting.file_count += 1
        sighting.source_paths.add(source.source_path)
        before = known.get(source.source_path)
        if before and (before.content_sha256, before.pipeline_version) == (source.content_sha256, version):
            sighting.unchanged_count += 1
        else:
            yield source
