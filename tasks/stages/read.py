"""First stage: look at every file, and pack the bytes of those that are new or changed into shards."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.formats import AS_SHOWN, Wish
from tasks.freshness.files import Inventory, changes, held_by
from tasks.settings.configuration import Configuration
from warehouse.folder import layout
from warehouse.ledger.ledger import Ledger
from warehouse.ledger.shards import count_rows, write_raw, write_rows
from warehouse.records import RawFile, Rejection

FILES_IN_A_SHARD = 500
"""Enough that a task's overhead vanishes, few enough that a kill loses less than a minute of work."""

FILES_IN_THE_FIRST = 8
"""Few enough that one core finds their facts within two seconds, while other workers wait."""

SHARDS_IN_A_WAVE = 40
"""Shards that are dated together before any of them is extracted from; where that leads astray, volumes settle later.

Enough that hardly a volume is cut in two, few enough that of an archive of millions something lands within minutes.
"""

STAGES = ("read", "parse", "check_articles", "date", "extract", "check_facts", "land")
"""Folders of a shard: each stage reads those before it and writes its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What reading the files led to: shards of the new and changed ones, and what was seen of all."""

    shards: tuple[Path, ...]
    inventory: Inventory

    @property
    def is_much(self) -> bool:
        """Tell whether more than a shard's worth of articles waits."""
        return len(self.shards) > 1 or len(self.inventory.stale_articles) > FILES_IN_A_SHARD

    @property
    def waves(self) -> Iterator[tuple[Path, ...]]:
        """The shards in order, those that are dated together at a time; the first of several, which is short, alone."""
        shards = iter(self.shards)
        if len(self.shards) > 1:
            yield (next(shards),)
        while wave := tuple(islice(shards, SHARDS_IN_A_WAVE)):
            yield wave

    @property
    def file_counts(self) -> list[int]:
        """How many files, or articles cut from them, each shard has."""
        return [count_rows(shard / "read" / "raw.parquet") for shard in self.shards]


@task(cache_policy=NO_CACHE)
def read(paths: list[str], *, ledger: Ledger, configuration: Configuration, wish: Wish = AS_SHOWN) -> Reading:
    """Read the files at `paths` once; pack those that are new or changed into shards.

    Raises NothingFound where a path leads to no file at all.
    """
    work = ledger.folder / layout.SHARDS
    shutil.rmtree(work, ignore_errors=True)
    inventory = Inventory()
    held = held_by(ledger, wish=wish, configuration=configuration)
    changed = changes(paths, limits=configuration.limits, held=held, inventory=inventory, cutter=wish.cutter)
    shards = [pack(batch, shard=work / f"shard-{number:05d}") for number, batch in enumerate(batches(changed), start=1)]
    return Reading(shards=tuple(shards), inventory=inventory)


def batches(changed: Iterator[RawFile | Rejection]) -> Iterator[list[RawFile | Rejection]]:
    """Cut what is read into shards; where there are several, the first is short, so that something lands soon."""
    batch = list(islice(changed, FILES_IN_A_SHARD))
    following = next(changed, None)
    if following is not None and len(batch) > FILES_IN_THE_FIRST:
        yield batch[:FILES_IN_THE_FIRST]
        batch = batch[FILES_IN_THE_FIRST:]
    coming = changed if following is None else chain([following], changed)
    while batch:
        yield batch
        batch = list(islice(coming, FILES_IN_A_SHARD))


def pack(batch: list[RawFile | Rejection], *, shard: Path) -> Path:
    """Write a shard's raw files and the rejections of those that could not be read; return its folder."""
    for stage in STAGES:
        (shard / stage).mkdir(parents=True)
    write_raw(shard / "read" / "raw.parquet", (item for item in batch if isinstance(item, RawFile)))
    rejections = (item.as_row() for item in batch if isinstance(item, Rejection))
    write_rows(shard / "read" / "rejections.parquet", Rejection, rejections)
    return shard
