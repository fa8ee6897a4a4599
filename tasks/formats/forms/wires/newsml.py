"""NewsML-G2 of the IPTC: a `newsItem`, or a `newsMessage` of several, with its text in NITF, XHTML or plain."""

import re
from collections.abc import Iterator

from tasks.formats.forms.composing import Story, compose
from tasks.formats.forms.cutting import elements
from tasks.formats.forms.days import day_of
from tasks.formats.forms.form import Form, Head, Reading
from tasks.formats.forms.wires import nitf
from tasks.formats.forms.xml import first, paragraphs_of, parsed, root_name, text_in
from tasks.sources.budget import Readable
from tasks.sources.parts import HEAD_BYTES, Part, Peeked

MESSAGE = re.compile(rb"<(?P<prefix>[\w-]+:)?newsMessage\b")


def recognise(head: Head) -> bool:
    """Tell whether a document is an item of news or a message of several."""
    return root_name(head) in {"newsItem", "newsMessage"}


def cut(stream: Readable, most: int) -> Iterator[Part] | None:
    """Cut a message into its items; None for an item alone."""
    head = stream.read(HEAD_BYTES)
    message = MESSAGE.search(head)
    if not message:
        return None
    prefix = (message["prefix"] or b"").decode("ascii")
    suffix = f"</{prefix}itemSet></{prefix}newsMessage>".encode("ascii")
    items = elements(f"{prefix}newsItem", identified_by=r'\bguid\s*=\s*"([^"]+)"', suffix=suffix)
    return items(Peeked(head=head, stream=stream), most)


def read(content: bytes) -> Reading:
    """Read an item, or raise `Refusal`."""
    root = parsed(content)
    item = first(root, "newsItem")
    inner = first(root, "nitf")
    held = nitf.story_of(inner) if inner is not None else None
    body = first(root, "inlineXML", "inlineData")
    paragraphs = held.paragraphs if held else paragraphs_of(body) if body is not None else []
    meta = first(root, "contentMeta")
    language = first(meta, "language") if meta is not None else None
    return compose(
        Story(
            title=text_in(meta, "headline") if meta is not None else held.title if held else None,
            byline=text_in(meta, "by") if meta is not None else held.byline if held else None,
            paragraphs=paragraphs,
            publication=held.publication if held else None,
            published_on=day_of(text_in(root, "contentCreated", "firstCreated", "versionCreated"))
            or (held.published_on if held else None),
            fields={
                **(held.fields if held else {}),
                "identifier": item.get("guid") if item is not None else None,
                "version": item.get("version") if item is not None else None,
                "language": language.get("tag") if language is not None else None,
                "dateline": text_in(root, "dateline"),
                "place": text_in(first(root, "located"), "name") if first(root, "located") is not None else None,
                "slugline": text_in(root, "slugline"),
            },
        ),
        encoding="utf-8",
    )


FORM = Form(says="news in NewsML-G2", recognise=recognise, cut=cut, version="3", read=read)
