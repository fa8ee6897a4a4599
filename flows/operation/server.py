"""A Prefect server for one machine: on loopback, its state in the warehouse's folder, started and stopped with us.

Does not import Prefect, which reads its settings once, so that these can be set here.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import httpx

from flows.prefect_settings import HOME, prepare
from warehouse.folder.errors import ConfigurationError
from warehouse.folder.preparation import prepare_folder

HOST = "127.0.0.1"
STARTUP_SECONDS = 180.0
"""The server took 13 s on two idle cores, and 50 s on busy ones."""
STOP_SECONDS = 20.0

SETTINGS = {
    "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",
    "PREFECT_SERVER_SERVICES_DB_VACUUM_RETENTION_PERIOD": str(30 * 24 * 60 * 60),
    "PREFECT_SERVER_LOGGING_LEVEL": "WARNING",
}
"""What the user has not set: runs of more than 30 days ago are forgotten, so that the database stops growing."""


@contextmanager
def own_server(warehouse: Path, *, port: int) -> Iterator[str]:
    """Run a server within the block; give the address of its API.

    Raises ConfigurationError, in words, where the port is taken or the server does not start.
    """
    folder = prepare_folder(warehouse)
    prepare(folder, is_verbose=True)
    home = folder / "work" / HOME
    home.mkdir(parents=True, exist_ok=True)
    require_free(port)
    log = home / "server.log"
    url = f"http://{HOST}:{port}/api"
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", HOST, "--port", str(port)]
    # Prefect 3.8 tells its page to ask port 4200, whatever `--port` says.
    environment = {"PREFECT_UI_API_URL": url, **SETTINGS, **os.environ, "PREFECT_HOME": str(home)}
    with log.open("wb") as output:
        # Ctrl-C is for us: schedules are paused on the server before it ends.
        process = subprocess.Popen(  # noqa: S603 - our own interpreter
            command, stdout=output, stderr=output, env=environment, start_new_session=True
        )
    try:
        await_health(process, url, log=log)
        yield url
    finally:
        stop(process)


def require_free(port: int) -> None:
    """Raise ConfigurationError where something listens on the port already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise ConfigurationError(
                f"Port {port} of {HOST} cannot be used: {error.strerror}. End what uses it, choose another by --port, "
                "or set PREFECT_API_URL where a Prefect server runs there."
            ) from error


def await_health(process: subprocess.Popen[bytes], url: str, *, log: Path) -> None:
    """Wait until the server answers; raise ConfigurationError where it ends, or does not answer in time."""
    deadline = time.monotonic() + STARTUP_SECONDS
    while not is_healthy(url):
        if process.poll() is not None or time.monotonic() > deadline:
            raise ConfigurationError(f"Prefect's server did not start. Its log is {log}.")
        time.sleep(0.5)


def is_healthy(url: str) -> bool:
    """Tell whether a Prefect API answers at an address."""
    try:
        return httpx.get(f"{url}/health", timeout=5).is_success
    except httpx.HTTPError:
        return False


def require_healthy(environment: Mapping[str, str]) -> None:
    """Raise ConfigurationError where the server that the environment names does not answer."""
    url = environment.get("PREFECT_API_URL")
    if url and not is_healthy(url):
        raise ConfigurationError(
            f"No Prefect server answers at {url}. Start it, or unset PREFECT_API_URL for a server of our own."
        )


def stop(process: subprocess.Popen[bytes]) -> None:
    """End the server, gently at first."""
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
