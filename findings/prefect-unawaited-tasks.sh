#!/usr/bin/env bash
# A Prefect flow completes although tasks it submitted failed, or were dropped before they began.
#
# Guess: a flow knows the tasks that it submitted. Before it ends it waits for them, and where one has failed, so has
# the flow.
#
# Seen: the state of a flow is that of what it returns. One that returns nothing is completed, whatever its tasks are.
# When its function ends, tasks that have begun come to their end, and those that still wait for a worker are dropped:
# of twenty shards with one worker, two have landed, and none where the flow is asynchronous. With a worker for every
# task an ordinary flow hides this, since it takes a second to end.
#
#   a flow that waits for its tasks: ('COMPLETED', 'all shards landed')
#   a flow that does not: ('COMPLETED', 'some did not')
#   an asynchronous flow that does not: ('COMPLETED', 'some did not')
#   a flow whose only task fails: 'COMPLETED'
#
# Matters: the run is green, the schedule goes on, and shards are missing, the more of them the more there are. Tests
# with a handful of quick tasks pass.
#
# Versions: prefect 3.8.8 with fastapi 0.150.0.

source "$(dirname -- "$0")/lib.sh"
environment now prefect==3.8.8 fastapi==0.150.0

export DO_NOT_TRACK=1 PREFECT_SERVER_ANALYTICS_ENABLED=false PREFECT_LOGGING_LEVEL=CRITICAL
export PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS=180
run now <<'PY'
import asyncio
import time

from finding import seen
from prefect import flow, task
from prefect.task_runners import ThreadPoolTaskRunner

SHARDS = range(20)
ONE_WORKER = ThreadPoolTaskRunner(max_workers=1)

landed = []


@task
def land(shard):
    time.sleep(0.5)
    landed.append(shard)


@task
def check():
    raise ValueError("the check failed")


@flow(task_runner=ONE_WORKER)
def waiting():
    for future in [land.submit(shard) for shard in SHARDS]:
        future.wait()


@flow(task_runner=ONE_WORKER)
def leaving():
    for shard in SHARDS:
        land.submit(shard)


@flow(task_runner=ONE_WORKER)
async def leaving_asynchronously():
    for shard in SHARDS:
        land.submit(shard)


@flow
def failing():
    check.submit()


def ended(run):
    """Tell in which state a flow ends, and whether all shards have landed a second later."""
    landed.clear()
    state = run(return_state=True)
    if asyncio.iscoroutine(state):
        state = asyncio.run(state)
    time.sleep(1)
    return state.type.name, "all shards landed" if len(landed) == len(SHARDS) else "some did not"


seen("a flow that waits for its tasks", ended(waiting), then=("COMPLETED", "all shards landed"))
seen("a flow that does not", ended(leaving), then=("COMPLETED", "some did not"))
seen("an asynchronous flow that does not", ended(leaving_asynchronously), then=("COMPLETED", "some did not"))
seen("a flow whose only task fails", failing(return_state=True).type.name, then="COMPLETED")
PY
