"""Reads one number from tokens, in digits, in words, or in both: `6.12 billion`, `two and a half`, `1/2`."""

from dataclasses import dataclass, replace
from decimal import Decimal

from tasks.extractors.figures.digits import (
    MAXIMUM_DIGITS,
    VULGAR_FRACTIONS,
    decimal_comma_value,
    digits_value,
    fraction_value,
)
from tasks.extractors.figures.number_words import (
    DENOMINATORS,
    FRACTION_NAMES,
    GROUPS,
    NUMBER_WORDS,
    ONES,
    SCALES,
    SHORT_SCALES,
    TENS,
)
from tasks.extractors.figures.tokens import DASH, MARK, NUMBER, WORD, Token, at, is_glued

ARTICLES = frozenset({"a", "an"})
HUNDRED = Decimal(100)
LARGEST = Decimal(10) ** (MAXIMUM_DIGITS - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number and the tokens `first` to `last` (not included) that it is written with."""

    value: Decimal
    first: int
    last: int
    in_digits: bool
    scale: Decimal | None = None
    is_fraction: bool = False
    has_decimal_comma: bool = False
    doubt: str | None = None


def read_numeral(tokens: list[Token], index: int) -> Numeral | None:
    """Return the number that begins at a token, or None; a number that cannot be trusted carries its doubt."""
    token = at(tokens, index)
    if token.kind == NUMBER:
        numeral = read_digits(tokens, index)
    elif token.lower in NUMBER_WORDS or token.text in VULGAR_FRACTIONS:
        numeral = read_words(tokens, index)
    elif token.lower in ARTICLES or token.lower in ("half", "quarter"):
        numeral = read_after_article(tokens, index)
    else:
        return None
    if numeral is not None and abs(numeral.value) >= LARGEST:
        return replace(numeral, doubt="impossible magnitude")
    return numeral


def read_digits(tokens: list[Token], index: int) -> Numeral:
    """Read a number that begins with digits, with its fraction, groups of thousands and scales."""
    token = tokens[index]
    value = digits_value(token.text)
    comma = decimal_comma_value(token.text) if value is None else None
    if value is None and comma is None:
        return Numeral(
            value=Decimal(0), first=index, last=index + 1, in_digits=True, doubt="separators of no known style"
        )
    numeral = Numeral(
        value=comma if value is None else value,  # type: ignore[arg-type]  # one of the two is a number
        first=index,
        last=index + 1,
        in_digits=True,
        has_decimal_comma=value is None,
    )
    numeral = with_power_of_ten(tokens, with_fraction(tokens, with_spaced_groups(tokens, numeral)))
    return numeral if numeral.doubt else with_scales(tokens, numeral)


def with_power_of_ten(tokens: list[Token], numeral: Numeral) -> Numeral:
    """Multiply by a power of ten: `2.48×10−5`, `1.3x10^6`, `9.83e-3`."""
    if at(tokens, numeral.last).lower == "e" and is_glued(tokens, numeral.last) and is_glued(tokens, numeral.last + 1):
        return with_exponent(tokens, numeral, numeral.last + 1)
    parts = [at(tokens, numeral.last + step) for step in range(5)]
    if parts[0].lower not in ("×", "x") or parts[1].text != "10":
        return numeral
    step = 2 + (parts[2].text == "^")
    return with_exponent(tokens, numeral, numeral.last + step)


def with_exponent(tokens: list[Token], numeral: Numeral, index: int) -> Numeral:
    """Multiply by the power of ten whose exponent, with its sign, stands at a token."""
    is_negative = at(tokens, index).kind == DASH
    exponent = at(tokens, index + is_negative)
    if exponent.kind != NUMBER or not exponent.text.isdigit() or len(exponent.text) > 2:
        return numeral
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
    """Add a fraction in digits: `10 1/2`, `2½`, or read `1/2` alone."""
    vulgar = VULGAR_FRACTIONS.get(at(tokens, numeral.last).text)
    if vulgar:
        value = numeral.value + fraction_value(Decimal(vulgar[0]), Decimal(vulgar[1]))
        return replace(numeral, value=value, last=numeral.last + 1)
    if slashed := slashed_fraction(tokens, numeral.first):
        return replace(numeral, value=slashed, last=numeral.first + 3, is_fraction=True)
    following = slashed_fraction(tokens, numeral.last)
    if following and following < 1 and tokens[numeral.first].text.isdigit():
        return replace(numeral, value=numeral.value + following, last=numeral.last + 3)
    return numeral


def slashed_fraction(tokens: list[Token], index: int) -> Decimal | None:
    """Return the value of `1/2` at a token, where nothing is glued on either side."""
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
    numeral = with_smaller_part(tokens, numeral)
    numeral = with_half(tokens, numeral, unit=numeral.scale or Decimal(1))
    if at(tokens, numeral.last).lower in SCALES:
        return replace(numeral, last=numeral.last + 1, doubt="a scale after a scale")
    return numeral


def scale_at(tokens: list[Token], index: int) -> tuple[Decimal | None, int]:
    """Return the scale that stands at a token and the index after it: `million`, `-million`, `bn`, `hundred`, `dozen`."""
    if at(tokens, index).kind == DASH and is_glued(tokens, index) and is_glued(tokens, index + 1):
        index += 1
    token = at(tokens, index)
    word = token.lower
    if word in ("hundred", "hundreds"):
        following, last = scale_at(tokens, index + 1)
        return (HUNDRED * following, last) if following in SCALE_VALUES else (HUNDRED, index + 1)
    if word in SCALES:
        if word in ("lakh", "lakhs") and at(tokens, index + 1).lower in ("crore", "crores"):
            return SCALES[word] * SCALES["crore"], index + 2
        return SCALES[word], index + 1
    if word in SHORT_SCALES and word != "mm":
        dotted = (
            at(tokens, index + 1).text == "." and word in ("mln", "bln", "mio", "mrd") and is_glued(tokens, index + 1)
        )
        return SHORT_SCALES[word], index + 1 + dotted
    if word in GROUPS and word != "gross" and word != "score":
        return GROUPS[word], index + 1
    return None, index


SCALE_VALUES = frozenset(SCALES.values())


def with_smaller_part(tokens: list[Token], numeral: Numeral) -> Numeral:
    """Add a part that has a smaller scale of its own: `2 million 300 thousand`, `3 hundred and 21`."""
    index = numeral.last + (at(tokens, numeral.last).lower == "and")
    token = at(tokens, index)
    value = digits_value(token.text) if token.kind == NUMBER and token.text.isdigit() else None
    if value is None or numeral.scale is None or not tokens[numeral.first].text.isdigit():
        return numeral
    scale, last = scale_at(tokens, index + 1)
    if scale is None and index > numeral.last and numeral.scale == HUNDRED and value < HUNDRED:
        return replace(numeral, value=numeral.value + value, last=index + 1)
    if scale is None or value * scale >= numeral.scale:
        return numeral
    return with_smaller_part(tokens, replace(numeral, value=numeral.value + value * scale, last=last, scale=scale))


def with_half(tokens: list[Token], numeral: Numeral, *, unit: Decimal) -> Numeral:
    """Add `and a half`, `and three quarters` of a unit, which is the scale before it or one."""
    if at(tokens, numeral.last).lower not in ("and", "&"):
        return numeral
    fraction, last = named_fraction(tokens, numeral.last + 1)
    if fraction is None or fraction >= 1:
        return numeral
    return replace(numeral, value=numeral.value + fraction * unit, last=last)


def named_fraction(tokens: list[Token], index: int) -> tuple[Decimal | None, int]:
    """Return the fraction named at a token and the index after it: `a half`, `one third`, `three quarters`, `half`."""
    token = at(tokens, index)
    if token.lower in FRACTION_NAMES and token.lower in ("half", "quarter"):
        return fraction_value(Decimal(1), Decimal(FRACTION_NAMES[token.lower])), index + 1
    numerator = Decimal(1) if token.lower in ARTICLES else ONES.get(token.lower)
    if numerator is None and token.kind == NUMBER and token.text.isdigit() and len(token.text) < 3:
        numerator = Decimal(token.text)
    if not numerator:
        return None, index
    index += 1
    if at(tokens, index).kind == DASH and is_glued(tokens, index):
        index += 1
    name = at(tokens, index).lower
    names = FRACTION_NAMES if numerator == 1 else DENOMINATORS
    if name not in names or (numerator > 1 and name in FRACTION_NAMES):
        return None, index
    return fraction_value(numerator, Decimal(names[name])), index + 1


def read_words(tokens: list[Token], index: int) -> Numeral | None:
    """Read a number that begins with a number word: `two and a half million`, `three hundred and two`."""
    token = tokens[index]
    if token.text in VULGAR_FRACTIONS:
        value = fraction_value(*map(Decimal, VULGAR_FRACTIONS[token.text]))
        numeral = Numeral(value=value, first=index, last=index + 1, in_digits=True, is_fraction=True)
        return with_scales(tokens, numeral)
    total, last, scale, smallest = Decimal(0), index, None, None
    while True:
        chunk, after = below_thousand(tokens, joined(tokens, last) if last > index else last)
        if chunk is None:
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
    following = at(tokens, numeral.last).lower
    if numeral.doubt:
        return numeral
    if following in NUMBER_WORDS and following not in ("hundreds", "one"):
        last = past_number_words(tokens, numeral.last)
        return replace(numeral, last=last, doubt="a number word that does not fit the number before it")
    return numeral


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
    """Return the index after the `and`, or the comma, that may join the parts of a number in words."""
    token = at(tokens, index)
    return index + 1 if token.lower in ("and", "&") else index


def half_after(tokens: list[Token], index: int) -> tuple[Decimal, int]:
    """Return the fraction of `one and a half million`, which stands before the scale, or nought."""
    if at(tokens, index).lower != "and":
        return Decimal(0), index
    fraction, last = named_fraction(tokens, index + 1)
    if fraction is None or at(tokens, last).lower not in SCALES:
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


def read_after_article(tokens: list[Token], index: int) -> Numeral | None:
    """Read what an article or `half` begins: `a hundred`, `a dozen`, `half a million`; the article stays outside."""
    index += at(tokens, index).lower in ARTICLES and at(tokens, index + 1).lower == "quarter"
    if at(tokens, index).lower in ("half", "quarter"):
        parts = FRACTION_NAMES[at(tokens, index).lower]
        following = index + 1 + (at(tokens, index + 1).lower in ARTICLES and parts == 2)
        following += parts == 4 and at(tokens, index + 1).lower == "of" and at(tokens, index + 2).lower in ARTICLES
        scale, last = scale_at(tokens, following)
        if scale is None or at(tokens, following).kind != WORD:
            return None
        return Numeral(value=scale / parts, first=index, last=last, in_digits=False, scale=scale)
    scale, last = scale_at(tokens, index + 1)
    if scale is None or at(tokens, index + 1).lower in ("hundreds", "thousands", "millions", "billions", "dozens"):
        return None
    if scale == HUNDRED:
        return read_words(tokens, index + 1)
    numeral = Numeral(value=scale, first=index + 1, last=last, in_digits=False, scale=scale)
    if at(tokens, last).lower == "and":
        return with_half(tokens, numeral, unit=scale)
    return numeral


def is_mark(token: Token, text: str) -> bool:
    """Tell whether a token is this punctuation mark."""
    return token.kind == MARK and token.text == text
