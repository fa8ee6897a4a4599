"""What engines of clusters have in common: an address that must answer, and what their workers raise."""

import socket
from typing import NoReturn
from urllib.parse import urlsplit

from tasks.engines.engine import EngineError

SECONDS_TO_CONNECT = 10

CLUSTER_LOST = (
    "The cluster at {where} is gone. What has landed is sound: start it again, or take another engine, then run the "
    "same command again."
)


def require_listening(address: str, *, seconds: float, greeting_bytes: int = 0) -> bytes:
    """Return what is said first at an address such as `tcp://10.0.0.5:8786` or `10.0.0.5:6379`, or less, or nothing.

    Raises EngineError unless something listens there.
    """
    try:
        parts = urlsplit(address if "://" in address else f"tcp://{address}")
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not host or not port:
        raise EngineError(f"{address} is no address of a cluster. Write --cluster HOST:PORT.")
    try:
        with socket.create_connection((host, port), timeout=seconds) as connection:
            return heard(connection, greeting_bytes)
    except OSError as error:
        reason = error.strerror or str(error) or type(error).__name__
        raise EngineError(
            f"No cluster answers at {address}: {reason}. Start it there, or look at --cluster, or at `cluster` below "
            "[engine] in newsledger.toml."
        ) from error


def heard(connection: socket.socket, byte_count: int) -> bytes:
    """Return the first bytes that come, if they come in time."""
    try:
        return connection.recv(byte_count, socket.MSG_WAITALL) if byte_count else b""
    except TimeoutError:
        return b""


def raise_from_worker(error: BaseException) -> NoReturn:
    """Raise what a worker raised; in words what comes of machines that do not have the same files or programs."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ModuleNotFoundError):
            raise EngineError(
                f"A worker of the cluster lacks {cause.name}. Install the same version of Newsledger, with all it "
                "needs, on all of its machines, then start its workers again."
            ) from error
        if isinstance(cause, FileNotFoundError):
            raise EngineError(
                f"A worker of the cluster does not find {cause.filename}. Mount the warehouse's folder at the same "
                "path on all of its machines."
            ) from error
        cause = cause.__cause__ or cause.__context__
    raise error
