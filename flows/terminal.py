"""What all commands share: failures in words, on standard error, with an exit code."""

import shlex
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console

from warehouse.folder.errors import ConfigurationError, QueryError, WarehouseError

DONE, FAILED = 0, 1
"""Exit codes."""

NAMES: dict[str, str] = {}
"""How the user names a folder, where that is otherwise: by it a folder is replaced in what is said."""


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
    Console(stderr=True, soft_wrap=True).print(
        f"newsledger: {as_named(message)}", style="red", highlight=False, markup=False
    )


def sql_command(query: str, *, warehouse: Path) -> str:
    """Write the command that asks a warehouse a query, as it can be pasted into a shell."""
    return shlex.join(["newsledger", "sql", query, "--warehouse", as_named(str(warehouse))])


@contextmanager
def named(folder: Path, name: str) -> Iterator[None]:
    """Let a folder be named otherwise in what is said within the block."""
    NAMES[str(folder)] = name
    try:
        yield
    finally:
        del NAMES[str(folder)]


def as_named(text: str) -> str:
    """Name folders in a text as the user does."""
    for folder, name in NAMES.items():
        text = text.replace(folder, name)
    return text
