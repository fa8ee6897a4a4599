"""NITF 3.x, the News Industry Text Format of the IPTC, by its document type's description."""

from typing import TYPE_CHECKING

from tasks.formats.forms.composing import Story, compose
from tasks.formats.forms.days import day_of
from tasks.formats.forms.form import Form, Head, Reading
from tasks.formats.forms.xml import blocks, first, parsed, root_name, text_in

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

PARAGRAPHS = frozenset({"p", "hl2", "li", "dt", "dd", "tr", "pre", "caption"})
"""Elements of a body that stand for a paragraph each; pictures and their captions are left out."""


def recognise(head: Head) -> bool:
    """Tell whether a document is in NITF."""
    return root_name(head) == "nitf"


def read(content: bytes) -> Reading:
    """Read an article, or raise `Refusal`."""
    return compose(story_of(parsed(content)), encoding="utf-8")


def story_of(root: "Element") -> Story:
    """Return what an element `nitf` states."""
    data = first(root, "pubdata")
    issue, document = first(root, "date.issue"), first(root, "doc-id")
    told = data.attrib if data is not None else {}
    body = first(root, "body.content", "body")
    byline = text_in(root, "byline")
    return Story(
        title=text_in(root, "hl1") or text_in(root, "title"),
        byline=byline.removeprefix("By ").removeprefix("by ") if byline else None,
        paragraphs=list(blocks(body, PARAGRAPHS)) if body is not None else [],
        publication=told.get("name"),
        published_on=day_of((issue.get("norm") if issue is not None else None) or told.get("date.publication")),
        fields={
            "identifier": document.get("id-string") if document is not None else None,
            "edition": told.get("edition.name"),
            "section": told.get("position.section"),
            "page": told.get("position.sequence"),
            "issue": told.get("issue"),
            "volume": told.get("volume"),
            "dateline": text_in(root, "dateline"),
            "place": text_in(first(root, "dateline"), "location"),
        },
    )


FORM = Form(says="an article in NITF", recognise=recognise, version="3", read=read)
