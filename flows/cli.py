"""The command line: a thin layer over the flows and the warehouse.

Commands import what they need when they run: Prefect and Great Expectations take seconds to import, and a query must
not wait for them.
"""

from pathlib import Path
from typing import Annotated, Literal

import typer

app = typer.Typer(
    name="newsledger",
    help="Raw news text in; a ledger of facts out, each one provable from the characters it came from.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)

Warehouse = Annotated[Path, typer.Option(help="Folder of the warehouse.", envvar="NEWSLEDGER_WAREHOUSE")]
DEFAULT_WAREHOUSE = Path("ledger")
OutputFormat = Literal["table", "csv", "json", "parquet"]
CardFormat = Literal["table", "json"]
ExportFormat = Literal["parquet", "csv", "jsonl", "sqlite", "duckdb", "xlsx"]


@app.command()
def ingest(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, globs, .gz, .zip and .tar archives.")],
    *,
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    format_name: Annotated[
        str | None, typer.Option("--format", help="Read every file in this format, such as plain.")
    ] = None,
    prune: Annotated[bool, typer.Option("--prune", help="Remove articles whose file is gone from PATHS.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", help="Show Prefect's own log.")] = False,
) -> None:
    """Turn files of raw news into the ledger; only what is new or changed is done again.

    Ends with 0 when every file landed, 3 when some were rejected, 1 when the run failed.
    """
    from flows.commands.ingest import run_ingest

    raise typer.Exit(
        run_ingest(paths, warehouse=warehouse, format_name=format_name, prune_missing=prune, is_verbose=verbose)
    )


@app.command()
def extract(
    *,
    only: Annotated[
        str | None, typer.Option(help="Tables to extract, separated by commas; all of them if none is named.")
    ] = None,
    model: Annotated[
        Literal["en_core_web_md", "en_core_web_sm"], typer.Option(help="Model of English: medium, or small.")
    ] = "en_core_web_md",
) -> None:
    """Read articles as JSON lines on standard input, write what is found in each as a JSON line."""
    from flows.commands.extract import filter_lines
    from tasks.extractors.model import reading_with

    with reading_with(model):
        filter_lines(only=only)


@app.command(context_settings={"ignore_unknown_options": True})  # a query may begin with a `--` comment
def sql(
    query: Annotated[str | None, typer.Argument(help="SQL to run; without it, a prompt, or standard input.")] = None,
    *,
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    output_format: Annotated[OutputFormat, typer.Option("--format", help="How to write the answer.")] = "table",
    output: Annotated[Path | None, typer.Option(help="File to write instead of standard output.")] = None,
) -> None:
    """Ask the ledger in SQL (DuckDB's)."""
    from flows.commands.sql import run_sql

    raise typer.Exit(run_sql(query, warehouse=warehouse, output_format=output_format, output=output))


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(help="Folder to export into: new, empty, or with a former export.")],
    *,
    output_format: Annotated[ExportFormat, typer.Option("--format", help="What to write.")],
    where: Annotated[str | None, typer.Option(help="Only rows that this SQL condition holds for; see above.")] = None,
    table: Annotated[
        list[str] | None,
        typer.Option(help="Table or view to export, again for another; without it, the star and the wide tables."),
    ] = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Write among other files too, and over those of the same names.")
    ] = False,
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
) -> None:
    """Write rows of the marts, or of any table that `sql` shows, as files for other tools.

    The condition is applied to every exported table that has all columns it names; the others are exported whole, and
    the answer says which. A dimension of the star is not filtered itself: beside tables that lead to it, it keeps the
    rows that their exported rows lead to, and the Unknown row, so that inner joins lose nothing.
    """
    from flows.commands.export import run_export
    from warehouse.export.export import Order

    order = Order(format=output_format, condition=where, tables=tuple(table or ()), is_overwriting=overwrite)
    raise typer.Exit(run_export(folder, warehouse=warehouse, order=order))


@app.command()
def show(
    article: Annotated[str, typer.Argument(help="Key of the article, the start of its key, its source or its path.")],
    *,
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
) -> None:
    """Show one article with its facts marked in the text."""
    from flows.commands.show import run_show

    raise typer.Exit(run_show(article, warehouse=warehouse))


@app.command()
def entity(
    name: Annotated[str, typer.Argument(help="Any name of the entity, its key, or the start of its key.")],
    *,
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    output_format: Annotated[CardFormat, typer.Option("--format", help="How to write the card.")] = "table",
) -> None:
    """Show what the ledger says of one person, country, organization or place."""
    from flows.commands.entity import run_entity

    raise typer.Exit(run_entity(name, warehouse=warehouse, output_format=output_format))


@app.command()
def status(*, warehouse: Warehouse = DEFAULT_WAREHOUSE) -> None:
    """Say what the ledger holds, what was rejected and why."""
    from flows.commands.status import run_status

    raise typer.Exit(run_status(warehouse=warehouse))


@app.command()
def verify(
    *,
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    quick: Annotated[bool, typer.Option("--quick", help="Check places and keys only; extract nothing again.")] = False,
) -> None:
    """Prove every row from the stored text: its place, its key, and its values by extracting them again.

    Ends with 0 when every row is proved, 1 otherwise; each row that is off is named.
    """
    from flows.commands.verify import run_verify

    raise typer.Exit(run_verify(warehouse=warehouse, is_quick=quick))


@app.command()
def relocate(*, warehouse: Warehouse = DEFAULT_WAREHOUSE) -> None:
    """Point the catalogue to the warehouse's files again after its folder was moved."""
    from flows.commands.relocate import run_relocate

    raise typer.Exit(run_relocate(warehouse=warehouse))
