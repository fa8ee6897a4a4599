"""The words that numbers are written with."""

import csv
from decimal import Decimal
from pathlib import Path

from tasks.extractors.dates.words import lexicon as dates
from tasks.extractors.figures.words.word_lists import word_list

ONES_BY_WORD = {"zero": 0} | dates.ONES | dates.TEENS
TENS_BY_WORD = dates.TENS | {"fourty": 40}
"""With the misspelling `fourty`, which can mean nothing else."""
ONES = {word: Decimal(value) for word, value in ONES_BY_WORD.items()}
TENS = {word: Decimal(value) for word, value in TENS_BY_WORD.items()}

THOUSAND, MILLION, BILLION, TRILLION = (Decimal(10) ** power for power in (3, 6, 9, 12))
LAKH, CRORE = Decimal(10) ** 5, Decimal(10) ** 7


def read_scales(column: str) -> dict[str, Decimal]:
    """Read the scales by their words, or by their abbreviations."""
    with Path(__file__).with_name("scales.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {form: Decimal(10) ** int(row["power_of_ten"]) for row in rows for form in row[column].split()}


SCALES = read_scales("words")
"""Scale words in the short scale, which English news has used throughout the period; the plural only after a number."""

SHORT_SCALES = read_scales("abbreviations")
"""Abbreviated scales that stand glued to the digits or after them; `mm` only for money, else it is millimetres."""

DOTTED_SCALES = {"th": THOUSAND}
"""Abbreviations that are scales only before a full stop, and not where they touch the digits: `300 th. rubles`."""

LETTER_SCALES = {"k": THOUSAND, "m": MILLION, "b": BILLION, "t": TRILLION}
"""Single letters, glued to the digits: certain for money only, as `50m` may be metres."""

GROUPS = {
    "dozen": Decimal(12), "dozens": Decimal(12), "score": Decimal(20), "gross": Decimal(144),
}  # fmt: skip
"""Words for a number of things that may follow a number: `two dozen`."""

FRACTION_NAMES = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "twelfth": 12, "sixteenth": 16, "twentieth": 20, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
FRACTION_PLURALS = {name + "s": value for name, value in FRACTION_NAMES.items() if name != "half"} | {"halves": 2}
DENOMINATORS = FRACTION_NAMES | FRACTION_PLURALS
"""Denominators by the word that names them, singular and plural."""

ORDINALS_BY_WORD = dates.ORDINAL_WORDS | {
    "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
    "hundredth": 100,
}  # fmt: skip
ORDINALS = {word: Decimal(value) for word, value in ORDINALS_BY_WORD.items()}
"""Ordinal words that stand alone; `twenty-first` is a ten and one of these."""

MULTIPLIERS = {
    "twice": 2, "thrice": 3, "double": 2, "doubled": 2, "doubling": 2, "doubles": 2, "triple": 3, "tripled": 3,
    "tripling": 3, "triples": 3, "treble": 3, "trebled": 3, "trebling": 3, "quadruple": 4, "quadrupled": 4,
    "quadrupling": 4, "quintupled": 5,
}  # fmt: skip
"""Words that multiply what they stand with."""

VAGUE_BEFORE = word_list("number_words.vague_before")
"""Before a scale word these leave the amount open: `several hundred`."""

NUMBER_WORDS = frozenset(ONES) | frozenset(TENS) | frozenset({"hundred", "hundreds"}) | frozenset(SCALES)
"""Every word that can begin a number; a scale only after `a`."""
