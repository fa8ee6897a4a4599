"""Binary files, by the bytes that they begin with, as a table has them; packed documents by what is in them."""

import csv
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tasks.formats.forms.form import Form, Head

TABLE = Path(__file__).with_name("signatures.csv")

REPAIRS = {
    "picture": "Leave it out; of a scanned page, ingest the text that a program for reading scans makes of it.",
    "sound": "Leave it out, or ingest a transcript of it.",
    "archive": "Unpack it, and ingest what is in it; .gz, .bz2, .xz, .zip and .tar are opened by their names' ends.",
    "document": "Save it as .docx, .rtf, .pdf or text with the program that made it, and ingest that.",
    "mailbox": "Export it as .mbox or .eml files, and ingest those.",
    "data": "Export its rows as CSV or JSON lines, and ingest those; docs/formats.md says how columns are named.",
    "program": "Leave it out.",
}
"""What to do with each kind of file."""

ZIP_START = b"PK\x03\x04"
OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument."
PACKED = (
    ("sheet", OPEN_DOCUMENT + b"spreadsheet", "an OpenDocument sheet", "data"),
    ("slides", OPEN_DOCUMENT + b"presentation", "an OpenDocument presentation", "document"),
    ("epub", b"mimetypeapplication/epub+zip", "an EPUB book", "document"),
    ("excel", b"xl/", "an Excel workbook", "data"),
    ("power_point", b"ppt/", "a PowerPoint presentation", "document"),
    ("pages", b"Index/Document.iwa", "a Pages document", "document"),
    ("zip", b"", "a ZIP archive or an Office document", "archive"),
)
"""What a ZIP archive holds near its beginning; the first that fits says what it is (ODF 1.3 part 2, EPUB OCF 4)."""


def forms() -> dict[str, Form]:
    """Return a form for each kind of binary file."""
    found = {name: refused(says, kind, partial(is_packed, mark)) for name, mark, says, kind in PACKED}
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            recognise = partial(begins, signature_pattern(row["signature"]), int(row["offset"]))
            found[row["name"]] = refused(row["says"], row["kind"], recognise)
    return found


def refused(says: str, kind: str, recognise: Callable[[Head], bool]) -> Form:
    """Make the form of a kind of binary file."""
    return Form(says=f"{says}, not text", recognise=recognise, rule="binary", repair=REPAIRS[kind])


def signature_pattern(signature: str) -> re.Pattern[bytes]:
    """Compile a signature: hexadecimal digits, with `??` for any byte."""
    pairs = re.findall("..", signature)
    return re.compile(b"".join(b"." if pair == "??" else re.escape(bytes.fromhex(pair)) for pair in pairs), re.DOTALL)


def begins(pattern: re.Pattern[bytes], offset: int, head: Head) -> bool:
    """Tell whether the bytes at an offset are those of a signature, in what is no text."""
    return pattern.match(head.without_mark, offset) is not None


def is_packed(mark: bytes, head: Head) -> bool:
    """Tell whether it is a ZIP archive that holds a mark near its beginning."""
    return head.content.startswith(ZIP_START) and mark in head.content
