"""ODT (OpenDocument 1.3): the paragraphs and headings of its `content.xml`."""

import zipfile
import zlib

from tasks.formats.forms.documents.prose import damaged, read_by, unpacked
from tasks.formats.forms.form import Form, Head
from tasks.formats.forms.vendors.exports import cut_by
from tasks.formats.forms.xml import blocks, first, parsed

PARAGRAPHS = frozenset({"p", "h"})


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
    text = first(parsed(body), "text")
    return "\n\n".join(blocks(text, PARAGRAPHS)) if text is not None else ""


FORM = Form(says="an OpenDocument text", recognise=recognise, cut=cut_by(text_of), read=read_by(text_of, "odt"))
