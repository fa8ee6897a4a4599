"""A server of S3 on loopback, moto's, whose connection a test can cut, and which it can make worse than S3."""

import os
import shutil
import socket
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from wsgiref.types import StartResponse, WSGIEnvironment

import httpx
import obstore
from moto.server import DomainDispatcherApplication, create_backend_app
from obstore.store import S3Store
from werkzeug.serving import WSGIRequestHandler, make_server

KEY_ID, SECRET = "AKIDNEWSLEDGERTEST00", "a/secret+of+the+tests"
CHANGING = {"PUT", "POST", "DELETE"}

SECONDS = 120
"""How long a busy machine may take to answer."""


class Server:
    """The application: `on_write` is called before each request that changes something, `ignored` headers are lost."""

    def __init__(self) -> None:
        self._s3 = DomainDispatcherApplication(create_backend_app)
        self.behave()

    def behave(self) -> None:
        """Serve as S3 does from now on."""
        self.requests: list[str] = []
        self.writes_left: int | None = None
        self.on_write: Callable[[], object] = int
        self.ignored: tuple[str, ...] = ()
        self.answer: tuple[str, bytes] | None = None

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        self.requests.append(f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}")
        for header in self.ignored:
            environ.pop(header, None)
        if environ["REQUEST_METHOD"] in CHANGING:
            self.on_write()
            if self.writes_left is not None:
                self.writes_left -= 1
        if self.writes_left is not None and self.writes_left < 0:
            environ["werkzeug.socket"].shutdown(socket.SHUT_RDWR)  # closed alone, the client would wait half a minute
            raise ConnectionAbortedError
        if self.answer:
            start_response(self.answer[0], [("Content-Type", "application/xml")])
            return [self.answer[1]]
        return self._s3(environ, start_response)


class Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 - werkzeug's own name
        """Say nothing."""


@contextmanager
def serving() -> Iterator[tuple[str, Server]]:
    """Serve within the block; yield the server's address and its application."""
    application = Server()
    server = make_server("127.0.0.1", 0, application, threaded=True, request_handler=Quiet)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", application
    finally:
        server.shutdown()
        thread.join()


def reset(endpoint: str) -> None:
    """Empty the server."""
    httpx.post(f"{endpoint}/moto-api/reset", timeout=SECONDS).raise_for_status()


def environment(endpoint: str) -> dict[str, str]:
    """What a user sets; the last for readers that have not been told of a server without encryption."""
    return {
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_ACCESS_KEY_ID": KEY_ID,
        "AWS_SECRET_ACCESS_KEY": SECRET,
        "AWS_REGION": "us-east-1",
        "AWS_ALLOW_HTTP": "true",
    }


def make_bucket(name: str) -> S3Store:
    """Make a bucket, and open it beside Newsledger, to look at it or to damage it."""
    httpx.put(f"{os.environ['AWS_ENDPOINT_URL']}/{name}", timeout=SECONDS).raise_for_status()
    return S3Store(name, client_options={"allow_http": True})


def objects(store: S3Store) -> dict[str, str]:
    """List the objects of a bucket with their tags."""
    return {each["path"]: each["e_tag"] or "" for each in obstore.list(store).collect()}


def put_in_place(warehouse: Path, folder: Path) -> None:
    """Let a folder be a copy of a warehouse: what an ingest would have made of it."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(warehouse, folder, symlinks=True)


def held_by(folder: Path) -> dict[str, bytes]:
    """Return the content of head, history and tables of a warehouse, by path."""
    paths = [folder / "HEAD.json", folder / "history.jsonl", *(folder / "tables").rglob("*")]
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths if path.is_file()}
