#!/usr/bin/env bash
# The server that Prefect starts for a program goes on where that program is killed.
#
# Guess: where no PREFECT_API_URL is set, Prefect starts a temporary server for the program and says so; a temporary
# server ends with its program, however that ends, as pipes and sockets of a dead program are closed by the system.
#
# Seen: it ends with a program that ends by itself. Where the program is killed it goes on, listening, for good: nothing
# in the server notices, and the next program starts another.
#
#   the program ended, its server answers: False
#   the program was killed, its server answers: True
#
# Matters: a run that the system ends for want of memory leaves a server of 200 MB behind, and the next run another, so
# that there is ever less memory; and each keeps a port, and the database of runs open.
#
# Versions: prefect 3.8.8 with fastapi 0.150.0.

source "$(dirname -- "$0")/lib.sh"
environment now prefect==3.8.8 fastapi==0.150.0

export DO_NOT_TRACK=1 PREFECT_SERVER_ANALYTICS_ENABLED=false PREFECT_LOGGING_LEVEL=CRITICAL
export PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS=180
unset PREFECT_API_URL PREFECT_PROFILE
run now <<'PY'
import os
import signal
import subprocess
import sys
import time

import httpx
from finding import seen

PROGRAM = """
import sys
from prefect.client.orchestration import get_client
from prefect.server.api.server import SubprocessASGIServer
with get_client(sync_client=True) as client:
    client.api_healthcheck()
    server = SubprocessASGIServer()
    print(server.server_process.pid, server.api_url, flush=True)
    sys.stdin.read()
"""


def answers_after(end):
    """Run a program for which Prefect starts a server, end it, and tell whether the server answers ten seconds later."""
    program = subprocess.Popen([sys.executable, "-c", PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    server, url = program.stdout.readline().split()
    end(program)
    program.wait()
    time.sleep(10)
    try:
        return httpx.get(f"{url}/health").is_success
    except httpx.ConnectError:
        return False
    finally:
        try:
            os.kill(int(server), signal.SIGKILL)
        except ProcessLookupError:
            pass


seen("the program ended, its server answers", answers_after(lambda program: program.stdin.close()), then=False)
seen("the program was killed, its server answers", answers_after(lambda program: program.kill()), then=True)
PY
