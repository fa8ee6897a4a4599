"""Repairs of decoded text, each with its name: mojibake, markup, invisible characters, spaces, composition."""

import html
import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

import ftfy

from tasks.formats.text.raised import without_note_marks
from tasks.formats.text.shown import as_shown
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

CUT_QUOTE = re.compile(r"â€(?=[\s.,;:!?)\]]|$)")
"""`â€` for `”`, whose third byte has no character in Windows-1252 and was lost; only beside a `“` or another repair."""

ENTITY = re.compile(r"&(?:#[0-9]{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z][A-Za-z0-9]{1,30});")
"""A character reference of HTML, with its semicolon: `AT&T` holds none."""
BLOCKS = "p|div|h[1-6]|ul|ol|table|blockquote|article|section|header|footer|pre"
LINES = "br|hr|li|tr|dt|dd"
CELLS = "td|th"
INLINE = "a|abbr|b|big|center|cite|code|em|font|i|img|q|s|small|span|strike|strong|sub|sup|tbody|thead|tt|u|wbr"
TAG = re.compile(rf"</?(?P<name>{BLOCKS}|{LINES}|{CELLS}|{INLINE})(?P<rest>\s[^<>]{{0,500}})?\s*/?>", re.IGNORECASE)
ALONE = re.compile(r"br|hr|img|wbr", re.IGNORECASE)
"""Elements that are never closed."""
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
MARKUP = re.compile(
    r"<!DOCTYPE\b|<\?xml\b|<(?:html|head|body|script|style|rss|iframe)\b[^<>]*>|</[a-z][\w:-]*>", re.IGNORECASE
)
"""What is left of a page or of other markup, and cannot be told from text: a closing tag, a script, a style sheet."""

COMPATIBLE = re.compile("[\ufb00-\ufb06\uff01-\uff5e]")
"""Ligatures of two letters, and full-width letters, digits and signs."""

FORM_FEED = re.compile(r"[\f\v]")
LINE_END = re.compile(r"\r\n?|[\u2028\u2029]")
CONTROL = re.compile(r"\x1b\[[0-9;]{0,20}[A-Za-z]|[\x00-\x08\x0e-\x1f\x7f-\x9f]")
"""Control characters, and whole commands to a terminal, such as that for red (ECMA-48, 5.4)."""
SOFT_HYPHEN = re.compile("\u00ad")
ZERO_WIDTH = re.compile("[\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]")
EXOTIC_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
POSSIBLY_COMBINING = re.compile("[\u0300-\u1fff\u20d0-\u20ff\u2c00-\U0010ffff]")


def repair_mojibake(text: str) -> str:
    """Give back the characters that were read in the wrong encoding, where no other reading makes sense."""
    for pattern in MISREAD:
        text = pattern.sub(repair_misread, text)
    if "“" in text:
        text = CUT_QUOTE.sub("”", text)
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


def replace_entities(text: str) -> str:
    """Write the characters that entities of HTML stand for: `&amp;`, `&#8217;`; unknown ones stay."""
    return ENTITY.sub(lambda match: html.unescape(match[0]), text) if "&" in text else text


def remove_tags(text: str) -> str:
    """Set line and paragraph breaks in place of tags of HTML, nothing in place of those within a line.

    What is struck out or hidden goes with its tags. Raise `Refusal` where other markup is left, which cannot be told
    from text. `<S>` is a ticker of Reuters unless the element is closed somewhere.
    """
    if "<" not in text:
        return text
    text = as_shown(text)
    closed = {name.lower() for name in re.findall(r"</(\w+)\s*>", text)}
    plain = TAG.sub(lambda match: break_for(match, closed), COMMENT.sub("", text))
    left = MARKUP.search(plain)
    if left:
        raise Refusal(
            "markup",
            f"The file is a page or another text with markup, which would be read as words: {left[0][:40]!r}",
            repair="Save its text alone, without tags, and ingest it again.",
            start_char=left.start(),
        )
    return plain


def break_for(tag: re.Match[str], closed: set[str]) -> str:
    """Return the break that a tag stands for; what is no tag stays as it is."""
    name = tag["name"].lower()
    if name not in closed and not tag["rest"] and not ALONE.fullmatch(name):
        return tag[0]
    if re.fullmatch(BLOCKS, name):
        return "\n\n"
    return "\n" if re.fullmatch(LINES, name) else " " if re.fullmatch(CELLS, name) else ""


def replace_compatible(text: str) -> str:
    """Write ligatures as their letters, and full-width letters and digits in their usual width."""
    return COMPATIBLE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)


def replace_line_ends(text: str) -> str:
    """End every line with a line feed."""
    return LINE_END.sub("\n", text)


def replace_form_feeds(text: str) -> str:
    """Begin a new line where a page ended."""
    return FORM_FEED.sub("\n", text)


def remove_controls(text: str) -> str:
    """Remove control characters but for tabs and line feeds, with what they command a terminal to do."""
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
    "HTML entities": replace_entities,
    "HTML tags": remove_tags,
    "control characters": remove_controls,
    "soft hyphens": remove_soft_hyphens,
    "zero-width characters": remove_zero_width,
    "spaces": replace_spaces,
    "ligatures and full-width forms": replace_compatible,
    "composition": compose,
    "marks of notes": without_note_marks,
}
"""Every repair by its name, in order: mojibake before those that would remove half of a misread character."""

ASCII_REPAIRS = ("line ends", "form feeds", "HTML entities", "HTML tags", "control characters")
"""Those that a text in ASCII can need."""
