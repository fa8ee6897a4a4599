"""The numbers for Prometheus, read by Prometheus' own parser."""

import os
from pathlib import Path

from prometheus_client.parser import text_string_to_metric_families

from flows.gauges import write_metrics
from tests.support.shard_by_shard import copied
from tests.support.warehouse_rows import rows


def values(warehouse: Path) -> dict[tuple[str, ...], float]:
    """Return each sample by its name and the values of its labels."""
    families = text_string_to_metric_families((warehouse / "metrics.prom").read_text(encoding="utf-8"))
    return {(s.name, *s.labels.values()): s.value for family in families for s in family.samples}


def test_metrics_say_what_the_warehouse_holds(examples_warehouse: Path, tmp_path: Path) -> None:
    warehouse = copied(examples_warehouse, tmp_path)
    write_metrics(warehouse)
    found = values(warehouse)
    ((figures,),) = rows(warehouse, "FROM figures SELECT count(*)")
    assert found["newsledger_rows", "figures"] == figures
    assert found["newsledger_files", "accepted"] == 10
    assert found["newsledger_runs_total",] == 1
    assert found["newsledger_damaged_parts",] == 0
    assert found["newsledger_last_change_timestamp_seconds",] == 981158400.0, "2001-02-03, as the run says"
    assert found["newsledger_last_success_timestamp_seconds",] > found["newsledger_last_change_timestamp_seconds",]


def test_metrics_are_replaced_whole(examples_warehouse: Path, tmp_path: Path) -> None:
    warehouse = copied(examples_warehouse, tmp_path)
    write_metrics(warehouse)
    before = os.stat(warehouse / "metrics.prom").st_ino  # noqa: PTH116
    with (warehouse / "metrics.prom").open(encoding="utf-8") as reader:
        write_metrics(warehouse)
        assert reader.read().endswith("\n"), "whoever has it open reads the former to its end"
    assert os.stat(warehouse / "metrics.prom").st_ino != before  # noqa: PTH116
