"""Runs a module that ends with whoever started it: `python -m flows.prefect_api.tethered MODULE [ARGUMENT…]`.

Standard input is a pipe that the starter holds open. The system closes it also where the starter is killed; Prefect's
server would go on then.
"""

import os
import runpy
import signal
import sys
import time
from threading import Thread

SECONDS_TO_END = 10.0
"""What a server may take to finish what it was asked; it is given up then."""


def main() -> None:
    """Run the module that is named as a program, with the arguments behind its name."""
    Thread(target=end_with_starter, name="end-with-starter", daemon=True).start()
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


def end_with_starter() -> None:
    """Wait for the end of standard input; then end this process, gently at first."""
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(SECONDS_TO_END)
    os._exit(128 + signal.SIGTERM)


if __name__ == "__main__":
    main()
