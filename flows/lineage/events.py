"""The events of a run: its start, and its end or failure; kept in the warehouse's folder, or sent to a catalogue.

Where OPENLINEAGE_URL or OPENLINEAGE_CONFIG is set, as OpenLineage's own client reads them, events go there instead.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from openlineage.client import OpenLineageClient
from openlineage.client.event_v2 import Job, Run, RunEvent, RunState
from openlineage.client.facet_v2 import RunFacet
from openlineage.client.generated.error_message_run import ErrorMessageRunFacet
from openlineage.client.generated.job_type_job import JobTypeJobFacet
from openlineage.client.generated.processing_engine_run import ProcessingEngineRunFacet
from openlineage.client.serde import Serde
from openlineage.client.uuid import generate_new_uuid

from flows.lineage.datasets import input_files, read_tables, written_tables
from flows.terminal import complain
from warehouse.folder import layout
from warehouse.folder.files import failures_explained, replace_file

NAMESPACE = "newsledger"
PRODUCER = "urn:newsledger"
KEPT_EVENTS = 60
"""Events in the file: two of each of the last 30 runs, as many as states are kept of (`KEPT_RUNS`)."""
SETTINGS = ("OPENLINEAGE_URL", "OPENLINEAGE_CONFIG")


@dataclass(slots=True)
class Lineage:
    """What the block has come to say of its run: which it is in the warehouse, and how many rows landed by table."""

    run_id: str | None = None
    row_counts: Mapping[str, int] = field(default_factory=dict)


@contextmanager
def lineage_of(paths: Sequence[str], *, warehouse: Path) -> Iterator[Lineage]:
    """Write the events of the ingest within the block, which is to fill in what it did."""
    key, lineage = str(generate_new_uuid()), Lineage()
    emit(event(RunState.START, key, facets={}, paths=paths), warehouse=warehouse)
    try:
        yield lineage
    except Exception as error:
        failed: dict[str, RunFacet] = {
            "errorMessage": ErrorMessageRunFacet(message=str(error), programmingLanguage="PYTHON")
        }
        emit(event(RunState.FAIL, key, facets=failed, paths=paths), warehouse=warehouse)
        raise
    if lineage.run_id:
        emit(completed(key, lineage, paths=paths, warehouse=warehouse), warehouse=warehouse)


def completed(key: str, lineage: Lineage, *, paths: Sequence[str], warehouse: Path) -> RunEvent:
    """Make the event of a run's end, with all that was read and written."""
    end = event(RunState.COMPLETE, key, facets={}, paths=paths)
    assert end.inputs is not None
    end.inputs += read_tables(warehouse, run_id=lineage.run_id or "")
    end.outputs = list(written_tables(warehouse, row_counts=lineage.row_counts))
    return end


def event(state: RunState, key: str, *, facets: Mapping[str, RunFacet], paths: Sequence[str]) -> RunEvent:
    """Make an event of a run that was asked to read these paths."""
    engine = ProcessingEngineRunFacet(version=version("newsledger"), name="newsledger")
    kind = JobTypeJobFacet(processingType="BATCH", integration="NEWSLEDGER", jobType="FLOW")
    return RunEvent(
        eventType=state,
        eventTime=datetime.now(UTC).isoformat(),
        run=Run(runId=key, facets={"processing_engine": engine, **facets}),
        job=Job(namespace=NAMESPACE, name="ingest", facets={"jobType": kind}),
        inputs=list(input_files(paths)),
        outputs=[],
        producer=PRODUCER,
    )


def emit(told: RunEvent, *, warehouse: Path) -> None:
    """Send an event, or keep it; a catalogue that does not answer is told of, and is no reason to fail."""
    if not any(os.environ.get(name) for name in SETTINGS):
        keep(told, warehouse=warehouse)
        return
    try:
        OpenLineageClient().emit(told)
    except OSError as error:  # which those of `requests` are
        complain(f"The lineage of this run was not sent: {error}. Check {' and '.join(SETTINGS)}.")


def keep(told: RunEvent, *, warehouse: Path) -> None:
    """Add an event to the file, whose oldest ones go; the folder of a warehouse that is yet to be made has none."""
    path = warehouse / layout.LINEAGE
    if not (warehouse / layout.WORK).is_dir():
        return
    with failures_explained(path):
        before = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        lines = [*before, Serde.to_json(told)][-KEPT_EVENTS:]
        replace_file(path, "".join(f"{line}\n" for line in lines).encode(), work=warehouse / layout.WORK)
