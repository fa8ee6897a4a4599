"""Random numbers as news writes them: digits grouped in many ways, words, scales."""

import random
from dataclasses import dataclass
from decimal import Decimal

SPACES = (" ", " ", " ", "\u00a0", "\u202f", "\u2009", "\n", "\r\n", "  ")
THIN_SPACES = ("\u00a0", "\u202f", "\u2009")
SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
SHORT_SCALES = {"m": 6, "bn": 9, "tn": 12, "mn": 6, "bln": 9}
ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
VULGAR_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
FRACTIONS = {"a half": Decimal("0.5"), "a quarter": Decimal("0.25"), "three quarters": Decimal("0.75")}
ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth"}
"""Ordinals that are not the number's last word with an ending; `twelve` and the tens are formed below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A number as written, and the value that it has."""

    text: str
    value: Decimal


def any_number(chance: random.Random) -> tuple[Written, str, int]:
    """Return a number in digits or words, and the scale word that follows it, with its power of ten."""
    if chance.random() < 0.3:
        value = chance.choice((chance.randrange(2, 1000), chance.randrange(2, 1_000_000)))
        return Written(text=words(value), value=Decimal(value)), "", 0
    number = digits(chance)
    scale, power = chance.choice((("", 0), scale_word(chance)))
    if scale and "," in number.text:
        number = plain(number)
    return number, scale, power


def digits(chance: random.Random) -> Written:
    """Return a number in digits: plain, with commas, thin spaces or apostrophes, with decimals or without."""
    whole = chance.choice((chance.randrange(1, 1000), chance.randrange(1, 10_000_000)))
    decimals = chance.choice(("", "", f".{chance.randrange(0, 100):02}", f".{chance.randrange(1, 10)}"))
    separator = chance.choice((",", ",", ",", "", *THIN_SPACES, "'"))
    return Written(text=grouped(whole, separator) + decimals, value=Decimal(f"{whole}{decimals}"))


def plain(number: Written) -> Written:
    """Return a number without separators."""
    return Written(text=str(number.value), value=number.value)


def european(chance: random.Random) -> Written:
    """Return a number as continental papers print it: `1.234,5`, `1.234.567`."""
    whole = chance.randrange(1_000_000, 1_000_000_000)
    decimals = chance.choice(("", f",{chance.randrange(1, 100)}"))
    return Written(text=grouped(whole, ".") + decimals, value=Decimal(f"{whole}{decimals}".replace(",", ".")))


def grouped(value: int, separator: str) -> str:
    """Return an integer with a separator between groups of three digits."""
    return f"{value:,}".replace(",", separator)


def scale_word(chance: random.Random) -> tuple[str, int]:
    """Return a scale word with the white space before it, and its power of ten."""
    word = chance.choice(tuple(SCALES))
    return space(chance) + word, SCALES[word]


def glued_scale(chance: random.Random) -> tuple[str, int]:
    """Return a scale abbreviated and glued to the digits, and its power of ten."""
    letters = chance.choice(tuple(SHORT_SCALES))
    return letters, SHORT_SCALES[letters]


def space(chance: random.Random) -> str:
    """Return white space as it stands between words, line breaks included."""
    return chance.choice(SPACES)


def words(value: int) -> str:
    """Return a number below a million million in English words."""
    for power, name in ((9, "billion"), (6, "million"), (3, "thousand")):
        if value >= 10**power:
            rest = value % 10**power
            tail = "" if not rest else f" {words(rest)}" if rest >= 100 else f" and {words(rest)}"
            return f"{words(value // 10**power)} {name}{tail}"
    if value >= 100:
        rest = value % 100
        return f"{ONES[value // 100]} hundred" + (f" and {words(rest)}" if rest else "")
    if value < 20:
        return ONES[value]
    return TENS[value // 10] + (f"-{ONES[value % 10]}" if value % 10 else "")


def ordinal(chance: random.Random, value: int) -> str:
    """Return an ordinal below a hundred, in digits or words: `21st`, `twenty-first`."""
    if chance.random() < 0.5:
        ending = "th" if 10 < value % 100 < 20 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
        return f"{value}{ending}"
    stem, hyphen, last = words(value).rpartition("-")
    if last in ORDINALS:
        return stem + hyphen + ORDINALS[last]
    last = last[:-2] + "f" if last == "twelve" else last
    return stem + hyphen + (last[:-1] + "ieth" if last.endswith("y") else last + "th")
