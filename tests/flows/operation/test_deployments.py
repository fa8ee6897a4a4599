"""`prefect.yaml` as Prefect and its page will see it: every entry point loads, every field of its form is explained."""

from pathlib import Path
from typing import get_args

import pytest
import yaml
from jsonschema import Draft202012Validator
from prefect import Flow
from prefect.flows import load_flow_from_entrypoint
from prefect.schedules import Cron
from prefect.utilities.callables import parameter_schema

from flows.operation.forms import AS_FITTING, AS_SHOWN, EngineChosen, FormatName, engine_chosen
from flows.operation.serve import folder_of_server
from flows.operation.served import deployments_for
from tasks.engines.choice import EngineChoice, EngineName
from tasks.formats import FORMATS
from tests.support.places import ROOT

DEPLOYMENTS = yaml.safe_load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))["deployments"]


def flow_of(deployed: dict[str, str]) -> Flow:
    return load_flow_from_entrypoint(deployed["entrypoint"])


@pytest.mark.parametrize("deployed", DEPLOYMENTS, ids=lambda deployed: deployed["name"])
def test_deployments_fit_their_flows(deployed: dict) -> None:
    schema = parameter_schema(flow_of(deployed)).model_dump()
    Draft202012Validator({**schema, "additionalProperties": False}).validate(deployed["parameters"])
    assert deployed["description"]
    assert "newsledger" in deployed["tags"]
    assert deployed["concurrency_limit"]["limit"] == 1
    for schedule in deployed["schedules"]:
        assert Cron(schedule["cron"], timezone=schedule["timezone"]).cron == schedule["cron"]


@pytest.mark.parametrize("deployed", DEPLOYMENTS, ids=lambda deployed: deployed["name"])
def test_every_field_of_a_form_has_title_help_and_default(deployed: dict) -> None:
    for name, field in parameter_schema(flow_of(deployed)).model_dump()["properties"].items():
        assert field["title"] != name
        assert field["title"][0].isupper()
        assert field["description"].endswith(".")
        assert "default" in field


def test_form_offers_the_formats_that_there_are() -> None:
    assert set(get_args(FormatName)) == {AS_SHOWN, *FORMATS}


def test_form_offers_the_engines_that_there_are_and_takes_what_says_nothing_for_no_choice() -> None:
    assert set(get_args(EngineChosen)) == {AS_FITTING, *get_args(EngineName)}
    assert engine_chosen(AS_FITTING, workers=0, cluster="") == EngineChoice()
    chosen = engine_chosen("dask", workers=0, cluster="tcp://10.0.0.5:8786")
    assert chosen == EngineChoice(name="dask", cluster="tcp://10.0.0.5:8786")


def test_a_warehouse_in_a_bucket_is_served_by_its_address(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NEWSLEDGER_CACHE", str(tmp_path))
    served = deployments_for("inbox", warehouse="s3://news/ledger")
    assert {each.parameters["warehouse"] for each in served} == {"s3://news/ledger"}
    assert folder_of_server("s3://news/ledger").is_relative_to(tmp_path)
    assert {each.parameters["warehouse"] for each in deployments_for("inbox", warehouse="ledger")} == {
        str(Path("ledger").absolute())
    }
