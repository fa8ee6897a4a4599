"""Last stages: remove what is gone, enter the run, and show what has landed."""

import shutil
from functools import partial

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.engines.aside import done_aside
from tasks.freshness.files import Inventory, gone
from tasks.settings.configuration import Configuration
from tasks.stages.land import orphaned
from warehouse.catalogue.catalogue import publish as publish_catalogue
from warehouse.catalogue.tidying import tidy
from warehouse.folder import layout
from warehouse.ledger.history import note_run
from warehouse.ledger.ledger import Ledger
from warehouse.ledger.schemas import to_arrow
from warehouse.records import Run


@task(cache_policy=NO_CACHE)
def prune(paths: list[str], *, ledger: Ledger, inventory: Inventory) -> int:
    """Remove what the ledger holds of files at `paths` that are not there any more; return how many files."""
    missing = gone(paths, known=ledger.known_files(), inventory=inventory)
    if missing:
        ledger.land({}, replaced_article_ids=orphaned(missing, ledger=ledger), replaced_source_paths=missing)
    return len(missing)


@task(cache_policy=NO_CACHE)
def publish(ledger: Ledger, *, run: Run, configuration: Configuration) -> None:
    """Enter the run, tidy the ledger, bring marts and catalogue up to it, and clear the run's shards.

    The user's settings say how many runs' states the history keeps, and up to which size the catalogue holds all rows.
    """
    ledger.land({Run.table: to_arrow(Run, [run.as_row()])}, replaced_article_ids=(), replaced_source_paths=())
    tidy(ledger, doing=partial(done_aside, of=ledger))
    keep_runs = configuration.history.keep_runs
    note_run(ledger.folder, ledger.head, run_id=run.run_id, finished_at=run.finished_at, keep_runs=keep_runs)
    done_aside(partial(publish_catalogue, ledger.folder, max_bytes=configuration.catalogue.max_bytes), of=ledger)
    shutil.rmtree(ledger.folder / layout.SHARDS, ignore_errors=True)
