"""`prefect.yaml` as Prefect and its page will see it: every entry point loads, every field of its form is explained."""

from typing import get_args

import pytest
import yaml
from jsonschema import Draft202012Validator
from prefect import Flow
from prefect.flows import load_flow_from_entrypoint
from prefect.schedules import Cron
from prefect.utilities.callables import parameter_schema

from flows.operation.forms import AS_SHOWN, FormatName
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
