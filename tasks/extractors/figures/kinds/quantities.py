"""Reads a number with a unit of measure, time or share, and ages: `9.2 million tons`, `68-year-old`."""

from dataclasses import replace
from decimal import Decimal

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.kinds.rates import per_phrase
from tasks.extractors.figures.numbers.numerals import read_numeral
from tasks.extractors.figures.numbers.scales import named_fraction
from tasks.extractors.figures.words.compound_units import unit_at
from tasks.extractors.figures.words.currency_codes import nouns
from tasks.extractors.figures.words.nouns import FUNCTION_WORDS, counted_noun
from tasks.extractors.figures.words.scaled_units import scaled_units
from tasks.extractors.figures.words.tokens import DASH, NUMBER, WORD, Token, at, is_glued, past_hyphen
from tasks.extractors.figures.words.units import Unit
from tasks.extractors.figures.words.word_lists import word_list

AGE_WORDS = frozenset({"old", "olds"})
AGES = frozenset({"year", "month", "week", "day"})

COMPASS = frozenset({"N", "S", "E", "W", "North", "South", "East", "West", "′", "’", "'"})

BEFORE_ONE_DAY = word_list("quantities.before_one_day")

LIKE_CODES = frozenset("ABCFGHJKLNPSTVWacghlmst") | {"FT"}
CODED = word_list("quantities.coded")
"""Nouns that a code follows: `rule 144A`."""
PERIODS = frozenset({"year", "yr", "quarter", "qtr", "qtrs", "month", "mth", "mths", "week", "half"})
"""In the singular, or short for it, these are of the year before them."""
SHORTEST_NAME = 4
"""Letters of a class's name that could be a unit: `Kilo`; `Bcm` is an abbreviation."""
CLASSES = frozenset({"class", "type", "model", "series", "style"})
BELOW_ZERO = (("below", "zero"), ("below", "freezing"), ("of", "frost"))


def read_unit_or_age(tokens: list[Token], amount: Amount) -> Amount | None:
    """Read what a unit of measure, time or share makes of the number before it."""
    if at(tokens, amount.last).lower == "yo":
        return replace(amount, kind="age", unit="year", last=amount.last + 1, rule="age")
    found = unit_at(tokens, amount.last)
    aged = read_age(tokens, amount, *found) if found else None
    return aged or read_unit(tokens, amount)


def read_age(tokens: list[Token], amount: Amount, unit: Unit, last: int) -> Amount | None:
    """Read `68-year-old`, `50 year-olds`, `ten years old`, `3 years of age`."""
    if unit.name not in AGES:
        return None
    after = last + (at(tokens, last).kind == DASH)
    if at(tokens, after).lower in AGE_WORDS:
        return replace(amount, kind="age", unit=unit.name, last=after + 1, rule="age")
    if at(tokens, last).lower == "of" and at(tokens, last + 1).lower == "age":
        return replace(amount, kind="age", unit=unit.name, last=last + 2, rule="age")
    return None


def read_unit(tokens: list[Token], amount: Amount) -> Amount | None:
    """Read a unit of measure, time or share after a number, the smaller unit after it, and what it is per."""
    if scaled := read_scaled_unit(tokens, amount):
        return scaled
    found = unit_at(tokens, amount.last)
    return measured(tokens, amount, *found) if found else None


def read_scaled_unit(tokens: list[Token], amount: Amount) -> Amount | None:
    """Read an abbreviation that states a scale and a unit, or what it is per: `120 bcm`, `300,000 bpd`, `2 mln b/d`."""
    for form, unit in scaled_units().get(at(tokens, amount.last).lower, ()):
        last = amount.last + len(form)
        if all(at(tokens, amount.last + step).lower == part for step, part in enumerate(form)):
            value = amount.value * Decimal(10) ** unit.power_of_ten
            kind = "rate" if unit.per else "quantity"
            scale = amount.scale or (Decimal(10) ** unit.power_of_ten if unit.power_of_ten else None)
            return replace(
                amount, kind=kind, value=value, scale=scale, unit=unit.name, per=unit.per, last=last, rule=kind
            )
    return None


def measured(tokens: list[Token], amount: Amount, unit: Unit, last: int) -> Amount | None:
    """Return an amount in the unit that ends before `last`, or None where that is another word."""
    if is_no_unit(tokens, amount, last):
        return None
    amount = replace(amount, kind=unit.kind, unit=unit.name, last=last, rule=unit.kind)
    if doubt := doubt_of_symbol(tokens, last):
        return replace(amount, doubt=doubt)
    amount = with_smaller_unit(tokens, with_half_unit(tokens, amount))
    if unit.name.startswith("degree") and tuple(at(tokens, last + step).lower for step in range(2)) in BELOW_ZERO:
        amount = replace(amount, value=-abs(amount.value), last=last + 2)
    elif unit.name.startswith("degree") and at(tokens, last).lower == "below" and at(tokens, last + 1).kind != WORD:
        return replace(amount, doubt="it may be below zero")
    if unit.name in AGES and amount.unit in AGES and at(tokens, amount.last).lower in AGE_WORDS:
        return replace(amount, kind="age", last=amount.last + 1, rule="age")  # 2 years and 6 months old
    return with_per(tokens, amount)


def doubt_of_symbol(tokens: list[Token], last: int) -> str | None:
    """Say why the symbol of a unit that ends before `last` may be that of another one."""
    if [at(tokens, last + step).text for step in (-1, 0, 1)] == ["m", "/", "h"]:
        return "`m/h` may be meters or miles per hour"
    if at(tokens, last - 1).text == "nm" and not is_tiny(tokens, last):
        return "`nm` may be nautical miles or nanometers"
    is_open = at(tokens, last - 1).text == "kt" and at(tokens, last).lower != "of"
    return "`kt` may be kilotons or knots" if is_open else None


def is_tiny(tokens: list[Token], last: int) -> bool:
    """Tell whether a word of chips or light stands near a unit that ends before `last`, so that it is nanometers."""
    return any(
        token.lower in OF_NANOMETERS for token in tokens[max(0, last - NANOMETER_REACH) : last + NANOMETER_REACH]
    )


def is_no_unit(tokens: list[Token], amount: Amount, last: int) -> bool:
    """Tell whether what looks like a unit is another word: `twenty second`, `one day we will`, `43.6° East`."""
    word = at(tokens, last - 1).text
    is_letter = word in LIKE_CODES and (is_code(tokens, amount, last) or is_coordinate(tokens, amount, last))
    is_year = (word.lower() in PERIODS or word.startswith("revolution")) and is_bare_year(tokens, amount)
    if (
        is_letter
        or is_year
        or is_name_of_class(tokens, amount, last)
        or (word in ("°", "º") and at(tokens, last).text in COMPASS)
    ):
        return True
    if word == "day" and at(tokens, amount.first).lower == "one" and at(tokens, last - 2).kind != DASH:
        follows = at(tokens, last).lower in ("of", "after", "before", "earlier", "later", "ago", "and")
        return not follows and at(tokens, amount.first - 1).lower not in BEFORE_ONE_DAY
    if word == "second" and not amount.in_digits and amount.value > 1 and at(tokens, last - 2).kind != DASH:
        return True
    if word == "l" and is_glued(tokens, last - 1) and is_measured_thing(tokens, last):
        return True  # a scanner's 1: `394l women`
    if word.lower() in ("stone", "st"):
        after = at(tokens, last)
        return not word.islower() or (after.kind == WORD and after.lower not in FUNCTION_WORDS)
    return word in ("feet", "foot") and at(tokens, last).lower in ("soldier", "soldiers", "troops", "patrol", "patrols")


def is_name_of_class(tokens: list[Token], amount: Amount, last: int) -> bool:
    """Tell whether a unit with a capital names a class of things: `two Kilo-class boats`, `three Kilo submarines`."""
    word, behind, follows = at(tokens, last - 1).text, at(tokens, last + 1), at(tokens, last)
    if not (word.istitle() and len(word) >= SHORTEST_NAME) or last - amount.last > 1:
        return False
    if follows.kind == DASH and behind.lower in CLASSES:
        return True
    is_prose = at(tokens, amount.first).text.islower() or (follows.kind == WORD and follows.text.islower())
    return is_prose and not amount.in_digits


def is_bare_year(tokens: list[Token], amount: Amount) -> bool:
    """Tell whether four digits before a period are a year: `1986 year net includes a gain`, `1986 qtr had none`."""
    text = tokens[amount.first].text
    return amount.last == amount.first + 1 and len(text) == len("1986") and text[:2] in ("19", "20") and text.isdigit()


def is_coordinate(tokens: list[Token], amount: Amount, last: int) -> bool:
    """Tell whether the letter behind a number is a point of the compass, beside another one: `55.75N 37.62E`."""
    number = last + (at(tokens, last).text == ",")
    letter = amount.first - 1 - (at(tokens, amount.first - 1).text == ",")
    beside = at(tokens, number + 1 if at(tokens, number).kind == NUMBER else letter).text
    return {at(tokens, last - 1).text, beside} <= set("NSEW")


def is_code(tokens: list[Token], amount: Amount, last: int) -> bool:
    """Tell whether letters behind a number are part of a code or name: `rule 144A`, `license 5530-K`, `18 FT-SE`."""
    if at(tokens, last - 1).text == "FT":
        return at(tokens, last).kind == DASH and is_glued(tokens, last) and at(tokens, last + 1).text.isupper()
    is_hyphened = at(tokens, last - 2).kind == DASH and at(tokens, last - 1).text in ("A", "K")
    return is_hyphened or at(tokens, amount.first - 1).lower in CODED


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


def is_measured_thing(tokens: list[Token], index: int) -> bool:
    """Tell whether what a number counts or measures stands at a token, so that the letter before is no unit."""
    token = at(tokens, index)
    is_counted = counted_noun(tokens, index, is_one=False)[0] is not None
    return is_counted or token.text[:1].isupper() or token.lower in nouns() or unit_at(tokens, index) is not None


HALF = Decimal("0.5")
SMALLER = {
    "foot": ("inch", Decimal(12)), "stone": ("pound", Decimal(14)), "pound": ("ounce", Decimal(16)),
    "hour": ("minute", Decimal(60)), "minute": ("second", Decimal(60)),
    "year": ("month", Decimal(12)), "week": ("day", Decimal(7)), "day": ("hour", Decimal(24)),
}  # fmt: skip
"""The unit that may follow a unit in one figure, and how many make one."""
CALENDAR = frozenset({"year", "week", "day"})
"""Units of which two in a row may be two times: `terms of two years and six months`."""
OF_NANOMETERS = word_list("quantities.of_nanometers")
NANOMETER_REACH = 12
NO_PART = frozenset({"of", "less", "more", "longer", "shorter", "later", "earlier", "before", "after", "ago", "from"})
"""What stands behind a time of its own, beside the longer one before it: `two years, six months of it in a camp`."""
SEVERAL = frozenset({"sentences", "terms", "periods", "stints", "intervals", "maturities", "suspensions", "bans"})
SEVERAL_REACH = 3
METRIC = {
    "meter": ("centimeter", Decimal(100)), "kilogram": ("gram", Decimal(1000)), "kilometer": ("meter", Decimal(1000)),
}  # fmt: skip
"""The same of units that are joined by nothing but a space: `1m 20cm`; `3 km and 400 m` are two."""
PARTS = SMALLER | METRIC


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

    So it is in `sentences of two years and six months`, `five days, six hours a day`, `a year and two months later`,
    and before a third time that no month or year states exactly: `3 years, 2 months and 11 days`.
    """
    joint = at(tokens, amount.last).text
    if at(tokens, past_hyphen(tokens, last)).lower in AGE_WORDS:
        return False
    before = {token.lower for token in tokens[max(0, amount.first - SEVERAL_REACH) : amount.first]}
    after = at(tokens, last)
    is_part = joint != "," or after.lower not in NO_PART
    goes_on = at(tokens, last + (after.lower in (",", "and")))
    is_listed = goes_on is not after and (goes_on.lower == "and" or read_numeral(tokens, last + 1) is not None)
    is_rate = per_phrase(tokens, last)[0] is not None or after.lower in ("respectively", "daily", "weekly", "each")
    return not is_part or is_rate or bool(before & SEVERAL) or (is_listed and amount.unit == "year")


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


INCHES = 12
SHORTEST, TALLEST = 3, 8
"""Feet that are a height, so that a number alone behind them is inches."""
INCH_WORDS = frozenset({"in", "ins", "inch", "inches"})
"""Behind feet and a number below twelve these are inches, `in` too: `12 ft 2 in`."""


def with_per(tokens: list[Token], amount: Amount) -> Amount:
    """Make a rate of a quantity, share or duration that is stated per something: `80,000 barrels a day`."""
    per, last = per_phrase(tokens, amount.last)
    if per is None and amount.kind == "quantity":
        per, last = per_behind_substance(tokens, amount.last)
    if per is None:
        return amount
    return replace(amount, kind="rate", per=per, last=last, rule="rate")


def per_behind_substance(tokens: list[Token], index: int) -> tuple[str | None, int]:
    """Return what stands after `a` or `per` behind what is measured: `3 kg |of plutonium a year`."""
    if at(tokens, index).lower != "of":
        return None, index
    noun, last = counted_noun(tokens, index + 1, is_one=True)
    return per_phrase(tokens, last) if noun else (None, index)
