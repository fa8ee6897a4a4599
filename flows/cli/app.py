"""What all commands share: where the warehouse is, how an answer is written, and what an interruption says."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal

import typer

from flows.terminal import advising, interruptible
from tasks.work.garbage import collect_seldom, keep_nothing_of_arrows
from warehouse.remote.address import is_remote

collect_seldom()
keep_nothing_of_arrows()

app = typer.Typer(
    name="newsledger",
    help="Raw news text in; a ledger of facts out, each one provable from the characters it came from.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)

Warehouse = Annotated[
    str, typer.Option(help="Folder of the warehouse, or s3://BUCKET/PREFIX.", envvar="NEWSLEDGER_WAREHOUSE")
]
DEFAULT_WAREHOUSE = "ledger"
ListFormat = Literal["table", "csv", "json"]
EngineName = Annotated[
    Literal["local", "processes", "dask", "ray"] | None,
    typer.Option(
        "--engine", help="Where the work is done; without it, in as many processes as cores if there is much of it."
    ),
]
Workers = Annotated[int | None, typer.Option(min=1, help="How many processes work.")]
Cluster = Annotated[
    str | None,
    typer.Option(metavar="ADDRESS", help="Cluster of Dask's or Ray's that runs already, as tcp://10.0.0.5:8786."),
]
Verbose = Annotated[bool, typer.Option("--verbose", help="Show Prefect's own log.")]
Access = Literal["READING", "READING_PAST", "WRITING", "MENDING"]


def at(warehouse: str, access: Access, command: Callable[[Path], int]) -> typer.Exit:
    """Run a command on a warehouse's folder, for a bucket that of its copy here; return the end with its exit code."""
    with advising(None if warehouse == DEFAULT_WAREHOUSE else warehouse):
        if not is_remote(warehouse):
            return typer.Exit(interruptible(lambda: command(Path(warehouse))))
        from flows.remote import run_at
        from warehouse.remote import working_copy

        return typer.Exit(interruptible(lambda: run_at(warehouse, working_copy.Access[access], command)))
