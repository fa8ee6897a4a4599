"""What a number takes from another figure: its kind, its unit and rate, and the scale that only the other states."""

from dataclasses import replace
from decimal import Decimal

from tasks.extractors.figures.kinds.amounts import Amount

MEASURED = frozenset({"money", "percent", "quantity", "rate", "duration"})
LARGEST_SHARE = 1000
FARTHEST = 1000
"""Factor beyond which two levels of one thing are not compared in a sentence."""
NEAREST = 20
"""Factor within which a number without a scale is taken to share the scale before it."""

SCALED_FROM = 1000
"""Below this a whole number that counts nothing may be on the scale before it: `$17 billion, of which 10 is due`."""


def is_comparable(amount: Amount, before: Amount) -> bool:
    """Tell whether an amount can be of the kind of the one before it: shares are small, others of like magnitude."""
    if before.rule == "multiplier" and not before.in_digits:
        return False  # it trebled, from 10 to 30
    if before.kind == "percent":
        return amount.scale is None and amount.value <= LARGEST_SHARE
    stated = abs(before.value * before.parts)
    if stated / FARTHEST <= abs(amount.value) <= stated * FARTHEST:
        return True
    return leaves_out_scale(amount, before)


def may_be_of(amount: Amount, before: Amount) -> bool:
    """Tell whether an amount that no thing follows may be in the unit before it: a decimal, or millions, counts little.

    `The rate was 22.98 rubles on Monday and 6.20 a year before`: 6.20 is no count.
    """
    if not amount.in_digits or before.kind not in MEASURED:
        return False
    if amount.scale is not None:
        return before.scale is not None
    stated = abs(before.value * before.parts) / (before.scale or 1)
    is_near = stated / NEAREST <= abs(amount.value) <= stated * NEAREST
    return is_near and (amount.value % 1 != 0 or (before.scale is not None and amount.value < SCALED_FROM))


def leaves_out_scale(amount: Amount, before: Amount) -> bool:
    """Tell whether an amount is on the scale that only the one before it states: `12 million tons, up from 10.5`."""
    if before.scale is None or amount.scale is not None or before.value <= amount.value * FARTHEST:
        return False
    stated = abs(before.value / before.scale)
    return stated / NEAREST <= abs(amount.value) <= stated * NEAREST


def take(amount: Amount, other: Amount, *, may_scale: bool) -> Amount:
    """Return an amount with the kind, unit and rate of another, and its scale where only that makes them comparable."""
    scaled = (
        may_scale and other.scale is not None and amount.scale is None and amount.value < 1000
    ) or leaves_out_scale(amount, other)
    factor = (other.scale if scaled and other.scale else Decimal(1)) / other.parts
    high = amount.value_high
    return replace(
        amount,
        kind=other.kind,
        unit=other.unit,
        unit_candidates=other.unit_candidates,
        per=other.per,
        value=amount.value * factor,
        value_high=None if high is None else high * factor,
        parts=other.parts,
        scale=other.scale if scaled else amount.scale,
        inherited="unit and scale" if scaled else "unit",
        is_bare=False,
        rule="inherited",
    )


def below_zero(amount: Amount, other: Amount) -> Amount:
    """Return an amount below zero where the words behind the next one make that negative: `20 and 25 degrees below`."""
    is_temperature = amount.unit is not None and amount.unit.startswith("degree")
    if not is_temperature or not other.value < 0 < amount.value:
        return amount
    if amount.value_high is None:
        return replace(amount, value=-amount.value)
    return replace(amount, value=-amount.value_high, value_high=-amount.value)
