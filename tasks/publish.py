"""Last stages: remove what is gone, close the books of the run, and show what has landed."""

import os
import shutil
from collections.abc import Iterable

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.changes import Sighting
from tasks.land import orphaned
from warehouse import layout
from warehouse.catalogue import publish as publish_catalogue
from warehouse.ledger import Ledger
from warehouse.records import Run
from warehouse.schemas import to_arrow


@task(cache_policy=NO_CACHE)
def prune(paths: list[str], *, ledger: Ledger, sighting: Sighting) -> int:
    """Remove what the ledger holds of files below `paths` that are not there any more; return how many files.

    What lies in a folder or an archive that could not be read now may still be there, and stays.
    """
    known = ledger.known_files()
    looked_at, unreadable = roots_of(paths), roots_of(sighting.unreadable_paths)
    missing = known.keys() - sighting.source_paths
    gone = {path for path in missing if is_below(path, looked_at) and not is_below(path, unreadable)}
    if gone:
        ledger.land({}, replaced_article_ids=orphaned(gone, known=known), replaced_source_paths=gone)
    return len(gone)


def roots_of(paths: Iterable[str]) -> list[str]:
    """Return the paths as sources are named below them: absolute, with links unresolved."""
    return [os.path.abspath(path).rstrip("/") for path in paths]  # noqa: PTH100 - pathlib would keep `..`


def is_below(source_path: str, roots: Iterable[str]) -> bool:
    """Tell whether a file is one of the roots, lies in such a folder, or is a member of such an archive."""
    return any(source_path == root or source_path.startswith((f"{root}/", f"{root}!")) for root in roots)


@task(cache_policy=NO_CACHE)
def publish(ledger: Ledger, *, run: Run) -> None:
    """Enter the run in the books, tidy the ledger, bring marts and catalogue up to it, and clear the run's shards."""
    ledger.land({Run.table: to_arrow(Run, [run.as_row()])}, replaced_article_ids=(), replaced_source_paths=())
    ledger.compact()
    publish_catalogue(ledger.folder)
    shutil.rmtree(ledger.folder / layout.SHARDS, ignore_errors=True)
