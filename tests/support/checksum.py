"""Ingests in a process of its own, and prints a hash of all that has landed: `python -m tests.support.checksum`.

Takes the engine, the number of workers, the files in a shard, the shards in a wave, the bytes above which a ledger is
large, the warehouse, and the paths.
"""

import hashlib
import sys
from pathlib import Path

import tasks.engines.aside
import tasks.stages.read
from tasks.engines.choice import EngineChoice
from tests.support.shard_by_shard import ingest_without_suites
from tests.support.warehouse_rows import tables

if __name__ == "__main__":
    name, workers, files_in_a_shard, shards_in_a_wave, large_bytes, warehouse, *paths = sys.argv[1:]
    tasks.stages.read.SHARDS_IN_A_WAVE = int(shards_in_a_wave)
    tasks.engines.aside.LARGE_BYTES = int(large_bytes)
    engine = EngineChoice.model_validate({"name": name, "workers": int(workers)})
    ingest_without_suites(paths, Path(warehouse), files_in_a_shard=int(files_in_a_shard), engine=engine)
    landed = tables(Path(warehouse))
    assert landed["figures"]
    sys.stdout.write(hashlib.sha256(repr(landed).encode()).hexdigest())
