"""The Prefect API that a flow reports to: started while all else is being loaded, its failures in words.

Prefect is imported within the blocks: it reads once where its API is.
"""

import atexit
import os
from collections.abc import Iterator
from contextlib import contextmanager

from httpx import HTTPError

from flows.prefect_api.server import stop, temporary_server
from flows.prefect_api.settings import has_server, has_tables, keep_tables, prefect_home

OWN_LOG = "NEWSLEDGER_PREFECT_LOG"
"""Variable of the environment that names the log of the server that was started for this command."""


class ApiError(Exception):
    """Prefect's API gave up in the middle of a run; the message says what to look at."""


@contextmanager
def api_starting() -> Iterator[None]:
    """Start a server for this command, unless the user has one, and wait for it at the block's end.

    It takes seconds to start in a process of its own; importing Great Expectations takes seconds in this one. Raises
    ConfigurationError where it does not start.
    """
    if has_server():
        yield
        return
    home = prefect_home()
    is_new = not has_tables(home)
    server = temporary_server(home)
    atexit.register(stop, server.process)
    os.environ |= {"PREFECT_API_URL": server.url, OWN_LOG: str(server.log)}
    yield
    server.await_health()
    if is_new:
        keep_tables(home)


@contextmanager
def api_failures_explained() -> Iterator[None]:
    """Turn a failure of the API within the block into an `ApiError`."""
    from prefect.exceptions import PrefectException

    try:
        yield
    except (HTTPError, PrefectException) as error:
        where, log = os.environ.get("PREFECT_API_URL", "of your profile"), os.environ.get(OWN_LOG)
        raise ApiError(
            f"Prefect's API ({f'started for this command; its log is {log}' if log else where}) failed: "
            f"{str(error).partition(' - ')[0]}. What has landed is sound. "
            "Check that it runs and that its disk is not full, then run the same command again."
        ) from error
