"""The deployments for real: a Prefect server, `prefect deploy --all`, a worker, and runs that go all ways."""

import json
import runpy
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import httpx
import pytest
from prefect.client.schemas.filters import (
    ArtifactFilter,
    ArtifactFilterFlowRunId,
    TaskRunFilter,
    TaskRunFilterFlowRunId,
)
from prefect.states import Cancelling

from tests.support.briefs import write_briefs
from tests.support.places import EXAMPLES, ROOT
from tests.support.prefect_server import Deployments, awaited, deployed
from tests.support.shard_by_shard import copied, ingest_without_prefect
from tests.support.warehouse_rows import tables
from warehouse.ledger.ledger import open_ledger
from warehouse.proofs.prove import prove

HOURLY, NIGHTLY = "ingest-inbox/hourly", "maintain/nightly"
NOTIFY = ROOT / "examples" / "notifications" / "notify_of_failures.py"


@pytest.fixture(scope="module")
def deployments(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployments]:
    with deployed(tmp_path_factory.mktemp("prefect")) as running:
        yield running


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    write_briefs(tmp_path / "inbox")
    return tmp_path / "inbox"


def test_the_page_asks_the_server_that_it_comes_from(deployments: Deployments) -> None:
    server = str(deployments.client.api_url).removesuffix("/").removesuffix("/api")
    assert httpx.get(f"{server}/ui-settings").json()["api_url"] == f"{server}/api"


def test_overlapping_runs_leave_one_at_work_and_all_end_in_words(
    deployments: Deployments, inbox: Path, examples_warehouse: Path, tmp_path: Path
) -> None:
    warehouse = copied(examples_warehouse, tmp_path)
    (inbox / "letter.txt").write_text("Just a few words.\n")
    parameters = {"inbox": str(inbox), "warehouse": str(warehouse), "settle_seconds": 0}
    with open_ledger(warehouse):  # held until the second is done, as nobody knows how fast the first is
        first = deployments.start(HOURLY, **parameters)
        awaited(lambda: deployments.run(first).state.is_running() or None, what="the first run's start")
        second = deployments.start(HOURLY, **parameters)
        maintenance = deployments.start(NIGHTLY, warehouse=str(warehouse))
        cancelled = deployments.ended(second).state
    assert (cancelled.name, cancelled.message) == ("Cancelled", "Deployment concurrency limit reached.")
    ingested = deployments.ended(first).state
    assert (ingested.name, ingested.message) == (
        "Completed",
        "5 files looked at, 4 landed as articles, 1 rejected, 0 unchanged.",
    )
    assert any("letter.txt" in text for text in artifacts(deployments, first))
    maintained = deployments.ended(maintenance).state
    assert maintained.name == "Completed"
    assert maintained.message.endswith("bytes were freed.")
    assert list(prove(warehouse)) == []


def artifacts(deployments: Deployments, run_id: object) -> list[str]:
    """Return the texts of a run's artifacts."""
    chosen = ArtifactFilter(flow_run_id=ArtifactFilterFlowRunId(any_=[run_id]))
    return [str(artifact.data) for artifact in deployments.client.read_artifacts(artifact_filter=chosen)]


def test_a_failing_run_tries_again_then_says_why_and_calls_the_webhook(
    deployments: Deployments, inbox: Path, tmp_path: Path
) -> None:
    warehouse = tmp_path / "ledger"
    (warehouse / "work").mkdir(parents=True)
    (warehouse / "work" / "HEAD.json.part").symlink_to("/dev/full")
    with webhook() as (url, calls):
        runpy.run_path(str(NOTIFY))["main"](url)
        run = deployments.ended(
            deployments.start(
                HOURLY, inbox=str(inbox), warehouse=str(warehouse), settle_seconds=0, retry_delays=[0.2, 0.2]
            )
        )
        called = awaited(lambda: calls[0] if calls else None, what="a call of the webhook")
    assert called == {"subject": f"Newsledger: {run.name} has failed", "body": run.state.message}
    assert run.state.name == "Failed"
    assert run.state.message == (
        f"{warehouse}/HEAD.json: No space left on device. Nothing of this step was published; what had landed "
        "before stands. Free some disk space, then run the same command again."
    )
    log = deployments.worker_log.read_text()
    assert log.count("Trying again in 0.2 s.") == 2
    assert "Traceback" not in log


@contextmanager
def webhook() -> Iterator[tuple[str, list[object]]]:
    """Listen on loopback within the block; yield the address, and what it has been called with."""
    calls: list[object] = []

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            calls.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing of a call."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Hook) as server:
        Thread(target=server.serve_forever).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/failed", calls
        finally:
            server.shutdown()


def test_a_run_cancelled_in_the_middle_leaves_nothing_half_landed(
    deployments: Deployments, tmp_path: Path, examples_warehouse: Path
) -> None:
    warehouse = tmp_path / "ledger"
    run_id = deployments.start(HOURLY, inbox=str(EXAMPLES), warehouse=str(warehouse), settle_seconds=0)
    chosen = TaskRunFilter(flow_run_id=TaskRunFilterFlowRunId(any_=[run_id]))

    def extracting() -> object:
        runs = deployments.client.read_task_runs(task_run_filter=chosen)
        return next((run for run in runs if run.name.startswith("extract")), None)

    awaited(extracting, what="extraction")
    deployments.client.set_flow_run_state(run_id, Cancelling(), force=True)
    assert deployments.ended(run_id).state.name == "Cancelled"
    assert not (warehouse / "newsledger.duckdb").exists()
    ingest_without_prefect([str(EXAMPLES)], warehouse, files_in_a_shard=500)
    assert list(prove(warehouse)) == []
    assert tables(warehouse) == tables(examples_warehouse)


def test_the_log_of_a_worker_lists_no_leaks(deployments: Deployments) -> None:
    log = deployments.worker_log.read_text()
    assert "Finished in state" in log
    assert "nanobind" not in log
