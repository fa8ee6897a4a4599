"""The command line: a thin layer over the flows and the warehouse."""

from typing import Annotated

import typer

app = typer.Typer(
    name="newsledger",
    help="Raw news text in; a ledger of facts out, each one provable from the characters it came from.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)


@app.callback()
def main() -> None:
    """Raw news text in; a ledger of facts out, each one provable from the characters it came from."""


@app.command()
def extract(
    only: Annotated[
        str | None, typer.Option(help="Tables to extract, separated by commas; all of them if none is named.")
    ] = None,
) -> None:
    """Read articles as JSON lines on standard input, write what is found in each as a JSON line."""
    from tasks.filter import filter_lines

    filter_lines(only=only)
