"""`newsledger explore`: the pages of a warehouse, on this machine until Ctrl-C, or as files."""

import socket
from collections.abc import Sequence
from pathlib import Path

from flows.terminal import explained, say
from warehouse.folder.errors import ConfigurationError
from warehouse.reading.query import status


def run_explore(*, warehouse: Path, host: str, port: int, allowed: Sequence[str], can_write: bool) -> int:
    """Serve the pages until Ctrl-C; return the exit code. What cannot be read or listened on is said at once."""
    return explained(lambda: serve(warehouse, host=host, port=port, allowed=allowed, can_write=can_write))


def run_export(target: Path, *, warehouse: Path) -> int:
    """Write the pages as files; return the exit code."""
    return explained(lambda: write(target, warehouse=warehouse))


def write(target: Path, *, warehouse: Path) -> None:
    """Write the pages as files, and say how many there are."""
    from flows.explore.static_pages import export

    status(warehouse)
    say(f"{export(warehouse, target):,} files in {target}: open {target / 'index.html'}.")


def serve(warehouse: Path, *, host: str, port: int, allowed: Sequence[str], can_write: bool) -> None:
    """Serve the pages until the process is interrupted."""
    import uvicorn

    from flows.explore.application import application

    status(warehouse)
    with listening(host, port) as listener:
        say(f"http://{host}:{listener.getsockname()[1]}/ shows {warehouse} until Ctrl-C.")
        config = uvicorn.Config(
            application(warehouse, hosts=[host, *allowed], can_write=can_write),
            log_level="warning",
            server_header=False,
            proxy_headers=False,
        )
        uvicorn.Server(config).run(sockets=[listener])


def listening(host: str, port: int) -> socket.socket:
    """Open a socket for the pages; raise `ConfigurationError` where the port is taken or the name leads nowhere."""
    try:
        return socket.create_server((host, port))
    except OSError as error:
        reason = error.strerror or str(error)
        raise ConfigurationError(f"{host}:{port} cannot be listened on: {reason}. Name another with --port.") from error
