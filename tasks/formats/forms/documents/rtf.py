"""Rich Text Format 1.9, by `striprtf`."""

import re

from tasks.formats.forms.documents.prose import cut_off, damaged, read_by
from tasks.formats.forms.documents.rtf_marks import APPLE_PAGE, as_shown, encoding_of, without_binaries
from tasks.formats.forms.form import Form, Head
from tasks.formats.forms.vendors.exports import cut_by

CELL = re.compile(r"\\cell(?![a-z])")
"""The end of a table's cell: a tab divides cells, as in the rows of codes that Factiva writes."""


def recognise(head: Head) -> bool:
    """Tell whether a file begins as RTF does."""
    return head.without_mark.lstrip().startswith(b"{\\rtf")


def text_of(content: bytes) -> str:
    """Return a document's text, a line a paragraph; raise `Refusal` where it is damaged."""
    if not content.rstrip(b"\0\x1a \t\r\n").endswith(b"}"):
        raise cut_off("its last brace is missing")
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - only such documents need it

    markup = CELL.sub(r"\\tab ", without_binaries(content.decode("latin-1")))
    encoding = encoding_of(markup)
    shown = as_shown(APPLE_PAGE.sub(" ", markup) if encoding else markup)
    try:
        text = rtf_to_text(shown, encoding=encoding or "cp1252", errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, TypeError, IndexError, AttributeError, RecursionError, OverflowError) as error:
        raise damaged(error) from error
    return str(text)


FORM = Form(says="an RTF document", version="4", recognise=recognise, cut=cut_by(text_of), read=read_by(text_of, "rtf"))
