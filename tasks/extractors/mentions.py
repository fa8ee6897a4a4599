"""Finds mentions."""

from collections.abc import Iterator

from warehouse.records import Article, Mention

VERSION = "1"


def find(article: Article) -> Iterator[Mention]:
    """Yield the mentions of an article, in the order of its text."""
    yield from ()
