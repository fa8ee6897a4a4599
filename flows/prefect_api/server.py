"""Prefect servers of our own, on loopback: one for `serve`, one for each command. They end with us, however we end.

Does not import Prefect, which reads its settings once, so that these can be set here.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from flows.prefect_api.settings import HOME, prepare
from warehouse.folder.errors import ConfigurationError
from warehouse.folder.preparation import prepare_folder

HOST = "127.0.0.1"
STARTUP_SECONDS = 180.0
"""The server of `serve` took 13 s on two idle cores, and 50 s on busy ones."""
STOP_SECONDS = 20.0
SECONDS_BETWEEN_LOOKS = 0.1

SETTINGS = {
    "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",
    "PREFECT_SERVER_SERVICES_DB_VACUUM_RETENTION_PERIOD": str(30 * 24 * 60 * 60),
    "PREFECT_SERVER_LOGGING_LEVEL": "WARNING",
}
"""What the user has not set: runs of more than 30 days ago are forgotten, so that the database stops growing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server in a process of its own, which ends with this one: the address of its API, and its log."""

    process: subprocess.Popen[bytes]
    url: str
    log: Path

    def await_health(self) -> None:
        """Wait until it answers; raise ConfigurationError where it ends, or does not answer in time."""
        deadline = time.monotonic() + STARTUP_SECONDS
        while not is_healthy(self.url):
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise ConfigurationError(f"Prefect's server did not start. Its log is {self.log}.")
            time.sleep(SECONDS_BETWEEN_LOOKS)


@contextmanager
def own_server(warehouse: Path, *, port: int) -> Iterator[str]:
    """Run a server within the block; give the address of its API.

    Raises ConfigurationError, in words, where the port is taken or the server does not start.
    """
    folder = prepare_folder(warehouse)
    prepare(folder, is_verbose=True)
    require_free(port)
    # Prefect 3.8 tells its page to ask port 4200, whatever `--port` says.
    settings = {"PREFECT_UI_API_URL": url_at(port), **SETTINGS}
    command = ["prefect", "server", "start", "--host", HOST]
    server = started(command, port=port, home=folder / "work" / HOME, settings=settings)
    try:
        server.await_health()
        yield server.url
    finally:
        stop(server.process)


def temporary_server(home: Path) -> Server:
    """Start a server for one command, without page and schedules, as Prefect starts one where it is told of none.

    Prefect's own lives on where its command is killed, and has each command import the server besides: a second of the
    processor and 50 MB.
    """
    command = ["uvicorn", "--factory", "prefect.server.api.server:create_app", "--host", HOST, "--log-level", "error"]
    settings = {"PREFECT_UI_ENABLED": "0", "PREFECT__SERVER_EPHEMERAL": "1", "PREFECT__SERVER_FINAL": "1"}
    return started(command, port=free_port(), home=home, settings=settings)


def started(command: Sequence[str], *, port: int, home: Path, settings: Mapping[str, str]) -> Server:
    """Start a server by a module and its arguments; what the user has set goes before these settings."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    log = home / "server.log"
    environment = {**settings, **os.environ, "PREFECT_HOME": str(home)}
    tethered = [sys.executable, "-m", "flows.prefect_api.tethered", *command, "--port", str(port)]
    with log.open("wb") as output:
        # Ctrl-C is for us: what runs is told to the server before it ends.
        process = subprocess.Popen(  # noqa: S603 - our own interpreter
            tethered, stdin=subprocess.PIPE, stdout=output, stderr=output, env=environment, start_new_session=True
        )
    return Server(process=process, url=url_at(port), log=log)


def url_at(port: int) -> str:
    """Return the address of the API of a server at a port."""
    return f"http://{HOST}:{port}/api"


def free_port() -> int:
    """Find a port that nothing uses."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


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
