"""Commands that prove the ledger and mend it."""

from pathlib import Path
from typing import Annotated

import typer

from flows.cli.app import DEFAULT_WAREHOUSE, Cluster, EngineName, Verbose, Warehouse, Workers, app, at


@app.command()
def verify(
    *,
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    quick: Annotated[bool, typer.Option("--quick", help="Check places and keys only; extract nothing again.")] = False,
    deep: Annotated[
        bool, typer.Option("--deep", help="Let the model read every text again, which takes long.")
    ] = False,
    engine: EngineName = None,
    workers: Workers = None,
    cluster: Cluster = None,
) -> None:
    """Prove every row from the stored text: its place, its key and its values.

    Values are found again without the model where rows are known to be those that landed, else by reading the text.
    Ends with 0 when every row is proved, 1 otherwise; each row that is off is named.
    """
    from flows.commands.keeping.verify import run_verify
    from tasks.engines.choice import EngineChoice

    choice = EngineChoice(name=engine, workers=workers, cluster=cluster)
    raise at(warehouse, "READING", lambda folder: run_verify(warehouse=folder, quick=quick, deep=deep, engine=choice))


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
    from flows.commands.keeping.maintain import run_maintain

    def command(folder: Path) -> int:
        return run_maintain(warehouse=folder, retention_hours=retention_hours, is_dry_run=dry_run)

    raise at(warehouse, "READING_PAST" if dry_run else "WRITING", command)


@app.command()
def repair(
    *,
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    verbose: Verbose = False,
) -> None:
    """Make damaged or deleted parts again, from the articles' texts, their files, and what is intact.

    Every file is read, so that also those are found that are cut off. What cannot be had again is named.
    Ends with 0 when all is well again, 3 when something is lost, 1 when the repair failed.
    """
    from flows.commands.keeping.repair import run_repair

    raise at(warehouse, "MENDING", lambda folder: run_repair(warehouse=folder, is_verbose=verbose))


@app.command()
def relocate(*, warehouse: Warehouse = DEFAULT_WAREHOUSE) -> None:
    """Point the catalogue to the warehouse's files again after its folder was moved."""
    from flows.commands.keeping.relocate import run_relocate

    raise at(warehouse, "WRITING", lambda folder: run_relocate(warehouse=folder))


@app.command()
def unlock(*, warehouse: Warehouse = DEFAULT_WAREHOUSE) -> None:
    """Take the lock of a warehouse in a bucket from a run that is gone: S3 does not take it back by itself."""
    from flows.commands.keeping.unlock import run_unlock

    raise typer.Exit(run_unlock(warehouse=warehouse))
