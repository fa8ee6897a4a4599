"""What all commands share: words, JSON, exit codes, and an end in words where they are interrupted."""

import json
import os
import signal
import subprocess
import sys

import pytest

SLEEPER = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # as in a terminal: whoever runs the tests may ignore it
from flows.terminal import LOG_FORMAT, interruptible
LOG_FORMAT.set(sys.argv[1])
def sleep():
    print("asleep", flush=True)
    time.sleep(60)
    return 0
sys.exit(interruptible(sleep))
"""


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["ctrl-c", "service manager"]
)
@pytest.mark.parametrize("log_format", ["text", "json"])
def test_an_interruption_is_one_line_and_an_exit_code(number: int, code: int, log_format: str) -> None:
    command = [sys.executable, "-c", SLEEPER, log_format]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=dict(os.environ))
    assert process.stdout is not None
    assert process.stdout.readline() == "asleep\n"
    process.send_signal(number)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == code
    (line,) = errors.splitlines()
    said = json.loads(line)["message"] if log_format == "json" else line.removeprefix("newsledger: ")
    assert said == "Interrupted. What has landed is sound; run the same command again for the rest."
