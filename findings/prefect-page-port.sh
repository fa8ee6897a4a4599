#!/usr/bin/env bash
# The page of a Prefect server on another port asks the server on port 4200.
#
# Guess: `prefect server start --port N` serves a page that asks the server it came from; or, as the page is told an
# address at all, one with the port that the command line names.
#
# Seen: the server listens on N and answers there. The settings that it hands its page name port 4200, that of the
# environment or the default, unless PREFECT_UI_API_URL or PREFECT_SERVER_API_PORT is set: `--port` is no part of them.
#
#   by --port, the page asks: 'http://127.0.0.1:4200/api'
#   by PREFECT_SERVER_API_PORT, the page asks: 'its own server'
#
# Matters: whoever runs a second server beside that of another team opens its page, and sees `Can't connect to Server
# API`, or worse, the runs of the other server.
#
# Versions: prefect 3.8.8 with fastapi 0.150.0.

source "$(dirname -- "$0")/lib.sh"
environment now prefect==3.8.8 fastapi==0.150.0

export DO_NOT_TRACK=1 PREFECT_SERVER_ANALYTICS_ENABLED=false
unset PREFECT_API_URL PREFECT_UI_API_URL PREFECT_SERVER_UI_API_URL PREFECT_SERVER_API_HOST PREFECT_SERVER_API_PORT
run now <<'PY'
import os
import socket
import subprocess
import sys
import time

import httpx
from finding import seen


def asked_by_the_page(*arguments, port, **settings):
    """Start a server; return the address that its page asks, or words where that is the server's own."""
    command = [sys.executable, "-m", "prefect", "server", "start", *arguments]
    server = subprocess.Popen(
        command, env={**os.environ, **settings}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(360):
            try:
                url = httpx.get(f"http://127.0.0.1:{port}/ui-settings").json()["api_url"]
            except httpx.HTTPError:
                time.sleep(0.5)
            else:
                return "its own server" if url == f"http://127.0.0.1:{port}/api" else url
        sys.exit("The server did not start within three minutes.")
    finally:
        server.terminate()
        server.wait()


with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    port = probe.getsockname()[1]
by_option = asked_by_the_page("--port", str(port), port=port)
seen("by --port, the page asks", by_option, then="http://127.0.0.1:4200/api")
by_setting = asked_by_the_page(port=port, PREFECT_SERVER_API_PORT=str(port))
seen("by PREFECT_SERVER_API_PORT, the page asks", by_setting, then="its own server")
PY
