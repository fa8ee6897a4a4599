"""Beside the fifth stage: pack articles whose extractors have changed, with what is not to be found again, into shards.

Such a shard goes through extraction and checks like any other before it takes the place of what has landed of its
articles. One of which anything was refused is extracted from in whole: what was refused is not there to be held.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.extractors import EXTRACTORS
from tasks.stages import read, settle_dates
from tasks.work.extraction import HELD
from warehouse.folder import layout
from warehouse.ledger.landed import copy_landed, landed_records, landed_values
from warehouse.ledger.ledger import Ledger
from warehouse.records import Article, DerivedFigure, Figure, Record, Rejection


@task(cache_policy=NO_CACHE)
def pack_stale(stale: Mapping[str, frozenset[str]], *, ledger: Ledger, run_id: str) -> tuple[Path, ...]:
    """Pack articles, given by key with the tables to be found again, into shards."""
    shards: list[Path] = []
    for tables, keys in batches(stale, ledger=ledger):
        shard = ledger.folder / layout.SHARDS / f"refreshed-{len(shards) + 1:05d}"
        articles = landed_records(ledger, Article, column="article_id", values=keys)
        settle_dates.pack(sorted(articles, key=lambda each: each.article_id), shard=shard, run_id=run_id)
        (shard / HELD).mkdir()
        for record in held_records(tables):
            copy_landed(ledger, record, shard / HELD / f"{record.table}.parquet", article_ids=keys)
        shards.append(shard)
    return tuple(shards)


def batches(stale: Mapping[str, frozenset[str]], *, ledger: Ledger) -> Iterator[tuple[frozenset[str], list[str]]]:
    """Gather articles by what is to be found again in them, in shards' worths, in the order of their keys."""
    refused = landed_values(ledger, Rejection, "article_id") if stale else set()
    keys_by_tables: dict[frozenset[str], list[str]] = defaultdict(list)
    for key in sorted(stale):
        keys_by_tables[frozenset(EXTRACTORS) if key in refused else stale[key]].append(key)
    size = read.FILES_IN_A_SHARD
    for tables, keys in sorted(keys_by_tables.items(), key=lambda item: sorted(item[0])):
        for start in range(0, len(keys), size):
            yield tables, keys[start : start + size]


def held_records(tables: frozenset[str]) -> Iterator[type[Record]]:
    """Yield the records of the tables that are not to be found again."""
    yield from (extractor.record for name, extractor in EXTRACTORS.items() if name not in tables)
    if Figure.table not in tables:
        yield DerivedFigure
