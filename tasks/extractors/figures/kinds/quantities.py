"""Reads a number with a unit of measure, time or share, and ages: `9.2 million tons`, `68-year-old`."""

from dataclasses import replace
from decimal import Decimal

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.kinds.rates import per_phrase
from tasks.extractors.figures.kinds.unit_parts import AGE_WORDS, with_half_unit, with_smaller_unit
from tasks.extractors.figures.words.compound_units import unit_at
from tasks.extractors.figures.words.currency_codes import nouns
from tasks.extractors.figures.words.nouns import FUNCTION_WORDS, counted_noun
from tasks.extractors.figures.words.scaled_units import scaled_units
from tasks.extractors.figures.words.tokens import DASH, NUMBER, WORD, Token, at, is_glued
from tasks.extractors.figures.words.units import Unit
from tasks.extractors.figures.words.word_lists import word_list

AGES = frozenset({"year", "month", "week", "day"})

COMPASS = frozenset({"N", "S", "E", "W", "North", "South", "East", "West", "′", "’", "'"})

BEFORE_ONE_DAY = word_list("quantities.before_one_day")

LIKE_CODES = frozenset("ABCFGHJKLNPSTVWacghlmst") | {"FT"}
OF_NANOMETERS = word_list("quantities.of_nanometers")
NANOMETER_REACH = 12
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


def is_measured_thing(tokens: list[Token], index: int) -> bool:
    """Tell whether what a number counts or measures stands at a token, so that the letter before is no unit."""
    token = at(tokens, index)
    is_counted = counted_noun(tokens, index, is_one=False)[0] is not None
    return is_counted or token.text[:1].isupper() or token.lower in nouns() or unit_at(tokens, index) is not None


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
