"""First stage: look at every file, and pack the bytes of those that are new or changed into shards."""

import shutil
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.freshness.files import Inventory, changes
from tasks.settings.configuration import Configuration
from warehouse.folder import layout
from warehouse.ledger.ledger import Ledger
from warehouse.ledger.shards import write_raw, write_rows
from warehouse.records import RawFile, Rejection

FILES_IN_A_SHARD = 500
"""Enough that a task's overhead vanishes, few enough that a kill loses less than a minute of work."""

STAGES = ("read", "parse", "check_articles", "date", "extract", "check_facts", "land")
"""Folders of a shard: each stage reads those before it and writes its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What reading the files led to: shards of the new and changed ones, and what was seen of all."""

    shards: tuple[Path, ...]
    inventory: Inventory


@task(cache_policy=NO_CACHE)
def read(paths: list[str], *, ledger: Ledger, configuration: Configuration) -> Reading:
    """Read the files at `paths` once; pack those that are new or changed into shards.

    Raises NothingFound where a path leads to no file at all.
    """
    work = ledger.folder / layout.SHARDS
    shutil.rmtree(work, ignore_errors=True)
    inventory = Inventory()
    changed = changes(paths, limits=configuration.limits, known=ledger.known_files(), inventory=inventory)
    shards: list[Path] = []
    while batch := list(islice(changed, FILES_IN_A_SHARD)):
        shards.append(pack(batch, shard=work / f"shard-{len(shards) + 1:05d}"))
    return Reading(shards=tuple(shards), inventory=inventory)


def pack(batch: list[RawFile | Rejection], *, shard: Path) -> Path:
    """Write a shard's raw files and the rejections of those that could not be read; return its folder."""
    for stage in STAGES:
        (shard / stage).mkdir(parents=True)
    write_raw(shard / "read" / "raw.parquet", (item for item in batch if isinstance(item, RawFile)))
    rejections = (item.as_row() for item in batch if isinstance(item, Rejection))
    write_rows(shard / "read" / "rejections.parquet", Rejection, rejections)
    return shard
