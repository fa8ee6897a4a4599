"""Amounts as news writes them: rounded, in words, in another unit, hedged."""

import random
from dataclasses import dataclass, replace
from typing import Self

from benchmarks.radar.wordings import Quantity

SCALES = ((1e9, "billion"), (1e6, "million"))
UNITS = {"ton": "tons", "kilogram": "kilograms"}
OTHER_UNITS = {"ton": ("short tons", 0.90718474), "kilogram": ("pounds", 0.45359237)}
"""Another unit, and how much of the first it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A value in its unit, with three significant digits, and how it is written."""

    value: float
    unit: str
    hedge: str = ""
    form: str = "scaled"

    @classmethod
    def drawn(cls, quantity: Quantity, source: random.Random) -> Self:
        """Draw a value within a quantity's bounds, whose last digit is not zero."""
        value = significant(source.uniform(quantity.least, quantity.greatest), 3)
        return cls(value=last_digit_other_than_zero(value), unit=quantity.unit)

    def times(self, ratio: float) -> Self:
        """Return another amount, in as many digits."""
        return replace(self, value=last_digit_other_than_zero(significant(self.value * ratio, 3)))


def significant(value: float, digits: int) -> float:
    """Round to so many significant digits."""
    return float(f"{value:.{digits - 1}e}")


def last_digit_other_than_zero(value: float) -> float:
    """Nudge a value of three digits so that none of them was rounded off."""
    digits, power = f"{value:.2e}".split("e")
    return float(f"{digits[:-1]}{digits[-1].replace('0', '3')}e{power}")


def rounded(amount: Amount) -> Amount:
    """Return the amount with a digit less."""
    return replace(amount, value=significant(amount.value, 2))


def in_words(amount: Amount) -> Amount:
    """Return the amount written in another way: with all digits for a scale, or the percent sign for the word."""
    return replace(amount, form="other")


def in_other_unit(amount: Amount) -> Amount:
    """Return the amount in another unit where there is one, else written in another way."""
    if amount.unit not in OTHER_UNITS:
        return in_words(amount)
    unit, ratio = OTHER_UNITS[amount.unit]
    return replace(amount, value=significant(amount.value / ratio, 3), unit=unit)


def as_written(amount: Amount) -> str:
    """Write an amount."""
    if amount.unit == "percent":
        return f"{amount.hedge}{digits(amount.value)}" + ("%" if amount.form == "other" else " percent")
    if amount.unit == "USD":
        if amount.form == "other":
            return f"{amount.hedge}{scaled(amount.value)} dollars"
        return f"{amount.hedge}${scaled(amount.value)}"
    number = f"{amount.value:,.0f}" if amount.form == "other" else scaled(amount.value)
    return f"{amount.hedge}{number} {UNITS.get(amount.unit, amount.unit)}"


def scaled(value: float) -> str:
    """Write a number with its scale."""
    scale, name = next(((scale, name) for scale, name in SCALES if value >= scale), (1.0, ""))
    return f"{digits(value / scale)} {name}".strip() if name else f"{value:,.0f}"


def digits(value: float) -> str:
    """Write a number with the digits that it has, without zeros behind the point."""
    return f"{value:.6f}".rstrip("0").rstrip(".")
