"""Watches an inbox: a run starts at once, then as soon as new files have settled; none while another is at work."""

from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from threading import Event
from uuid import UUID

from httpx import HTTPError
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import (
    DeploymentFilter,
    DeploymentFilterId,
    FlowRunFilter,
    FlowRunFilterState,
    FlowRunFilterStateName,
)
from prefect.exceptions import PrefectException
from watchfiles import Change, watch

from flows.terminal import complain
from tasks.sources.names import is_hidden

SETTLE_SECONDS = 2
"""How long nothing may have changed before a run starts, and how long a file before it is taken."""
PATIENCE_SECONDS = 60
"""A folder that never rests has a run at least this often; the files that still change wait for a later one."""
POLL_SECONDS = 1.0

AT_WORK = FlowRunFilter(
    state=FlowRunFilterState(name=FlowRunFilterStateName(any_=["Scheduled", "Late", "Pending", "Running"]))
)


def is_arrival(change: Change, path: str) -> bool:
    """Tell whether a change is that of a file to be read: none that goes, none that is hidden."""
    return change is not Change.deleted and not is_hidden(Path(path).name)


def watch_inbox(folder: str, *, deployment_name: str, stop: Event) -> None:
    """Start a run of a deployment for what a folder holds, then others as files arrive, until told to stop.

    The first one is at work only after the watch has begun, so that no file falls between the two.
    A server that does not answer is told of; the files are taken by the next run, at the latest by that of the hour.
    """
    arrivals = watch(
        folder,
        watch_filter=is_arrival,
        step=SETTLE_SECONDS * 1000,
        debounce=PATIENCE_SECONDS * 1000,
        stop_event=stop,
    )
    with get_client(sync_client=True) as client:
        deployment_id = client.read_deployment_by_name(deployment_name).id
        for _ in chain([{}], arrivals):
            try:
                start_when_free(client, deployment_id, stop=stop)
            except (HTTPError, PrefectException) as error:
                complain(f"No run could be started for what has arrived in {folder}: {error}")


def start_when_free(client: SyncPrefectClient, deployment_id: UUID, *, stop: Event) -> None:
    """Start a run of a deployment once none is at work or about to be: it would be cancelled."""
    while is_at_work(client, deployment_id):
        if stop.wait(POLL_SECONDS):
            return
    parameters = {"settle_seconds": SETTLE_SECONDS}
    client.create_flow_run_from_deployment(deployment_id, parameters=parameters, tags=["arrival"])


def is_at_work(client: SyncPrefectClient, deployment_id: UUID) -> bool:
    """Tell whether a run of a deployment is at work, or due by now."""
    runs = client.read_flow_runs(
        flow_run_filter=AT_WORK, deployment_filter=DeploymentFilter(id=DeploymentFilterId(any_=[deployment_id]))
    )
    now = datetime.now(UTC)
    return any(run.state_name != "Scheduled" or (run.expected_start_time or now) <= now for run in runs)
