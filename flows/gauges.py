"""Numbers of a warehouse in Prometheus' text format: `metrics.prom` in its folder, for the textfile collector.

They are what the warehouse itself says, so that any run, by hand or by schedule, leaves them right.
"""

import time
from pathlib import Path

from prometheus_client import CollectorRegistry, Gauge, generate_latest
from prometheus_client.core import CounterMetricFamily
from prometheus_client.registry import Collector

from warehouse.folder import layout
from warehouse.folder.files import failures_explained, replace_file
from warehouse.reading.query import Status, run_query, status

TOTALS = {
    "runs": ("Runs of ingest and repair.", "count(*)"),
    "files_landed": ("Files that landed as articles, over all runs.", "coalesce(sum(accepted_count), 0)"),
    "files_rejected": ("Files that were rejected, over all runs.", "coalesce(sum(rejected_count), 0)"),
    "files_removed": ("Files that were removed, over all runs.", "coalesce(sum(removed_count), 0)"),
}
"""Counters by name: what each counts, and how it is had from the table of runs."""

LAST_RUN = "FROM runs SELECT epoch(finished_at), epoch(finished_at - started_at) ORDER BY finished_at DESC LIMIT 1"


class Totals(Collector):
    """What only grows, read from the table of runs."""

    def __init__(self, warehouse: Path) -> None:
        """Read it now."""
        sums = ", ".join(expression for _, expression in TOTALS.values())
        (row,) = run_query(warehouse, f"FROM runs SELECT {sums}").rows
        self._values = dict(zip(TOTALS, row, strict=True))

    def collect(self) -> list[CounterMetricFamily]:
        """Return a counter for each."""
        return [
            CounterMetricFamily(f"newsledger_{name}", meaning, value=float(str(self._values[name])))
            for name, (meaning, _) in TOTALS.items()
        ]


def write_metrics(warehouse: Path) -> None:
    """Write the numbers whole, in place of the former; raise `WarehouseError` where the folder refuses."""
    registry = CollectorRegistry()
    registry.register(Totals(warehouse))
    set_state(registry, status(warehouse))
    set_times(registry, warehouse)
    path = warehouse / layout.METRICS
    with failures_explained(path):
        replace_file(path, generate_latest(registry), work=warehouse / layout.WORK)


def set_state(registry: CollectorRegistry, state: Status) -> None:
    """Set what the warehouse holds."""
    rows = Gauge("newsledger_rows", "Rows by table.", ["table"], registry=registry)
    for table, count in state.row_counts.items():
        rows.labels(table).set(count)
    files = Gauge("newsledger_files", "Files that the ledger knows, by outcome.", ["outcome"], registry=registry)
    for outcome, count in state.file_counts.items():
        files.labels(outcome).set(count)
    rejections = Gauge("newsledger_rejections", "Rejections that stand.", ["stage", "rule"], registry=registry)
    for (stage, rule), count in state.rejection_counts.items():
        rejections.labels(stage, rule).set(count)
    damaged = Gauge("newsledger_damaged_parts", "Parts that are missing or damaged.", registry=registry)
    damaged.set(len(state.damage))


def set_times(registry: CollectorRegistry, warehouse: Path) -> None:
    """Set when a run last changed something and how long it took, and that all is well now."""
    checked = Gauge("newsledger_last_success_timestamp_seconds", "When a run last ended well.", registry=registry)
    checked.set(time.time())
    finished = Gauge("newsledger_last_change_timestamp_seconds", "When a run last landed anything.", registry=registry)
    seconds = Gauge("newsledger_last_change_duration_seconds", "How long that run took.", registry=registry)
    for finished_at, duration in run_query(warehouse, LAST_RUN).rows:
        finished.set(float(str(finished_at)))
        seconds.set(float(str(duration)))
