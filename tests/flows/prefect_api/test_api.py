"""The Prefect API of one command: it is there when it is wanted, and gone with the command."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest
from httpx import ConnectError

from flows.prefect_api.api import OWN_LOG, ApiError, api_failures_explained
from flows.prefect_api.server import HOST, is_healthy, temporary_server
from tests.support.places import ROOT
from tests.support.prefect_server import awaited
from warehouse.folder.errors import ConfigurationError

STARTER = """
import sys, time
from pathlib import Path
from flows.prefect_api.server import temporary_server
server = temporary_server(Path(sys.argv[1]))
server.await_health()
print(server.process.pid, server.url, flush=True)
time.sleep(300)
"""


@pytest.fixture(autouse=True)
def _settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("PREFECT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("DO_NOT_TRACK", "1")
    monkeypatch.setenv("PREFECT_SERVER_ANALYTICS_ENABLED", "false")


def test_a_server_ends_with_its_command_even_where_that_is_killed(tmp_path: Path) -> None:
    command = [sys.executable, "-c", STARTER, str(tmp_path / "home")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as starter:
        assert starter.stdout is not None
        server, url = starter.stdout.readline().split()
        assert url.startswith(f"http://{HOST}:")
        assert is_healthy(url)
        starter.send_signal(signal.SIGKILL)
    awaited(lambda: not psutil.pid_exists(int(server)) or None, what="the server's end")
    assert not is_healthy(url)


def test_a_server_that_does_not_start_is_told_with_its_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREFECT_API_DATABASE_CONNECTION_URL", "sqlite+aiosqlite:////dev/null/prefect.db")
    server = temporary_server(tmp_path)
    with pytest.raises(ConfigurationError, match=r"did not start\. Its log is") as told:
        server.await_health()
    assert str(server.log) in str(told.value)
    assert server.log.read_text("utf-8")


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"PREFECT_API_URL": "http://127.0.0.1:9/api"}, "(http://127.0.0.1:9/api)"),
        ({"PREFECT_API_URL": "http://127.0.0.1:9/api", OWN_LOG: "ledger/server.log"}, "its log is ledger/server.log"),
        ({}, "(of your profile)"),
    ],
    ids=["the user's", "our own", "a profile's"],
)
def test_a_failure_names_the_api(environment: dict[str, str], named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ApiError, match="What has landed is sound") as told, api_failures_explained():
        raise ConnectError("All connection attempts failed")
    assert named in str(told.value)
