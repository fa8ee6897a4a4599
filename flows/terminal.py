"""What all commands share: failures in words, on standard error, with an exit code; words or JSON."""

import json
import re
import shlex
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, NoReturn, TextIO

from rich.console import Console
from rich.table import Column, Table

from warehouse.folder import layout
from warehouse.folder.errors import ConfigurationError, QueryError, WarehouseError

DONE, FAILED, SOME_REJECTED, UNSOUND = 0, 1, 3, 4
"""Exit codes; unsound is a ledger in which a check fails that stands for our own correctness."""

NAMES: dict[str, str] = {}
"""How the user names a folder, where that is otherwise: by it a folder is replaced in what is said."""

WAREHOUSE: ContextVar[str | None] = ContextVar("WAREHOUSE", default=None)
"""The warehouse that the user names, where it is not the one that commands take without a name."""

COMMAND = re.compile(r"`newsledger (?!extract\b)[^`]*`")
"""A command within what is said."""

NO_FILES = (
    "There is no file to read: name files, a folder that holds some, or a pattern. Those whose name begins with a "
    "period are left out."
)

UNDATED_ARTICLES = "FROM articles SELECT source, headline WHERE published_on IS NULL"

WIDEST = 1_000_000
"""Columns of what goes into a file or a pipe, where nothing should be cut or folded."""

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


def undated_in_words(undated_count: int, *, article_count: int, warehouse: Path) -> str | None:
    """Say how many articles of a warehouse have no day of publication, and what gives them one; None for none."""
    if not undated_count:
        return None
    have, them = ("has", "it") if undated_count == 1 else ("have", "them")
    return (
        f"{undated_count:,} of {article_count:,} articles {have} no day of publication, and `yesterday` means none in "
        f"{them}. Write the day below the title, as `7 May 1999`, or into {warehouse / layout.CORRECTIONS}; for issues "
        f"counted by volumes, set `year_of_volume_1` in {warehouse / layout.SETTINGS}. To list {them}: "
        f"{sql_command(UNDATED_ARTICLES, warehouse=warehouse)}"
    )


@contextmanager
def named(folder: Path, name: str) -> Iterator[None]:
    """Let a folder be named otherwise in what is said within the block."""
    NAMES[str(folder)] = name
    try:
        yield
    finally:
        del NAMES[str(folder)]


@contextmanager
def advising(warehouse: str | None) -> Iterator[None]:
    """Let commands that are advised within the block name a warehouse; None where they need not."""
    token = WAREHOUSE.set(warehouse)
    try:
        yield
    finally:
        WAREHOUSE.reset(token)


def as_named(text: str) -> str:
    """Name folders in a text as the user does, and the warehouse in its commands, so that they can be pasted."""
    for folder, name in NAMES.items():
        text = text.replace(folder, name)
    return COMMAND.sub(lambda command: f"{command[0][:-1]}{of_warehouse(command[0])}`", text)


def of_warehouse(command: str = "") -> str:
    """Return what is to be added to a command for it to find the warehouse that the user names."""
    name = WAREHOUSE.get()
    return "" if name is None or " --warehouse " in command else f" --warehouse {shlex.quote(name)}"


def folding_table(*names: str, **style: Any) -> Table:  # noqa: ANN401 - whatever rich takes
    """Make a table with these heads whose cells go on in the next line where they are too long: nothing is cut off.

    `style` is what `rich.table.Table` takes.
    """
    return Table(*(Column(name, overflow="fold") for name in names), **style)


def wide_console(stream: TextIO | None = None, *, soft_wrap: bool = False) -> Console:
    """Return what draws tables and text: as wide as the terminal, and as wide as they are where none reads them."""
    drawing = Console(file=stream, soft_wrap=soft_wrap)
    return drawing if drawing.is_terminal else Console(file=stream, soft_wrap=soft_wrap, width=WIDEST)
