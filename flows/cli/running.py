"""Commands that bring something into the ledger."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from flows.cli.app import DEFAULT_WAREHOUSE, Cluster, EngineName, Verbose, Warehouse, Workers, app, at
from flows.terminal import LOG_FORMAT, LogFormat

OlderThan = Annotated[
    str | None,
    typer.Option(
        metavar="DAY|RUN|VERSION",
        help="Only what was found before a day or a run; or, with --extractor, by an earlier version of it.",
    ),
]


@app.command()
def ingest(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, globs, .gz, .zip and .tar archives.")],
    *,
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    format_name: Annotated[
        str | None, typer.Option("--format", help="Read every file in this format, such as plain.")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="With --format: also files that are plainly of another form, such as pages.")
    ] = False,
    prune: Annotated[bool, typer.Option("--prune", help="Remove articles whose file is gone from PATHS.")] = False,
    plan: Annotated[bool, typer.Option("--plan", help="Only say what would be done, and why.")] = False,
    engine: EngineName = None,
    workers: Workers = None,
    cluster: Cluster = None,
    verbose: Verbose = False,
    log_format: Annotated[LogFormat, typer.Option(help="Words for people, or a JSON object a line.")] = "text",
) -> None:
    """Turn files of raw news into the ledger; only what is new or changed is done again.

    Ends with 0 when every file landed, 3 when some were rejected, 4 when a critical check of the whole failed, 1 when
    the run failed.
    """
    from flows.commands.ingest import Order, run_ingest
    from tasks.engines.choice import EngineChoice

    order = Order(
        paths=paths,
        format_name=format_name,
        is_forced=force,
        prune_missing=prune,
        engine=EngineChoice(name=engine, workers=workers, cluster=cluster),
    )
    if plan:
        from flows.commands.plan import run_plan

        raise at(warehouse, "READING", lambda folder: run_plan(order, warehouse=folder))
    LOG_FORMAT.set(log_format)
    raise at(warehouse, "WRITING", lambda folder: run_ingest(order, warehouse=folder, is_verbose=verbose))


@app.command()
def backfill(
    *,
    publication: Annotated[str | None, typer.Option(help="Only articles of this publication.")] = None,
    volume: Annotated[int | None, typer.Option(help="Only articles of this volume.")] = None,
    since: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Only from this day on.")] = None,
    until: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Only up to this day.")] = None,
    files: Annotated[str | None, typer.Option(help="Only files whose name or path matches, as '*/1998/*'.")] = None,
    extractor: Annotated[str | None, typer.Option(help="Only where this extractor has changed since.")] = None,
    older_than: OlderThan = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be done.")] = False,
    engine: EngineName = None,
    workers: Workers = None,
    cluster: Cluster = None,
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    verbose: Verbose = False,
) -> None:
    """Bring stored articles that earlier versions of extractors have read to today's, without their files.

    After a stop the same command goes on where it was.
    """
    from flows.commands.backfill import run_backfill
    from tasks.engines.choice import EngineChoice

    asked = {
        "publication": publication,
        "volume": volume,
        "first_day": since.date() if since else None,
        "last_day": until.date() if until else None,
        "files": files,
        "extractor": extractor,
        "older_than": older_than,
    }
    choice = EngineChoice(name=engine, workers=workers, cluster=cluster)

    def command(folder: Path) -> int:
        return run_backfill(asked, warehouse=folder, engine=choice, is_dry_run=dry_run, is_verbose=verbose)

    raise at(warehouse, "WRITING", command)


@app.command()
def replay(
    *,
    rule: Annotated[str | None, typer.Option(help="Only what this rule refused.")] = None,
    since: Annotated[
        str | None, typer.Option(metavar="RUN|DAY", help="Only what was refused first in this run, or later.")
    ] = None,
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    verbose: Verbose = False,
) -> None:
    """Put what was refused through again, from the bytes kept: after new settings, a new version, or an acceptance.

    What passes lands at once; the rest stays rejected, with the number of tries.
    Ends with 0 when everything passed, 3 when some are refused again, 1 when the run failed.
    """
    from flows.commands.replay import run_replay
    from tasks.stages.again.choice import ReplayChoice

    choice = ReplayChoice(rule=rule, since=since)
    raise at(warehouse, "WRITING", lambda folder: run_replay(choice, warehouse=folder, is_verbose=verbose))


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
def extract(
    *,
    only: Annotated[
        str | None, typer.Option(help="Tables to extract, separated by commas; all of them if none is named.")
    ] = None,
    model: Annotated[
        Literal["en_core_web_md", "en_core_web_sm"], typer.Option(help="Model of English: medium, or small.")
    ] = "en_core_web_md",
) -> None:
    """Read articles as JSON lines on standard input, write what is found in each as a JSON line.

    A line holds the strings `id` and `text`, and may hold `published_on`, a day such as 1999-05-07, or null.
    A line that cannot be read is answered by one with its `error`; how many were is said on standard error.
    Ends with 0 when a line could be read or there was none, 1 when there were lines and none could be read.
    """
    from flows.commands.extract import filter_lines
    from tasks.extractors.model import reading_with

    with reading_with(model):
        raise typer.Exit(filter_lines(only=only))
