"""Finds quotations."""

from collections.abc import Iterator

from warehouse.records import Article, Quotation

VERSION = "1"


def find(article: Article) -> Iterator[Quotation]:
    """Yield the quotations of an article, in the order of its text."""
    yield from ()
