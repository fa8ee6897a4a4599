"""What all commands share: failures in words, on standard error, with an exit code; words or JSON."""

import json
import shlex
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, NoReturn

from rich.console import Console

from warehouse.folder.errors import ConfigurationError, QueryError, WarehouseError

DONE, FAILED, SOME_REJECTED, UNSOUND = 0, 1, 3, 4
"""Exit codes; unsound is a ledger in which a check fails that stands for our own correctness."""

NAMES: dict[str, str] = {}
"""How the user names a folder, where that is otherwise: by it a folder is replaced in what is said."""

LogFormat = Literal["text", "json"]
LOG_FORMAT: ContextVar[LogFormat] = ContextVar("LOG_FORMAT", default="text")
"""Whether people read what is said, or programs."""


def explained(command: Callable[[], object]) -> int:
    """Run a command that reads the warehouse; print a failure that the user can mend in words; return the exit code."""
    try:
        command()
    except (WarehouseError, ConfigurationError, QueryError) as error:
        complain(str(error))
        return FAILED
    return DONE


class Terminated(KeyboardInterrupt):
    """SIGTERM: what a service manager, or a shutdown, sends."""


def interruptible(command: Callable[[], int]) -> int:
    """Run a command; where Ctrl-C or SIGTERM ends it, say so in a line and return the exit code that shells expect."""
    signal.signal(signal.SIGTERM, terminate)
    try:
        return command()
    except Terminated:
        code = 128 + signal.SIGTERM
    except KeyboardInterrupt:
        code = 128 + signal.SIGINT
    complain("Interrupted. What has landed is sound; run the same command again for the rest.")
    return code


def terminate(*_: object) -> NoReturn:
    """Handle SIGTERM."""
    raise Terminated


def say(message: str) -> None:
    """Print a sentence on standard output."""
    if LOG_FORMAT.get() == "json":
        print(json_line("message", message=message), flush=True)  # noqa: T201 - this is the command's own output
    else:
        Console(soft_wrap=True).print(message, highlight=False, markup=False)


def json_line(event: str, **values: object) -> str:
    """Return an event as a JSON object with its time and kind."""
    return json.dumps({"at": datetime.now(UTC).isoformat(), "event": event, **values}, ensure_ascii=False)


def complain(message: str) -> None:
    """Print what went wrong on standard error."""
    if LOG_FORMAT.get() == "json":
        print(json_line("error", message=as_named(message)), file=sys.stderr, flush=True)  # noqa: T201 - likewise
        return
    Console(stderr=True, soft_wrap=True).print(
        f"newsledger: {as_named(message)}", style="red", highlight=False, markup=False
    )


def sql_command(query: str, *, warehouse: Path) -> str:
    """Write the command that asks a warehouse a query, as it can be pasted into a shell."""
    return shlex.join(["newsledger", "sql", query, "--warehouse", as_named(str(warehouse))])


def rejected_command(warehouse: Path) -> str:
    """Write the command that lists what a warehouse refused, as it can be pasted into a shell."""
    return shlex.join(["newsledger", "rejected", "--warehouse", as_named(str(warehouse))])


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
