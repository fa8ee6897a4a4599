"""The Prefect API that a flow reports to, started while everything else is still being loaded."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from prefect.client.orchestration import get_client


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
    """Ask the API for a sign of life, which starts the ephemeral one."""
    with get_client(sync_client=True) as client:
        client.api_healthcheck()
