"""ODT (OpenDocument 1.3): the paragraphs and headings of its `content.xml`, as the document shows them.

What was deleted while changes were tracked, comments, hidden text and the text of notes are left out; the number of a
note and other raised digits are characters of their own.
"""

import zipfile
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tasks.formats.forms.documents.prose import damaged, read_by, unpacked
from tasks.formats.forms.form import Form, Head
from tasks.formats.forms.vendors.exports import cut_by
from tasks.formats.forms.xml import first, parsed
from tasks.formats.text.raised import raised

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

PARAGRAPHS = frozenset({"p", "h"})
LEFT_OUT = frozenset({"tracked-changes", "annotation", "note-body", "ruby-text", "hidden-text", "hidden-paragraph"})
SPACES = {"s": " ", "tab": "\t", "line-break": "\n"}
"""White space that is an element (OpenDocument 1.3 part 3, 6.1.2 to 6.1.5); `s` stands for one space or several."""


@dataclass(frozen=True, slots=True)
class Looks:
    """The names of a document's own styles of text that raise it, and of those that hide it."""

    raising: set[str] = field(default_factory=set)
    hiding: set[str] = field(default_factory=set)


def recognise(head: Head) -> bool:
    """Tell whether a file is a text of OpenDocument by its type, which is packed first."""
    return head.content.startswith(b"PK\x03\x04") and b"mimetypeapplication/vnd.oasis.opendocument.text" in head.content


def text_of(content: bytes) -> str:
    """Return a document's text, a blank line between paragraphs; raise `Refusal` where it is damaged."""
    with unpacked(content) as document:
        try:
            body = document.read("content.xml")
        except (KeyError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
            raise damaged(error) from error
    root = parsed(body)
    text = first(root, "text")
    return "\n\n".join(paragraphs(text, looks_of(root))) if text is not None else ""


def looks_of(root: "Element") -> Looks:
    """Read which styles raise text or hide it (`text-position`, `display`; 20.398, 20.412)."""
    looks = Looks()
    for style in root.iter("style"):
        stated = {
            name.rpartition("}")[2]: value for each in style.iter("text-properties") for name, value in each.items()
        }
        name = attribute(style, "name") or ""
        position = stated.get("text-position", "").partition(" ")[0]
        if position == "super" or (position.endswith("%") and not position.startswith(("-", "0"))):
            looks.raising.add(name)
        if stated.get("display") == "none":
            looks.hiding.add(name)
    return looks


def paragraphs(root: "Element", looks: Looks) -> "Iterator[str]":
    """Yield the paragraphs and headings of an element, one that lies in another as a part of it, and its tables."""
    for child in root:
        if child.tag in LEFT_OUT or attribute(child, "style-name") in looks.hiding:
            continue
        if child.tag in PARAGRAPHS:
            yield " ".join(characters(child, looks).split())
            yield from (text for box in boxes_of(child, looks) for text in paragraphs(box, looks))
        elif child.tag == "table":
            yield "\n".join(rows_of(child, looks))
        else:
            yield from paragraphs(child, looks)


def rows_of(table: "Element", looks: Looks) -> "Iterator[str]":
    """Yield the rows of a table, those of its groups too, a tab between cells that say something."""
    for child in table:
        if child.tag == "table-row":
            cells = ("\n".join(filter(None, paragraphs(cell, looks))) for cell in child)
            yield "\t".join(filter(None, cells))
        else:
            yield from rows_of(child, looks)


def boxes_of(element: "Element", looks: Looks) -> "Iterator[Element]":
    """Yield the text boxes that are anchored in an element, those within others apart."""
    for child in element:
        if child.tag == "text-box":
            yield child
        elif child.tag not in LEFT_OUT and attribute(child, "style-name") not in looks.hiding:
            yield from boxes_of(child, looks)


def characters(root: "Element", looks: Looks) -> str:
    """Return the characters that an element shows."""
    parts = [SPACES.get(str(root.tag), ""), root.text or ""]
    for child in root:
        style = attribute(child, "style-name")
        if child.tag not in {*LEFT_OUT, "text-box"} and style not in looks.hiding:
            within = characters(child, looks)
            parts.append(raised(within) if child.tag == "note-citation" or style in looks.raising else within)
        parts.append(child.tail or "")
    return "".join(parts)


def attribute(element: "Element", name: str) -> str | None:
    """Return an attribute by its name without a namespace."""
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), None)


FORM = Form(
    says="an OpenDocument text", version="3", recognise=recognise, cut=cut_by(text_of), read=read_by(text_of, "odt")
)
