"""Elements of the loose SGML in which newswire was distributed, found by their tags: no parser of XML takes it."""

import html
import re
from functools import cache

from tasks.sources.refusal import Refusal, excerpt_of

TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")


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
