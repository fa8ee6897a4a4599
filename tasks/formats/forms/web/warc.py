"""Archives of web pages: the records of a WARC that hold a page or its text (ISO 28500), an article each."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace

from tasks.formats.forms.composing import Story, compose
from tasks.formats.forms.cutting import some, whole_part
from tasks.formats.forms.days import day_of
from tasks.formats.forms.form import Form, Head, Reading
from tasks.formats.forms.web import page
from tasks.formats.text.encodings import decode_bytes
from tasks.sources.budget import Readable
from tasks.sources.parts import Part
from tasks.sources.refusal import Refusal, excerpt_of

FIRST = re.compile(rb"WARC/\d\.\d+[ \t]*\r?\n")
HEADER = re.compile(rb"(?im)^(?P<name>[\w-]+):[ \t]*(?P<value>.*?)[ \t]*\r?$")
HEADER_END = re.compile(rb"\r?\n\r?\n")
BOOKKEEPING = frozenset({"warcinfo", "request", "metadata", "revisit", "continuation"})
"""Types of records that hold no page: what the archive says of itself and of how pages were asked for."""

MOST_HEADER_BYTES = 65_536


def recognise(head: Head) -> bool:
    """Tell whether a file begins with a record."""
    return FIRST.match(head.without_mark) is not None


def cut(stream: Readable, most: int) -> Iterator[Part]:
    """Cut an archive into its records; those that only keep its books are passed over."""
    yield from some(records_of(stream, most), "The web archive holds no page and no text")


def records_of(stream: Readable, most: int) -> Iterator[Part]:
    """Yield the records that may hold a page."""
    buffer, number = b"", 0
    while True:
        while not (end := HEADER_END.search(buffer.lstrip())) and len(buffer) <= MOST_HEADER_BYTES:
            chunk = stream.read(MOST_HEADER_BYTES)
            if not chunk:
                break
            buffer += chunk
        buffer = buffer.lstrip()
        if not buffer:
            return
        number += 1
        told = headers_of(buffer[: end.end()]) if end else {}
        if not end or not FIRST.match(buffer) or not told.get("content-length", "").isdigit():
            yield Part(locator=str(number), problem=broken(buffer))
            return
        size = end.end() + int(told["content-length"])
        content, buffer, is_whole = taken(buffer, stream, size, most)
        locator = told.get("warc-record-id", str(number)).removeprefix("<urn:uuid:").rstrip(">")
        if told.get("warc-type") in BOOKKEEPING:
            continue
        if not is_whole:
            yield Part(locator=locator, problem=broken(content))
            return
        yield whole_part(locator, content + b"\r\n\r\n", most, is_too_large=size > most)


def taken(buffer: bytes, stream: Readable, size: int, most: int) -> tuple[bytes, bytes, bool]:
    """Take a record's bytes from buffer and stream: those kept, what follows, and whether it was whole."""
    kept = io.BytesIO()
    kept.write(buffer[: min(size, most + 1)])
    following, missing = buffer[size:], size - len(buffer)
    while missing > 0:
        chunk = stream.read(min(missing, 1 << 20))
        if not chunk:
            return kept.getvalue(), b"", False
        if kept.tell() <= most:
            kept.write(chunk)
        missing -= len(chunk)
    return kept.getvalue(), following, True


def headers_of(content: bytes) -> dict[str, str]:
    """Return a record's headers by lower-case name."""
    found = HEADER.finditer(content)
    return {match["name"].decode("latin-1").lower(): match["value"].decode("utf-8", "replace") for match in found}


def broken(content: bytes) -> Refusal:
    """Make the refusal of what should be a record and is none, or not whole."""
    shown = excerpt_of(content[:400].decode("latin-1"))
    return Refusal(
        "cut_off", "A record of the archive is not whole", repair="Get a complete copy of it.", excerpt=shown
    )


def read(content: bytes) -> Reading:
    """Read the page or the text of a record, or raise `Refusal`."""
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - only archives need it
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415

    try:
        record = next(iter(ArchiveIterator(io.BytesIO(content))))
        payload = record.content_stream().read()
        http = record.http_headers
        kind = (http.get_header("Content-Type") if http else record.rec_headers.get_header("Content-Type")) or ""
        url = record.rec_headers.get_header("WARC-Target-URI")
    except (ArchiveLoadFailed, StopIteration, ValueError, EOFError, OSError, AttributeError) as error:
        raise broken(content) from error
    if page.recognise(Head(payload)) or "html" in kind:
        text, encoding = page.decoded(payload)
        story = page.story_of(text)
    elif kind.startswith("text/plain"):
        text, encoding, _ = decode_bytes(payload)
        title, _, rest = text.strip().partition("\n")
        story = Story(title=title, paragraphs=[" ".join(line.split()) for line in rest.split("\n")])
    else:
        reason = f"The record holds {kind.partition(';')[0] or 'no page'}, not a page or text"
        raise Refusal("binary", reason, repair="Leave it out.")
    fetched = day_of(record.rec_headers.get_header("WARC-Date"))
    fields = {**story.fields, "url": url or story.fields.get("url"), "fetched_on": str(fetched) if fetched else None}
    return compose(replace(story, fields=fields), encoding=encoding)


FORM = Form(says="a web archive (WARC)", recognise=recognise, cut=cut, version="3", read=read)
