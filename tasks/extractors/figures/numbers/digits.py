"""Reads figures written in digits, with every style of separator, as exact decimals."""

import re
from decimal import Decimal

PLAIN = re.compile(r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?|\.[0-9]+")
"""`1234`, `6.12`, `.5`; no leading zeros, which belong to codes and telephone numbers."""
ENGLISH = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
"""`1,234,567.8`."""
INDIAN = re.compile(r"[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?")
"""`12,34,567`: lakhs and crores."""
EUROPEAN = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}")
"""`1.234,5` and `1.234.567`; `1.234` alone is an English decimal."""
SPACED = re.compile(r"[1-9][0-9]{0,2}(?:[\u00a0\u202f\u2009'’][0-9]{3})+(?:[.,][0-9]+)?")
"""`1 234 567,8` with thin or no-break spaces, `1'234'567` as the Swiss write it."""
DECIMAL_COMMA = re.compile(r"(?:0|[1-9][0-9]*),[0-9]{1,2}")
"""`6,12`: a decimal, as a group of thousands has three digits; certain only before a scale or a unit."""
THREE_DECIMALS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
NOT_DIGITS = re.compile(r"[^0-9.]")

VULGAR_FRACTIONS = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip
"""Numerator and denominator of the characters that are fractions."""

MAXIMUM_DIGITS = 25
"""Digits of a number: with a fraction or minor unit added, arithmetic with 28 of them still rounds nothing."""


def digits_value(text: str) -> Decimal | None:
    """Return the value of a run of digits and separators, or None where it can be read in no way or in two."""
    if len(text) > MAXIMUM_DIGITS and (len(text) > 2 * MAXIMUM_DIGITS or sum(map(str.isdigit, text)) > MAXIMUM_DIGITS):
        return None
    if PLAIN.fullmatch(text):
        return Decimal(text)
    if ENGLISH.fullmatch(text) or INDIAN.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if EUROPEAN.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if SPACED.fullmatch(text):
        return Decimal(NOT_DIGITS.sub("", text.replace(",", ".")))
    return None


def decimal_comma_value(text: str) -> Decimal | None:
    """Return the value of `6,12` read as a decimal, or None where it is not of that form."""
    return Decimal(text.replace(",", ".")) if DECIMAL_COMMA.fullmatch(text) else None


def may_part_thousands(text: str) -> bool:
    """Tell whether the point of a number may part thousands rather than decimals: `1.234`."""
    return THREE_DECIMALS.fullmatch(text) is not None


def fraction_value(numerator: Decimal, denominator: Decimal) -> Decimal:
    """Divide exactly where decimals can, otherwise to the nine places that the ledger keeps."""
    return (numerator / denominator).quantize(Decimal("1e-9")).normalize() + 0
