"""Reads one number that begins with digits: `6.12 billion`, `10 1/2`, `1.3x10^6`, `10 000`."""

import re
from dataclasses import replace
from decimal import Decimal

from tasks.extractors.figures.numbers.digits import VULGAR_FRACTIONS, decimal_comma_value, digits_value, fraction_value
from tasks.extractors.figures.numbers.scales import HUNDRED, SCALE_WORDS, Numeral, added_fraction, scale_at, with_half
from tasks.extractors.figures.words.number_words import DOTTED_SCALES, SCALES
from tasks.extractors.figures.words.tokens import DASH, NUMBER, SIGN, Token, at, is_glued, past_hyphen

CONTINUING = (
    frozenset(SCALE_WORDS)
    | frozenset(DOTTED_SCALES)
    | frozenset(VULGAR_FRACTIONS)
    | frozenset({"and", "^", "/", "⁄", "±", "+", "×", "x", "e"})
)
"""What may stand behind digits and belong to their number, beside more digits and a hyphen."""

RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-", strict=True))
"""Raised digits and the minus, by what they stand for."""
PRICE = re.compile(r"\d+\.\d\d")
DOLLARS = frozenset({"dollars", "dollar", "dlrs", "dlr"})
LONGEST_EXPONENT = 3
LONGEST_CURRENCY = 4
"""Letters of the longest abbreviation of a currency."""


def read_digits(tokens: list[Token], index: int) -> Numeral:
    """Read a number that begins with digits, with its fraction, groups of thousands and scales."""
    token = tokens[index]
    value = digits_value(token.text)
    comma = decimal_comma_value(token.text) if value is None else None
    if value is None and comma is None:
        return Numeral(
            value=Decimal(0),
            first=index,
            last=index + 1,
            in_digits=True,
            doubt="separators of no known style, or too many digits",
        )
    numeral = Numeral(
        value=comma if value is None else value,  # type: ignore[arg-type]  # one of the two is a number
        first=index,
        last=index + 1,
        in_digits=True,
        has_decimal_comma=value is None,
    )
    following = at(tokens, index + 1)
    if following.kind not in (NUMBER, DASH) and following.lower not in CONTINUING:
        return numeral
    if following.text == "^":
        return Numeral(value=Decimal(0), first=index, last=min(index + 3, len(tokens)), in_digits=True, doubt="a power")
    numeral = with_power_of_ten(tokens, with_fraction(tokens, with_spaced_groups(tokens, numeral)))
    return numeral if numeral.doubt else with_scales(tokens, past_uncertainty(tokens, numeral))


def past_uncertainty(tokens: list[Token], numeral: Numeral) -> Numeral:
    """Take in the uncertainty behind a number, which leaves its value as it is: `2,000.45±0.01`, `9.8 +/- 0.1`."""
    if at(tokens, numeral.last).text not in ("±", "+"):
        return numeral
    words = [at(tokens, numeral.last + step).text for step in range(3)]
    first = numeral.last + (1 if words[0] == "±" else 3)
    is_uncertain = words[0] == "±" or words in (["+", "/", "-"], ["+", "/", "−"])
    if not is_uncertain or at(tokens, first).kind != NUMBER or digits_value(at(tokens, first).text) is None:
        return numeral
    margin = with_power_of_ten(tokens, Numeral(value=Decimal(0), first=first, last=first + 1, in_digits=True))
    is_open = margin.last > first + 1 and numeral.scale is None
    return replace(numeral, last=margin.last, doubt="a power of ten behind its margin" if is_open else None)


def with_power_of_ten(tokens: list[Token], numeral: Numeral) -> Numeral:
    """Multiply by a power of ten: `2.48×10−5`, `1.3x10^6`, `9.83e-3`."""
    if at(tokens, numeral.last).lower == "e" and is_glued(tokens, numeral.last) and is_glued(tokens, numeral.last + 1):
        return with_exponent(tokens, numeral, numeral.last + 1)
    if at(tokens, numeral.last).lower not in ("×", "x"):
        return numeral
    if at(tokens, numeral.last + 1).text != "10":
        return numeral
    if raised := with_raised_exponent(tokens, numeral, numeral.last + 2):
        return raised
    has_caret = at(tokens, numeral.last + 2).text == "^"
    return with_exponent(tokens, numeral, numeral.last + 2 + has_caret)


def with_raised_exponent(tokens: list[Token], numeral: Numeral, index: int) -> Numeral | None:
    """Multiply by the power of ten whose exponent is raised: `3 × 10⁵`, `2 × 10⁻³`; None where none touches the ten."""
    last = index
    while is_glued(tokens, last) and set(at(tokens, last).text) <= RAISED.keys():
        last += 1
    exponent = "".join(RAISED[mark] for token in tokens[index:last] for mark in token.text)
    if not exponent.lstrip("-").isdigit() or len(exponent) > LONGEST_EXPONENT:
        return None
    power = Decimal(10) ** int(exponent)
    return replace(numeral, value=numeral.value * power, last=last, scale=power)


def with_exponent(tokens: list[Token], numeral: Numeral, index: int) -> Numeral:
    """Multiply by the power of ten whose exponent, with its sign, stands at a token."""
    is_negative = at(tokens, index).kind == DASH
    exponent = at(tokens, index + is_negative)
    if exponent.kind != NUMBER or not exponent.text.isdigit() or len(exponent.text) > 2:
        return numeral
    if at(tokens, index - 1).text == "E" and tokens[numeral.first].text.isdigit() and not is_negative:
        return replace(numeral, last=index + 1, doubt="a power of ten, or a model")  # Boeing's 7E7
    power = Decimal(10) ** (-int(exponent.text) if is_negative else int(exponent.text))
    return replace(numeral, value=numeral.value * power, last=index + is_negative + 1, scale=power)


def with_spaced_groups(tokens: list[Token], numeral: Numeral) -> Numeral:
    """Join `10 000` and `1 234 567`: a group of up to three digits and groups of exactly three, one space between."""
    last, text = numeral.last, tokens[numeral.first].text
    if not (text.isdigit() and len(text) <= 3):
        return numeral
    while is_spaced_group(tokens, last):
        text += tokens[last].text
        last += 1
    if last == numeral.last:
        return numeral
    value = digits_value(text)
    if value is None:
        return replace(numeral, last=last, doubt="digits in groups of no known style")
    return replace(numeral, value=value, last=last)


def is_spaced_group(tokens: list[Token], index: int) -> bool:
    """Tell whether a token is a group of three digits, one space after the digits before it."""
    token, before = at(tokens, index), at(tokens, index - 1)
    whole = token.text.split(".")[0].split(",")[0]
    return token.kind == NUMBER and len(whole) == 3 and token.start == before.end + 1 and before.text.isdigit()


def with_fraction(tokens: list[Token], numeral: Numeral) -> Numeral:
    """Add a fraction to digits: `10 1/2`, `8-1/2`, `2½`, `10 and a half hours`, or read `1/2` alone."""
    if slashed := slashed_fraction(tokens, numeral.first):
        doubt = "a fraction of more than one, or a number glued to one" if slashed > 1 else None
        return replace(numeral, value=slashed, last=numeral.first + 3, is_fraction=True, doubt=doubt)
    index = past_hyphen(tokens, numeral.last)
    has_and = at(tokens, index).lower == "and"
    index = past_hyphen(tokens, index + 1) if has_and else index
    fraction, last = fraction_at(tokens, index)
    if fraction is None and has_and:
        fraction, last = added_fraction(tokens, index)
    if (
        fraction is not None
        and not has_and
        and is_glued(tokens, numeral.last)
        and PRICE.fullmatch(tokens[numeral.first].text)
    ):
        return with_part_of_cent(tokens, numeral, fraction, last)
    if fraction is None or fraction >= 1 or not tokens[numeral.first].text.isdigit():
        return numeral
    return replace(numeral, value=numeral.value + fraction, last=last)


def with_part_of_cent(tokens: list[Token], numeral: Numeral, fraction: Decimal, last: int) -> Numeral:
    """Add a part of a cent to dollars and cents: `$3.27-1/2`, `5.10-1/4 dlrs`; behind other decimals it is in doubt."""
    is_money = at(tokens, numeral.first - 1).kind == SIGN or at(tokens, last).lower in DOLLARS
    if not is_money or fraction >= 1:
        return replace(numeral, last=last, doubt="a fraction behind decimals")
    return replace(numeral, value=numeral.value + fraction / HUNDRED, last=last)


def fraction_at(tokens: list[Token], index: int) -> tuple[Decimal | None, int]:
    """Return the fraction in figures at a token and the index after it: `½`, `1/2`."""
    if vulgar := VULGAR_FRACTIONS.get(at(tokens, index).text):
        return fraction_value(*map(Decimal, vulgar)), index + 1
    return slashed_fraction(tokens, index), index + 3


def slashed_fraction(tokens: list[Token], index: int) -> Decimal | None:
    """Return the value of `1/2` at a token, where nothing is glued on either side."""
    if at(tokens, index + 1).text not in ("/", "⁄"):
        return None
    parts = [at(tokens, index + step) for step in range(4)]
    if not (parts[0].kind == parts[2].kind == NUMBER and parts[1].text in "/⁄" and parts[1].text):
        return None
    if not (parts[0].text.isdigit() and parts[2].text.isdigit() and int(parts[2].text) > 1):
        return None
    if len(parts[0].text) > 4 or len(parts[2].text) > 4 or (parts[3].text == "/" and parts[3].start == parts[2].end):
        return None
    return fraction_value(Decimal(parts[0].text), Decimal(parts[2].text))


def with_scales(tokens: list[Token], numeral: Numeral) -> Numeral:
    """Multiply by the scale words after digits, and add what follows on a smaller scale: `4 thousand 3 hundred`."""
    scale, last = scale_at(tokens, numeral.last)
    if scale is None:
        return numeral
    value = numeral.value * scale
    numeral = replace(numeral, value=value, last=last, scale=scale)
    if tokens[numeral.first].text.endswith(".000"):
        return replace(numeral, doubt="a point before three noughts may part thousands")
    numeral = with_smaller_part(tokens, numeral)
    numeral = with_half(tokens, numeral, unit=numeral.scale or Decimal(1))
    if at(tokens, numeral.last).lower in SCALES:
        return replace(numeral, last=numeral.last + 1, doubt="a scale after a scale")
    return numeral


def may_have_currency(before: Token) -> bool:
    """Tell whether a number's currency may stand before it, so that what follows `and` has one of its own.

    `$5 billion and 3 million rubles` are two amounts.
    """
    return before.kind == SIGN or (before.text[:1].isupper() and len(before.text) <= LONGEST_CURRENCY)


def with_smaller_part(tokens: list[Token], numeral: Numeral) -> Numeral:
    """Add a part that has a smaller scale of its own: `2 million 300 thousand`, `3 hundred and 21`."""
    index = numeral.last + (at(tokens, numeral.last).lower == "and")
    token = at(tokens, index)
    value = digits_value(token.text) if token.kind == NUMBER and token.text.isdigit() else None
    if value is None or numeral.scale is None or not tokens[numeral.first].text.isdigit():
        return numeral
    if index > numeral.last and may_have_currency(at(tokens, numeral.first - 1)):
        return numeral
    scale, last = scale_at(tokens, index + 1)
    if scale is None and index > numeral.last and numeral.scale == HUNDRED and value < HUNDRED:
        return replace(numeral, value=numeral.value + value, last=index + 1)
    if scale is None or value * scale >= numeral.scale:
        return numeral
    return with_smaller_part(tokens, replace(numeral, value=numeral.value + value * scale, last=last, scale=scale))
