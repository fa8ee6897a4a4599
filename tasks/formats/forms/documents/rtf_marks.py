r"""What RTF hides, deletes and raises: put so that `striprtf`, which passes over such marks, gives what is shown.

Words of the Rich Text Format 1.9: `\v` is hidden, `\deleted` was deleted while changes were tracked, `\super` and `\up`
raise, `\nosupersub` and `\plain` end it; a group ends what began in it.
"""

import re
from dataclasses import dataclass, replace

from tasks.formats.forms.documents.prose import cut_off
from tasks.formats.text.raised import raised

TOKEN = re.compile(
    r"\\(?P<word>[a-z]{1,32})(?P<number>-?\d{1,10})?[ ]?|\\'[0-9a-f]{2}|\\[^a-z]|[{}]|[^\\{}]+", re.IGNORECASE
)
MARKS = re.compile(r"\\(?:v|deleted|super|up)(?![a-z])")
BINARY = re.compile(r"(?<!\\)(?P<escaped>(?:\\\\)*)\\bin(?P<length>\d{1,10})[ ]?")
"""The word before so many bytes of a picture or an object, which are no markup whatever they look like."""
CHARACTER_SETS = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
"""The character sets that a document's first words name besides ANSI's; `\ansicpg10000` is Apple's once more."""

APPLE_PAGE = re.compile(r"\\ansicpg10000(?!\d)[ ]?")


@dataclass(frozen=True, slots=True)
class Look:
    """How characters look: unseen, whether hidden or deleted, and raised."""

    is_hidden: bool = False
    is_deleted: bool = False
    is_raised: bool = False


def encoding_of(markup: str) -> str | None:
    """Return the encoding of a document that is in none of ANSI's code pages."""
    named = re.match(r"\{\\rtf\d*(?:\\ansi)?[ \r\n]*\\(mac|pca?)(?![a-z])", markup.lstrip())
    if named:
        return CHARACTER_SETS[named[1]]
    return "mac_roman" if APPLE_PAGE.search(markup[:1000]) else None


def without_binaries(markup: str) -> str:
    """Return a document's markup, a character a byte, without the bytes of pictures and objects in it.

    Raise `Refusal` where one of them is told to go on beyond the document's end.
    """
    parts, position = [], 0
    while binary := BINARY.search(markup, position):
        parts.append(markup[position : binary.end("escaped")])
        position = binary.end() + int(binary["length"])
        if position > len(markup):
            raise cut_off("a picture or an object in it ends after its last byte")
    parts.append(markup[position:])
    return "".join(parts)


def as_shown(markup: str) -> str:
    """Return a document's markup without the characters that it does not show, raised digits as Unicode's."""
    if not MARKS.search(markup):
        return markup
    parts: list[str] = []
    looks = [Look()]
    for token in TOKEN.finditer(markup):
        text, word = token[0], token["word"]
        if text == "{":
            looks.append(looks[-1])
        elif text == "}":
            looks[1:] = looks[1:-1]
        elif word:
            looks[-1] = changed(looks[-1], word.lower(), token["number"])
        elif looks[-1].is_hidden or looks[-1].is_deleted:
            continue
        elif looks[-1].is_raised and not text.startswith("\\"):
            text = "".join(character if character.isascii() else f"\\u{ord(character)}?" for character in raised(text))
        parts.append(text)
    return "".join(parts)


def changed(look: Look, word: str, number: str | None) -> Look:
    """Return how characters look after a control word."""
    is_on = number != "0"
    match word:
        case "v":
            return replace(look, is_hidden=is_on)
        case "deleted":
            return replace(look, is_deleted=is_on)
        case "super" | "up":
            return replace(look, is_raised=is_on)
        case "nosupersub" | "sub" | "dn":
            return replace(look, is_raised=False)
        case "plain":
            return replace(look, is_hidden=False, is_deleted=False, is_raised=False)
        case _:
            return look
