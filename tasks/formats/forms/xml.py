"""XML without its dangers: no entity is followed, none that a file defines is expanded (`defusedxml`)."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tasks.formats.forms.form import Head
from tasks.formats.text.raised import raised
from tasks.formats.text.shown import STRUCK
from tasks.sources.refusal import Refusal

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

FIRST_ELEMENT = re.compile(
    r"(?:<\?[^<>]*\?>|<!DOCTYPE[^<>\[\]]*(?:\[.{0,2000}?\]\s*)?>|<!--.*?-->|\s)*<([\w.:-]+)", re.DOTALL
)

APART = frozenset({"br", "td", "th", "p", "li", "dt", "dd", "frac"})
"""What stands apart from the characters before it: a new line, a cell, an item, and a fraction (`3 1/2`; NITF 3.5)."""

PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "tr", "pre", "caption"})
"""Elements of XHTML that stand for a paragraph each."""

CONTAINERS = frozenset(
    {"article", "block", "blockquote", "body", "bq", "credit", "div", "dl", "fn", "footer", "header", "html", "main"}
    | {"nitf-table", "note", "ol", "section", "table", "tbody", "tfoot", "thead", "ul"}
)
"""Elements that hold paragraphs, or stand for one that nothing marks as such."""

UNREAD = frozenset({"head", "script", "style", "media", "figcaption"})
"""Elements among those of a body that are none of its text: pictures with their captions, and what a page hides."""

MOST_DEPTH = 200
"""Elements within each other: documents nest a dozen or two."""


def root_name(head: Head) -> str:
    """Return the name of a document's first element without its prefix; empty for what is no XML."""
    match = FIRST_ELEMENT.match(head.start) if head.start.startswith("<") else None
    return match[1].rpartition(":")[2] if match else ""


def parsed(content: bytes) -> "Element":
    """Parse a document and take namespaces off its names; raise `Refusal` where it is damaged or defines entities."""
    from defusedxml import DefusedXmlException  # noqa: PLC0415 - only files of XML need it
    from defusedxml.ElementTree import ParseError, fromstring  # noqa: PLC0415

    try:
        root: Element = fromstring(content.lstrip())
    except DefusedXmlException as error:
        reason = "The document defines entities, which are not expanded"
        raise Refusal("xml_entities", reason, repair="Write the characters instead, and ingest it again.") from error
    except (ParseError, ValueError, LookupError) as error:
        raise Refusal(
            "damaged_xml", f"The document is not whole XML ({error})", repair="Get an undamaged copy of it."
        ) from error
    for each in root.iter():
        if isinstance(each.tag, str):
            each.tag = each.tag.rpartition("}")[2]
    refuse_nested(root)
    return root


def refuse_nested(root: "Element") -> None:
    """Refuse a document whose elements lie within each other as no writer nests them."""
    level, depth = [root], 0
    while level:
        level, depth = [child for each in level for child in each], depth + 1
        if depth > MOST_DEPTH:
            reason = f"The document's elements nest more than {MOST_DEPTH} deep"
            raise Refusal("damaged_xml", reason, repair="Save its text alone, and ingest that.")


def first(root: "Element", *names: str) -> "Element | None":
    """Return the first element of any of the names, in their order."""
    return next((found for name in names if (found := next(root.iter(name), None)) is not None), None)


def text_in(root: "Element | None", *names: str) -> str | None:
    """Return the characters of the first element of any of the names, or of the element itself without names."""
    found = root if root is None or not names else first(root, *names)
    text = " ".join("".join(found.itertext()).split()) if found is not None else ""
    return text or None


def blocks(root: "Element", names: frozenset[str]) -> Iterator[str]:
    """Yield the characters of each element of the names that lies in no other of them, in order, and those between.

    A row has two spaces between its cells.
    """
    loose = [root.text or ""]
    for child in root:
        if child.tag in CONTAINERS | UNREAD | names or any(each.tag in names for each in child.iter()):
            yield from filter(None, [single("".join(loose))])
            loose = []
            yield from [] if child.tag in UNREAD else block_of(child, names)
        else:
            loose.append(characters(child))
        loose.append(child.tail or "")
    yield from filter(None, [single("".join(loose))])


def paragraphs_of(body: "Element") -> list[str]:
    """Return the paragraphs of a body in XHTML, or as they are written where it has no elements."""
    return list(blocks(body, PARAGRAPHS)) if len(body) else [body.text or ""]


def block_of(element: "Element", names: frozenset[str]) -> Iterator[str]:
    """Yield the block that an element is, or those that it holds."""
    if element.tag not in names:
        yield from blocks(element, names)
    elif element.tag == "tr":
        yield "  ".join(filter(None, (single(characters(cell)) for cell in element)))
    else:
        yield single(characters(element))


def single(text: str) -> str:
    """Return a text with its white space made single."""
    return " ".join(text.split())


def characters(root: "Element") -> str:
    """Return the characters that an element shows: not those struck out, raised digits as characters of their own."""
    parts = [root.text or ""]
    for child in root:
        if child.tag in APART:
            parts.append(" ")
        if child.tag not in STRUCK:
            within = characters(child)
            parts.append(raised(within) if child.tag == "sup" else within)
        parts.append(child.tail or "")
    return "".join(parts)
