"""Lineage, read back by the classes of OpenLineage's own package: it ships no JSON schemas."""

import json
import typing
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import attr
import pytest
from openlineage.client import event_v2
from openlineage.client.generated import (
    column_lineage_dataset,
    data_quality_assertions_dataset,
    error_message_run,
    job_type_job,
    output_statistics_output_dataset,
    processing_engine_run,
    schema_dataset,
)
from openlineage.client.serde import Serde

from flows.lineage.events import KEPT_EVENTS, lineage_of
from tests.support.shard_by_shard import copied
from tests.support.warehouse_rows import rows
from warehouse.folder.errors import WarehouseError
from warehouse.records import MARTS, TABLES, Figure, columns

FACETS = {
    "schema": schema_dataset.SchemaDatasetFacet,
    "columnLineage": column_lineage_dataset.ColumnLineageDatasetFacet,
    "dataQualityAssertions": data_quality_assertions_dataset.DataQualityAssertionsDatasetFacet,
    "outputStatistics": output_statistics_output_dataset.OutputStatisticsOutputDatasetFacet,
    "jobType": job_type_job.JobTypeJobFacet,
    "processing_engine": processing_engine_run.ProcessingEngineRunFacet,
    "errorMessage": error_message_run.ErrorMessageRunFacet,
}
PARTS = {
    "fields": {dict: column_lineage_dataset.Fields, list: schema_dataset.SchemaDatasetFacetFields},
    "inputFields": {list: column_lineage_dataset.InputField},
    "dataset": {list: column_lineage_dataset.InputField},
    "transformations": {list: column_lineage_dataset.Transformation},
    "assertions": {list: data_quality_assertions_dataset.Assertion},
}
MADE_BY_THE_CLASS = {"_producer", "_schemaURL", "schemaURL"}


def rebuilt(kind: type, values: dict[str, object]) -> object:
    """Build an object of OpenLineage's from JSON: a missing or unknown name, or a wrong value, raises."""
    names = {field.name: field.alias for field in attr.fields(kind)}
    given = {name: part(name, value) for name, value in values.items() if name not in MADE_BY_THE_CLASS}
    return kind(**{names[name]: value for name, value in given.items()})


def part(name: str, value: object) -> object:
    """Build the parts of an object that are objects themselves."""
    kind = PARTS.get(name, {}).get(type(value))
    if kind and isinstance(value, list):
        return [rebuilt(kind, each) for each in value]
    if kind:
        return {key: rebuilt(kind, each) for key, each in value.items()}
    return facets(value) if name.endswith(("facets", "Facets")) else value


def facets(values: dict[str, dict[str, object]]) -> dict[str, object]:
    return {name: rebuilt(FACETS[name], value) for name, value in values.items()}


def read_back(line: str) -> event_v2.RunEvent:
    """Build an event from its JSON, and see that the classes write the same again."""
    values = json.loads(line)
    event = rebuilt(
        event_v2.RunEvent,
        {
            **values,
            "eventType": event_v2.RunState(values["eventType"]),
            "run": rebuilt(event_v2.Run, values["run"]),
            "job": rebuilt(event_v2.Job, values["job"]),
            "inputs": [rebuilt(event_v2.InputDataset, each) for each in values["inputs"]],
            "outputs": [rebuilt(event_v2.OutputDataset, each) for each in values["outputs"]],
        },
    )
    assert Serde.to_dict(event).keys() == values.keys()
    assert len(Serde.to_dict(event)["outputs"]) == len(values["outputs"])
    return typing.cast("event_v2.RunEvent", event)


@pytest.fixture
def warehouse(examples_warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("OPENLINEAGE_URL", raising=False)
    return copied(examples_warehouse, tmp_path)


def events(warehouse: Path) -> list[event_v2.RunEvent]:
    return [read_back(line) for line in (warehouse / "lineage.jsonl").read_text(encoding="utf-8").splitlines()]


def record(warehouse: Path) -> None:
    with lineage_of(["inbox"], warehouse=warehouse) as lineage:
        lineage.run_id, lineage.row_counts = "run", {"figures": 7}


def test_an_ingest_tells_of_its_tables(warehouse: Path) -> None:
    record(warehouse)
    start, end = events(warehouse)
    assert (start.eventType.value, end.eventType.value) == ("START", "COMPLETE")
    assert start.run.runId == end.run.runId
    outputs = {Path(output.name).name: output for output in end.outputs}
    assert {Path(each.name).parent.name for each in end.outputs} == {"tables", "marts"}
    assert outputs.keys() == {table.table for table in TABLES} | MARTS.keys()
    written = {output.name: output.outputFacets["outputStatistics"].rowCount for output in end.outputs}
    assert written[str(warehouse / "tables" / "figures")] == 7
    ((wide,),) = rows(warehouse, "FROM marts.fct_figures SELECT count(*)")
    assert written[str(warehouse / "marts" / "fct_figures")] == wide
    figures = next(each for each in end.outputs if each.name == str(warehouse / "tables" / "figures"))
    named = {field.name: field for field in figures.facets["schema"].fields}
    assert named.keys() >= {name for name, _, _ in columns(Figure)}
    assert named["value"].type == "DECIMAL(38,9)"


def test_columns_lead_back_to_the_ledger(warehouse: Path) -> None:
    record(warehouse)
    end = events(warehouse)[-1]
    mart = next(each for each in end.outputs if each.name.endswith("marts/fct_figures"))
    shown = {field.name for field in mart.facets["schema"].fields}
    lineage = mart.facets["columnLineage"]
    (source,) = lineage.fields["hedge"].inputFields
    assert (source.name, source.field) == (str(warehouse / "tables" / "figures"), "hedge")
    assert lineage.fields.keys() <= shown, "nothing but what the mart has"
    assert "usd_value" not in lineage.fields, "computed, not taken over"
    assert {Path(each.name).name for each in lineage.dataset} >= {"figures", "articles", "citations"}


def test_checks_are_told_of_where_they_were_made(warehouse: Path) -> None:
    record(warehouse)
    end = events(warehouse)[-1]
    figures = next(each for each in end.inputs if each.name.endswith("tables/figures"))
    assertions = figures.inputFacets["dataQualityAssertions"].assertions
    ((expected,),) = rows(
        warehouse, "SELECT count(*) FROM (SELECT DISTINCT expectation, column_name FROM checks WHERE suite = 'figures')"
    )
    assert len(assertions) == expected
    assert all(each.success for each in assertions)


def test_a_failure_is_told_of_and_goes_on(warehouse: Path) -> None:
    with pytest.raises(WarehouseError), lineage_of(["inbox"], warehouse=warehouse):
        raise WarehouseError("The disk is full.")
    end = events(warehouse)[-1]
    assert end.eventType.value == "FAIL"
    assert end.run.facets["errorMessage"].message == "The disk is full."


def test_the_file_stops_growing(warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.lineage.events.completed", lambda *_, **__: pytest.fail("not asked for"))
    for _ in range(KEPT_EVENTS + 5):
        with lineage_of(["inbox"], warehouse=warehouse):
            pass
    assert len((warehouse / "lineage.jsonl").read_text().splitlines()) == KEPT_EVENTS


class Catalogue(BaseHTTPRequestHandler):
    """A catalogue that takes events."""

    taken: typing.ClassVar[list[str]] = []

    def do_POST(self) -> None:
        self.taken.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.send_response(201)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def catalogue() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Catalogue)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_events_go_to_a_catalogue_where_one_is_named(
    warehouse: Path, catalogue: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENLINEAGE_URL", catalogue)
    record(warehouse)
    assert [json.loads(event)["eventType"] for event in Catalogue.taken] == ["START", "COMPLETE"]
    assert not (warehouse / "lineage.jsonl").exists()


def test_a_catalogue_that_is_away_fails_nothing(
    warehouse: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OPENLINEAGE_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("OPENLINEAGE__TRANSPORT__RETRY", '{"total": 0}')
    with lineage_of(["inbox"], warehouse=warehouse):
        pass
    assert "The lineage of this run was not sent" in capsys.readouterr().err
