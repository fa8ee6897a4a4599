"""The Prefect API that a flow reports to: started while all else is being loaded, its failures in words."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread

from httpx import HTTPError
from prefect.client.orchestration import get_client
from prefect.exceptions import PrefectException

from flows.prefect_settings import has_tables, keep_tables


class ApiError(Exception):
    """Prefect's API gave up in the middle of a run; the message says what to look at."""


@contextmanager
def api_starting() -> Iterator[None]:
    """Start the ephemeral API in the background, or greet the configured server, and wait for it at the block's end.

    The ephemeral server takes seconds to start in a process of its own; importing Great Expectations takes seconds in
    this one. A failure is left to the flow, which meets it again and reports it.
    """
    greeting = Thread(target=greet, name="prefect-api", daemon=True)
    greeting.start()
    try:
        yield
    finally:
        greeting.join()


def greet() -> None:
    """Ask the API for a sign of life, which starts the ephemeral one; keep the tables that a new one has made."""
    home = Path(os.environ.get("PREFECT_HOME", "~/.prefect")).expanduser()
    is_new = not has_tables(home)
    with suppress(HTTPError, RuntimeError), get_client(sync_client=True) as client:
        client.api_healthcheck()
        if is_new:
            keep_tables(home)


@contextmanager
def api_failures_explained() -> Iterator[None]:
    """Turn a failure of the API within the block into an `ApiError`."""
    try:
        yield
    except (HTTPError, PrefectException) as error:
        where = (
            os.environ.get("PREFECT_API_URL") or f"the ephemeral one, whose state is in {os.environ['PREFECT_HOME']}"
        )
        raise ApiError(
            f"Prefect's API ({where}) failed: {str(error).partition(' - ')[0]}. What has landed is sound. "
            "Check that it runs and that its disk is not full, then run the same command again."
        ) from error
