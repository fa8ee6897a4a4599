"""Writes random figures in hundreds of styles and reads them back: `python -m benchmarks.renderings [COUNT] [SEED]`.

Each figure is written into a sentence of news. What is read where it stands must be its exact value, unit and range,
or nothing: another value is an error, and any error makes the exit status 1.
"""

import random
import sys
import time
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from benchmarks.numerals import (
    THIN_SPACES,
    Written,
    any_number,
    digits,
    european,
    glued_scale,
    grouped,
    scale_word,
    space,
    words,
)
from tasks.extractors.figures import find
from tasks.formats.article import bare_article
from warehouse.records import Figure

DEFAULT_COUNT = 1_000_000
SHOWN_ERRORS = 20

DASHES = ("-", "\u2013", "\u2011", "\u2010", " - ", " \u2013 ")
SIGNS = {
    "$": "USD",
    "US$": "USD",
    "£": "GBP",
    "€": "EUR",
    "C$": "CAD",
    "A$": "AUD",
    "HK$": "HKD",
    "DM ": "DEM",
    "USD ": "USD",
    "EUR ": "EUR",
    "FIM ": "FIM",
    "CHF ": "CHF",
    "US $": "USD",
    "₽": "RUB",
    "DM": "DEM",
}
NAMES = {
    "dollars": "USD",
    "U.S. dollars": "USD",
    "euros": "EUR",
    "Swiss francs": "CHF",
    "German marks": "DEM",
    "yen": "JPY",
    "hryvnias": "UAH",
    "Polish zlotys": "PLN",
    "French francs": "FRF",
    "pounds sterling": "GBP",
    "USD": "USD",
    "Canadian dollars": "CAD",
    "Czech crowns": "CZK",
    "forints": "HUF",
}
UNITS = {
    "tons": "ton",
    "kilometers": "kilometer",
    "km": "kilometer",
    "barrels": "barrel",
    "hectares": "hectare",
    "kg": "kilogram",
    "square kilometers": "square kilometer",
    "megawatts": "megawatt",
    "miles": "mile",
    "cubic meters": "cubic meter",
}
NOUNS = {
    "soldiers": "soldier",
    "refugees": "refugee",
    "new factories": "factory",
    "Russian miners": "miner",
    "deputies": "deputy",
}
PERCENTS = ("percent", "%", "per cent", " percent")
SENTENCES = (
    "The ministry said yesterday that {} had been set aside for the northern regions.",
    "According to the governor, {} went to the port in 1997 (Itar-Tass, March 12).",
    "Officials put the total at {}, he added.",
    "It came to {}.",
    "“We counted {},” the spokesman told reporters.",
    "The two sides disagree over {} in the draft treaty.",
    "The figure ({}) was denied by the Chechen side on May 20.",
    "Moscow wants {}; Minsk offers nothing.",
    "Observers recalled the sum - {} - with some surprise.",
    "'It is {}', said an officer in Vladivostok",
)
HEDGES = ("", "", "", "about ", "more than ", "up to ", "some ", "just ", "at least ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """A text with one figure in it, where the figure stands, and what it means."""

    text: str
    start_char: int
    end_char: int
    value: Decimal
    value_high: Decimal | None
    unit: str | None


def main() -> None:
    """Render, read back, count, and report."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_COUNT
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    chance = random.Random(seed)  # noqa: S311  # styles to try, nothing secret
    outcomes: Counter[str] = Counter()
    started = time.process_time()
    for _ in range(count):
        rendering = render(chance)
        outcome = read_back(rendering)
        outcomes[outcome] += 1
        if outcome == "wrong" and outcomes["wrong"] <= SHOWN_ERRORS:
            meant = f"{rendering.value} {rendering.value_high} {rendering.unit}"
            sys.stdout.write(f"wrong: {rendering.text!r} should be {meant}\n")
    seconds = time.process_time() - started
    shares = ", ".join(f"{name} {outcomes[name]}" for name in ("exact", "refused", "wrong"))
    sys.stdout.write(f"{count} renderings with seed {seed}: {shares} ({seconds:.0f} s of CPU)\n")
    sys.exit(1 if outcomes["wrong"] else 0)


def read_back(rendering: Rendering) -> str:
    """Return `exact`, `refused` (nothing was read there) or `wrong`."""
    article = bare_article(rendering.text, article_id="rendering")
    found = [figure for figure in find(article) if isinstance(figure, Figure) and overlaps(figure, rendering)]
    if not found:
        return "refused"
    meant = (rendering.value, rendering.value_high, rendering.unit)
    is_exact = len(found) == 1 and (found[0].value, found[0].value_high, found[0].unit) == meant
    return "exact" if is_exact else "wrong"


def overlaps(figure: Figure, rendering: Rendering) -> bool:
    """Tell whether a figure stands where the rendered one does."""
    return figure.start_char < rendering.end_char and rendering.start_char < figure.end_char


def render(chance: random.Random) -> Rendering:
    """Return a random figure in a random style, in a random sentence."""
    text, value, value_high, unit = chance.choice(STYLES)(chance)
    sentence = chance.choice(SENTENCES)
    hedge = chance.choice(HEDGES)
    before, after = sentence.split("{}")
    start = len(before) + len(hedge)
    return Rendering(
        text=before + hedge + text + after,
        start_char=start,
        end_char=start + len(text),
        value=value,
        value_high=value_high,
        unit=unit,
    )


Rendered = tuple[str, Decimal, Decimal | None, str | None]


def render_money(chance: random.Random) -> Rendered:
    """Return money with its sign or code before it: `US$6.12 billion`, `£4bn`."""
    sign = chance.choice(tuple(SIGNS))
    number = digits(chance)
    scale, power = chance.choice((("", 0), scale_word(chance), scale_word(chance), glued_scale(chance)))
    if scale and "," in number.text and "." not in number.text:
        number = Written(text=str(number.value), value=number.value)
    return sign + number.text + scale, number.value.scaleb(power), None, SIGNS[sign]


def render_named_money(chance: random.Random) -> Rendered:
    """Return money with its currency's name behind it: `5 thousand dollars`, `two million Swiss francs`."""
    name = chance.choice(tuple(NAMES))
    number, scale, power = any_number(chance)
    return f"{number.text}{scale}{space(chance)}{name}", number.value.scaleb(power), None, NAMES[name]


def render_measure(chance: random.Random) -> Rendered:
    """Return a quantity: `79,000 tons`, `two hundred and six km`, `1.234,5 kg`."""
    unit = chance.choice(tuple(UNITS))
    number, scale, power = any_number(chance)
    if not scale and chance.random() < 0.15:
        number = european(chance)
    return f"{number.text}{scale}{space(chance)}{unit}", number.value.scaleb(power), None, UNITS[unit]


def render_percent(chance: random.Random) -> Rendered:
    """Return a share: `12.5 percent`, `12,5%`, `twenty-two per cent`."""
    word = chance.choice(PERCENTS)
    value = Decimal(chance.randrange(0, 1000)) / chance.choice((1, 10))
    text = str(value)
    if "." in text and chance.random() < 0.2:
        text = text.replace(".", ",")
    elif value == value.to_integral_value() and chance.random() < 0.3:
        text = words(int(value))
        word = chance.choice((" percent", " per cent"))
    gap = "" if word.startswith((" ", "%")) else space(chance)
    return text + gap + word, value, None, "percent"


def render_count(chance: random.Random) -> Rendered:
    """Return a number of things: `1 200 soldiers` with a thin space, `thirty-five refugees`."""
    noun = chance.choice(tuple(NOUNS))
    value = chance.choice((chance.randrange(2, 100), chance.randrange(2, 1000), chance.randrange(10_000, 10_000_000)))
    text = chance.choice((grouped(value, ","), grouped(value, chance.choice(THIN_SPACES)), words(value)))
    return f"{text} {noun}", Decimal(value), None, NOUNS[noun]


def render_range(chance: random.Random) -> Rendered:
    """Return a range: `$2-3 million`, `10 to 15 percent`, `between 200 and 300 tons`."""
    low = chance.randrange(2, 90)
    high = low + chance.randrange(1, 60)
    join = chance.choice((*DASHES, " to "))
    first, second = (words(low), words(high)) if join == " to " and chance.random() < 0.3 else (str(low), str(high))
    scale, power = chance.choice((("", 0), scale_word(chance)))
    name, unit = chance.choice((*NAMES.items(), *UNITS.items(), ("percent", "percent")))
    return f"{first}{join}{second}{scale} {name}", Decimal(low).scaleb(power), Decimal(high).scaleb(power), unit


def render_continental(chance: random.Random) -> Rendered:
    """Return a figure with a decimal comma before its scale: `6,12 billion euros`, `DM 4,5 million`."""
    number = Decimal(chance.randrange(11, 9999)) / 100
    scale, power = scale_word(chance)
    text = f"{number:.2f}".replace(".", ",")
    if chance.random() < 0.5:
        sign = chance.choice(("DM ", "€", "EUR ", "FIM "))
        return f"{sign}{text}{scale}", number.scaleb(power), None, SIGNS[sign]
    name = chance.choice(tuple(NAMES))
    return f"{text}{scale} {name}", number.scaleb(power), None, NAMES[name]


def render_spaced(chance: random.Random) -> Rendered:
    """Return a number whose thousands are parted by plain spaces: `10 000 dollars`."""
    name = chance.choice(tuple(NAMES))
    value = chance.randrange(1_000, 100_000_000)
    return f"{grouped(value, ' ')} {name}", Decimal(value), None, NAMES[name]


def render_minor(chance: random.Random) -> Rendered:
    """Return money in two units: `two dollars and forty cents`, `3 dollars 5 cents`."""
    major, minor = chance.randrange(2, 1000), chance.randrange(2, 100)
    write = chance.choice((str, words))
    joint = chance.choice((" ", " and "))
    return f"{write(major)} dollars{joint}{write(minor)} cents", major + Decimal(minor) / 100, None, "USD"


def render_compound(chance: random.Random) -> Rendered:
    """Return a figure that hyphens tie together: `50-ton`, `a five-million-dollar`, `12-percent`."""
    value = chance.randrange(2, 100)
    write = chance.choice((str, words))
    scale, power = chance.choice((("", 0), ("-million", 6), ("-billion", 9)))
    name, unit = chance.choice((("ton", "ton"), ("dollar", "USD"), ("kilometer", "kilometer"), ("yen", "JPY")))
    return f"{write(value)}{scale}-{name}", Decimal(value).scaleb(power), None, unit


STYLES = (
    render_money,
    render_money,
    render_named_money,
    render_measure,
    render_percent,
    render_count,
    render_range,
    render_continental,
    render_spaced,
    render_minor,
    render_compound,
)


if __name__ == "__main__":
    main()
