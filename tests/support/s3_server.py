"""A server of S3 on loopback, moto's, whose connection a test can cut."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import Thread
from wsgiref.types import StartResponse, WSGIEnvironment

import obstore
from moto.server import DomainDispatcherApplication, create_backend_app
from obstore.store import S3Store
from werkzeug.serving import WSGIRequestHandler, make_server

KEY_ID, SECRET = "AKIDNEWSLEDGERTEST00", "a/secret+of+the+tests"


class Gate:
    """Lets requests through to the server until it is shut; `writes_left` counts those that change something."""

    def __init__(self) -> None:
        self.writes_left: int | None = None
        self.requests: list[str] = []
        self._server = DomainDispatcherApplication(create_backend_app)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        self.requests.append(f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}")
        if self.writes_left is not None and environ["REQUEST_METHOD"] in {"PUT", "POST", "DELETE"}:
            self.writes_left -= 1
        if self.writes_left is not None and self.writes_left < 0:
            environ["werkzeug.socket"].close()
            raise ConnectionAbortedError
        return self._server(environ, start_response)


class Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 - werkzeug's own name
        """Say nothing."""


@contextmanager
def serving() -> Iterator[tuple[str, Gate]]:
    """Serve within the block; yield the server's address and its gate."""
    gate = Gate()
    server = make_server("127.0.0.1", 0, gate, threaded=True, request_handler=Quiet)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", gate
    finally:
        server.shutdown()
        thread.join()


def environment(endpoint: str) -> dict[str, str]:
    """What a user sets."""
    return {
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_ACCESS_KEY_ID": KEY_ID,
        "AWS_SECRET_ACCESS_KEY": SECRET,
        "AWS_REGION": "us-east-1",
    }


def store(bucket: str) -> S3Store:
    """Open a bucket beside Newsledger, to look at it or to damage it."""
    return S3Store(bucket, client_options={"allow_http": True})


def make_bucket(name: str) -> None:
    """Make a bucket."""
    import boto3

    boto3.client("s3", endpoint_url=os.environ["AWS_ENDPOINT_URL"]).create_bucket(Bucket=name)


def keys(bucket: str) -> dict[str, str]:
    """List the objects of a bucket with their tags."""
    return {each["path"]: each["e_tag"] for each in obstore.list(store(bucket)).collect()}
