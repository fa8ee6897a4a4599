"""PDF (ISO 32000), by `pypdf`: what its pages say as text; a scan says nothing, and is refused."""

import io
import re

from tasks.formats.forms.documents.prose import cut_off, damaged, read_by
from tasks.formats.forms.form import Form, Head
from tasks.formats.forms.vendors.exports import cut_by
from tasks.sources.refusal import Refusal

MOST_PAGES = 200
END_BYTES = 2048
"""Bytes at a file's end among which its mark stands: programs append a few after it."""

BROKEN_WORD = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
"""A hyphen at the end of a line within a word."""


def recognise(head: Head) -> bool:
    """Tell whether a file begins as a PDF does."""
    return head.without_mark.lstrip().startswith(b"%PDF-")


def text_of(content: bytes) -> str:
    """Return a document's text, a blank line between pages; raise `Refusal` where it cannot be had."""
    if b"%%EOF" not in content[-END_BYTES:]:
        raise cut_off("the mark of its end is missing")
    from pypdf import PdfReader  # noqa: PLC0415 - only such documents need it
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    try:
        document = PdfReader(io.BytesIO(content))
        if document.is_encrypted:
            raise Refusal("encrypted", "The document is encrypted", repair="Save it without a password.")
        if len(document.pages) > MOST_PAGES:
            reason = f"The document has more than {MOST_PAGES} pages"
            raise Refusal("too_large", reason, repair="Cut it into one document per article.")
        pages = [page.extract_text() for page in document.pages]
    except (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise damaged(error) from error
    except (RecursionError, OverflowError, AssertionError, NotImplementedError, OSError) as error:
        raise damaged(error) from error
    return BROKEN_WORD.sub("", "\n\n".join(pages))


FORM = Form(says="a PDF document", version="2", recognise=recognise, cut=cut_by(text_of), read=read_by(text_of, "pdf"))
