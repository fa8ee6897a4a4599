"""The styles in which news writes money, each a function that writes a random amount and says what it means."""

import random
from decimal import Decimal

from benchmarks.numerals import any_number, digits, glued_scale, grouped, plain, scale_word, space, words
from benchmarks.rendering.units import DASHES, MINOR_UNITS, NAMES, SIGNS, Rendered, of


def money(chance: random.Random) -> Rendered:
    """Return money with its sign or code before it: `US$6.12 billion`, `£4bn`, `DM 1 234`."""
    sign, unit = chance.choice(tuple(SIGNS.items()))
    number = digits(chance)
    scale, power = chance.choice((("", 0), scale_word(chance), scale_word(chance), glued_scale(chance)))
    if scale and "," in number.text and "." not in number.text:
        number = plain(number)
    return Rendered(text=sign + number.text + scale, value=number.value.scaleb(power), unit=unit)


def named_money(chance: random.Random) -> Rendered:
    """Return money with its currency's name behind it: `5 thousand dollars`, `two million Swiss francs`."""
    name, unit = of(chance, NAMES)
    number, scale, power = any_number(chance)
    return Rendered(text=f"{number.text}{scale}{space(chance)}{name}", value=number.value.scaleb(power), unit=unit)


def glued_named_money(chance: random.Random) -> Rendered:
    """Return money with a scale glued to its number and a name behind: `1.5bn rubles`, `5m dollars`."""
    name, unit = of(chance, NAMES)
    letters, power = glued_scale(chance)
    value = Decimal(chance.randrange(1, 9999)) / chance.choice((1, 10, 100))
    return Rendered(text=f"{value}{letters}{space(chance)}{name}", value=value.scaleb(power), unit=unit)


def minor_money(chance: random.Random) -> Rendered:
    """Return money in its minor unit: `45 kopecks`, `ninety cents`, `2.5 pence`."""
    name, unit = of(chance, MINOR_UNITS)
    value = chance.randrange(2, 100)
    text = chance.choice((str(value), words(value), f"{value}.5"))
    exact = Decimal(text) if text[0].isdigit() else Decimal(value)
    return Rendered(text=f"{text} {name}", value=exact / 100, unit=unit)


def two_units(chance: random.Random) -> Rendered:
    """Return money in two units: `two dollars and forty cents`, `3 rubles 5 kopecks`."""
    major, minor = chance.randrange(2, 1000), chance.randrange(2, 100)
    write = chance.choice((str, words))
    joint = chance.choice((" ", " and "))
    unit, name, minor_name = chance.choice((("USD", "dollars", "cents"), ("RUB", "rubles", "kopecks")))
    text = f"{write(major)} {name}{joint}{write(minor)} {minor_name}"
    return Rendered(text=text, value=major + Decimal(minor) / 100, unit=unit)


def signed_span(chance: random.Random) -> Rendered:
    """Return a range of money with its sign on one end or both: `$1.5bn-$2bn`, `US$200-300`, `£3m to £4.5m`."""
    sign, unit = chance.choice(
        (("$", "USD"), ("US$", "USD"), ("£", "GBP"), ("DM", "DEM"), ("€", "EUR"), ("FFr", "FRF"))
    )
    low = Decimal(chance.randrange(2, 900)) / 10
    high = low + Decimal(chance.randrange(1, 500)) / 10
    letters, power = chance.choice((("", 0), glued_scale(chance), scale_word(chance)))
    joint = chance.choice((*DASHES, " to "))
    second = sign if chance.random() < 0.6 else ""
    text = f"{sign}{low}{letters if second else ''}{joint}{second}{high}{letters}"
    return Rendered(text=text, value=low.scaleb(power), value_high=high.scaleb(power), unit=unit)


def continental(chance: random.Random) -> Rendered:
    """Return a figure with a decimal comma before its scale: `6,12 billion euros`, `DM 4,5 million`."""
    number = Decimal(chance.randrange(11, 9999)) / 100
    scale, power = scale_word(chance)
    text = f"{number:.2f}".replace(".", ",")
    if chance.random() < 0.5:
        sign = chance.choice(("DM ", "€", "EUR ", "FIM "))
        return Rendered(text=f"{sign}{text}{scale}", value=number.scaleb(power), unit=SIGNS[sign])
    name, unit = of(chance, NAMES)
    return Rendered(text=f"{text}{scale} {name}", value=number.scaleb(power), unit=unit)


def grouped_money(chance: random.Random) -> Rendered:
    """Return money whose thousands are parted by spaces or points: `10 000 dollars`, `1.234.567 Italian lire`."""
    name, unit = of(chance, NAMES)
    value, separator = chance.choice(
        ((chance.randrange(1_000, 100_000_000), " "), (chance.randrange(1_000_000, 100_000_000), "."))
    )
    return Rendered(text=f"{grouped(value, separator)} {name}", value=Decimal(value), unit=unit)


def signed_compound(chance: random.Random) -> Rendered:
    """Return money tied to its scale by a hyphen: `$50-million`, `US$2.5-billion`, `£3-bn`."""
    sign, unit = chance.choice((("$", "USD"), ("US$", "USD"), ("£", "GBP"), ("DM", "DEM")))
    value = Decimal(chance.randrange(2, 999)) / chance.choice((1, 10))
    scale, power = chance.choice((("million", 6), ("billion", 9)))
    return Rendered(text=f"{sign}{value}-{scale}", value=value.scaleb(power), unit=unit)
