"""Commands that read the ledger."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from flows.cli.app import DEFAULT_WAREHOUSE, Access, ListFormat, Warehouse, app, at

OutputFormat = Literal["table", "csv", "json", "parquet"]
CardFormat = Literal["table", "json"]
ExportFormat = Literal["parquet", "csv", "jsonl", "sqlite", "duckdb", "xlsx"]


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
    from flows.commands.asking.sql import Answering, run_sql

    answering = Answering(output_format=output_format, output=output, as_of=as_of)
    access: Access = "READING_PAST" if as_of else "READING"
    raise at(warehouse, access, lambda folder: run_sql(query, warehouse=folder, answering=answering))


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
    from flows.commands.asking.export import run_export
    from warehouse.export.export import Order

    order = Order(format=output_format, condition=where, tables=tuple(table or ()), is_overwriting=overwrite)
    raise at(warehouse, "READING", lambda source: run_export(folder, warehouse=source, order=order))


@app.command()
def show(
    article: Annotated[str, typer.Argument(help="Key of the article, the start of its key, its source or its path.")],
    *,
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
) -> None:
    """Show one article with its facts marked in the text."""
    from flows.commands.asking.show import run_show

    raise at(warehouse, "READING", lambda folder: run_show(article, warehouse=folder))


@app.command()
def entity(
    name: Annotated[str, typer.Argument(help="Any name of the entity, its key, or the start of its key.")],
    *,
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    output_format: Annotated[CardFormat, typer.Option("--format", help="How to write the card.")] = "table",
) -> None:
    """Show what the ledger says of one person, country, organization or place."""
    from flows.commands.asking.entity import run_entity

    raise at(warehouse, "READING", lambda folder: run_entity(name, warehouse=folder, output_format=output_format))


@app.command()
def explore(
    *,
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    host: Annotated[str, typer.Option(help="Address to listen on: this machine alone, unless you name another.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 for any that is free.")] = 8000,
    allow_host: Annotated[
        list[str] | None, typer.Option(help="Name by which a browser may ask for the pages, again for another.")
    ] = None,
    export: Annotated[
        Path | None, typer.Option(help="Write the pages as files into this new folder, and serve nothing.")
    ] = None,
    read_only: Annotated[
        bool, typer.Option("--read-only", help="Let nobody correct facts: for pages that others can open.")
    ] = False,
) -> None:
    """Show the ledger in a browser: search, articles, entities, contradictions, SQL; facts can be corrected there."""
    from flows.commands.asking.explore import run_explore, run_export

    def command(folder: Path) -> int:
        if export is not None:
            return run_export(export, warehouse=folder)
        from warehouse.remote.address import is_remote

        can_write = not (read_only or is_remote(warehouse))
        return run_explore(warehouse=folder, host=host, port=port, allowed=allow_host or (), can_write=can_write)

    raise at(warehouse, "READING", command)


@app.command()
def status(*, warehouse: Warehouse = DEFAULT_WAREHOUSE) -> None:
    """Say what the ledger holds, what was rejected and why."""
    from flows.commands.asking.status import run_status

    raise at(warehouse, "READING", lambda folder: run_status(warehouse=folder))


@app.command()
def report(
    *,
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    output: Annotated[Path, typer.Option(help="File to write.")] = Path("newsledger-report.html"),
    data_docs: Annotated[
        Path | None, typer.Option(help="Folder for Great Expectations' own pages, which load styles of the web.")
    ] = None,
) -> None:
    """Write one page of HTML: what ran, what changed, which checks failed, what was rejected, what is missing.

    The page needs nothing but itself: no network, no script; it can be kept, sent and printed.
    """
    from flows.commands.asking.report import run_report

    raise at(warehouse, "READING_PAST", lambda folder: run_report(warehouse=folder, output=output, data_docs=data_docs))


@app.command()
def rejected(
    rejection: Annotated[
        str | None, typer.Argument(help="Key of a rejection, or the start of it: show that one.")
    ] = None,
    *,
    rule: Annotated[str | None, typer.Option(help="Only what this rule refused.")] = None,
    source: Annotated[str | None, typer.Option(help="Only of files like this glob, such as 'old/*.txt'.")] = None,
    since: Annotated[
        str | None, typer.Option(metavar="RUN", help="Only what this run, or a later one, was the first to refuse.")
    ] = None,
    accept: Annotated[
        str | None, typer.Option(metavar="KEY", help="Overrule this rejection, from now on and in every run.")
    ] = None,
    because: Annotated[str | None, typer.Option(help="With --accept: why it is right all the same.")] = None,
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    output_format: Annotated[ListFormat, typer.Option("--format", help="How to write the list.")] = "table",
    limit: Annotated[int, typer.Option(min=1, help="How many to list.")] = 50,
) -> None:
    """List what was refused, why, and what to do about it; show one; or overrule one with --accept and --because."""
    from flows.commands.asking.rejected import run_rejected
    from warehouse.reading.rejected import RejectionFilter

    if accept or because:
        raise accepting(accept, because, warehouse=warehouse)
    asked = RejectionFilter(rule=rule, source=source, since=since)

    def command(folder: Path) -> int:
        return run_rejected(rejection, asked=asked, warehouse=folder, output_format=output_format, limit=limit)

    raise at(warehouse, "READING", command)


def accepting(key: str | None, because: str | None, *, warehouse: str) -> typer.Exit:
    """Overrule a rejection for a reason; return the end with its exit code."""
    from flows.terminal import FAILED, complain

    if not key or not (because or "").strip():
        complain('An acceptance needs both: --accept KEY --because "why it is right".')
        return typer.Exit(FAILED)
    from flows.commands.replay import run_replay
    from tasks.stages.again.choice import ReplayChoice

    choice = ReplayChoice(key=key)
    return at(
        warehouse, "WRITING", lambda folder: run_replay(choice, warehouse=folder, because=because, is_verbose=False)
    )


@app.command()
def history(
    *,
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    output_format: Annotated[ListFormat, typer.Option("--format", help="How to write the list.")] = "table",
    last: Annotated[int, typer.Option(min=1, help="How many runs to list.")] = 20,
) -> None:
    """List the runs, the newest first: when, what was asked, what became of the files, which rows came and went."""
    from flows.commands.asking.history import run_history

    raise at(
        warehouse, "READING_PAST", lambda folder: run_history(warehouse=folder, output_format=output_format, last=last)
    )


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
    from flows.commands.asking.diff import run_diff

    def command(folder: Path) -> int:
        return run_diff(before, after, warehouse=folder, output_format=output_format, is_by_row=rows)

    raise at(warehouse, "READING_PAST", command)
