"""`newsledger serve`: the schedules of `prefect.yaml` on one machine, with a Prefect server if there is none."""

import os
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from rich.console import Console

from flows.prefect_api.server import own_server, require_healthy
from flows.prefect_api.settings import has_server
from flows.terminal import explained, interruptible
from warehouse.folder.errors import ConfigurationError
from warehouse.remote.address import is_remote, read_address
from warehouse.remote.copy import copy_of


def run_serve(inbox: str, *, warehouse: str, port: int, is_watching: bool) -> int:
    """Serve until SIGTERM or Ctrl-C; return the exit code, which is that of an interruption until all has started."""
    return interruptible(
        lambda: explained(lambda: serve(inbox, warehouse=warehouse, port=port, is_watching=is_watching))
    )


def serve(inbox: str, *, warehouse: str, port: int, is_watching: bool) -> None:
    """Serve the deployments for one inbox and warehouse on the user's server, or on one that is started for it.

    Raises WarehouseError or ConfigurationError, in words, where the folder, the port or the server cannot be used.
    """
    if is_watching and not Path(inbox).is_dir():
        raise ConfigurationError(f"{inbox} is no folder that could be watched. Make it, or leave out --watch.")
    require_healthy(os.environ)
    console = Console(soft_wrap=True, highlight=False)
    with server(folder_of_server(warehouse), port=port) as url:
        if url:
            os.environ["PREFECT_API_URL"] = url
        from flows.operation.served import deployments_for, serve_until_told

        deployments = deployments_for(inbox, warehouse=warehouse)
        where = url.removesuffix("/api") if url else "your Prefect server"
        console.print(f"Serving {len(deployments)} schedules; runs are shown at {where}. Ctrl-C ends it.")
        serve_until_told(deployments, is_watching=is_watching)
    console.print("Ended; what was at work is done again when it is next served.")


def folder_of_server(warehouse: str) -> Path:
    """Return the folder for the state of a server of our own: the warehouse's, or one beside the copy of a bucket's."""
    return copy_of(read_address(warehouse)).home / "serve" if is_remote(warehouse) else Path(warehouse)


def server(warehouse: Path, *, port: int) -> AbstractContextManager[str | None]:
    """Start a server where the user has none."""
    return nullcontext() if has_server() else own_server(warehouse, port=port)
