"""Cuts a stream at the places where articles begin, with one of them in memory at a time."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tasks.sources.budget import Readable
from tasks.sources.parts import Cut, Part
from tasks.sources.reading import TOO_LARGE
from tasks.sources.refusal import Refusal, excerpt_of

CHUNK_BYTES = 1 << 20
MARGIN = 2_048
"""Bytes that the mark of an article's beginning takes at most: it may lie across two chunks."""

SHOWN_BYTES = 400
MOST_ENVELOPE_BYTES = 65_536
DECLARATION = re.compile(rb"<[?!][^>]*>|\x00|\x1a")
"""What may stand between articles and means nothing: declarations, comments, and marks of a file's end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of a file from one beginning to the next; of one that is too large only the first bytes are kept."""

    start_byte: int
    content: bytes
    is_too_large: bool = False


def segments(stream: Readable, start: re.Pattern[bytes], most: int) -> Iterator[Segment]:
    """Yield the stretches of a stream that `start` divides; the first may be what stands before all articles."""
    buffer, passed, scanned, kept = b"", 0, 1, b""
    while True:
        chunk = stream.read(CHUNK_BYTES)
        buffer += chunk
        limit = len(buffer) - MARGIN if chunk else len(buffer)
        begin = 0
        for match in start.finditer(buffer, scanned):
            if match.start() >= limit:
                break
            yield segment(passed + begin, buffer[begin : match.start()], kept, most)
            begin, kept = match.start(), b""
        buffer, passed = buffer[begin:], passed + begin
        if not chunk:
            break
        if len(buffer) > most + MARGIN:
            kept = kept or buffer[:SHOWN_BYTES]
            passed += len(buffer) - MARGIN - 1
            buffer = buffer[-MARGIN - 1 :]
        scanned = max(len(buffer) - MARGIN, 1)
    if buffer:
        yield segment(passed, buffer, kept, most)


def segment(start_byte: int, content: bytes, kept: bytes, most: int) -> Segment:
    """Make a segment; `kept` are the first bytes of one of which the rest was let go."""
    if kept or len(content) > most:
        return Segment(start_byte=start_byte, content=kept or content[:SHOWN_BYTES], is_too_large=True)
    return Segment(start_byte=start_byte, content=content)


def oversized(locator: str, most: int) -> Part:
    """Make the part of an article that is larger than any is."""
    reason = f"The article has more than the {most:,} bytes allowed, or lacks its end"
    return Part(
        locator=locator,
        problem=Refusal(TOO_LARGE, reason, repair="Mend the file, or raise `max_file_bytes` in the configuration."),
    )


def whole_part(locator: str, content: bytes, most: int, *, is_too_large: bool) -> Part:
    """Make the part of an article, or that of one that is too large."""
    return oversized(locator, most) if is_too_large else Part(locator=locator, content=content)


def some(parts: Iterable[Part], reason: str) -> Iterator[Part]:
    """Yield parts; refuse a file without any, by what it is."""
    is_empty = True
    for part in parts:
        is_empty = False
        yield part
    if is_empty:
        raise Refusal("empty_container", reason, repair="Leave it out.")


def stray(content: bytes, *, start_byte: int) -> Iterator[Part]:
    """Yield what stands between articles and belongs to none, if it means anything."""
    left = DECLARATION.sub(b"", content).strip()
    if left:
        reason = "Between the file's articles stands text that belongs to none of them"
        problem = Refusal(
            "stray_text",
            reason,
            repair="Look whether an article's first or last line is damaged, and mend it.",
            excerpt=excerpt_of(left[:SHOWN_BYTES].decode("latin-1")),
        )
        yield Part(locator=f"byte {start_byte}", problem=problem)


def elements(
    name: str, *, identified_by: str | None = None, suffix: bytes | None = None, is_case_sensitive: bool = False
) -> Cut:
    """Return what cuts a file at each element of a name: `<DOC>…</DOC>`.

    `identified_by` is a pattern whose first group is the article's identifier; without one, or where it is not found,
    articles are numbered. With a `suffix`, what stands before the first element and the suffix enclose each part, so
    that it is a whole document again; what stands between elements is then the envelope's.
    """
    flags = re.NOFLAG if is_case_sensitive else re.IGNORECASE
    start = re.compile(rf"<{name}(?=[\s>/])".encode(), flags)
    end = re.compile(rf"</{name}\s*>".encode(), flags)
    identifier = re.compile(identified_by.encode(), re.IGNORECASE) if identified_by else None

    def cut(stream: Readable, most: int) -> Iterator[Part]:
        number, envelope = 0, b""
        for found in segments(stream, start, most):
            if not start.match(found.content):
                envelope = found.content
                if suffix is None:
                    yield from stray(found.content, start_byte=found.start_byte)
                continue
            number += 1
            match = identifier.search(found.content[:SHOWN_BYTES]) if identifier else None
            locator = match[1].decode("latin-1").strip() if match else str(number)
            if found.is_too_large or len(envelope) > MOST_ENVELOPE_BYTES:
                yield oversized(locator, most)
                continue
            ending = end.search(found.content)
            stop = ending.end() if ending else len(found.content)
            yield Part(
                locator=locator,
                content=found.content[:stop] if suffix is None else envelope + found.content[:stop] + suffix,
            )
            if suffix is None:
                yield from stray(found.content[stop:], start_byte=found.start_byte + stop)

    return cut


def beginnings(
    start: re.Pattern[bytes], locate: Callable[[bytes, int], str], *, cover: re.Pattern[bytes] | None = None
) -> Cut:
    """Return what cuts a file where a pattern says that an article begins; `locate` names it by content and number.

    What a `cover` matches at the file's beginning belongs to no article, and is passed over.
    """

    def cut(stream: Readable, most: int) -> Iterator[Part]:
        number = 0
        for found in segments(stream, start, most):
            if not found.content.strip():
                continue
            if not start.match(found.content):
                covered = cover.match(found.content) if cover and not found.start_byte else None
                yield from stray(found.content[covered.end() if covered else 0 :], start_byte=found.start_byte)
                continue
            number += 1
            locator = locate(found.content, number)
            yield whole_part(locator, found.content, most, is_too_large=found.is_too_large)

    return cut


def endings(end: re.Pattern[bytes], *, rest: re.Pattern[bytes] | None = None) -> Cut:
    """Return what cuts a file after each line that ends an article; what a `rest` matches after the last is none."""

    def cut(stream: Readable, most: int) -> Iterator[Part]:
        number, before, is_too_large = 1, b"", False
        for found in segments(stream, end, most):
            line = end.match(found.content)
            stop = line.end() if line else 0
            if line and before.strip():
                yield whole_part(str(number), before + found.content[:stop], most, is_too_large=is_too_large)
                number += 1
            before, is_too_large = found.content[stop:], found.is_too_large
        if before.strip() and not (rest and rest.match(before)):
            yield whole_part(str(number), before, most, is_too_large=is_too_large)

    return cut
