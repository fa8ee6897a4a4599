"""DOCX (ECMA-376), opened by `python-docx`: paragraphs and rows of tables in their order."""

import io
import struct
import zipfile
import zlib

from tasks.formats.forms.documents.prose import damaged, read_by, unpacked
from tasks.formats.forms.documents.word_markup import blocks_of
from tasks.formats.forms.form import Form, Head
from tasks.formats.forms.vendors.exports import cut_by
from tasks.sources.refusal import Refusal

DECLARED_BYTES = 4096
"""Bytes at the beginning of a part in which its document type stands, if it has one (ECMA-376 part 2, 9.1.4)."""


def recognise(head: Head) -> bool:
    """Tell whether a file is a Word document by the names of what is packed near its beginning."""
    return head.content.startswith(b"PK\x03\x04") and b"word/" in head.content


def text_of(content: bytes) -> str:
    """Return a document's text, a blank line between paragraphs; raise `Refusal` where it is damaged."""
    with unpacked(content) as packed:
        refuse_document_types(packed)
    import docx  # noqa: PLC0415 - only such documents need it
    from lxml.etree import LxmlError  # noqa: PLC0415

    try:
        return "\n\n".join(blocks_of(docx.Document(io.BytesIO(content)).element.body))
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, EOFError) as error:
        raise damaged(error) from error
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, LxmlError) as error:
        raise damaged(error) from error


def refuse_document_types(packed: zipfile.ZipFile) -> None:
    """Refuse a document whose XML has a document type: OOXML allows none, and entities of its own would be lost."""
    for name in packed.namelist():
        try:
            start = packed.open(name).read(DECLARED_BYTES).replace(b"\0", b"") if name.endswith(".xml") else b""
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
            raise damaged(error) from error
        except (KeyError, ValueError, OSError, struct.error) as error:
            raise damaged(error) from error
        if b"<!DOCTYPE" in start:
            reason = "The document defines a document type or entities, which are not expanded"
            raise Refusal("xml_entities", reason, repair="Save it again with a word processor, and ingest that.")


FORM = Form(
    says="a Word document", version="4", recognise=recognise, cut=cut_by(text_of), read=read_by(text_of, "docx")
)
