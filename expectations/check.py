"""Runs a suite of expectations on a table and says which rows failed which demand."""

import json
import logging
import re
import warnings
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cache
from typing import Any

import great_expectations
import pandas as pd
from great_expectations import ExpectationSuite
from great_expectations.core import ExpectationValidationResult
from great_expectations.core.batch_definition import BatchDefinition
from great_expectations.core.result_format import ResultFormat, ResultFormatUnion
from great_expectations.data_context.types.base import ProgressBarsConfig
from great_expectations.datasource.fluent import PandasDatasource
from great_expectations.datasource.fluent.interfaces import Batch
from great_expectations.expectations.expectation_configuration import ExpectationConfiguration

from expectations.own_rules import OwnRule
from expectations.suites import CORPUS_SUITES, SUITES
from warehouse.folder.errors import ConfigurationError

logging.getLogger("great_expectations.data_context.types.base").setLevel(logging.WARNING)  # tells of its folders


WORD = re.compile(r"\w+")
IN_SHORT = ResultFormat.BOOLEAN_ONLY
IN_FULL = {"result_format": "COMPLETE", "return_unexpected_index_query": False}
"""How Great Expectations is asked: whether each demand is met, which is most of the time; then which rows break those
that are not. To ask for the rows at once takes twice as long (`python -m benchmarks.checks`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One row that failed one expectation."""

    key: str | None
    rule: str
    severity: str
    reason: str
    repair: str
    may_be_accepted: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What one expectation said of a whole table."""

    expectation: str
    column_name: str | None
    detail: str
    severity: str
    is_success: bool
    row_count: int
    failures: tuple[Failure, ...]
    reason: str = ""


class ExpectationError(Exception):
    """An expectation could not be evaluated: the suite does not fit the table."""


def check(frame: pd.DataFrame, *, table: str, key_name: str, also: Sequence[OwnRule] = ()) -> list[Result]:
    """Run the suite of `table`, and what else is demanded, on a frame of its rows; failures name rows by `key_name`.

    Raises ExpectationError where an expectation could not be evaluated, such as on a column that is not there, and
    ConfigurationError where it is one of the user's own.
    """
    suite = SUITES.get(table) or CORPUS_SUITES.get(table)
    asked = frame if also else frame[[name for name in frame.columns if name == key_name or name in asked_of(table)]]
    batch = batches(table).get_batch({"dataframe": asked})
    told = validated(batch, suite, IN_SHORT) if suite else []
    broken = [copy(demand.to_domain_obj()) for demand, outcome in told if not outcome.success]
    own = [copy(rule.expectation) for rule in also]  # theirs may hold for most rows and yet name others
    names_rows = {**IN_FULL, "unexpected_index_column_names": [key_name]}
    explained = validated(batch, ExpectationSuite(name=table, expectations=[*broken, *own]), names_rows)
    return [
        result_of(demand, outcome, key_name=key_name, row_count=len(frame))
        for demand, outcome in (*((demand, outcome) for demand, outcome in told if outcome.success), *explained)
    ]


@cache
def asked_of(table: str) -> frozenset[str]:
    """Return every word of the demands of a table's suite, and so the columns that it asks about.

    Great Expectations hashes all columns of a frame for each batch, and copies them for each condition on rows.
    """
    suite = SUITES.get(table) or CORPUS_SUITES.get(table)
    demands = [json.dumps(each.configuration.to_json_dict()) for each in suite.expectations] if suite else []
    return frozenset(WORD.findall(" ".join(demands)))


def try_out(rules: Sequence[OwnRule], samples: Mapping[str, pd.DataFrame]) -> None:
    """Evaluate each of the user's rules on rows made up for its table; raise ConfigurationError where that fails."""
    for table, frame in samples.items():
        own = [copy(rule.expectation) for rule in rules if rule.table == table]
        validated(
            batches(table).get_batch({"dataframe": frame}), ExpectationSuite(name=table, expectations=own), IN_SHORT
        )


def validated(
    batch: Batch, suite: ExpectationSuite, result_format: ResultFormatUnion
) -> list[tuple[ExpectationConfiguration, ExpectationValidationResult]]:
    """Run a suite on a batch; return what each expectation demands, and what came of it."""
    if not suite.expectations:
        return []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Great Expectations warns of pandas' own future, not of our data
        outcomes = batch.validate(suite, result_format=result_format).results
    pairs = [(demand, outcome) for outcome in outcomes if (demand := outcome.expectation_config) is not None]
    for demand, outcome in pairs:
        require_evaluated(outcome.exception_info, demand)
    return pairs


@cache
def batches(table: str) -> BatchDefinition[Any]:
    """Define the batches of a table, once a process: a context makes a temporary folder each time."""
    return sources().add_dataframe_asset(table).add_batch_definition_whole_dataframe("all")


@cache
def sources() -> PandasDatasource:
    """Make a context in memory, without progress bars, and in it a source of frames."""
    context = great_expectations.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    return context.data_sources.add_pandas("shard")


def result_of(
    demand: ExpectationConfiguration, outcome: ExpectationValidationResult, *, key_name: str, row_count: int
) -> Result:
    """Put one expectation's outcome in our own terms."""
    parameters = {name: value for name, value in demand.kwargs.items() if name not in {"batch_id", "value_set"}}
    rows = outcome.result.get("unexpected_index_list") or ()
    return Result(
        expectation=demand.type,
        column_name=parameters.get("column") or parameters.get("column_A"),
        detail=json.dumps(parameters, default=str, sort_keys=True),
        severity=str(demand.severity.value),
        is_success=bool(outcome.success),
        row_count=row_count,
        reason=str(demand.meta["reason"]),
        failures=tuple(
            Failure(
                key=row[key_name] if isinstance(row[key_name], str) else None,
                rule=demand.type,
                severity=str(demand.severity.value),
                reason=f"{demand.meta['reason']} ({shown(row, key_name)})",
                repair=demand.meta["repair"],
                may_be_accepted=demand.meta["may_be_accepted"],
            )
            for row in rows
        ),
    )


def require_evaluated(told: Mapping[str, Any], demand: ExpectationConfiguration) -> None:
    """Raise ExpectationError, or ConfigurationError for a rule of the user's, where an expectation was not evaluated.

    Great Expectations tells of what was raised by the expectation in `told` itself, by a metric below its name.
    """
    infos = (told,) if "raised_exception" in told else tuple(told.values())
    messages = sorted({str(info["exception_message"]) for info in infos if info["raised_exception"]})
    if not messages:
        return
    message = f"{demand.type} cannot be evaluated: {'; '.join(messages)}"
    if "where" in demand.meta:
        raise ConfigurationError(f"{demand.meta['where']}: {message}. Change its column or its parameters.")
    raise ExpectationError(message)


def shown(row: dict[str, object], key_name: str) -> str:
    """Show the values that failed, shortened: `unit 'USX'`."""
    values = ((name, value) for name, value in row.items() if name != key_name)
    return ", ".join(f"{name} {str(value)[:60]!r}" for name, value in values)
