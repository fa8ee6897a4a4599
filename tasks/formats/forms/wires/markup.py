"""Elements of the loose SGML in which newswire was distributed, found by their tags: no parser of XML takes it."""

import html
import re
from functools import cache

from tasks.formats.text.encodings import decode_bytes
from tasks.sources.refusal import Refusal, excerpt_of

TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")


def decoded(content: bytes) -> tuple[str, str, tuple[str, ...]]:
    """Return a story's text, its encoding, and what is doubtful of it.

    The wires sent ASCII, and lines had noise: a single byte beyond it, which fits no encoding, is no reason to lose a
    story, and is read as Latin-1 with a note.
    """
    try:
        text, encoding, _ = decode_bytes(content)
    except Refusal as refusal:
        if refusal.rule not in {"unknown_encoding", "broken_encoding"}:
            raise
        return content.decode("latin-1"), "latin-1", ("encoding uncertain: bytes that are noise of the line",)
    return text, encoding, ()


@cache
def element_pattern(name: str) -> re.Pattern[str]:
    """Compile the pattern of an element's content."""
    return re.compile(rf"<{name}(?:\s[^<>]*)?>(.*?)</{name}\s*>", re.IGNORECASE | re.DOTALL)


def element(text: str, *names: str) -> str | None:
    """Return the content of the first element of any of the names, in their order, markup included."""
    matches = (element_pattern(name).search(text) for name in names)
    return next((match[1] for match in matches if match), None)


def elements_of(text: str, name: str) -> list[str]:
    """Return the content of every element of a name."""
    return element_pattern(name).findall(text)


def characters(content: str | None) -> str | None:
    """Return an element's characters: tags within it are left out, entities stand for their characters."""
    return html.unescape(TAG.sub(" ", content)) if content else content


@cache
def attribute_pattern(name: str) -> re.Pattern[str]:
    """Compile the pattern of an attribute's value."""
    return re.compile(rf"""\b{name}\s*=\s*["']?([^"'<>\s]*)""", re.IGNORECASE)


def attribute(tag: str, name: str) -> str | None:
    """Return an attribute's value of a tag."""
    match = attribute_pattern(name).search(tag)
    return (match[1] or None) if match else None


def require_end(text: str, name: str) -> None:
    """Refuse a story that lacks its closing tag: it was cut off, or ran into the next."""
    if not re.search(rf"</{name}\s*>\s*$", text, re.IGNORECASE):
        raise Refusal(
            "cut_off",
            f"The story has no closing tag </{name}>: its end is missing",
            repair="Get an undamaged copy of the file.",
            excerpt=excerpt_of(text[-100:]),
        )
