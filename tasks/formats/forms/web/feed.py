"""Feeds in RSS 0.9x to 2.0 and Atom 1.0 (RFC 4287): an article an item, with the text that the feed carries."""

from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from tasks.formats.forms.composing import Story, compose
from tasks.formats.forms.cutting import elements, some
from tasks.formats.forms.days import day_of
from tasks.formats.forms.form import Form, Head, Reading
from tasks.formats.forms.web.titles import article_title
from tasks.formats.forms.xml import first, paragraphs_of, parsed, root_name, text_in
from tasks.formats.text.shown import text_of_page
from tasks.sources.budget import Readable
from tasks.sources.parts import HEAD_BYTES, Part, Peeked

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

RSS_1 = b"http://purl.org/rss/1.0/"
"""The namespace that tells a feed among statements in RDF."""

ROOTS = {"rss": ("item", b"</channel></rss>"), "feed": ("entry", b"</feed>"), "RDF": ("item", b"</rdf:RDF>")}
"""The element of each item by a feed's root, and what closes a feed after an item."""


def recognise(head: Head) -> bool:
    """Tell whether a document is a feed."""
    root = root_name(head)
    return root in ROOTS and (root != "RDF" or RSS_1 in head.content)


def cut(stream: Readable, most: int) -> Iterator[Part]:
    """Cut a feed into feeds of one item each."""
    head = stream.read(HEAD_BYTES)
    name, suffix = ROOTS.get(root_name(Head(head)), ROOTS["rss"])
    items = elements(name, suffix=suffix, is_case_sensitive=True)(Peeked(head=head, stream=stream), most)
    yield from some(items or (), "The feed holds no item")


def read(content: bytes) -> Reading:
    """Read the item of a feed of one, or raise `Refusal`."""
    root = parsed(content)
    item = first(root, "item", "entry")
    if item is None:
        item = root
    body = next(
        (text for name in ("encoded", "content", "description", "summary") if (text := written(item, name))), ""
    )
    author = first(item, "author")
    title, publication = text_in(item, "title"), text_in(root, "title")
    return compose(
        Story(
            title=article_title(title, sites=[publication] if publication else [], headings=[]) if title else None,
            paragraphs=[text_of_page(body) if "<" in body else body],
            byline=text_in(item, "creator")
            or (text_in(author, "name") or text_in(author) if author is not None else None),
            publication=publication,
            published_on=day_stated(text_in(item, "pubDate", "published", "date", "issued", "updated")),
            fields={
                "identifier": text_in(item, "guid", "id"),
                "url": link_of(item),
                "section": text_in(item, "category"),
                "language": text_in(root, "language"),
            },
        ),
        encoding="utf-8",
    )


def written(item: "Element", name: str) -> str | None:
    """Return an element's text with its line breaks, paragraph by paragraph where its markup is not escaped."""
    found = first(item, name)
    return "\n\n".join(paragraphs_of(found)).strip() if found is not None else None


def link_of(item: "Element") -> str | None:
    """Return where an item stands on the web."""
    link = first(item, "link")
    return (link.get("href") or text_in(link)) if link is not None else None


def day_stated(value: str | None) -> date | None:
    """Return the day of `Mon, 03 May 1999 10:00:00 GMT` (RFC 822), or of any other form."""
    try:
        return parsedate_to_datetime(value).date() if value else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return day_of(value)


FORM = Form(says="a feed", recognise=recognise, cut=cut, version="3", read=read)
