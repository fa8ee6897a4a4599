"""Fixtures shared by tests that run the flow: a Prefect API of their own, and a warehouse of the example articles."""

import atexit
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flows.leaving import close_standard_error
from tests.support.places import EXAMPLES

if TYPE_CHECKING:
    from tests.support.s3_server import Server

os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
os.environ.setdefault("PREFECT_LOGGING_LEVEL", "CRITICAL")

atexit.register(close_standard_error)


@pytest.fixture(scope="session")
def prefect_api() -> Iterator[None]:
    """Run flows against an API with a database of its own; starting it takes 10 to 25 seconds, so once a session."""
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=180):
        yield


@pytest.fixture(scope="session")
def examples_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ingest the example articles once; tests only read it."""
    from tests.support.shard_by_shard import ingest_without_prefect

    folder = tmp_path_factory.mktemp("examples") / "ledger"
    ingest_without_prefect([str(EXAMPLES)], folder, files_in_a_shard=500)
    return folder


@pytest.fixture
def without_suites() -> Iterator[None]:
    """Run flows without the suites of expectations, for tests of anything else."""
    from tests.support.shard_by_shard import without_suites

    with without_suites():
        yield


@pytest.fixture(scope="session")
def s3_server() -> Iterator[tuple[str, "Server"]]:
    """Serve S3 on loopback; yield its address too."""
    from tests.support.s3_server import serving

    with serving() as served:
        yield served


@pytest.fixture
def s3(s3_server: tuple[str, "Server"], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> "Server":
    """Empty the server, and set the environment as its user would, with an empty cache."""
    from tests.support.s3_server import environment, reset

    endpoint, server = s3_server
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    for name, value in environment(endpoint).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("NEWSLEDGER_CACHE", str(tmp_path / "cache"))
    server.behave()
    reset(endpoint)
    server.behave()
    return server


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a parameter of bytes by its argument: archives hold the time at which they were packed."""
    return argname if isinstance(val, bytes) else None
