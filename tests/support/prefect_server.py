"""A Prefect server and a worker in processes of their own, for tests that want both as they are in use."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, TypeVar
from uuid import UUID

from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.actions import WorkPoolCreate
from prefect.client.schemas.objects import FlowRun
from prefect.settings import PREFECT_API_URL, temporary_settings
from prefect.workers.process import ProcessWorker

from flows.prefect_api.server import free_port, own_server, stop
from tests.support.places import ROOT

Found = TypeVar("Found")

POLL_SECONDS = 0.3
PATIENCE_SECONDS = 300.0
"""Bound of every wait; on two idle cores none takes more than 20 s."""

TEMPLATE = ProcessWorker.get_default_base_job_template()
QUICK = {
    "PREFECT_WORKER_QUERY_SECONDS": "1",
    "PREFECT_RUNNER_POLL_FREQUENCY": "1",
    "PREFECT_SERVER_SERVICES_SCHEDULER_LOOP_SECONDS": "2",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
}


class Deployments(NamedTuple):
    """The deployments of `prefect.yaml` on a running server, and the log of the worker that runs them."""

    client: SyncPrefectClient
    worker_log: Path

    def start(self, name: str, **parameters: object) -> UUID:
        """Start a run of a deployment now."""
        deployment = self.client.read_deployment_by_name(name)
        return self.client.create_flow_run_from_deployment(deployment.id, parameters=parameters).id

    def run(self, run_id: UUID) -> FlowRun:
        """Return a run as it is."""
        return self.client.read_flow_run(run_id)

    def ended(self, run_id: UUID) -> FlowRun:
        """Wait for the end of a run."""
        return awaited(lambda: run if (run := self.run(run_id)).state.is_final() else None, what=f"run {run_id}")


def awaited(look: Callable[[], Found | None], *, what: str) -> Found:
    """Return what there is as soon as there is something."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        if (found := look()) is not None:
            return found
        time.sleep(POLL_SECONDS)
    raise TimeoutError(f"{what} did not come about in {PATIENCE_SECONDS:g} s")


@contextmanager
def deployed(folder: Path) -> Iterator[Deployments]:
    """Start a server, deploy `prefect.yaml`, start a worker; stop all of them."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")} | QUICK
    saved = dict(os.environ)
    os.environ.clear()
    os.environ.update(environment)
    try:
        with own_server(folder / "server", port=free_port()) as url:
            environment |= {"PREFECT_API_URL": url, "PREFECT_HOME": str(folder / "home")}
            with temporary_settings({PREFECT_API_URL: url}), get_client(sync_client=True) as client:
                client.create_work_pool(WorkPoolCreate(name="newsledger", type="process", base_job_template=TEMPLATE))
                prefect("--no-prompt", "deploy", "--all", environment=environment)
                with working(folder / "worker.log", environment=environment):
                    yield Deployments(client=client, worker_log=folder / "worker.log")
    finally:
        os.environ.clear()
        os.environ.update(saved)


def prefect(*arguments: str, environment: Mapping[str, str]) -> None:
    """Run a command of Prefect's in the repository's folder."""
    command = [sys.executable, "-m", "prefect", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@contextmanager
def working(log: Path, *, environment: Mapping[str, str]) -> Iterator[None]:
    """Run a worker within the block."""
    command = [sys.executable, "-m", "prefect", "worker", "start", "--pool", "newsledger"]
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=output)
    try:
        yield
    finally:
        stop(process)
