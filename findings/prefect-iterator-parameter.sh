#!/usr/bin/env bash
# A generator passed to a Prefect flow or task arrives empty; other iterators arrive without their first item.
#
# Guess: a flow called with a generator gets the generator, as any function does, or the call is refused because it
# cannot be stored among the run's parameters.
#
# Seen: Prefect makes its record of the arguments before it calls the flow, and takes items out of what it records. A
# generator or zip is used up; map and an iterator over a list have lost one item. A task gets nothing of either. The
# run completes. Without the engine, by `.fn`, all items arrive.
#
#   a list: ['a', 'b', 'c']
#   a generator: []
#   zip: []
#   map: ['b', 'c']
#   an iterator over a list: ['b', 'c']
#   a generator, to a task: []
#   an iterator over a list, to a task: []
#   a generator, to the function itself: ['a', 'b', 'c']
#
# Matters: `ingest(path for path in folder.glob("*.txt"))` completes and has ingested nothing. With map, it leaves out
# the first article of every run, which nobody misses.
#
# Versions: prefect 3.8.8 with fastapi 0.150.0.

source "$(dirname -- "$0")/lib.sh"
environment now prefect==3.8.8 fastapi==0.150.0

export DO_NOT_TRACK=1 PREFECT_SERVER_ANALYTICS_ENABLED=false PREFECT_LOGGING_LEVEL=CRITICAL
export PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS=180
run now <<'PY'
from finding import seen
from prefect import flow, task

FILES = ["a", "b", "c"]


@flow
def ingest(files):
    return [file if isinstance(file, str) else file[0] for file in files]


@task
def read(files):
    return list(files)


@flow
def ingest_by_task(*, is_generator):
    return read((file for file in FILES) if is_generator else iter(FILES))


seen("a list", ingest(FILES), then=["a", "b", "c"])
seen("a generator", ingest(file for file in FILES), then=[])
seen("zip", ingest(zip(FILES, range(3), strict=True)), then=[])
seen("map", ingest(map(str, FILES)), then=["b", "c"])
seen("an iterator over a list", ingest(iter(FILES)), then=["b", "c"])
seen("a generator, to a task", ingest_by_task(is_generator=True), then=[])
seen("an iterator over a list, to a task", ingest_by_task(is_generator=False), then=[])
seen("a generator, to the function itself", ingest.fn(file for file in FILES), then=["a", "b", "c"])
PY
