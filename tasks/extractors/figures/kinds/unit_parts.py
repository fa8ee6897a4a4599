"""Joins what is told in two units into one amount: `5 feet 2 inches`, `two days and six hours`."""

from dataclasses import replace
from decimal import Decimal

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.kinds.rates import per_phrase
from tasks.extractors.figures.numbers.numerals import read_numeral
from tasks.extractors.figures.numbers.scales import named_fraction
from tasks.extractors.figures.words.compound_units import unit_at
from tasks.extractors.figures.words.nouns import FUNCTION_WORDS
from tasks.extractors.figures.words.tokens import NUMBER, WORD, Token, at, past_hyphen

AGE_WORDS = frozenset({"old", "olds"})

HALF = Decimal("0.5")
SMALLER = {
    "foot": ("inch", Decimal(12)), "stone": ("pound", Decimal(14)), "pound": ("ounce", Decimal(16)),
    "hour": ("minute", Decimal(60)), "minute": ("second", Decimal(60)),
    "year": ("month", Decimal(12)), "week": ("day", Decimal(7)), "day": ("hour", Decimal(24)),
}  # fmt: skip
"""The unit that may follow a unit in one figure, and how many make one."""
CALENDAR = frozenset({"year", "week", "day"})
"""Units of which two in a row may be two times: `terms of two weeks and six days`."""
JOINTS = frozenset({"and", "or", "but"})
"""The only words behind a time that is a part of the one before a comma; `two weeks, six days of it` is another."""
SEVERAL = frozenset({"sentences", "terms", "periods", "stints", "intervals", "maturities", "suspensions", "bans"})
SEVERAL_REACH = 3
METRIC = {
    "meter": ("centimeter", Decimal(100)), "kilogram": ("gram", Decimal(1000)), "kilometer": ("meter", Decimal(1000)),
}  # fmt: skip
"""The same of units that are joined by nothing but a space: `1m 20cm`; `3 km and 400 m` are two."""
PARTS = SMALLER | METRIC
INCHES = 12
SHORTEST, TALLEST = 3, 8
"""Feet that are a height, so that a number alone behind them is inches."""
INCH_WORDS = frozenset({"in", "ins", "inch", "inches"})
"""Behind feet and a number below twelve these are inches, `in` too: `12 ft 2 in`."""


def with_smaller_unit(tokens: list[Token], amount: Amount) -> Amount:
    """Join `5 feet 2 inches`, `two hours and fifteen minutes` into one figure, in the smaller unit, which is exact."""
    if height := with_inches(tokens, amount):
        return height
    if amount.unit not in PARTS or amount.value != amount.value.to_integral_value():
        return amount
    name, parts = PARTS[amount.unit]
    joint = at(tokens, amount.last).text
    is_joined = amount.unit in SMALLER and joint in ("and", ",")
    numeral = read_numeral(tokens, amount.last + is_joined)
    last = past_smaller(tokens, past_hyphen(tokens, numeral.last), name) if numeral else None
    if numeral is None or last is None or not 0 < numeral.value < parts:
        return amount
    if amount.unit in CALENDAR and is_time_of_its_own(tokens, amount, last):
        return amount
    return with_smaller_unit(tokens, replace(amount, value=amount.value * parts + numeral.value, unit=name, last=last))


def is_time_of_its_own(tokens: list[Token], amount: Amount, last: int) -> bool:
    """Tell whether a shorter time that ends before `last` is another than the longer one before it.

    So it is in `sentences of two weeks and six days`, `five days, six hours a day`, and with years, of which
    `two years and six months` are two by most readers, unless they are an age.
    """
    joint = at(tokens, amount.last).text
    if at(tokens, past_hyphen(tokens, last)).lower in AGE_WORDS:
        return False
    before = {token.lower for token in tokens[max(0, amount.first - SEVERAL_REACH) : amount.first]}
    after = at(tokens, last)
    is_part = joint != "," or after.kind != WORD or after.lower in JOINTS
    is_rate = per_phrase(tokens, last)[0] is not None or after.lower in ("respectively", "daily", "weekly", "each")
    return amount.unit == "year" or not is_part or is_rate or bool(before & SEVERAL)


def past_smaller(tokens: list[Token], index: int, name: str) -> int | None:
    """Return the index after the unit of that name at a token; pounds behind stones are a weight."""
    if name == "pound" and at(tokens, index).lower in ("pound", "pounds", "lb", "lbs"):
        return index + 1
    if name == "minute" and at(tokens, index).text == "m" and at(tokens, index - 2).text == "h":
        return index + 1  # 2h 10m
    found = unit_at(tokens, index)
    return found[1] if found and found[0].name == name else None


def with_inches(tokens: list[Token], amount: Amount) -> Amount | None:
    """Join feet and the inches that no unit or `in` alone names: `6-foot-4`, `six-foot-six`, `12 ft 2 in`, `5ft 10`."""
    is_foot = amount.unit == "foot" and amount.value == amount.value.to_integral_value()
    first = past_hyphen(tokens, amount.last)
    numeral = read_numeral(tokens, first) if is_foot else None
    if numeral is None or numeral.doubt or numeral.scale or not 0 <= numeral.value < INCHES:
        return None
    last = past_hyphen(tokens, numeral.last)
    after = at(tokens, last)
    takes_inches = (
        at(tokens, amount.last - 1).lower in ("foot", "ft") or SHORTEST <= amount.value <= TALLEST
    )  # 5 feet 4
    is_closed = after.kind not in (WORD, NUMBER) or after.lower in ("and", "or", "but", "tall")
    is_spelled = at(tokens, amount.last - 1).lower == "foot" and amount.value > 1
    ends_height = first > amount.last or (takes_inches and (is_closed or is_spelled))
    if after.lower not in INCH_WORDS and not ends_height:
        return None
    last = last + 1 if after.lower in INCH_WORDS else numeral.last
    return replace(amount, value=amount.value * INCHES + numeral.value, unit="inch", last=last)


def with_half_unit(tokens: list[Token], amount: Amount) -> Amount:
    """Add the half that is named behind its unit: `two hours and a half`, but not `two hours and a half dozen men`."""
    if at(tokens, amount.last).lower != "and" or amount.scale is not None:
        return amount
    fraction, last = named_fraction(tokens, amount.last + 1)
    follows = at(tokens, last)
    is_of = follows.lower == "of" and fraction != HALF
    if fraction is None or is_of or (follows.kind == WORD and follows.lower not in FUNCTION_WORDS):
        return amount
    return replace(amount, value=amount.value + fraction, last=last)
