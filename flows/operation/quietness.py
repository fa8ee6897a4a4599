"""The log of a worker without what tells a user nothing: stacks of Prefect's engine, lists of leaked objects."""

import atexit
import logging

from prefect.exceptions import FailedRun

from flows.leaving import close_standard_error

ENGINE_LOGGERS = ("prefect.flow_runs", "prefect.engine")
"""Where the engine writes of a run that has ended in a failed state."""


def quieten() -> None:
    """Keep both out of the log of this process, which a worker or runner has started for one run alone."""
    atexit.register(close_standard_error)
    for name in ENGINE_LOGGERS:
        logging.getLogger(name).addFilter(is_news)


def is_news(record: logging.LogRecord) -> bool:
    """Tell whether a record says more than that a run has failed: its state has just said so, and why."""
    kind = record.exc_info[0] if record.exc_info else None
    return not (kind and issubclass(kind, FailedRun))
