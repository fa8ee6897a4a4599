"""`newsledger serve --watch` as it is typed: its own server, a run as soon as files arrive, nothing left behind."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from flows.operation.server import require_free
from tests.support.briefs import write_briefs
from tests.support.places import ROOT
from tests.support.prefect_server import PATIENCE_SECONDS, QUICK, awaited, free_port
from tests.support.warehouse_rows import rows
from warehouse.proofs.prove import prove

SERVE = "import sys; from flows.cli import app; app(sys.argv[1:])"


def test_a_watched_inbox_lands_as_files_arrive_and_sigterm_leaves_nothing_behind(tmp_path: Path) -> None:
    inbox, warehouse, port = tmp_path / "inbox", tmp_path / "ledger", free_port()
    write_briefs(inbox)
    late = (inbox / "512-tunnel.txt").rename(tmp_path / "512-tunnel.txt")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")} | QUICK
    command = [sys.executable, "-c", SERVE, "serve", str(inbox), "--warehouse", str(warehouse), "--watch"]
    log = tmp_path / "serve.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*command, "--port", str(port)], cwd=ROOT, env=environment, stdout=output, stderr=output
        )
    try:
        awaited(lambda: (warehouse / "newsledger.duckdb").exists() or None, what="a run for what was there")
        late.rename(inbox / late.name)
        awaited(
            lambda: rows(warehouse, "SELECT count(*) FROM articles") == [(4,)] or None, what="a run for what arrived"
        )
    finally:
        process.send_signal(signal.SIGTERM)
        ended = process.wait(PATIENCE_SECONDS)
    assert ended == 0, log.read_text()
    assert "Serving 3 schedules" in log.read_text()
    assert log.read_text().endswith("Ended; what was at work is done again when it is next served.\n")
    assert "Traceback" not in log.read_text()
    require_free(port)
    assert list(prove(warehouse)) == []
