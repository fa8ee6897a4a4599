"""`newsledger serve --watch` as it is typed: its own server, a run as soon as files arrive, nothing left behind."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import psutil
import pytest

from flows.prefect_api.server import free_port, require_free
from tests.support.briefs import write_briefs
from tests.support.places import ROOT
from tests.support.prefect_server import PATIENCE_SECONDS, QUICK, awaited
from tests.support.warehouse_rows import rows
from warehouse.proofs.prove import prove

SERVE = """
import signal, sys
from flows.cli import app
signal.signal(signal.SIGINT, signal.SIG_IGN)
app(sys.argv[1:])
"""
"""The command as a script runs it in the background, where shells have it ignore Ctrl-C."""


class Serving(NamedTuple):
    """A process of `newsledger serve`, the folder that it works in, and the port of its server."""

    folder: Path
    process: subprocess.Popen[bytes]
    port: int

    def ended(self) -> tuple[int, str]:
        """Send SIGTERM; return the exit code, and all that was said."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE_SECONDS), (self.folder / "serve.log").read_text()


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Serving]:
    """Serve a watched inbox, which a test fills, until it says otherwise."""
    write_briefs(tmp_path / "inbox")
    (tmp_path / "inbox" / "512-tunnel.txt").rename(tmp_path / "512-tunnel.txt")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")} | QUICK
    port = free_port()
    command = [sys.executable, "-c", SERVE, "serve", "inbox", "--warehouse", "ledger", "--watch", "--port", str(port)]
    with (tmp_path / "serve.log").open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=tmp_path,
            env={**environment, "PYTHONPATH": str(ROOT)},
            stdout=output,
            stderr=output,
        )
    try:
        yield Serving(folder=tmp_path, process=process, port=port)
    finally:
        process.terminate()
        process.wait(PATIENCE_SECONDS)


def test_a_watched_inbox_lands_as_files_arrive_and_sigterm_leaves_nothing_behind(serving: Serving) -> None:
    warehouse, late = serving.folder / "ledger", serving.folder / "512-tunnel.txt"
    awaited(lambda: (warehouse / "newsledger.duckdb").exists() or None, what="a run for what was there")
    late.rename(serving.folder / "inbox" / late.name)
    arrived = "SELECT count(*) FROM articles"
    awaited(lambda: rows(warehouse, arrived) == [(4,)] or None, what="a run for what arrived")
    code, said = serving.ended()
    assert code == 0, said
    assert "Serving 3 schedules" in said
    assert said.endswith("Ended; what was at work is done again when it is next served.\n")
    assert "Traceback" not in said
    require_free(serving.port)
    assert list(prove(warehouse)) == []


def test_sigterm_while_the_server_starts_leaves_none_behind(serving: Serving) -> None:
    log = serving.folder / "ledger" / "work" / "prefect" / "server.log"
    awaited(lambda: log.exists() or None, what="the server's start")
    code, said = serving.ended()
    assert (code, said.count("\n")) == (128 + signal.SIGTERM, 1), said
    require_free(serving.port)
    assert not servers_at(serving.port)


def servers_at(port: int) -> list[int]:
    """Find processes of a server that was to listen on a port, by their command lines."""
    found = (process for process in psutil.process_iter(["cmdline"]) if process.info["cmdline"])
    return [process.pid for process in found if process.info["cmdline"][-2:] == ["--port", str(port)]]
