"""The text of a document, once it is out of it, as an article; and what is demanded of documents that are packed."""

import io
import zipfile
from collections.abc import Callable

from tasks.formats import monitor, plain
from tasks.formats.forms.form import Reading
from tasks.formats.text import normalise
from tasks.sources.refusal import Refusal

MOST_UNPACKED_BYTES = 100_000_000
MOST_RATIO = 200
"""How much larger a document's parts may become by unpacking: text shrinks to a tenth, a bomb to a thousandth."""


def read_by(text_of: Callable[[bytes], str], encoding: str) -> Callable[[bytes], Reading]:
    """Return what reads a document as an article: with a header where it has one, as plain text otherwise."""

    def read(content: bytes) -> Reading:
        text, repairs = normalise(text_of(content))
        if not text.strip():
            raise Refusal(
                "body_missing", "The document holds no text", repair="Leave it out; a scan must be read first."
            )
        parse = monitor.parse if monitor.recognise(text) else plain.parse
        return Reading(text=text, parsed=parse(text), encoding=encoding, repairs=repairs)

    return read


def unpacked(content: bytes) -> zipfile.ZipFile:
    """Open a packed document; refuse one that is damaged, encrypted, holds macros or unpacks without bound."""
    try:
        document = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        raise damaged(error) from error
    size = sum(info.file_size for info in document.infolist())
    if size > MOST_UNPACKED_BYTES or size > max(1_000_000, MOST_RATIO * len(content)):
        raise Refusal("too_large", "The document unpacks to more than any article takes", repair="Save its text alone.")
    if any(info.flag_bits & 0x1 for info in document.infolist()):
        raise Refusal("encrypted", "The document is encrypted", repair="Save it without a password.")
    if any(info.filename.endswith("vbaProject.bin") for info in document.infolist()):
        raise Refusal("macros", "The document holds macros", repair="Save it as .docx without macros, and ingest that.")
    return document


def damaged(error: Exception) -> Refusal:
    """Make the refusal of a document that cannot be opened."""
    return Refusal(
        "damaged_document", f"The document is damaged ({error})", repair="Get an undamaged copy, or save its text."
    )


def cut_off(what: str) -> Refusal:
    """Make the refusal of a document that lacks its end."""
    return Refusal("cut_off", f"The document is not whole: {what}", repair="Get it whole.")
