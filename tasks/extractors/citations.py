"""Finds citations."""

from collections.abc import Iterator

from warehouse.records import Article, Citation

VERSION = "1"


def find(article: Article) -> Iterator[Citation]:
    """Yield the citations of an article, in the order of its text."""
    yield from ()
