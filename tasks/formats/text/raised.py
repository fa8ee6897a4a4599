"""Digits above the line, which are no digits of the number before them: a mark of a note, an exponent, a numerator."""

import re

RAISED = str.maketrans("0123456789+-\u2212", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
ANY = re.compile(f"[{DIGITS}]")

NOTE_MARK = re.compile(
    rf"""
    (?<![=\w]) (?P<word>[^\W\d_{DIGITS}]{{2,}}) (?P<behind_word>[{DIGITS}]+) (?!\w)
    | (?:(?<=[%.,;:!?"'”’)\]]) | (?<=\b1[5-9][0-9][0-9]) | (?<=\b20[0-9][0-9])) [{DIGITS}]+ (?!\w)
    """,
    re.VERBOSE,
)
"""The number of a note: behind a word, a mark, or a year. Behind another number it may be an exponent (`10⁹`)."""

RAISED_TO_POWERS = re.compile(
    r"(?:[kcmnμµ]?m|ft|in|yd|mi|s(?:ec)?|h(?:r)?|(?:kilo|centi|milli)?met(?:er|re)s?|miles?|feet|foot|inch(?:es)?|yards?|CO)"
)
"""Units of length and time, behind which it is an exponent: `km²`, `m/s²`; and the gas that is written so for `CO₂`."""


def raised(text: str) -> str:
    """Return raised characters as Unicode has them (`12` with a note 3 as `12³`, not `123`); letters stay."""
    return text.translate(RAISED)


def without_note_marks(text: str) -> str:
    """Return a text without the numbers of notes: they are no words of the sentence that they stand in."""
    if not ANY.search(text):
        return text
    return NOTE_MARK.sub(lambda mark: mark[0] if is_power(mark) else mark["word"] or "", text)


def is_power(mark: re.Match[str]) -> bool:
    """Tell whether a raised number behind a word is an exponent."""
    return mark["word"] is not None and RAISED_TO_POWERS.fullmatch(mark["word"]) is not None
