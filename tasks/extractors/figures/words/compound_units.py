"""Units made of others: powers (`sq mi`, `km^2`, `4 km squared`), quotients (`kV/cm`, `m/s²`) and products (`N·m`)."""

from tasks.extractors.figures.words.tokens import Token, at, is_glued, past_hyphen
from tasks.extractors.figures.words.units import Unit, digit_touches, is_hyphened, lexicon, listed_unit_at
from tasks.extractors.figures.words.word_lists import word_list

LENGTHS = word_list("compound_units.lengths")
"""Units whose powers are areas and volumes, and which make a speed with a unit of time."""
POWER_WORDS = {"square": "square", "sq": "square", "cubic": "cubic", "cu": "cubic"}
POWERS_AFTER = {"squared": "square", "cubed": "cubic"}
EXPONENTS = {"2": "square", "²": "square", "3": "cubic", "³": "cubic"}
INSTANTS = frozenset({"second", "minute", "hour"})
"""Units of time by which a speed is stated; what is stated per day or longer is a rate."""
PER_WORDS = frozenset({"per", "a", "an"})
RATED_BY = frozenset({"hectare", "acre", "barrel", "bushel", "ton", "tonne"})
"""Units by which a yield or a price is stated, so that what stands before `/` and them is a rate: `t/ha`."""
PRODUCTS = frozenset("·⋅*×-\u2010\u2011")
"""Marks between two units that multiply them: `N·m`, `tonne-kilometers`."""


def unit_at(tokens: list[Token], index: int) -> tuple[Unit, int] | None:
    """Return the unit that stands at a token, after an optional hyphen, and the index after it."""
    first = index + 1 if is_hyphened(tokens, index) else index
    found = powered_unit_at(tokens, first)
    if found is None:
        return None
    if found[0].name in LENGTHS and (speed := speed_at(tokens, *found)):
        return speed
    text = at(tokens, found[1]).text
    return joined_unit_at(tokens, *found, text=text) if text == "/" or text in PRODUCTS else found


def powered_unit_at(tokens: list[Token], first: int) -> tuple[Unit, int] | None:
    """Return the unit at a token with the power that stands before or after it, but nothing it is divided by."""
    token = at(tokens, first)
    found = listed_unit_at(tokens, first)
    if found is None and token.lower in POWER_WORDS:
        length = first + 1 + (at(tokens, first + 1).text == ".")
        base = listed_unit_at(tokens, past_hyphen(tokens, length))
        return (raised(base[0], POWER_WORDS[token.lower]), base[1]) if base and base[0].name in LENGTHS else None
    if found is None and token.text[-1:] in EXPONENTS:
        unit = unit_of_symbol(token.text[:-1])
        return (raised(unit, EXPONENTS[token.text[-1]]), first + 1) if unit else None
    return with_exponent(tokens, *found) if found else None


def unit_of_symbol(symbol: str) -> Unit | None:
    """Return the unit that a symbol alone stands for."""
    return next((unit for parts, unit in lexicon()[1].get(symbol, ()) if len(parts) == 1), None)


def raised(unit: Unit, power: str) -> Unit:
    """Return a unit to a power, `square kilometer`, or a quotient with its divisor to that power."""
    dividend, parting, base = unit.name.rpartition(" per ")
    return Unit(name=f"{dividend}{parting}{power} {base}", kind="quantity")


def with_exponent(tokens: list[Token], unit: Unit, last: int) -> tuple[Unit, int] | None:
    """Raise a unit to the exponent after it: `km2`, `km^2`, `km squared`; None where other digits touch."""
    after = at(tokens, last)
    if after.lower in POWERS_AFTER and unit.name in LENGTHS | {"second"}:
        return raised(unit, POWERS_AFTER[after.lower]), last + 1
    exponent = last + (after.text == "^")
    if at(tokens, exponent).text in EXPONENTS and is_glued(tokens, last) and is_glued(tokens, exponent):
        is_power = unit.name in LENGTHS | {"second"} and not is_glued(tokens, exponent + 1)
        is_power = is_power or at(tokens, exponent + 1).text in (".", ",", "/", ")", ";")
        is_power = is_power or unit.name.endswith("per second")
        return (raised(unit, EXPONENTS[at(tokens, exponent).text]), exponent + 1) if is_power else None
    return None if digit_touches(tokens, last) or after.text == "^" else (unit, last)


def speed_at(tokens: list[Token], unit: Unit, last: int) -> tuple[Unit, int] | None:
    """Return the speed that a length and `per` a second, minute or hour make: `feet per minute`, `meters a second`."""
    joint = past_hyphen(tokens, last)
    if at(tokens, joint).lower not in PER_WORDS:
        return None
    found = listed_unit_at(tokens, past_hyphen(tokens, joint + 1))
    if found is None or found[0].name not in INSTANTS:
        return None
    squared = at(tokens, found[1]).lower == "squared"
    return per(unit, raised(found[0], "square") if squared else found[0]), found[1] + squared


def joined_unit_at(tokens: list[Token], unit: Unit, last: int, *, text: str) -> tuple[Unit, int]:
    """Return the unit that a slash or a sign of multiplication makes of a unit and the one after it, or the first."""
    if unit.kind != "quantity" or not is_glued(tokens, last) or not is_glued(tokens, last + 1):
        return unit, last
    found = powered_unit_at(tokens, last + 1)
    if found is None or (at(tokens, last - 1).text == "m" and found[0].name == "hour"):
        return unit, last  # `m/h` may be miles
    if text != "/":
        return Unit(name=f"{unit.name} {found[0].name}", kind="quantity"), found[1]
    measures = found[0].kind == "quantity" and found[0].name not in RATED_BY
    is_per = measures or found[0].name in INSTANTS or found[0].name == "square second"
    return (per(unit, found[0]), found[1]) if is_per else (unit, last)


def per(unit: Unit, divisor: Unit) -> Unit:
    """Return the quotient of two units: `kilovolt per centimeter`."""
    return Unit(name=f"{unit.name} per {divisor.name}", kind="quantity")
