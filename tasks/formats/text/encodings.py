"""Which encoding the bytes of a text are in, by evidence: UTF-8, UTF-16 or one of the single-byte encodings."""

import codecs
import re
import unicodedata
from itertools import islice

from tasks.sources.refusal import Refusal

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Each encoding's mark; those of UTF-32 first, because that of UTF-16 is the beginning of one of them."""

SINGLE_BYTE_ENCODINGS = (
    *("windows-1252", "mac-roman", "windows-1250", "iso-8859-2"),
    *("windows-1251", "koi8-r", "cp866"),
)
"""What a text that is not UTF-8 may be in, the more frequent first: it wins where the evidence is even."""

MULTIBYTE_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
PUNCTUATION_OF_UTF_8 = re.compile(rb"\xe2\x80[\x90-\xbf]")
"""Dashes, quotation marks and the ellipsis of UTF-8: in a Cyrillic encoding they are letters that no word has."""

REPAIRABLE = ("windows-1252", "mac-roman")
"""Encodings in which UTF-8 read by mistake is mended (`repairs`), so that a text may be in both."""

HIGH_BYTE = re.compile(rb"[\x80-\xff]")
NON_ASCII = re.compile(r"[^\x00-\x7f]")

MINIMUM_NUL_SHARE = 0.4
"""In UTF-16 every ASCII character carries one NUL, so that in European text nearly half of the bytes are NUL."""

MAXIMUM_FOREIGN_SHARE = 0.3
"""Most of English is ASCII; where a third is not, the text is in another script's encoding (KOI8, Windows-1251)."""

EVIDENCE_LIMIT = 20_000
"""Characters beyond ASCII that are looked at to decide between two encodings."""

REPLACEMENT = "\ufffd"
"""What decoding puts in place of each piece that is no UTF-8."""

OPENING_MARKS = "“‘«"
CLOSING_MARKS = "”’»"


def decode_bytes(content: bytes) -> tuple[str, str, bool]:
    """Return the text, the name of its encoding, and whether a byte order mark was taken off."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return decode_strictly(content[len(mark) :], encoding), encoding, True
    encoding = encoding_without_mark(content)
    return decode_strictly(content, encoding), encoding, False


def decode_strictly(content: bytes, encoding: str) -> str:
    """Decode; bytes that the encoding does not allow are refused with their place."""
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise damaged(content, encoding, error) from error


def damaged(content: bytes, encoding: str, error: UnicodeDecodeError) -> Refusal:
    """Make the refusal of bytes that are not valid in an encoding, with their place."""
    return Refusal(
        "broken_encoding",
        f"The file is in {encoding}, but damaged at byte {error.start} ({error.reason})",
        repair="Get an undamaged copy of the file, or repair that place and save it as UTF-8.",
        excerpt=repr(content[max(error.start - 20, 0) : error.start + 20]),
    )


def encoding_without_mark(content: bytes) -> str:
    """Name the encoding of bytes that carry no byte order mark."""
    if b"\0" in content:
        return utf_16_without_mark(content)
    if content.isascii() or is_utf_8(content):
        return "utf-8"
    return single_byte_encoding(content)


def utf_16_without_mark(content: bytes) -> str:
    """Name the byte order of UTF-16 by where its NULs stand; NULs that follow no such order are binary data."""
    even, odd = content[::2].count(0), content[1::2].count(0)
    if not even and odd >= MINIMUM_NUL_SHARE * len(content):
        return "utf-16-le"
    if not odd and even >= MINIMUM_NUL_SHARE * len(content):
        return "utf-16-be"
    raise Refusal(
        "binary",
        f"The file is binary data, not text: {even + odd} of its {len(content)} bytes are NUL",
        repair="Leave it out, or convert it to a text file.",
        excerpt=repr(content[:40]),
    )


def is_utf_8(content: bytes) -> bool:
    """Tell whether the bytes are UTF-8; a file that mostly is, but has damaged places or lost its end, is refused."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        damages = content.decode("utf-8", "replace").count(REPLACEMENT) - content.count(REPLACEMENT.encode())
        if len(MULTIBYTE_SEQUENCE.findall(content)) >= damages or is_cut_short(content, error):
            raise damaged(content, "utf-8", error) from error
        return False
    return True


def is_cut_short(content: bytes, error: UnicodeDecodeError) -> bool:
    r"""Tell whether all is UTF-8 but for the last character, of which bytes are missing.

    A single byte is taken for that only where no letter stands before it: `caf\xe9` may end a text in another encoding.
    """
    if error.end < len(content) or error.reason != "unexpected end of data":
        return False
    is_after_a_letter = content[: error.start].decode("utf-8")[-1:].isalpha()
    return len(content) - error.start > 1 or not is_after_a_letter


def single_byte_encoding(content: bytes) -> str:
    """Decide between the single-byte encodings by how well the characters that each gives fit their places."""
    scores = {encoding: score(content, encoding) for encoding in SINGLE_BYTE_ENCODINGS}
    best = max(SINGLE_BYTE_ENCODINGS, key=lambda encoding: scores[encoding])
    share = len(HIGH_BYTE.findall(content)) / len(content)
    if scores[best] < 0 or share > MAXIMUM_FOREIGN_SHARE or is_in_two(content, best):
        raise Refusal(
            "unknown_encoding",
            f"The file is not UTF-8, and reads badly as {' and as '.join(SINGLE_BYTE_ENCODINGS)}",
            repair="Save the file as UTF-8 and ingest it again.",
            excerpt=repr(content[:40]),
        )
    return best


def is_in_two(content: bytes, encoding: str) -> bool:
    """Tell whether bytes are partly UTF-8 and partly in another encoding, and it is not certain in which."""
    if not PUNCTUATION_OF_UTF_8.search(content):
        return False
    return encoding not in REPAIRABLE or bool(rivals(content, encoding))


def rivals(content: bytes, encoding: str) -> tuple[str, ...]:
    """Name the other single-byte encodings in which the bytes fit as well, and give other characters."""
    if encoding not in SINGLE_BYTE_ENCODINGS:
        return ()
    best, text = score(content, encoding), content.decode(encoding)
    others = (other for other in SINGLE_BYTE_ENCODINGS if other != encoding and score(content, other) >= best)
    return tuple(other for other in others if content.decode(other) != text)


def score(content: bytes, encoding: str) -> float:
    """Add up how well each character beyond ASCII fits its place; minus infinity where a byte has no meaning."""
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return float("-inf")
    places = (match.start() for match in islice(NON_ASCII.finditer(text), EVIDENCE_LIMIT))
    return sum(fitness(text[max(at - 1, 0) : at], text[at], text[at + 1 : at + 2]) for at in places)


def fitness(before: str, char: str, after: str) -> int:
    """Say how well a character fits between two others: -1 badly, 2 as a quotation mark does in `Russia’s`."""
    if char in OPENING_MARKS:
        return 2 if not before.isalnum() and (after.isalnum() or after in OPENING_MARKS) else -1
    if char in CLOSING_MARKS:
        is_apostrophe = char == "’" and after.isalnum()
        return 2 if is_apostrophe or (before.strip() and not after.isalnum()) else -1
    if char.isalpha():
        return letter_fitness(before, char, after)
    if char.isspace() or char in "–—…":
        return 1
    if not char.isprintable() or "\u2500" <= char <= "\u25ff" or (before.isalpha() and after.isalpha()):
        return -1  # frames and blocks of KOI8; control characters: ISO 8859 has them where Windows has quotation marks
    is_currency = unicodedata.category(char) == "Sc"
    return 1 if not is_currency or before.isdigit() or after.isdigit() else 0  # `¥ Item` is a bullet of Mac Roman


def letter_fitness(before: str, char: str, after: str) -> int:
    """Say how well a letter fits: `é` in `café` well, the `Õ` of `RussiaÕs` and the `Ê` of `5Êpercent` badly.

    A Latin letter with a mark hardly stands between two such letters, a Cyrillic one never beside a Latin one.
    """
    beside = [other for other in before + after if other.isalpha()]
    if "\u0400" <= char <= "\u04ff":
        if any(other.isascii() for other in beside) or (char.isupper() and before.islower()):
            return -1
        return 1
    if len(beside) == 2 and not any(other.isascii() for other in beside):
        return -1
    if char == "æ" and not after.isalpha():
        return 0  # where Windows-1250 has the `ć` of Yugoslav names
    if char.islower():
        return 1 if before.isalpha() or after.isalpha() else -1
    is_misplaced = before.islower() or before.isdigit() or after.isdigit() or not (before + after).strip()
    return -1 if is_misplaced else 1
