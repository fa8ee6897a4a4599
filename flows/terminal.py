"""What all commands share: failures in words, on standard error, with an exit code."""

import shlex
from collections.abc import Callable
from pathlib import Path

from rich.console import Console

from warehouse.folder.errors import ConfigurationError, QueryError, WarehouseError

DONE, FAILED = 0, 1
"""Exit codes."""


def explained(command: Callable[[], object]) -> int:
    """Run a command that reads the warehouse; print a failure that the user can mend in words; return the exit code."""
    try:
        command()
    except (WarehouseError, ConfigurationError, QueryError) as error:
        complain(str(error))
        return FAILED
    return DONE


def complain(message: str) -> None:
    """Print what went wrong on standard error."""
    Console(stderr=True, soft_wrap=True).print(f"newsledger: {message}", style="red", highlight=False, markup=False)


def sql_command(query: str, *, warehouse: Path) -> str:
    """Write the command that asks a warehouse a query, as it can be pasted into a shell."""
    return shlex.join(["newsledger", "sql", query, "--warehouse", str(warehouse)])
