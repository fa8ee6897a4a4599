"""A quiet end for a process in which a Prefect flow has run."""

import os
import sys


def close_standard_error() -> None:
    """Let nothing more reach the terminal; registered before Prefect is loaded, it runs after all that Prefect has.

    Prefect's threads keep a flow, and all that it refers to, until the process is gone, whereupon DuckDB's binding
    would list dozens of objects as leaked.
    """
    sys.stderr.flush()
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
