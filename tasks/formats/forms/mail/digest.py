"""Messages that hold messages: a digest of a mailing list is cut by its own rules."""

import re
from collections.abc import Iterator
from email.message import EmailMessage, Message

from tasks.formats.forms.mail.message import identifier, parsed
from tasks.sources.budget import Readable
from tasks.sources.parts import Part
from tasks.sources.refusal import Refusal

PREAMBLE_RULE = re.compile(rb"\r?\n-{70}\r?\n")
RULE = re.compile(rb"\r?\n\r?\n-{30}\r?\n\r?\n")
"""The lines of 70 and of 30 dashes that enclose and divide the messages of a digest (RFC 1153)."""

ENDING = re.compile(rb"\s*End of .{0,200}\s*\*{3,}\s*\Z", re.DOTALL)


def cut(stream: Readable, most: int) -> Iterator[Part] | None:
    """Cut a message that is a digest; None for one that is not."""
    parts = list(parts_of(stream.read(most + 1), name="message"))
    return iter(parts) if len(parts) > 1 else None


def parts_of(content: bytes, *, name: str) -> Iterator[Part]:
    """Yield a message as one part, or the messages of a digest; `name` stands for one without an identifier."""
    try:
        message = parsed(content)
        locator = identifier(message) or name
        held = list(messages_in(message, content))
    except (Refusal, ValueError, LookupError, TypeError, AttributeError):
        locator, held = name, []  # whoever reads it says what is wrong
    if not held:
        yield Part(locator=locator, content=content)
    for number, inner in enumerate(held, start=1):
        yield Part(locator=f"{locator}.{number}", content=inner)


def messages_in(message: EmailMessage, content: bytes) -> Iterator[bytes]:
    """Yield the messages that a digest holds, by either rule; none of any other message."""
    if message.get_content_type() == "multipart/digest":
        for part in message.iter_parts():
            inner = part.get_payload()
            if isinstance(inner, list) and inner and isinstance(inner[0], Message):
                yield inner[0].as_bytes()
        return
    _, *bodies = PREAMBLE_RULE.split(content, maxsplit=1)
    if not bodies or not RULE.search(bodies[0]):
        return
    pieces = [piece.strip() for piece in RULE.split(bodies[0])]
    for piece in pieces:
        if piece and not ENDING.match(piece):
            yield piece + b"\n"
