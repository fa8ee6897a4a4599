"""CSV (RFC 4180): a header, then a row an article; columns are separated by commas, semicolons, tabs or bars."""

import csv
import re
from collections.abc import Iterator

from tasks.formats.forms.composing import compose
from tasks.formats.forms.cutting import CHUNK_BYTES, oversized
from tasks.formats.forms.form import Columns, Form, Head, Reading
from tasks.formats.forms.tables.columns import story_of
from tasks.formats.text import decode
from tasks.sources.budget import Readable
from tasks.sources.parts import Part
from tasks.sources.refusal import Refusal, excerpt_of

SEPARATORS = ",;\t|"
NAME = re.compile(r"\s*\"?[A-Za-z_][\w .-]{0,30}\"?\s*")
TELLING = frozenset(
    [
        "text",
        "body",
        "content",
        "article",
        "title",
        "headline",
        "date",
        "published",
        "published_on",
        "publication",
        "source",
        "url",
        "link",
        "id",
        "author",
        "byline",
        "section",
        "language",
        "page",
    ]
)
"""Names of columns, one of which a table of articles has."""


def recognise(head: Head) -> bool:
    """Tell whether a text begins with names of columns, one that tells of articles, and a row of as many."""
    header, _, rest = head.start.partition("\n")
    separator = separator_of(header)
    names = header.split(separator) if separator else []
    if len(names) < 2 or not all(NAME.fullmatch(name) for name in names) or len(set(names)) < len(names):
        return False
    if not {name.strip(' "').lower() for name in names} & TELLING or not rest.split("\n")[0].strip():
        return False
    return len(next(csv.reader(rest.split("\n"), delimiter=separator), [])) == len(names)


def separator_of(header: str) -> str:
    """Return what separates columns: the sign that stands oftenest in the header; empty where none does."""
    best = max(SEPARATORS, key=header.count)
    return best if best in header else ""


def cut(stream: Readable, most: int) -> Iterator[Part]:
    """Cut a table into tables of one row, each below the header."""
    lines = lines_of(stream, most)
    header, number = next(lines, b""), 0
    record: list[bytes] = []
    size, quotes = 0, 0
    for line in lines:
        size += len(line)
        quotes += line.count(b'"')
        if size <= most:
            record.append(line)
        if quotes % 2 and size <= most:
            continue
        number += bool(b"".join(record).strip())
        if size > most:
            yield oversized(str(number), most)
        elif b"".join(record).strip():
            yield Part(locator=str(number), content=header.rstrip(b"\r\n") + b"\n" + b"".join(record))
        record, size, quotes = [], 0, 0
    if record:
        yield Part(locator=str(number + 1), content=header.rstrip(b"\r\n") + b"\n" + b"".join(record))


def lines_of(stream: Readable, most: int) -> Iterator[bytes]:
    """Yield the lines of a stream with their ends; one that is too long comes in pieces."""
    buffer = b""
    while chunk := stream.read(CHUNK_BYTES):
        *lines, buffer = (buffer + chunk).split(b"\n")
        yield from (line + b"\n" for line in lines)
        if len(buffer) > most:
            yield buffer
            buffer = b""
    if buffer:
        yield buffer


def read(content: bytes, columns: Columns) -> Reading:
    """Read the row below a header, or raise `Refusal` where it has more or fewer columns."""
    decoded = decode(content)
    header, _, rest = decoded.text.lstrip().partition("\n")
    separator = separator_of(header) or ","
    names = [name.strip() for name in next(csv.reader([header], delimiter=separator))]
    try:
        rows = [row for row in csv.reader(rest.splitlines(keepends=True), delimiter=separator, strict=True) if row]
    except csv.Error as error:
        raise broken(rest, f"it is damaged ({error})") from error
    if len(rows) != 1 or len(rows[0]) != len(names):
        count = len(rows[0]) if rows else 0
        raise broken(rest, f"it has {count} columns, and its header {len(names)}")
    row = dict(zip(names, rows[0], strict=True))
    return compose(story_of(row, columns), encoding=decoded.encoding, repairs=decoded.repairs)


def broken(text: str, reason: str) -> Refusal:
    """Make the refusal of a row that cannot be read."""
    return Refusal(
        "damaged_row", f"The row cannot be read: {reason}", repair="Export it again.", excerpt=excerpt_of(text)
    )


FORM = Form(says="a table (CSV)", recognise=recognise, cut=cut, read_row=read, version="4", rule="data")
