"""What is read of one figure before its sentence is looked at: the number, its kind and unit, and its tokens."""

from dataclasses import dataclass
from decimal import Context, Decimal

EXACT = Context(prec=80)
"""Wide enough for every value that the ledger keeps, so that nothing is rounded and nothing overflows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A figure in the making: tokens `first` to `last` (not included) and what they say."""

    kind: str
    value: Decimal
    first: int
    last: int
    rule: str
    value_high: Decimal | None = None
    unit: str | None = None
    unit_candidates: str | None = None
    per: str | None = None
    scale: Decimal | None = None
    parts: Decimal = Decimal(1)
    is_bare: bool = False
    hedge: str | None = None
    inherited: str | None = None
    doubt: str | None = None
    noun_last: int | None = None
    in_digits: bool = True


def exact(value: Decimal) -> Decimal:
    """Return the same value without an exponent or trailing noughts: 6.120E+9 as 6120000000, 4.80 as 4.8."""
    stripped = EXACT.normalize(value)
    return EXACT.quantize(stripped, Decimal(1)) if stripped == stripped.to_integral_value() else stripped
