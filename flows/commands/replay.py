"""`newsledger replay`, and `rejected --accept`: put what was refused through again, and say what became of it."""

import atexit
from pathlib import Path

from flows.leaving import close_standard_error
from flows.prefect_api.settings import prepare
from flows.terminal import DONE, FAILED, SOME_REJECTED, UNSOUND, complain, say
from tasks.stages.again.choice import ReplayChoice, chosen
from warehouse.catalogue.reader import check_presence
from warehouse.folder.errors import ConfigurationError, QueryError, WarehouseError
from warehouse.ledger.ledger import open_ledger


def run_replay(choice: ReplayChoice, *, warehouse: Path, because: str | None = None, is_verbose: bool) -> int:
    """Put the rejections chosen through again; return the exit code: 0 landed, 3 some stand, 4 unsound, 1 failed."""
    try:
        check_presence(warehouse)
        with open_ledger(warehouse) as ledger:
            count = len(chosen(ledger, choice))
        if not count:
            say("Nothing was rejected that could be tried again.")
            return DONE
        return run_flow(choice, warehouse, because=because, is_verbose=is_verbose)
    except (WarehouseError, ConfigurationError, QueryError) as error:
        complain(str(error))
        return FAILED


def run_flow(choice: ReplayChoice, warehouse: Path, *, because: str | None, is_verbose: bool) -> int:
    """Run the flow and say what it did; return the exit code."""
    prepare(warehouse, is_verbose=is_verbose)
    atexit.register(close_standard_error)
    from flows.prefect_api.api import ApiError, api_failures_explained, api_starting

    with api_starting():
        from flows.gauges import write_metrics
        from flows.replay import replay
        from flows.summary import are_sound, checks_in_words
    try:
        with api_failures_explained():
            replayed = replay(str(warehouse), choice=choice, because=because)
    except ApiError as error:
        complain(str(error))
        return FAILED
    write_metrics(warehouse)
    passed = replayed.tried_count - replayed.standing_count
    say(f"{replayed.tried_count:,} tried again: {passed:,} passed, {replayed.standing_count:,} are refused as before.")
    for line in checks_in_words(replayed.failed_checks, known=replayed.known_findings):
        say(line)
    if not are_sound(replayed.failed_checks):
        return UNSOUND
    return SOME_REJECTED if replayed.standing_count else DONE
