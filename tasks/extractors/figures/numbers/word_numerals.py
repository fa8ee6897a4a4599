"""Reads one number that begins with a word: `two and a half million`, `three hundred and two`."""

from dataclasses import replace
from decimal import Decimal

from tasks.extractors.figures.numbers.digit_numerals import fraction_at, with_scales
from tasks.extractors.figures.numbers.digits import MAXIMUM_DIGITS, VULGAR_FRACTIONS, fraction_value
from tasks.extractors.figures.numbers.scales import HUNDRED, SCALE_WORDS, Numeral, mixed_fraction, scale_at, with_half
from tasks.extractors.figures.words.number_words import DENOMINATORS, NUMBER_WORDS, ONES, TENS
from tasks.extractors.figures.words.tokens import DASH, Token, at, is_glued, past_hyphen


def read_words(tokens: list[Token], index: int) -> Numeral | None:
    """Read a number that begins with a number word: `two and a half million`, `three hundred and two`."""
    token = tokens[index]
    if token.text in VULGAR_FRACTIONS:
        value = fraction_value(*map(Decimal, VULGAR_FRACTIONS[token.text]))
        numeral = Numeral(value=value, first=index, last=index + 1, in_digits=True, is_fraction=True)
        return with_scales(tokens, numeral)
    total, last, scale, smallest = Decimal(0), index, None, None
    while True:
        chunk, after = below_thousand(tokens, next_part(tokens, last, step=smallest) if last > index else last)
        if chunk is None or (last > index and is_fraction_name(tokens, past_hyphen(tokens, after))):
            break
        half, after = half_after(tokens, after)
        chunk += half
        step, after_scale = word_scales(tokens, after)
        if smallest is not None and chunk * (step or 1) >= smallest:
            break
        total, last = total + chunk * (step or 1), after_scale
        if step is None:
            break
        scale, smallest = step, step
    if last == index:
        return None
    numeral = Numeral(value=total, first=index, last=last, in_digits=False, scale=scale)
    if scale is None and at(tokens, last).lower == "point":
        numeral = with_spoken_decimals(tokens, numeral)
    numeral = with_half(tokens, numeral, unit=scale or Decimal(1))
    if scale and at(tokens, numeral.last - 1).lower in DENOMINATORS and at(tokens, numeral.last).lower == "of":
        return replace(numeral, doubt="a fraction of the scale before it, or of what follows")
    if numeral.doubt or fits(tokens, numeral):
        return numeral
    last = past_number_words(tokens, numeral.last)
    return replace(numeral, last=last, doubt="a number word that does not fit the number before it")


def next_part(tokens: list[Token], index: int, *, step: Decimal | None) -> int:
    """Return where the next part of a number in words begins: behind `and`, hyphens, or a comma before hundreds.

    `Five thousand, six hundred men` are one number, `two thousand, three men` may be two.
    """
    if at(tokens, index).text != "," or step is None:
        return joined(tokens, index)
    chunk, last = below_thousand(tokens, index + 1)
    scale, _ = scale_at(tokens, last)
    is_part = scale < step if scale else "hundred" in (token.lower for token in tokens[index:last])
    return index + 1 if chunk is not None and is_part else index


def fits(tokens: list[Token], numeral: Numeral) -> bool:
    """Tell whether no number word follows a number, or one that begins a figure of its own: `twenty-thirty men`."""
    following = past_hyphen(tokens, numeral.last)
    word = at(tokens, following).lower
    if word not in NUMBER_WORDS:
        return True
    if following == numeral.last:
        return word in ("hundreds", "one")
    second, _ = below_hundred(tokens, following)
    return second is not None and second > numeral.value


def past_number_words(tokens: list[Token], index: int) -> int:
    """Return the index after a run of number words and the hyphens in it."""
    while at(tokens, index).lower in NUMBER_WORDS or (at(tokens, index).kind == DASH and is_glued(tokens, index)):
        index += 1
    return index


def with_spoken_decimals(tokens: list[Token], numeral: Numeral) -> Numeral:
    """Add the decimals of `three point five`; a scale may follow them."""
    digits, last = "", numeral.last + 1
    while at(tokens, last).lower in ONES and ONES[at(tokens, last).lower] < 10 and len(digits) < MAXIMUM_DIGITS:
        digits += str(ONES[at(tokens, last).lower])
        last += 1
    if not digits:
        return numeral
    return with_scales(tokens, replace(numeral, value=numeral.value + Decimal(f"0.{digits}"), last=last))


def joined(tokens: list[Token], index: int) -> int:
    """Return the index after the `and`, or the hyphens, that may join the parts of a number in words."""
    index = past_hyphen(tokens, index)
    return past_hyphen(tokens, index + 1) if at(tokens, index).lower in ("and", "&") else index


def half_after(tokens: list[Token], index: int) -> tuple[Decimal, int]:
    """Return the fraction of `one and a half million`, which stands before the scale, or nought."""
    joint = past_hyphen(tokens, index)
    if at(tokens, joint).lower != "and":
        return Decimal(0), index
    fraction, last = mixed_fraction(tokens, past_hyphen(tokens, joint + 1))
    if fraction is None:
        fraction, last = fraction_at(tokens, joint + 1)  # one and 1/2 million
    if fraction is None or fraction >= 1 or at(tokens, past_hyphen(tokens, last)).lower not in SCALE_WORDS:
        return Decimal(0), index
    return fraction, last


def word_scales(tokens: list[Token], index: int) -> tuple[Decimal | None, int]:
    """Return the product of the scales at a token: `thousand`, `thousand million`, `-million`, `dozen`."""
    scale, last = scale_at(tokens, index)
    if scale is None or at(tokens, last - 1).lower in ("hundred", "hundreds"):
        return None, index
    return scale, last


def below_thousand(tokens: list[Token], index: int) -> tuple[Decimal | None, int]:
    """Return a number below a thousand in words and the index after it: `three hundred and two`, `twelve hundred`."""
    value, last = below_hundred(tokens, index)
    if value is None or value == 0:
        if at(tokens, index).lower == "hundred":
            value, last = Decimal(1), index
        else:
            return value, last
    hyphenated = last + (at(tokens, last).kind == DASH and is_glued(tokens, last))
    if at(tokens, hyphenated).lower not in ("hundred", "hundreds"):
        return value, last
    value, last = value * HUNDRED, hyphenated + 1
    rest, after = below_hundred(tokens, joined(tokens, last))
    if rest is None or is_fraction_name(tokens, after):
        return value, last
    return value + rest, after


def is_fraction_name(tokens: list[Token], index: int) -> bool:
    """Tell whether a fraction's denominator stands at a token: `hundred and two thirds`."""
    return at(tokens, index).lower in DENOMINATORS


def below_hundred(tokens: list[Token], index: int) -> tuple[Decimal | None, int]:
    """Return a number below a hundred in words and the index after it: `thirty-five`, `twelve`."""
    word = at(tokens, index).lower
    if word in ONES:
        return ONES[word], index + 1
    if word not in TENS:
        return None, index
    following = index + 1 + (at(tokens, index + 1).kind == DASH and is_glued(tokens, index + 1))
    unit = ONES.get(at(tokens, following).lower)
    if unit is not None and 0 < unit < 10 and not is_fraction_name(tokens, following + 1):
        return TENS[word] + unit, following + 1
    return TENS[word], index + 1
