"""Last stages: remove what is gone, enter the run, and show what has landed."""

import shutil
from collections.abc import Iterable

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.freshness.files import Inventory
from tasks.settings.configuration import Configuration
from tasks.sources.selections import Selection, selection_of
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
    """Remove what the ledger holds of files at `paths` that are not there any more; return how many files.

    What lies in a folder or an archive that could not be read now may still be there, and stays.
    """
    known = ledger.known_files()
    looked_at = [selection_of(path) for path in paths]
    unreadable = [Selection(root=path) for path in inventory.unreadable_paths]
    missing = known.keys() - inventory.source_paths
    gone = {path for path in missing if holds_any(looked_at, path) and not holds_any(unreadable, path)}
    if gone:
        ledger.land({}, replaced_article_ids=orphaned(gone, known=known), replaced_source_paths=gone)
    return len(gone)


def holds_any(selections: Iterable[Selection], source_path: str) -> bool:
    """Tell whether one of several selections holds a file."""
    return any(selection.holds(source_path) for selection in selections)


@task(cache_policy=NO_CACHE)
def publish(ledger: Ledger, *, run: Run, configuration: Configuration) -> None:
    """Enter the run, tidy the ledger, bring marts and catalogue up to it, and clear the run's shards.

    The user's settings say how many runs' states the history keeps, and up to which size the catalogue holds all rows.
    """
    ledger.land({Run.table: to_arrow(Run, [run.as_row()])}, replaced_article_ids=(), replaced_source_paths=())
    tidy(ledger)
    keep_runs = configuration.history.keep_runs
    note_run(ledger.folder, ledger.head, run_id=run.run_id, finished_at=run.finished_at, keep_runs=keep_runs)
    publish_catalogue(ledger.folder, max_bytes=configuration.catalogue.max_bytes)
    shutil.rmtree(ledger.folder / layout.SHARDS, ignore_errors=True)
