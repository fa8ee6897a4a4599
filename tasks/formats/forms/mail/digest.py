"""Messages that hold messages: a digest of a mailing list, which is cut by its own rules, and letters forwarded."""

import re
from collections.abc import Iterator
from email.message import EmailMessage, Message

from tasks.formats.forms.mail.message import ENCLOSED, identifier, parsed
from tasks.sources.budget import Readable
from tasks.sources.parts import Part
from tasks.sources.refusal import Refusal

PREAMBLE_RULE = re.compile(rb"\r?\n-{70}\r?\n")
RULE = re.compile(rb"\r?\n\r?\n-{30}\r?\n\r?\n")
"""The lines of 70 and of 30 dashes that enclose and divide the messages of a digest (RFC 1153)."""

ENDING = re.compile(rb"\s*End of .{0,200}\s*\*{3,}\s*\Z", re.DOTALL)


def cut(stream: Readable, most: int) -> Iterator[Part] | None:
    """Cut a message that is a digest or encloses others; None for one that is an article."""
    content = stream.read(most + 1)
    parts = list(parts_of(content, name="message"))
    return None if [part.content for part in parts] == [content] else iter(parts)


def parts_of(content: bytes, *, name: str) -> Iterator[Part]:
    """Yield a message, then those that it encloses, or the messages of a digest alone.

    `name` stands for a message without an identifier. What only carries others says nothing itself.
    """
    try:
        message = parsed(content)
        locator = identifier(message) or name
        held, enclosed = list(messages_in(message, content)), enclosed_in(message)
        is_article = not held and not (enclosed and is_without_text(message))
    except (Refusal, ValueError, LookupError, TypeError, AttributeError):
        locator, held, enclosed, is_article = name, [], [], True  # whoever reads it says what is wrong
    if is_article:
        yield Part(locator=locator, content=content)
    for number, inner in enumerate([*held, *enclosed], start=1):
        yield Part(locator=f"{locator}.{number}", content=inner)


def enclosed_in(message: EmailMessage) -> list[bytes]:
    """Return the messages that one encloses, as mail programs forward them, and those in these."""
    found: list[bytes] = []
    for part in message.walk() if message.get_content_type() == "multipart/mixed" else ():
        inner = part.get_payload() if part.get_content_type() == ENCLOSED else None
        if isinstance(inner, list) and inner and isinstance(inner[0], Message):
            found.append(inner[0].as_bytes())
    return found


def is_without_text(message: EmailMessage) -> bool:
    """Tell whether a message has no text of its own."""
    part = message.get_body(preferencelist=("plain", "html"))
    payload = part.get_payload(decode=True) if part else None
    return not isinstance(payload, bytes) or not payload.strip()


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
