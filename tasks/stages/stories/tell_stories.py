"""Beside the ninth stage: say of every article which story it tells, and what it repeats or revises.

Only texts that are new or have changed are read, and those that they are like.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.engines.aside import done_aside
from tasks.resolvers import stories
from tasks.resolvers.stories.telling import Stories
from tasks.resolvers.stories.versions import Member
from tasks.resolvers.stories.wording import Wording, wording_of
from warehouse.folder import layout
from warehouse.folder.files import failures_explained
from warehouse.ledger.head import Head
from warehouse.ledger.landed import records_of
from warehouse.ledger.ledger import Ledger
from warehouse.ledger.shards import write_rows
from warehouse.ledger.texts import described_texts, landed_texts
from warehouse.records import ArticleStory, content_key

ROWS_IN_A_FILE = 20_000
"""Rows that land at a time, each half a kilobyte."""


@task(cache_policy=NO_CACHE)
def tell_stories(ledger: Ledger) -> None:
    """Bring the table of stories to what the ledger holds; leave it where nothing changed.

    Raises WarehouseError, with nothing published, where the disk or the folder refuses.
    """
    for path in done_aside(partial(write_stories, ledger.folder, ledger.head), of=ledger):
        ledger.land({ArticleStory.table: path})
        path.unlink()


def write_stories(folder: Path, head: Head) -> list[Path]:
    """Write the rows of stories that are new or changed in a state of a warehouse to files; return these."""
    stored = {row.article_id: row for row in records_of(folder, head, ArticleStory)}
    work = folder / layout.WORK
    with failures_explained(work):
        rows = (row.as_row() for row in stories_of(folder, head, stored=stored, work=work).told_anew())
    paths: list[Path] = []
    while some := list(islice(rows, ROWS_IN_A_FILE)):
        paths.append(work / f"stories-{len(paths):05d}.parquet")
        write_rows(paths[-1], ArticleStory, some)
    return paths


def stories_of(folder: Path, head: Head, *, stored: Mapping[str, ArticleStory], work: Path | None = None) -> Stories:
    """Gather what the stories of a state are told from; texts wait in the folder `work` to be compared."""
    members = {
        text.article_id: Member(
            article_id=text.article_id,
            published_on=text.published_on,
            word_count=text.word_count,
            made_from=content_key(stories.VERSION, *text),
        )
        for text in described_texts(folder, head)
    }
    return Stories(members=members, stored=stored, read=Reading(folder=folder, head=head), folder=work)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The way to the words of a state's articles."""

    folder: Path
    head: Head

    def __call__(self, article_ids: Collection[str]) -> Iterator[tuple[str, Wording]]:
        """Yield the words of some articles, with their keys."""
        for text in landed_texts(self.folder, self.head, article_ids):
            yield text.article_id, wording_of(text.text[text.body_start_char : text.body_end_char], text.headline)
