"""DOCX (ECMA-376), by `python-docx`: paragraphs and rows of tables in their order."""

import io
import zipfile
import zlib

from tasks.formats.forms.documents.prose import damaged, read_by, unpacked
from tasks.formats.forms.form import Form, Head
from tasks.formats.forms.vendors.exports import cut_by


def recognise(head: Head) -> bool:
    """Tell whether a file is a Word document by the names of what is packed near its beginning."""
    return head.content.startswith(b"PK\x03\x04") and b"word/" in head.content


def text_of(content: bytes) -> str:
    """Return a document's text, a blank line between paragraphs; raise `Refusal` where it is damaged."""
    unpacked(content).close()
    import docx  # noqa: PLC0415 - only such documents need it
    from docx.table import Table  # noqa: PLC0415
    from lxml.etree import LxmlError  # noqa: PLC0415

    try:
        document = docx.Document(io.BytesIO(content))
        lines = [
            "\n".join("\t".join(cell.text for cell in row.cells) for row in block.rows)
            if isinstance(block, Table)
            else block.text
            for block in document.iter_inner_content()
        ]
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, EOFError) as error:
        raise damaged(error) from error
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, LxmlError) as error:
        raise damaged(error) from error
    return "\n\n".join(lines)


FORM = Form(says="a Word document", recognise=recognise, cut=cut_by(text_of), read=read_by(text_of, "docx"))
