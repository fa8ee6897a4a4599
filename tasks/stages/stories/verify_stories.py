"""Proof of the table of stories: all of them are put together again, and every row compared."""

from collections.abc import Iterator
from pathlib import Path

from tasks.stages.stories.tell_stories import stories_of
from tasks.stages.verify_entities import table_faults
from warehouse.ledger.head import published_head
from warehouse.proofs.fault import Fault
from warehouse.reading.stored import stored_rows
from warehouse.records import ArticleStory


def verify_stories(folder: Path) -> Iterator[Fault]:
    """Yield a fault for each stored row of stories that telling them again does not give, and for each that it adds.

    Where articles or rules have changed since, nothing is compared: the next ingest tells them anew.
    """
    head = published_head(folder)
    rows = list(stored_rows(folder, ArticleStory))
    stored = {str(row["article_id"]): ArticleStory(**row) for row in rows}
    if stories_of(folder, head, stored=stored).stale():
        return
    yield from table_faults(ArticleStory, rows, stories_of(folder, head, stored={}).told_anew())
