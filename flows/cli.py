"""The command line: a thin layer over the flows and the warehouse.

Commands import what they need when they run: Prefect and Great Expectations take seconds to import, and a query must
not wait for them.
"""

from pathlib import Path
from typing import Annotated, Literal

import typer

from flows.terminal import LOG_FORMAT, LogFormat, interruptible

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
ListFormat = Literal["table", "csv", "json"]


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
    log_format: Annotated[LogFormat, typer.Option(help="Words for people, or a JSON object a line.")] = "text",
) -> None:
    """Turn files of raw news into the ledger; only what is new or changed is done again.

    Ends with 0 when every file landed, 3 when some were rejected, 1 when the run failed.
    """
    from flows.commands.ingest import run_ingest

    LOG_FORMAT.set(log_format)
    raise typer.Exit(
        interruptible(
            lambda: run_ingest(
                paths, warehouse=warehouse, format_name=format_name, prune_missing=prune, is_verbose=verbose
            )
        )
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
    as_of: Annotated[
        str | None,
        typer.Option(
            metavar="RUN|DATE",
            help="Ask the state that a run left, named by its key or the start of it, or the last run that had "
            "finished by a day or a time (UTC), such as 2026-03-01 or 2026-03-01T12:30.",
        ),
    ] = None,
) -> None:
    """Ask the ledger in SQL (DuckDB's), as it is or as it was."""
    from flows.commands.sql import Answering, run_sql

    answering = Answering(output_format=output_format, output=output, as_of=as_of)
    raise typer.Exit(run_sql(query, warehouse=warehouse, answering=answering))


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
def history(
    *,
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    output_format: Annotated[ListFormat, typer.Option("--format", help="How to write the list.")] = "table",
    last: Annotated[int, typer.Option(min=1, help="How many runs to list.")] = 20,
) -> None:
    """List the runs, the newest first: when, what was asked, what became of the files, which rows came and went."""
    from flows.commands.history import run_history

    raise typer.Exit(run_history(warehouse=warehouse, output_format=output_format, last=last))


@app.command()
def diff(
    before: Annotated[str, typer.Argument(metavar="RUN", help="Run, start of its key, or day: the state before.")],
    after: Annotated[str, typer.Argument(metavar="RUN", help="The same of the state after.")],
    *,
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    rows: Annotated[bool, typer.Option("--rows", help="List every row instead of counting them.")] = False,
    output_format: Annotated[ListFormat, typer.Option("--format", help="How to write the differences.")] = "table",
) -> None:
    """Say which facts were added, gone and changed between two runs, by table, and why."""
    from flows.commands.diff import run_diff

    raise typer.Exit(run_diff(before, after, warehouse=warehouse, output_format=output_format, is_by_row=rows))


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

    raise typer.Exit(interruptible(lambda: run_verify(warehouse=warehouse, is_quick=quick)))


@app.command()
def maintain(
    *,
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be done.")] = False,
    retention_hours: Annotated[
        int, typer.Option(min=0, help="How old a file must be that no state kept needs, before it is deleted.")
    ] = 168,
) -> None:
    """Merge small files, delete what neither readers nor the history need, and clear away what crashes left.

    Readers go on; beside an ingest it refuses. How many runs' states are kept is set by `keep_runs` below `[history]`
    in newsledger.toml.
    """
    from flows.commands.maintain import run_maintain

    raise typer.Exit(
        interruptible(lambda: run_maintain(warehouse=warehouse, retention_hours=retention_hours, is_dry_run=dry_run))
    )


@app.command()
def repair(
    *,
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    verbose: Annotated[bool, typer.Option("--verbose", help="Show Prefect's own log.")] = False,
) -> None:
    """Make damaged or deleted parts again, from the articles' texts, their files, and what is intact.

    Every file is read, so that also those are found that are cut off. What cannot be had again is named.
    Ends with 0 when all is well again, 3 when something is lost, 1 when the repair failed.
    """
    from flows.commands.repair import run_repair

    raise typer.Exit(interruptible(lambda: run_repair(warehouse=warehouse, is_verbose=verbose)))


@app.command()
def serve(
    inbox: Annotated[str, typer.Argument(help="Folder, glob or archive to ingest every hour.")],
    *,
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port of Prefect's page, on this machine only.")] = 4200,
    watch: Annotated[bool, typer.Option("--watch", help="Ingest also as soon as files arrive.")] = False,
) -> None:
    """Ingest hourly, maintain nightly, verify weekly, as `prefect.yaml` says, until Ctrl-C or SIGTERM.

    Without PREFECT_API_URL, a Prefect server is started beside it, with its state in the warehouse's folder.
    """
    from flows.operation.serve import run_serve

    raise typer.Exit(run_serve(inbox, warehouse=warehouse, port=port, is_watching=watch))


@app.command()
def relocate(*, warehouse: Warehouse = DEFAULT_WAREHOUSE) -> None:
    """Point the catalogue to the warehouse's files again after its folder was moved."""
    from flows.commands.relocate import run_relocate

    raise typer.Exit(run_relocate(warehouse=warehouse))
