"""Ahead of the last stage: hold ledger and marts as a whole against their suites; measure what later runs learn from.

What has landed stays: a failure here names what to look at, and decides the run's exit code.
"""

from functools import partial
from typing import NamedTuple

import pandas as pd
from prefect import task
from prefect.cache_policies import NO_CACHE

from expectations.check import check as run_suite
from expectations.suites import CORPUS_SUITES
from tasks.engines.aside import done_aside
from tasks.stages.check import Checking, check_of
from warehouse.ledger.landed import landed_records, landed_values
from warehouse.ledger.ledger import Ledger
from warehouse.ledger.schemas import to_arrow
from warehouse.records import ARTICLE_TABLES, MARTS, TABLES, Check, Measurement, key_column
from warehouse.surveys.survey import survey

KEYS = {
    "keys": "table_name",
    "columns": "column_id",
    "references": "reference",
    "entities": "entity_id",
    "volumes": "volume_id",
    "shares": "measure",
    "presence": "subject",
    "duplicates": "source",
}
"""Which column of a survey names its rows."""

WHOLE = "whole"
"""What stands for the shard where all of them are checked together."""


class Finding(NamedTuple):
    """What a check that failed says, whichever run says it."""

    suite: str
    expectation: str
    column_name: str | None
    detail: str | None
    failed_count: int
    examples: str | None


def finding_of(check: Check) -> Finding:
    """Return what a check that failed says."""
    return Finding(**{name: getattr(check, name) for name in Finding._fields})


def found_before(ledger: Ledger, *, run_id: str) -> frozenset[Finding]:
    """Return what the checks of the whole said that failed in the last run before this one."""
    last = max(landed_values(ledger, Check, "run_id") - {run_id}, default=None)
    checks = landed_records(ledger, Check, column="run_id", values={last} if last else ())
    return frozenset(finding_of(each) for each in checks if each.shard == WHOLE and not each.is_success)


@task(cache_policy=NO_CACHE)
def check_corpus(ledger: Ledger, *, checking: Checking) -> tuple[Check, ...]:
    """Check the whole, land what was found and measured, and return the checks that failed, the gravest first.

    Raises WarehouseError, with nothing published, where the disk or the folder refuses.
    """
    own = sorted({rule.table for rule in checking.rules} - {record.table for record in ARTICLE_TABLES})
    surveying = partial(survey, ledger.folder, ledger.head, run_id=checking.run_id, tables=own)
    surveyed = done_aside(surveying, of=ledger)
    frames = {name: pd.DataFrame.from_records(rows) for name, rows in surveyed.surveys.items()} | surveyed.tables
    checks = [
        check_of(result, suite=name, shard=WHOLE, run_id=checking.run_id)
        for name, frame in frames.items()
        if len(frame)
        for result in run_suite(
            frame, table=name, key_name=key_of(name), also=checking.rules_of(name) if name in own else ()
        )
    ]
    ledger.land(
        {
            Check.table: to_arrow(Check, (check.as_row() for check in checks)),
            Measurement.table: to_arrow(Measurement, (each.as_row() for each in surveyed.measurements)),
        }
    )
    order = ("critical", "warning", "info")
    return tuple(sorted((each for each in checks if not each.is_success), key=lambda each: order.index(each.severity)))


def key_of(name: str) -> str:
    """Name the column that tells the rows of a survey, a table or a mart apart."""
    if name in CORPUS_SUITES:
        return KEYS[name]
    if name.startswith("marts."):
        return MARTS[name.removeprefix("marts.")].key
    return next(key_column(record) for record in TABLES if record.table == name)
