"""The styles in which news writes figures, each a function that writes a random figure and says what it means."""

import random
from collections.abc import Callable
from decimal import Decimal

from benchmarks.numerals import (
    FRACTIONS,
    THIN_SPACES,
    VULGAR_FRACTIONS,
    any_number,
    european,
    grouped,
    ordinal,
    scale_word,
    space,
    words,
)
from benchmarks.rendering.money import (
    continental,
    glued_named_money,
    grouped_money,
    minor_money,
    money,
    named_money,
    signed_compound,
    signed_span,
    two_units,
)
from benchmarks.rendering.units import DASHES, MINUSES, NAMES, NOUNS, PER, PERCENTS, POINTS, SIGNS, UNITS, Rendered, of


def quantity(chance: random.Random) -> Rendered:
    """Return a quantity: `79,000 tons`, `two hundred and six km`, `1.234.567,5 kg`."""
    name, unit = of(chance, UNITS)
    number, scale, power = any_number(chance)
    if not scale and chance.random() < 0.15:
        number = european(chance)
    return Rendered(text=f"{number.text}{scale}{space(chance)}{name}", value=number.value.scaleb(power), unit=unit)


def mixed_quantity(chance: random.Random) -> Rendered:
    """Return a quantity with a fraction: `2½ tons`, `10 1/2 hours`, `three and a half million barrels`."""
    name, unit = of(chance, UNITS)
    whole = chance.randrange(1, 100)
    vulgar, fraction = chance.choice(tuple(VULGAR_FRACTIONS.items()))
    spelled, half = chance.choice(tuple(FRACTIONS.items()))
    scale, power = chance.choice((("", 0), scale_word(chance)))
    if chance.random() < 0.5:
        return Rendered(text=f"{whole}{vulgar}{scale} {name}", value=(whole + fraction).scaleb(power), unit=unit)
    text = f"{words(whole)} and {spelled}{scale} {name}"
    return Rendered(text=text, value=(whole + half).scaleb(power), unit=unit)


def part_of_scale(chance: random.Random) -> Rendered:
    """Return a part of a scale: `half a million dollars`, `a quarter of a million tons`."""
    name, unit = of(chance, chance.choice((NAMES, UNITS)))
    text, value = chance.choice(
        (("half a", "0.5"), ("quarter of a", "0.25"), ("three quarters of a", "0.75"), ("three-quarters of a", "0.75"))
    )
    word, power = chance.choice((("million", 6), ("billion", 9)))
    return Rendered(text=f"{text} {word} {name}", value=Decimal(value).scaleb(power), unit=unit)


def share(chance: random.Random) -> Rendered:
    """Return a share: `12.5 percent`, `12,5%`, `twenty-two per cent`, `½ percent`."""
    value = Decimal(chance.randrange(0, 1000)) / chance.choice((1, 10))
    text, word = str(value), chance.choice(PERCENTS)
    if "." in text and chance.random() < 0.2:
        text = text.replace(".", ",")
    elif value == value.to_integral_value() and chance.random() < 0.3:
        text, word = words(int(value)), chance.choice((" percent", " per cent"))
    elif chance.random() < 0.05:
        text, value = chance.choice(tuple(VULGAR_FRACTIONS.items()))
    return Rendered(text=text + word, value=value, unit="percent")


def points(chance: random.Random) -> Rendered:
    """Return points: `three percentage points`, `25 basis points`, `2.5 percentage points`."""
    name, unit = of(chance, POINTS)
    value = Decimal(chance.randrange(2, 100))
    return Rendered(text=f"{chance.choice((str(value), words(int(value))))} {name}", value=value, unit=unit)


def negative(chance: random.Random) -> Rendered:
    """Return a negative figure: `-0.4 percent`, `minus 24 degrees`, `−$5 million`."""
    value = Decimal(chance.randrange(1, 999)) / chance.choice((1, 10))
    minus = chance.choice(MINUSES)
    if chance.random() < 0.3:
        return Rendered(text=f"{minus}${value} million", value=-value.scaleb(6), unit="USD")
    name, unit = chance.choice((("percent", "percent"), ("degrees Celsius", "degree Celsius"), ("tons", "ton")))
    return Rendered(text=f"{minus}{value} {name}", value=-value, unit=unit)


def count(chance: random.Random) -> Rendered:
    """Return a number of things: `1 200 soldiers` with a thin space, `thirty-five refugees`, `1.2 million people`."""
    name, unit = of(chance, NOUNS)
    if chance.random() < 0.3:
        number, scale, power = any_number(chance)
        value = number.value.scaleb(power)
        if value == value.to_integral_value() and value > 1:
            return Rendered(text=f"{number.text}{scale} {name}", value=value, unit=unit)
    whole = chance.choice((chance.randrange(2, 100), chance.randrange(2, 1000), chance.randrange(10_000, 10_000_000)))
    text = chance.choice((grouped(whole, ","), grouped(whole, chance.choice(THIN_SPACES)), words(whole)))
    return Rendered(text=f"{text} {name}", value=Decimal(whole), unit=unit)


def glued_count(chance: random.Random) -> Rendered:
    """Return a number of things or a quantity with its scale glued: `1.2m people`, `3bn barrels`, `300k women`."""
    name, unit = of(chance, chance.choice((NOUNS, {"tonnes": "tonne", "barrels": "barrel", "hectares": "hectare"})))
    letters, power = chance.choice((("m", 6), ("bn", 9), ("k", 3), ("mln", 6), ("bln", 9), ("mn", 6)))
    value = Decimal(chance.randrange(2, 999)) / chance.choice((1, 10))
    return Rendered(
        text=f"{value}{letters}{chance.choice((' ', chr(0xA0)))}{name}", value=value.scaleb(power), unit=unit
    )


def span(chance: random.Random) -> Rendered:
    """Return a range that states its unit once: `$2-3 million`, `10 to 15 percent`, `200 or 300 tons`."""
    low = chance.randrange(2, 90)
    high = low + chance.randrange(1, 60)
    joint = chance.choice((*DASHES, " to "))
    first, second = (words(low), words(high)) if joint == " to " and chance.random() < 0.3 else (str(low), str(high))
    scale, power = chance.choice((("", 0), scale_word(chance)))
    name, unit = chance.choice((*NAMES.items(), *UNITS.items(), ("percent", "percent")))
    text = f"{first}{joint}{second}{scale} {name}"
    return Rendered(text=text, value=Decimal(low).scaleb(power), value_high=Decimal(high).scaleb(power), unit=unit)


def full_span(chance: random.Random) -> Rendered:
    """Return a range with its unit on both ends: `20 percent to 30 percent`, `between 2 tons and 3 tons`."""
    low = chance.randrange(2, 90)
    high = low + chance.randrange(1, 60)
    name, unit = chance.choice((*NAMES.items(), *UNITS.items(), ("percent", "percent")))
    form = chance.choice(("{} {} to {} {}", "{} {} \u2013 {} {}"))
    text = form.format(low, name, high, name)
    return Rendered(text=text, value=Decimal(low), value_high=Decimal(high), unit=unit)


def compound(chance: random.Random) -> Rendered:
    """Return a figure that hyphens tie together: `50-ton`, `a five-million-dollar`, `12-year`."""
    value = chance.randrange(2, 100)
    write = chance.choice((str, words))
    scale, power = chance.choice((("", 0), ("-million", 6), ("-billion", 9)))
    name, unit = chance.choice((("ton", "ton"), ("dollar", "USD"), ("kilometer", "kilometer"), ("yen", "JPY")))
    return Rendered(text=f"{write(value)}{scale}-{name}", value=Decimal(value).scaleb(power), unit=unit)


def age(chance: random.Random) -> Rendered:
    """Return an age: `68-year-old`, `sixty-eight-year-old`, `68 years old`, `68 years of age`."""
    value = chance.randrange(2, 100)
    text = chance.choice((str, words))(value)
    form = chance.choice(("{}-year-old", "{} years old", "{} years of age", "{}-year-olds"))
    return Rendered(text=form.format(text), value=Decimal(value), unit="year")


def rank(chance: random.Random) -> Rendered:
    """Return an ordinal with what it counts: `21st attempt`, `third time`, `twenty-fifth visit`."""
    value = chance.randrange(2, 100)
    noun = chance.choice(("attempt", "time", "visit", "meeting"))
    return Rendered(text=f"{ordinal(chance, value)} {noun}", value=Decimal(value), unit=noun)


def rate(chance: random.Random) -> Rendered:
    """Return a rate: `40 rubles per ton`, `$2.5 million a month`, `300 barrels an hour`."""
    value = Decimal(chance.randrange(2, 999)) / chance.choice((1, 1, 10))
    per_text, per = of(chance, PER)
    scale, power = chance.choice((("", 0), (" million", 6)))
    if chance.random() < 0.5:
        sign = chance.choice(("$", "£", "DM "))
        return Rendered(text=f"{sign}{value}{scale} {per_text}", value=value.scaleb(power), unit=SIGNS[sign], per=per)
    name, unit = of(chance, chance.choice((NAMES, {"barrels": "barrel", "liters": "liter"})))
    return Rendered(text=f"{value}{scale} {name} {per_text}", value=value.scaleb(power), unit=unit, per=per)


STYLES: tuple[Callable[[random.Random], Rendered], ...] = (
    money, money, named_money, glued_named_money, minor_money, two_units, signed_span, continental, grouped_money,
    signed_compound, quantity, mixed_quantity, part_of_scale, share, points, negative, count, glued_count, span,
    full_span, compound, age, rank, rate,
)  # fmt: skip
