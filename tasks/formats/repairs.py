"""Repairs of decoded text, each with its name: mojibake, invisible characters, spaces, line ends, composition."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

import ftfy

from tasks.sources.refusal import Refusal

MAXIMUM_COMBINING_MARKS = 30
"""Longest run of combining marks in a text meant to be read (UAX 15, Stream-Safe Text Format, D3).

Bringing longer runs into canonical order takes time that grows with their square.
"""


def misread_class(encoding: str, first: int, last: int) -> str:
    """Write the characters that a range of bytes gives in an encoding, and in Latin-1, as a class of a pattern."""
    numbers = range(first, last + 1)
    misread = "".join(bytes([number]).decode(encoding, "ignore") for number in numbers)
    return f"[{re.escape(misread)}{re.escape(''.join(map(chr, numbers)))}]"


def misread_pattern(encoding: str) -> str:
    """Write the pattern of UTF-8 read as a single-byte encoding: `â€œ` for `“` in Windows-1252."""
    tail = misread_class(encoding, 0x80, 0xBF)
    two, three, four = (
        misread_class(encoding, first, last) for first, last in ((0xC2, 0xDF), (0xE0, 0xEF), (0xF0, 0xF4))
    )
    return f"(?:{two}{tail}|{three}{tail}{{2}}|{four}{tail}{{3}})+"


MISREAD = tuple(re.compile(misread_pattern(encoding)) for encoding in ("cp1252", "mac_roman"))
MISREAD_CONTROL = re.compile(r"[\x80\x82-\x8c\x8e\x91-\x9c\x9e\x9f]")
"""Bytes of Windows-1252 that became control characters when they were read as Latin-1: `Russia\\x92s`."""

FORM_FEED = re.compile(r"[\f\v]")
LINE_END = re.compile(r"\r\n?|[\u2028\u2029]")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
SOFT_HYPHEN = re.compile("\u00ad")
ZERO_WIDTH = re.compile("[\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]")
EXOTIC_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
POSSIBLY_COMBINING = re.compile("[\u0300-\u1fff\u20d0-\u20ff\u2c00-\U0010ffff]")


def repair_mojibake(text: str) -> str:
    """Give back the characters that were read in the wrong encoding, where no other reading makes sense."""
    for pattern in MISREAD:
        text = pattern.sub(repair_misread, text)
    return MISREAD_CONTROL.sub(repair_misread_control, text)


def repair_misread(match: re.Match[str]) -> str:
    """Return what a run of misread characters stood for; ftfy leaves it alone where it is not certain."""
    return repaired_run(match[0])


@lru_cache(maxsize=10_000)
def repaired_run(run: str) -> str:
    """Ask ftfy for one run, and remember its answer: a text repeats the same few."""
    return ftfy.fix_encoding(run)


def repair_misread_control(match: re.Match[str]) -> str:
    """Return the character of Windows-1252 that a control character stands for."""
    return match[0].encode("latin-1").decode("cp1252")


def compose(text: str) -> str:
    """Bring the text into Unicode's composed form (NFC)."""
    if POSSIBLY_COMBINING.search(text):
        refuse_stacked_marks(text)
    return unicodedata.normalize("NFC", text)


def refuse_stacked_marks(text: str) -> None:
    """Refuse a run of combining marks that no script writes."""
    stacked = stacked_marks().search(text)
    if stacked:
        raise Refusal(
            "stacked_marks",
            f"The text has {len(stacked[0])} combining marks in a row, which no script writes",
            repair="Get an undamaged copy of the file, or remove the marks.",
            start_char=stacked.start(),
        )


@cache
def stacked_marks() -> re.Pattern[str]:
    """Compile the pattern of too many combining marks in a row; built on first use, for it asks 130,000 characters."""
    marks = "".join(char for char in map(chr, range(0x300, 0x1F000)) if unicodedata.combining(char))
    return re.compile(f"[{marks}]{{{MAXIMUM_COMBINING_MARKS + 1},}}")


def replace_line_ends(text: str) -> str:
    """End every line with a line feed."""
    return LINE_END.sub("\n", text)


def replace_form_feeds(text: str) -> str:
    """Begin a new line where a page ended."""
    return FORM_FEED.sub("\n", text)


def remove_controls(text: str) -> str:
    """Remove control characters but for tabs and line feeds."""
    return CONTROL.sub("", text)


def remove_soft_hyphens(text: str) -> str:
    """Remove the hyphens that show only where a line breaks."""
    return SOFT_HYPHEN.sub("", text)


def remove_zero_width(text: str) -> str:
    """Remove characters that take no room: zero-width spaces and joiners, direction marks, inner byte order marks."""
    return ZERO_WIDTH.sub("", text)


def replace_spaces(text: str) -> str:
    """Write no-break spaces and those of odd width as plain ones."""
    return EXOTIC_SPACE.sub(" ", text)


REPAIRS: dict[str, Callable[[str], str]] = {
    "line ends": replace_line_ends,
    "form feeds": replace_form_feeds,
    "mojibake": repair_mojibake,
    "control characters": remove_controls,
    "soft hyphens": remove_soft_hyphens,
    "zero-width characters": remove_zero_width,
    "spaces": replace_spaces,
    "composition": compose,
}
"""Every repair by its name, in order: mojibake before those that would remove half of a misread character."""

ASCII_REPAIRS = ("line ends", "form feeds", "control characters")
"""Those that a text in ASCII can need."""
