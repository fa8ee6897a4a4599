"""From the bytes of a file to the text that every offset refers to: decoded, repaired, and each repair named.

- `encodings`: which encoding bytes are in, by evidence.
- `raised`: digits above the line.
- `shown`: the text that HTML shows.
- `repairs`: repairs of decoded text, each with its name.
"""

import re
from dataclasses import dataclass

from tasks.formats.text.encodings import decode_bytes, rivals
from tasks.formats.text.repairs import ASCII_REPAIRS, REPAIRS
from tasks.sources.refusal import Refusal

TEXT_VERSION = "3"
"""Version of decoding, repairs, and of what makes two texts the same."""

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
MAXIMUM_CONTROL_SHARE = 0.1
"""Text holds hardly a control character; where one in ten is one, it is binary data that happens to hold no NUL."""

BYTE_ORDER_MARK = "byte order mark"
LOST_CHARACTERS = "characters lost before (U+FFFD)"
"""No repair, but said beside them: what stood there, no one can tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecodedText:
    """The normalised text of a file, the encoding it was read with, and the names of the repairs made."""

    text: str
    encoding: str
    repairs: tuple[str, ...]


def decode(content: bytes) -> DecodedText:
    """Decode the bytes of a file and repair its text; raise `Refusal` where they are no text."""
    decoded, encoding, had_mark = decode_bytes(content)
    refuse_control_share(decoded)
    text, repairs = normalise(decoded)
    if not text.strip():
        raise Refusal(
            "empty", "The file is empty" if not content else "The file holds no visible text", repair="Leave it out."
        )
    doubts = doubts_of(content, encoding) + (LOST_CHARACTERS,) * ("\ufffd" in text)
    return DecodedText(text=text, encoding=encoding, repairs=(BYTE_ORDER_MARK,) * had_mark + repairs + doubts)


def doubts_of(content: bytes, encoding: str) -> tuple[str, ...]:
    """Name the encodings in which the bytes would have read as well, but otherwise."""
    return tuple(f"encoding uncertain: {rival} reads as well" for rival in rivals(content, encoding))


def refuse_control_share(text: str) -> None:
    """Refuse text that is full of control characters."""
    count = len(CONTROL.findall(text))
    if count > MAXIMUM_CONTROL_SHARE * len(text):
        raise Refusal(
            "binary",
            f"The file is binary data, not text: {count} of its {len(text)} characters are control characters",
            repair="Leave it out, or convert it to a text file.",
        )


def normalise(text: str) -> tuple[str, tuple[str, ...]]:
    """Repair a text until nothing is left to repair; return it with the names of the repairs, in their order.

    One repair can uncover another: a zero-width space removed from within `â€œ` leaves a misread quotation mark.
    Each round but the last shortens what it uncovers, so that rounds are few.
    """
    made: set[str] = set()
    while True:
        before = text
        for name in ASCII_REPAIRS if text.isascii() else REPAIRS:
            repaired = REPAIRS[name](text)
            if repaired != text:
                made.add(name)
            text = repaired
        if text == before:
            return text, tuple(name for name in REPAIRS if name in made)
